"""The types that the package tells: its stub is what is generated, and mypy and stubtest agree with it."""

from __future__ import annotations

import pathlib
import subprocess
import sys

import pytest

import xuanren
from conftest import root

package = pathlib.Path(xuanren.__file__).parent
config = root / "pyproject.toml"


def run(*arguments: str, cwd: pathlib.Path) -> None:
    ran = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, check=False, cwd=cwd)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_stub_is_the_generated_one(tmp_path: pathlib.Path) -> None:
    pytest.importorskip("nanobind")
    run("nanobind.stubgen", "-q", "-m", "xuanren._core", "--include-private", "-o", str(tmp_path / "_core.pyi"), cwd=tmp_path)
    assert (tmp_path / "_core.pyi").read_text(encoding="utf-8") == (package / "_core.pyi").read_text(encoding="utf-8")
    assert (package / "py.typed").exists()


def test_mypy_is_content(tmp_path: pathlib.Path) -> None:
    pytest.importorskip("mypy")
    run("mypy", "--strict", "--config-file", str(config), "-p", "xuanren", cwd=tmp_path)
    examples = [str(each) for each in sorted((root / "examples" / "python").glob("*.py"))]
    run("mypy", "--strict", "--config-file", str(config), *examples, cwd=tmp_path)


# How nanobind's functions and classes differ from those that stubtest knows.
of_nanobind = ("is not a function", "stub is a staticmethod but runtime is not", "metaclass differs", "is a disjoint base at runtime", 'stub does not have *args parameter "args"')


def test_stubtest_is_content(tmp_path: pathlib.Path) -> None:
    """Everything that the module has is in the stub, and the other way round."""
    pytest.importorskip("mypy")
    arguments = ["mypy.stubtest", "xuanren._core", "--concise", "--mypy-config-file", str(config)]
    ran = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, check=False, cwd=tmp_path)
    told = [line for line in ran.stdout.splitlines() if not any(reason in line for reason in of_nanobind)]
    assert not told and not ran.stderr
