"""Dossiers in: paths, dicts, JSON; dates by year, month and day; what is wrong, and where."""

from __future__ import annotations

import copy
import datetime
import json
import math
import os
import pathlib
import subprocess
import sys
from typing import Any

import pytest

import xuanren


def test_path_dict_text_and_bytes_are_one(bureau_path: pathlib.Path, bureau: dict[str, Any], report: xuanren.Report) -> None:
    text = bureau_path.read_text(encoding="utf-8")
    for given in (str(bureau_path), bureau, text, "\ufeff" + text, text.encode(), bytearray(text.encode())):
        assert xuanren.check(given).to_dict() == report.to_dict()


def test_dates_are_taken_by_year_month_and_day(bureau: dict[str, Any], report: xuanren.Report) -> None:
    def dated(held: Any) -> Any:
        if isinstance(held, dict):
            return {key: dated(each) for key, each in held.items()}
        if isinstance(held, list):
            return [dated(each) for each in held]
        try:
            return datetime.date.fromisoformat(held) if isinstance(held, str) and len(held) == 10 else held
        except ValueError:
            return held

    assert xuanren.check(dated(bureau)).to_dict() == report.to_dict()
    assert xuanren.check(bureau, on=datetime.date(2022, 9, 29)).to_dict() == xuanren.check(bureau, on="2022-09-29").to_dict()
    assert report["2022-18"].decided == datetime.date(2022, 9, 28)  # type: ignore[attr-defined]


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "UTC", "Pacific/Kiritimati", "America/Los_Angeles"])
def test_dates_pass_every_zone(zone: str) -> None:
    """The trouble of pybind11's dates, that went through the system clock: 2018-09-03 came in as the day before."""
    program = (
        "import datetime, xuanren\n"
        "from xuanren import _core\n"
        "for day in (datetime.date(2018, 9, 3), datetime.date(1900, 1, 1), datetime.date(1, 1, 1), datetime.date(9999, 12, 31)):\n"
        "    assert _core.to_json({'d': day}) == b'{\"d\":\"%s\"}' % day.isoformat().encode(), day\n"
        "book = xuanren.Rulebook.national().on(datetime.date(2018, 9, 3))\n"
        "assert repr(book).endswith('.on(datetime.date(2018, 9, 3))')\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={**os.environ, "TZ": zone})


def test_points_of_time_are_no_dates() -> None:
    aware = datetime.datetime(2022, 9, 28, tzinfo=datetime.timezone.utc)
    for given in (aware, datetime.datetime(2022, 9, 28, 22)):
        with pytest.raises(TypeError, match=r"dossier\['as_of'\]: a datetime"):
            xuanren.check({"as_of": given, "appointments": []})
        with pytest.raises(TypeError, match="on: a datetime"):
            xuanren.check({"appointments": []}, on=given)
    assert xuanren.check({"as_of": datetime.datetime(2022, 9, 28), "appointments": []}).appointments == ()


def test_missing_is_a_key_that_is_not_there(bureau: dict[str, Any]) -> None:
    """NaN, NaT and NA are not known; None is JSON's null, which states that there is none."""
    pandas = pytest.importorskip("pandas")
    numpy = pytest.importorskip("numpy")
    without = copy.deepcopy(bureau)
    del without["appointments"][17]["procedure"]["notice"]
    expected = xuanren.check(without).to_dict()
    for missing in (math.nan, pandas.NaT, pandas.NA, numpy.float32("nan"), numpy.datetime64("NaT")):
        given = copy.deepcopy(bureau)
        given["appointments"][17]["procedure"]["notice"] = missing
        assert xuanren.check(given).to_dict() == expected
    stated = copy.deepcopy(bureau)
    stated["appointments"][17]["procedure"]["notice"] = None
    assert xuanren.check(stated).to_dict() == xuanren.check(json.dumps(stated)).to_dict() != expected


def test_numpy_scalars_are_plain_values(bureau: dict[str, Any], report: xuanren.Report) -> None:
    numpy = pytest.importorskip("numpy")
    given = copy.deepcopy(bureau)
    given["organisations"][3]["establishments"][0]["headcount"] = numpy.int32(52)
    given["as_of"] = numpy.datetime64("2022-12-31")
    assert xuanren.check(given).to_dict() == report.to_dict()


def test_what_is_wrong_is_told_with_its_place(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "bad.json"
    file.write_text('{"cadres": [\n  {"id": 3}],\n "appointments": [{"id": "a", "candidate": "c", "post": 1}]}', encoding="utf-8")
    with pytest.raises(xuanren.ReadError) as told:
        xuanren.check(file)
    problems = told.value.problems
    assert [(p.at, p.line) for p in problems] == [("/cadres/0/id", 2), ("/appointments/0/post", 3)]
    assert all(p.code.startswith("XR-") and p.message.zh and p.message.en for p in problems)
    assert str(file) in problems[0].place
    with pytest.raises(xuanren.ReadError) as of_dict:
        xuanren.check({"cadres": [{"id": 3}]})
    assert (of_dict.value.problems[0].at, of_dict.value.problems[0].line) == ("/cadres/0/id", 0)
    with pytest.raises(xuanren.ReadError):
        xuanren.check('{"a": "\ud800"}')
    with pytest.raises(FileNotFoundError):
        xuanren.check(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("arguments", "options", "named"),
    [
        ((3,), {}, "dossier"),
        ((None,), {}, "dossier"),
        (({"a": {1, 2}},), {}, r"dossier\['a'\]"),
        (({"a": [0, {"b": object()}]},), {}, r"dossier\['a'\]\[1\]\['b'\]"),
        (({1: 2},), {}, "dossier"),
        (({"a": math.inf},), {}, r"dossier\['a'\]"),
        (({}, "national"), {}, "rulebook"),
        (({},), {"on": 20220101}, "on"),
        (({},), {"law": "x" * 3}, None),
        (({},), {"stage": 3}, "stage"),
        (({},), {"calendar": {"a": {1}}}, r"calendar\['a'\]"),
    ],
)
def test_wrong_types_name_the_argument(arguments: tuple[Any, ...], options: dict[str, Any], named: str | None) -> None:
    if named is None:
        with pytest.raises(xuanren.ReadError):
            xuanren.check(*arguments, **options)
    else:
        with pytest.raises(TypeError, match=f"^{named}: "):
            xuanren.check(*arguments, **options)


def test_unknown_names_say_the_nearest(report: xuanren.Report, national: xuanren.Rulebook) -> None:
    with pytest.raises(KeyError, match="2022-18"):
        report["2022-188"]
    with pytest.raises(KeyError, match="five-working-days"):
        report["2022-18"]["appointment-regulations-2019/42/five-working-day"]
    with pytest.raises(ValueError, match="stage"):
        xuanren.check({"appointments": []}, stage="notic")
    with pytest.raises(KeyError, match="five-working-days"):
        national.without("appointment-regulations-2019/42/five-working-day")


def test_a_dossier_that_holds_itself_ends() -> None:
    given: dict[str, Any] = {}
    given["a"] = given
    with pytest.raises((TypeError, xuanren.ReadError)):
        xuanren.check(given)
