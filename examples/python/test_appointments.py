"""A test suite over one's own dossiers, with the pytest plugin that comes with the package.

    pytest test_appointments.py --xuanren-coverage
"""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from xuanren.testing import assert_compliant, assert_violates

sample = pathlib.Path(__file__).resolve().parents[1] / "bureau-2022" / "bureau.json"


@pytest.fixture
def bureau() -> dict[str, Any]:
    return json.loads(sample.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def only(dossier: dict[str, Any], id: str) -> dict[str, Any]:
    """The dossier with one of its appointments."""
    return {**dossier, "appointments": [each for each in dossier["appointments"] if each["id"] == id], "organisations": dossier["organisations"]}


def test_a_promotion_by_the_book(bureau: dict[str, Any]) -> None:
    assert_compliant(only(bureau, "2022-01"))


def test_a_notice_across_the_holidays_is_too_short(bureau: dict[str, Any]) -> None:
    assert_violates(only(bureau, "2022-18"), "appointment-regulations-2019/42/*")
