"""Judges the appointments that a PostgreSQL table holds, and writes the verdicts into another beside it.

    python examples/python/postgresql.py postgresql:///personnel

The query names each column by the fact that it tells; rows come and go through Arrow, a batch at a time, and
the findings alone are kept. Needs: pip install xuanren[postgresql].
"""

from __future__ import annotations

import sys

import adbc_driver_postgresql.dbapi as postgresql
import pyarrow

import xuanren

# What the personnel system keeps, under the names that the rules know it by. What it does not keep is unknown.
cases = """
    select id,
           'direct'            as "target.regime",  -- the same for every row
           kind                as "appointment.kind",
           discussed_on        as "procedure.discussion_on",
           post_level          as "target.level",
           post_is_leading     as "target.leading",
           present_level       as "candidate.level",
           present_level_since as "candidate.level_since",
           notice_from is not null as "procedure.has_notice",
           notice_from         as "procedure.notice_from",
           notice_to           as "procedure.notice_to",
           post_is_special     as "target.special",
           at_term_renewal     as "appointment.is_term_renewal"
    from appointments
    order by id
"""


def judge(uri: str, rulebook: xuanren.Rulebook | None = None) -> int:
    """Fills the table `verdicts` anew, one row an appointment and rule that it may break.

    Returns: how many there are.  Errors: what the database or check_table() refuses; `verdicts` is then as it was.
    """
    with postgresql.connect(uri) as connection, connection.cursor() as cursor:
        cursor.execute(cases)
        told = [findings(batch, rulebook) for batch in cursor.fetch_record_batch()]
        cursor.adbc_ingest("verdicts", pyarrow.Table.from_batches(told, schema=verdicts), mode="replace")
        connection.commit()
        return sum(each.num_rows for each in told)


verdicts = pyarrow.schema([(name, pyarrow.string()) for name in ("id", "rule", "status", "fact", "value", "bound")])


def findings(batch: pyarrow.RecordBatch, rulebook: xuanren.Rulebook | None) -> pyarrow.RecordBatch:
    """What may be broken in one batch, by the appointment's id instead of the number of its row."""
    found = xuanren.check_table(batch, rulebook, per="finding", columns={"id": None})
    columns = [batch.column("id").take(found.column("row"))]
    columns += [found.column(name).cast(pyarrow.string()) for name in verdicts.names[1:]]
    return pyarrow.RecordBatch.from_arrays(columns, schema=verdicts)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(f"{judge(sys.argv[1])} findings in the table verdicts")
