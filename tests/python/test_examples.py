"""The examples run, and say what they are there to say."""

from __future__ import annotations

import subprocess
import sys

import pytest

from conftest import root

examples = root / "examples" / "python"


def run(*arguments: str) -> str:
    ran = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, encoding="utf-8")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_one_case() -> None:
    told = run(str(examples / "one_case.py"))
    assert "2022-18 violation" in told and "asked: >= 5 /appointments/17/procedure/notice/from" in told


def test_a_table() -> None:
    pytest.importorskip("pandas")
    told = run(str(examples / "table.py"))
    assert "violation" in told and "P1Y11M" in told


def test_a_house_rule() -> None:
    told = run(str(examples / "house_rule.py"))
    assert "本局干部管理办法" not in told and "提拔任领导职务，任现职务层次满三十个月" in told and "undetermined 任前谈话不少于两次" in told


def test_a_test_suite() -> None:
    told = run("-m", "pytest", "-q", "-p", "no:cacheprovider", "--xuanren-coverage", str(examples / "test_appointments.py"))
    assert "2 passed" in told


def test_a_notebook() -> None:
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    pytest.importorskip("pandas")
    notebook = nbformat.read(examples / "notebook.ipynb", as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(examples)}}).execute()
    outputs = str([cell.get("outputs") for cell in notebook.cells])
    assert "应不少于5，差3" in outputs and "xuanren-report" in outputs
