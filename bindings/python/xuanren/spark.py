"""check(): a PySpark DataFrame of cases judged where its rows lie, by `mapInArrow`.

    import xuanren.spark
    verdicts = xuanren.spark.check(cases, keep=["id"])
    verdicts.filter("outcome = 'violation'").show()

Needs pyspark, pyarrow and pandas (`pip install xuanren[spark]`), and xuanren on every worker. The rulebook travels as
the few words that tell how it was made, and is made anew once a worker process; the verdicts are those of check_table().
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from xuanren import _core
from xuanren._check import book_or_national
from xuanren._tables import _counted, check_table
from xuanren._values import Date, _unknown

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

_columns_of = {
    "appointment": ("outcome", *_counted),
    "rule": ("rule", "status"),
    "finding": ("rule", "status", "fact", "value", "bound"),
}


def check(
    df: DataFrame,
    rulebook: _core.Rulebook | None = None,
    *,
    keep: Sequence[str] = (),
    per: str = "appointment",
    columns: Mapping[str, str | None] | None = None,
    on: Date | None = None,
    law: Date | None = None,
    stage: str | None = None,
    include_unverified: bool = False,
) -> DataFrame:
    """Judges the rows of a DataFrame, and answers a DataFrame of verdicts 批量审核.

    The columns of `keep` stand before each verdict, to tell its row: rows have no numbers of their own in Spark.
    Those that are no fact are not read otherwise. `per` and what it answers, `columns`, `on`, `law`, `stage` and
    `include_unverified` are those of check_table(), its `row` left out; counts are integers, all else is text.
    A rulebook with callables of Python's needs those to be importable by the workers.

    Errors: KeyError for a column that is not there, ValueError for a `per` that is none of them, TypeError for a
    rulebook of another type; what check_table() refuses ends the Spark job with its message.
    """
    if per not in _columns_of:
        raise ValueError(f"per: {per!r} is none of {', '.join(map(repr, _columns_of))}")
    if isinstance(keep, str):
        raise TypeError("keep: a str was given; a list of column names is taken")
    for name in (*keep, *(columns or {})):
        if name not in df.columns:
            raise KeyError(_unknown("column", name, df.columns))
    book = book_or_national(rulebook)
    pickled = pickle.dumps(book)
    names = dict(columns or {})
    # Spark reads a point in a column's name as one between a struct and its field: columns go by number.
    facts: dict[str, str | None] = {}
    for i, name in enumerate(df.columns):
        is_read = name not in keep or _core.fact_told(name, book) is not None
        facts[str(i)] = names.get(name, name if is_read else None)
    kept = [str(df.columns.index(name)) for name in keep]
    options: dict[str, Any] = {"on": on, "law": law, "stage": stage, "include_unverified": include_unverified}
    judged = _judge(pickled, kept, tuple(keep), per, facts, options)
    return df.toDF(*facts).mapInArrow(judged, _schema(df, keep, per))


def _schema(df: DataFrame, keep: Sequence[str], per: str) -> Any:
    from pyspark.sql.types import IntegerType, StringType, StructField, StructType

    fields = [StructField(name, df.schema[name].dataType) for name in keep]
    for name in _columns_of[per]:
        fields.append(StructField(name, IntegerType() if name in _counted else StringType()))
    return StructType(fields)


@lru_cache(maxsize=8)
def _book(pickled: bytes) -> _core.Rulebook:
    """The rulebook of a worker, made once a process."""
    book: _core.Rulebook = pickle.loads(pickled)
    return book


def _judge(
    pickled: bytes,
    kept: list[str],
    keep: tuple[str, ...],
    per: str,
    facts: dict[str, str | None],
    options: dict[str, Any],
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    def judge(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        # Spark has neither dictionaries nor numbers without a sign.
        fields = [(name, pyarrow.int32() if name in _counted else pyarrow.string()) for name in _columns_of[per]]
        for batch in batches:
            verdicts = check_table(batch, _book(pickled), per=per, columns=facts, **options)
            held = [batch.column(each) for each in kept]
            if per != "appointment":
                held = [each.take(verdicts.column("row")) for each in held]
            held += [verdicts.column(name).cast(form) for name, form in fields]
            yield pyarrow.RecordBatch.from_arrays(held, names=[*keep, *_columns_of[per]])

    return judge
