"""No input ends the interpreter: whatever comes in, an answer or an error comes out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import xuanren

few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
taken = (xuanren.ReadError, TypeError)

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.binary(max_size=4), st.dates(), st.datetimes(),
    st.decimals(), st.just("2022-03-10"), st.sampled_from(["promotion", "county_deputy", "a1", "c1"]),
)
keys = st.one_of(
    st.sampled_from(["appointments", "cadres", "posts", "organisations", "id", "candidate", "post", "procedure", "discussion", "on",
                     "tenures", "decided", "level", "schema", "as_of", "kind"]),
    st.text(max_size=4),
)
anything = st.recursive(scalars, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=5), st.tuples(inner)), max_leaves=20)


@few
@given(st.dictionaries(st.one_of(keys, st.integers()), anything, max_size=5))
def test_any_dict(dossier: dict[Any, Any]) -> None:
    try:
        xuanren.check(dossier).to_dict()
    except taken as raised:
        assert str(raised)


@few
@given(st.one_of(st.binary(), anything.map(lambda held: json.dumps(held, default=str).encode())))
def test_any_bytes(dossier: bytes) -> None:
    try:
        xuanren.check(dossier).to_json()
    except taken as raised:
        assert str(raised)


names = st.one_of(st.sampled_from(["candidate.level", "candidate.level_since", "target.leading", "procedure.discussion_on", "candidate.deputy_counted_from",
                                   "candidate.level_since.latest", "step.notice", "step.notice.state", "appointment.kind"]), st.text(max_size=6))


@few
@given(st.dictionaries(names, st.lists(scalars, max_size=6), max_size=4), st.sampled_from(["appointment", "rule", "finding"]))
def test_any_columns(data: dict[str, list[Any]], per: str) -> None:
    numpy = pytest.importorskip("numpy")

    def array(held: list[Any]) -> Any:
        out = numpy.empty(len(held), dtype=object)
        out[:] = held
        return out

    try:
        xuanren.check_table({name: array(held) for name, held in data.items()}, per=per)
    except taken as raised:
        assert str(raised)


dtypes = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64", "bool", "complex64",
          "datetime64[D]", "datetime64[ns]", "timedelta64[s]", "U3", "S3", ">i4", "V4"]


@few
@given(names, st.sampled_from(dtypes), st.binary(min_size=0, max_size=64), st.integers(1, 3))
def test_any_dtype(name: str, dtype: str, raw: bytes, step: int) -> None:
    numpy = pytest.importorskip("numpy")
    kind = numpy.dtype(dtype)
    if kind == bool:
        raw = bytes(byte & 1 for byte in raw)
    if kind.kind == "U":
        raw = bytes(len(raw) // 12 * 12)
    array = numpy.frombuffer(raw[: len(raw) // kind.itemsize * kind.itemsize], dtype=kind)[::step]
    try:
        xuanren.check_table({name: array})
    except taken as raised:
        assert str(raised)


@few
@given(names, st.data(), st.sampled_from(["appointment", "rule", "finding"]))
def test_any_arrow_array(name: str, data: st.DataObject, per: str) -> None:
    """Nulls, chunks, slices, dictionaries, and types that no fact has."""
    pyarrow = pytest.importorskip("pyarrow")
    kinds = [pyarrow.bool_(), pyarrow.int8(), pyarrow.int64(), pyarrow.uint64(), pyarrow.float32(), pyarrow.float64(), pyarrow.date32(), pyarrow.date64(),
             pyarrow.timestamp("ns"), pyarrow.timestamp("s", "UTC"), pyarrow.string(), pyarrow.large_string(), pyarrow.binary(), pyarrow.decimal128(10, 2),
             pyarrow.null(), pyarrow.list_(pyarrow.string()), pyarrow.dictionary(pyarrow.int8(), pyarrow.string()), pyarrow.time32("s")]
    kind = data.draw(st.sampled_from(kinds))
    rows = data.draw(st.integers(0, 6))
    values = [None if data.draw(st.booleans()) else 1 for _ in range(rows)]
    try:
        array = pyarrow.array([None if v is None else 3 for v in values]).cast(kind)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError):
        words = [None if v is None else data.draw(st.sampled_from(["county_deputy", "promotion", "x", ""])) for v in values]
        try:
            array = pyarrow.array(words).cast(kind)
        except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError):
            array = pyarrow.nulls(rows, kind)
    table = pyarrow.table({name: pyarrow.chunked_array([array.slice(1), array], type=array.type)}).slice(data.draw(st.integers(0, 3)))
    try:
        xuanren.check_table(table, per=per).to_pylist()
    except taken as raised:
        assert str(raised)


@few
@given(st.text(max_size=12))
def test_any_feel(source: str) -> None:
    book = xuanren.Rulebook.national().only("no such topic")
    try:
        book + xuanren.Rule(id="house/x", cite=xuanren.Citation("本局", 1), must=xuanren.Condition(source))
    except taken as raised:
        assert str(raised)


@few
@given(scalars)
def test_any_value_beside_a_fact(value: Any) -> None:
    for name in ("candidate.level", "candidate.level_since", "target.leading"):
        try:
            assert (xuanren.facts[name] == value).feel.startswith(name)
        except (TypeError, ValueError) as raised:
            assert str(raised)
