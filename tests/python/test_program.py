"""`python -m xuanren` is the program; importing it costs little; what is installed stands by itself."""

from __future__ import annotations

import os
import pathlib
import signal
import subprocess
import sys
from typing import Any

import pytest

import xuanren
from conftest import root

program = root / "build" / "bin" / "xuanren"


def run(*arguments: str, of: list[str] | None = None) -> tuple[int, bytes, bytes]:
    ran = subprocess.run([*(of or [sys.executable, "-m", "xuanren"]), *arguments], capture_output=True, check=False)
    return ran.returncode, ran.stdout, ran.stderr


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], ["facts", "公示"], ["eval", "1 + 1"], ["check"], ["chek"], ["check", "no-such-file"], ["rules", "list", "--lang", "en"],
     ["check", str(root / "examples/bureau-2022/bureau.json"), "--lang", "en"]],
)
def test_it_is_the_program(arguments: list[str]) -> None:
    status, out, _ = ours = run(*arguments)
    assert status in (0, 1, 2) and (out or status == 2)
    if program.exists():
        assert ours == run(*arguments, of=[str(program)])


def test_an_interrupt_ends_it() -> None:
    started = subprocess.Popen([sys.executable, "-m", "xuanren", "check", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            started.wait(timeout=2)
        started.send_signal(signal.SIGINT)
        assert started.wait(timeout=20) == -signal.SIGINT
    finally:
        started.kill()
        started.communicate()


def test_the_law_is_read_when_it_is_needed() -> None:
    """Nothing that importing does not need is imported: neither pandas and its like, nor the rulebook."""
    asked = "import sys, xuanren; print(sorted({'numpy', 'pandas', 'pyarrow', 'polars', 'duckdb', 'pytest', 'json.tool', 'asyncio'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_it_is_not_the_checkout_that_is_tested() -> None:
    if "XUANREN_TEST_CHECKOUT" not in os.environ:
        assert root not in pathlib.Path(xuanren.__file__).resolve().parents or "venv" in xuanren.__file__


def test_what_is_installed_is_whole() -> None:
    from importlib.metadata import metadata

    rules = pathlib.Path(xuanren.rules_folder())
    assert (rules / "calendar" / "working-days.json").exists() and (rules / "schema" / "rules.schema.json").exists()
    assert xuanren.Rulebook.load(rules).digest == xuanren.Rulebook.national().digest
    told: Any = metadata("xuanren")
    assert told["Version"] == xuanren.__version__ and told["License-Expression"] == "Apache-2.0" and "*undetermined*" in str(told.get_payload())
    for name in xuanren.__all__:
        held = getattr(xuanren, name)
        assert not isinstance(held, type) and not callable(held) or held.__doc__, name
