"""What the tests share: the sample bureau's dossier, and a table of five cases."""

from __future__ import annotations

import datetime
import json
import pathlib
from typing import Any

import pytest

import xuanren

root = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def bureau_path() -> pathlib.Path:
    return root / "examples" / "bureau-2022" / "bureau.json"


@pytest.fixture(scope="session")
def bureau(bureau_path: pathlib.Path) -> dict[str, Any]:
    return json.loads(bureau_path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def report(bureau_path: pathlib.Path) -> xuanren.Report:
    return xuanren.check(bureau_path)


@pytest.fixture(scope="session")
def national() -> xuanren.Rulebook:
    return xuanren.Rulebook.national()


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture
def cases() -> dict[str, list[Any]]:
    """Deputies to be made principals: two years served, not on file, one day short, just served, one day short."""
    since = [_day("2018-05-20"), None, _day("2020-03-11"), _day("2020-03-10"), _day("2020-03-11")]
    return {
        "appointment.kind": ["promotion"] * 5,
        "appointment.step": ["deputy_to_principal"] * 5,
        "procedure.discussion_on": [_day("2022-03-10")] * 5,
        "target.level": ["county_principal"] * 5,
        "target.regime": ["direct"] * 5,
        "target.has_post": [True] * 5,
        "target.leading": [True] * 5,
        "appointment.has_exceptional": [False] * 5,
        "candidate.held_level_before": [False] * 5,
        "candidate.held_higher_before": [False] * 5,
        "candidate.deputy_counted_from": since,
        "candidate.deputy_counted_from_strict": since,
    }
