"""Spark judges as check_table() does."""

from __future__ import annotations

import datetime
import os
import pathlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

import xuanren

pyspark = pytest.importorskip("pyspark", reason="pyspark is not installed: pip install xuanren[spark]")
pyarrow = pytest.importorskip("pyarrow")
pytest.importorskip("pandas")

import xuanren.spark  # noqa: E402

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    from pyspark.sql import SparkSession

    # The workers run this interpreter, and find the package where it was found here.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join([str(pathlib.Path(xuanren.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    try:
        made = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate()
        )
    except Exception as failure:  # no Java, say
        pytest.skip(f"Spark does not start here: {failure}")
    yield made
    made.stop()


def rows() -> list[dict[str, Any]]:
    kinds = ["promotion", "lateral", None]
    return [
        {
            "id": f"c{i}",
            "appointment.kind": kinds[i % 3],
            "target.regime": "direct",
            "target.leading": i % 5 != 0,
            "target.special": False,
            "appointment.is_term_renewal": False,
            "target.level": "township_principal" if i % 2 else "county_deputy",
            "appointment.decided_on": datetime.date(2022, 1, 1) + datetime.timedelta(days=i),
            "procedure.discussion_on": datetime.date(2022, 1, 1) + datetime.timedelta(days=i),
            "procedure.has_notice": True if i % 7 else None,
            "procedure.notice_from": datetime.date(2022, 1, 2) + datetime.timedelta(days=i),
            "procedure.notice_to": datetime.date(2022, 1, 2) + datetime.timedelta(days=i + i % 9),
        }
        for i in range(300)
    ]


@pytest.fixture(scope="module")
def cases(session: SparkSession) -> DataFrame:
    from pyspark.sql.types import BooleanType, DateType, StringType, StructField, StructType

    forms = {str: StringType(), bool: BooleanType(), datetime.date: DateType()}
    first = {name: next(type(row[name]) for row in rows() if row[name] is not None) for name in rows()[0]}
    schema = StructType([StructField(name, forms[kind]) for name, kind in first.items()])
    return session.createDataFrame([tuple(row.values()) for row in rows()], schema).repartition(3)


def local(per: str) -> Any:
    return xuanren.check_table(pyarrow.Table.from_pylist(rows()), per=per, columns={"id": None})


def test_outcomes_and_counts_are_those_of_a_local_table(cases: DataFrame) -> None:
    told = {row["id"]: row.asDict() for row in xuanren.spark.check(cases, keep=["id"]).collect()}
    expected = local("appointment").to_pylist()
    assert len(told) == len(expected) == 300
    for i, row in enumerate(expected):
        del row["row"]
        assert told[f"c{i}"] == {"id": f"c{i}", **row}
    assert len({row["outcome"] for row in told.values()}) > 1


@pytest.mark.parametrize("per", ["rule", "finding"])
def test_the_long_forms_are_those_of_a_local_table(cases: DataFrame, per: str) -> None:
    found = [tuple(row) for row in xuanren.spark.check(cases, keep=["id"], per=per).collect()]
    expected = [(f"c{row.pop('row')}", *row.values()) for row in local(per).to_pylist()]
    key = [tuple("" if each is None else str(each) for each in row) for row in found]
    assert sorted(key) == sorted(tuple("" if each is None else str(each) for each in row) for row in expected)


def test_a_fact_may_be_kept_and_a_column_renamed(cases: DataFrame) -> None:
    renamed = cases.withColumnRenamed("appointment.kind", "类型")
    first = xuanren.spark.check(renamed, keep=["id", "target.level"], columns={"类型": "appointment.kind"}).orderBy("id").first()
    assert first is not None and first["id"] == "c0" and first["target.level"] == "county_deputy"
    assert first["outcome"] == local("appointment").to_pylist()[0]["outcome"]


def test_a_changed_rulebook_travels(cases: DataFrame) -> None:
    rule = "appointment-regulations-2019/42/five-working-days"
    book = xuanren.Rulebook.national().without(rule, loosens=[rule])
    found = xuanren.spark.check(cases, book, per="rule", keep=["id"]).filter(f"rule = '{rule}'")
    assert "violated" not in {row["status"] for row in found.collect()}


def test_what_is_wrong_is_said_before_spark_is_asked(cases: DataFrame) -> None:
    with pytest.raises(KeyError, match="did you mean 'id'"):
        xuanren.spark.check(cases, keep=["ids"])
    with pytest.raises(ValueError, match="per"):
        xuanren.spark.check(cases, per="day")
    with pytest.raises(TypeError, match="rulebook"):
        xuanren.spark.check(cases, "national")  # type: ignore[arg-type]


def test_what_a_worker_refuses_reaches_the_caller(cases: DataFrame) -> None:
    with pytest.raises(Exception, match="appointment.kinds"):
        xuanren.spark.check(cases.withColumnRenamed("appointment.kind", "appointment.kinds"), keep=["id"]).collect()
