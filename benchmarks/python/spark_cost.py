"""What a row costs in Spark: W1's rules over 1,000,000 cases on local[2], beside passing the same rows through mapInArrow
untouched, and beside check_table() on the same columns in one thread.

    python spark_cost.py
"""

from __future__ import annotations

import os
import pathlib
import sys
import tempfile
from collections.abc import Callable
from typing import Any

import pyarrow
import pyarrow.parquet
from measure import book, cases, kinds, shortest

import xuanren
import xuanren.spark

rows = 1_000_000


def main() -> None:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join(
        [str(pathlib.Path(xuanren.__file__).parents[1]), str(pathlib.Path(__file__).parent), os.environ.get("PYTHONPATH", "")]
    )
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100000")
        .getOrCreate()
    )
    held = {
        name: pyarrow.array(column).cast(pyarrow.date32()) if kinds.get(name[3:], "date") == "date" else pyarrow.array(column)
        for name, column in cases(rows).items()
    }
    table = pyarrow.table(held)
    with tempfile.TemporaryDirectory() as folder:
        pyarrow.parquet.write_table(table, f"{folder}/cases.parquet", row_group_size=rows // 4)
        df = session.read.parquet(f"{folder}/cases.parquet").cache()
        df.count()
        rules = book()

        def passed_through(batches: Any) -> Any:
            yield from batches

        plain = df.toDF(*map(str, range(len(df.columns))))

        def told(name: str, work: Callable[[], Any]) -> None:
            print(f"{name}: {shortest(work, 5) * 1e9 / rows:.0f} ns a row")

        told("mapInArrow, rows untouched", lambda: plain.mapInArrow(passed_through, plain.schema).write.format("noop").mode("overwrite").save())
        told("xuanren.spark.check", lambda: xuanren.spark.check(df, rules).write.format("noop").mode("overwrite").save())
    told("check_table, one thread, no Spark", lambda: xuanren.check_table(table, rules))
    session.stop()


if __name__ == "__main__":
    main()
