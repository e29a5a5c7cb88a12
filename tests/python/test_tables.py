"""Tables of every kind, answered in kind; what a column may hold, and what not."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import xuanren
from xuanren import check_table

numpy = pytest.importorskip("numpy")
rule = "appointment-regulations-2019/8.1.3/deputy-to-principal"
Cases = dict[str, list[Any]]


def arrays(cases: Cases) -> dict[str, Any]:
    return {name: numpy.array(held, dtype=object) for name, held in cases.items()}


def statuses(answer: Any) -> list[str]:
    return [s for r, s in zip(answer["rule"], answer["status"]) if r == rule]


def test_arrays_are_answered_by_arrays(cases: Cases) -> None:
    answer = check_table(arrays(cases))
    assert list(answer["row"]) == [0, 1, 2, 3, 4] and answer["outcome"].dtype == numpy.uint8
    words = [xuanren.OUTCOMES[code] for code in answer["outcome"]]
    assert words == ["incomplete", "incomplete", "violation", "incomplete", "violation"]
    assert sum(int(answer[s.value][0]) for s in xuanren.Status) > 100
    long = check_table(arrays(cases), per="rule")
    assert [xuanren.STATUSES[s] for s in statuses(long)] == ["satisfied", "undetermined", "violated", "satisfied", "violated"]
    found = check_table(arrays(cases), per="finding")
    at = [i for i, (r, f) in enumerate(zip(found["rule"], found["fact"])) if r == rule and f == "candidate.deputy_counted_from" and found["row"][i] == 2]
    assert at and found["value"][at[0]] == "P1Y11M" and found["bound"][at[0]] == "P2Y"
    assert list(check_table(arrays(cases), counts=False)) == ["row", "outcome"]


def test_every_kind_says_the_same(cases: Cases) -> None:
    pyarrow, polars, pandas, duckdb = (pytest.importorskip(name) for name in ("pyarrow", "polars", "pandas", "duckdb"))
    table = pyarrow.table(cases)
    for per in ("appointment", "rule", "finding"):
        answer = check_table(table, per=per)
        assert isinstance(answer, pyarrow.Table)
        told = answer.to_pylist()
        batch = check_table(table.to_batches()[0], per=per)
        assert isinstance(batch, pyarrow.RecordBatch) and batch.to_pylist() == told
        frame = check_table(polars.DataFrame(cases), per=per)
        assert isinstance(frame, polars.DataFrame) and frame.to_dicts() == told
        relation = check_table(duckdb.from_arrow(table), per=per)
        assert isinstance(relation, duckdb.DuckDBPyRelation)
        assert duckdb.sql("select * from relation").to_arrow_table().to_pylist() == told
        panda = check_table(pandas.DataFrame(cases), per=per)
        assert panda.astype(object).where(panda.notna(), None).to_dict("records") == told
        stream = check_table(Speaks(table), per=per)
        assert pyarrow.RecordBatchReader.from_stream(stream).read_all().to_pylist() == told
        assert len(check_table(arrays(cases), per=per)["row"]) == len(told)
        assert check_table(table, per=per, threads=3).to_pylist() == told


class Speaks:
    """A table of nobody's that speaks Arrow."""

    def __init__(self, table: Any) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return self.table.__arrow_c_stream__(requested_schema)


def test_a_stream_is_judged_as_it_is_read(cases: Cases) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table(cases)
    asked = 0

    def batches() -> Iterator[Any]:
        nonlocal asked
        for _ in range(4):
            asked += 1
            yield table.to_batches()[0]

    reader = check_table(pyarrow.RecordBatchReader.from_batches(table.schema, batches()), counts=False)
    assert isinstance(reader, pyarrow.RecordBatchReader) and asked == 0
    assert reader.read_next_batch().to_pydict()["row"] == [0, 1, 2, 3, 4] and asked == 1
    assert reader.read_next_batch().to_pydict()["row"] == [5, 6, 7, 8, 9] and asked == 2
    assert len(list(reader)) == 2


def test_chunked_sliced_and_empty(cases: Cases) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table(cases)
    whole = check_table(table, per="rule").to_pylist()
    chunked = pyarrow.concat_tables([table.slice(0, 1), table.slice(1, 3), table.slice(4)])
    assert check_table(chunked, per="rule").to_pylist() == whole
    assert [x for x in check_table(table.slice(2, 2), per="rule").to_pylist()] == [{**x, "row": x["row"] - 2} for x in whole if x["row"] in (2, 3)]
    for per in ("appointment", "rule", "finding"):
        assert check_table(table.slice(0, 0), per=per).num_rows == 0
        assert len(check_table({name: held[:0] for name, held in arrays(cases).items()}, per=per)["row"]) == 0
    assert len(check_table({})["row"]) == 0


def test_pandas_keeps_its_index_and_its_ways(cases: Cases) -> None:
    """The trouble of failure tables that lost the index; dates as datetime64, gaps as NaN, NaT and NA."""
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(cases, index=["甲", "乙", "丙", "丁", "戊"])
    expected = check_table(frame, per="rule")
    assert list(check_table(frame).index) == list(frame.index)
    assert [i for i, s in zip(expected.index, expected["status"]) if s == "violated" and True][:1] == ["丙"] or "丙" in set(expected.index)
    since = frame["candidate.deputy_counted_from"]
    for changed in (
        frame.assign(**{"candidate.deputy_counted_from": pandas.to_datetime(since)}),
        frame.assign(**{"target.level": frame["target.level"].astype("category")}),
        frame.assign(**{"target.leading": frame["target.leading"].astype("boolean")}),
        frame.assign(**{"target.leading": 1}),
    ):
        pandas.testing.assert_frame_equal(check_table(changed, per="rule"), expected)
    gaps = frame.assign(**{"target.leading": pandas.array([True, None, True, pandas.NA, False], dtype="boolean")})
    floats = frame.assign(**{"target.leading": [1.0, float("nan"), 1.0, float("nan"), 0.0]})
    pandas.testing.assert_frame_equal(check_table(gaps, per="rule"), check_table(floats, per="rule"))
    zoned = frame.assign(**{"procedure.discussion_on": pandas.to_datetime("2022-03-10").tz_localize("UTC")})
    with pytest.raises(TypeError, match="procedure.discussion_on"):
        check_table(zoned)


def test_missing_is_missing_however_it_is_written(cases: Cases) -> None:
    pandas, polars, pyarrow = (pytest.importorskip(name) for name in ("pandas", "polars", "pyarrow"))
    hours = "candidate.training_hours"
    number = hours if hours in xuanren.facts else next(n for n in xuanren.facts if xuanren.facts[n].kind == "number")
    expected = check_table(arrays({**cases, number: [None] * 5}), per="rule")
    for missing in (float("nan"), None, pandas.NA):
        answer = check_table(arrays({**cases, number: [missing] * 5}), per="rule")
        assert list(answer["status"]) == list(expected["status"])
    told = check_table(polars.DataFrame({**cases, number: [float("nan")] * 5}), per="rule")["status"].to_list()
    assert told == [xuanren.STATUSES[s] for s in expected["status"]]
    assert told == check_table(pyarrow.table({**cases, number: pyarrow.array([float("nan")] * 5)}), per="rule")["status"].to_pylist()


def test_names_of_ones_own(cases: Cases) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    own = {("讨论日" if name == "procedure.discussion_on" else name): held for name, held in cases.items()} | {"姓名": list("甲乙丙丁戊")}
    names = {"讨论日": "procedure.discussion_on", "姓名": None}
    expected = check_table(pyarrow.table(cases)).to_pylist()
    assert check_table(pyarrow.table(own), columns=names).to_pylist() == expected
    assert list(check_table(arrays(own), columns=names)["outcome"]) == list(check_table(arrays(cases))["outcome"])
    with pytest.raises(KeyError, match="讨论日"):
        check_table(pyarrow.table(own), columns={"讨论": "procedure.discussion_on"})


def test_zero_copy(cases: Cases) -> None:
    """Numbers of numpy are read where they lie: what changes under them changes the answer, and nothing is held afterwards."""
    import sys

    level = numpy.zeros(1000, dtype=numpy.int8)
    held = sys.getrefcount(level)
    answer = check_table({"target.level": level}, per="appointment")
    assert sys.getrefcount(level) == held
    assert not answer["satisfied"].flags.writeable
    kept = answer["outcome"].copy()
    check_table({"target.level": level})
    assert (answer["outcome"] == kept).all()


ten = datetime.datetime(2022, 3, 10, 10)


@pytest.mark.parametrize(
    ("data", "error", "told"),
    [
        ({"candidate.levl": [1]}, xuanren.ReadError, "candidate.level"),
        ({"candidate.level": ["county_deputi"]}, xuanren.ReadError, "county_deputi"),
        ({"candidate.level_since": [1.5]}, xuanren.ReadError, "candidate.level_since"),
        ({"candidate.level_since": [datetime.date(2020, 1, 1), "x"]}, TypeError, r"data\['candidate.level_since'\]\[1\]"),
        ({"candidate.level_since": [ten]}, TypeError, r"data\['candidate.level_since'\]\[0\]"),
        ({"candidate.level_since": [ten.replace(tzinfo=datetime.timezone.utc)]}, TypeError, "time zone"),
        ({"candidate.level": [object()]}, TypeError, r"data\['candidate.level'\]\[0\]"),
        ({"candidate.level": [[1]]}, TypeError, r"data\['candidate.level'\]"),
        ({"candidate.level": ["a"], "target.level": ["a", "b"]}, TypeError, "target.level"),
        ({"candidate.level": "a"}, TypeError, r"data\['candidate.level'\]"),
        ({"candidate.level": numpy.zeros((2, 2))}, TypeError, "dimensions"),
        ({"candidate.level": numpy.zeros(2, dtype=complex)}, TypeError, "complex"),
        ({"candidate.level_since": numpy.array(["2022-03-10T10"], dtype="datetime64[h]")}, TypeError, "points of time"),
        ({3: [1]}, TypeError, "data"),
        (3, TypeError, "data"),
        (None, TypeError, "data"),
    ],
)
def test_what_is_wrong_is_named(data: Any, error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        check_table(data)


@pytest.mark.parametrize("options", [{"per": "row"}, {"threads": 0}, {"threads": "2"}, {"on": 3}, {"stage": 3}, {"columns": 3}, {"rulebook": "x"}, {"per": 3}])
def test_wrong_options_are_named(options: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError), match=next(iter(options))):
        check_table({"candidate.level": ["county_deputy"]}, **options)


@pytest.mark.parametrize("make", ["pyarrow", "polars"])
def test_streams_say_what_is_wrong(make: str) -> None:
    library = pytest.importorskip(make)
    table: Callable[[dict[str, Any]], Any] = library.table if make == "pyarrow" else library.DataFrame
    with pytest.raises(xuanren.ReadError, match="candidate.level") as told:
        check_table(table({"candidate.levl": [1]}))
    assert told.value.problems[0].code == "XR-COL-001"
    with pytest.raises(xuanren.ReadError) as word:
        check_table(table({"candidate.level": ["county_deputy", "county_deputi"]}))
    assert word.value.problems[0].code == "XR-COL-005" and "county_deputy" in str(word.value)
    with pytest.raises(xuanren.ReadError, match="XR-ARROW-004"):
        check_table(table({"candidate.level_since": [ten]}))


def test_rules_of_ones_own_judge_tables(cases: Cases, national: xuanren.Rulebook) -> None:
    here = xuanren.Citation("本局办法", 1)

    def odd(case: xuanren.FactValues) -> bool:
        if case["candidate.deputy_counted_from"] is None:
            raise ValueError("没有起算日")
        return bool(case["target.leading"])

    book = national + xuanren.Rule(id="house/odd", cite=here, must=odd)
    answer = check_table(arrays(cases), book, per="rule", threads=2)
    told = [xuanren.STATUSES[s] for r, s in zip(answer["rule"], answer["status"]) if r == "house/odd"]
    assert told == ["satisfied", "failed", "satisfied", "satisfied", "satisfied"]
