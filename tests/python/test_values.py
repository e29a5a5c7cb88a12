"""Reports as values: equal, hashable, shown, pickled, copied; the same as the program's JSON."""

from __future__ import annotations

import copy
import datetime
import json
import pathlib
import pickle
import subprocess
import sys
from typing import Any

import pytest

import xuanren

names: dict[str, Any] = {**vars(xuanren), "datetime": datetime}


def test_the_report_is_the_programs(report: xuanren.Report, bureau_path: pathlib.Path) -> None:
    ran = subprocess.run([sys.executable, "-m", "xuanren", "check", str(bureau_path), "--format", "json"], capture_output=True, check=False)
    assert ran.returncode == 1
    assert report.to_dict() == json.loads(ran.stdout)
    assert json.loads(report.to_json()) == report.to_dict()


def test_every_value_can_be_pasted_back(report: xuanren.Report) -> None:
    verdict = report["2022-18"]
    finding = verdict.violated[0]
    for value in (finding, finding.cite, finding.leaves[0], finding.message, verdict.counts, finding.explain(), verdict, report.rulebook):
        again = eval(repr(value), names)  # noqa: S307
        assert again == value and hash(again) == hash(value) and type(again) is type(value)
    for value in (xuanren.months(60), xuanren.days(5), xuanren.Status.VIOLATED, xuanren.Outcome.VIOLATION):
        assert eval(repr(value), names) == value  # noqa: S307
    assert eval(repr(report), names) == report  # noqa: S307


def test_pickled_and_copied(report: xuanren.Report) -> None:
    again = pickle.loads(pickle.dumps(report))
    assert again == report and hash(again) == hash(report)
    assert again.to_dict() == report.to_dict()
    assert copy.copy(report) == report and copy.deepcopy(report) == report
    assert again["2022-18"].outcome is xuanren.Outcome.VIOLATION


def test_values_differ_by_what_they_hold() -> None:
    a = xuanren.Finding(rule="r", status=xuanren.Status.VIOLATED)
    assert a == xuanren.Finding(rule="r", status=xuanren.Status.VIOLATED)
    assert a != xuanren.Finding(rule="r", status=xuanren.Status.SATISFIED)
    assert len({a, xuanren.Finding(rule="r", status=xuanren.Status.VIOLATED)}) == 1
    with pytest.raises(AttributeError):
        a.rule = "s"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        a.no_such_field  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        xuanren.Finding("r", xuanren.Status.VIOLATED)  # type: ignore[misc]
    assert a.status == "violated" and str(a.status) == "violated"


def test_iterating_and_asking(report: xuanren.Report) -> None:
    assert [verdict.id for verdict in report] == [verdict.id for verdict in report.appointments]
    verdict = report["2022-18"]
    assert verdict.outcome is xuanren.Outcome.VIOLATION and verdict.counts.violated == len(verdict.violated) == 1
    assert len(verdict) == len(list(verdict)) == len(verdict.findings)
    finding = verdict["appointment-regulations-2019/42/five-working-days"]
    assert finding in verdict.of("appointment-regulations-2019/42/*") == verdict.of("appointment-regulations-2019/42")
    assert verdict.earliest is None
    explanation = finding.explain()
    assert explanation in verdict.explain() and "应不少于5，差3" in str(explanation)
    assert explanation.requirement is not None and explanation.requirement.leaf == finding.leaves[0]
    assert explanation.scope is not None and len(explanation.scope.parts) > 1


def test_earliest_is_a_date(report: xuanren.Report) -> None:
    dated = [f for v in report for f in v.violated if f.earliest is not None]
    assert dated and all(isinstance(f.earliest, datetime.date) for f in dated)
    alone = [v for v in report if v.violated and all(f.earliest for f in v.violated)]
    assert all(v.earliest == max(f.earliest for f in v.violated) for v in alone)  # type: ignore[type-var]


def test_without_explanations_the_verdicts_are_the_same(report: xuanren.Report, bureau_path: pathlib.Path) -> None:
    bare = xuanren.check(bureau_path, explain=False)
    assert [(v.id, v.outcome, v.counts) for v in bare] == [(v.id, v.outcome, v.counts) for v in report]
    with pytest.raises(ValueError, match="explain=False"):
        bare["2022-18"].violated[0].explain()


def test_for_frames_and_notebooks(report: xuanren.Report) -> None:
    html = report._repr_html_()
    assert "<td>violated</td>" in html and "第四十二条" in html
    pandas = pytest.importorskip("pandas")
    frame = report.to_frame()
    assert isinstance(frame, pandas.DataFrame) and list(frame.columns)[:3] == ["appointment", "rule", "status"]
    assert len(frame) == sum(len(v) for v in (*report.appointments, *report.organisations))


def test_markup_in_names_is_shown_not_obeyed() -> None:
    given = {"appointments": [{"id": "<b>x</b>", "candidate": "c"}], "cadres": [{"id": "c"}]}
    assert "<b>x" not in xuanren.check(given)._repr_html_()
