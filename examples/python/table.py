"""A table of cases: one row a case, one column a fact. Needs pandas.

    python table.py
"""

from __future__ import annotations

import pandas

import xuanren

cases = pandas.DataFrame(
    {
        "appointment.kind": ["promotion", "promotion", "promotion"],
        "appointment.step": ["deputy_to_principal"] * 3,
        "讨论日期": pandas.to_datetime(["2022-03-10", "2022-03-10", "2022-03-10"]),
        "target.level": ["县处级正职", "县处级正职", "县处级正职"],
        "target.regime": "direct",
        "target.has_post": True,
        "target.leading": True,
        "appointment.has_exceptional": False,
        "candidate.held_level_before": False,
        "candidate.held_higher_before": False,
        "candidate.deputy_counted_from": pandas.to_datetime(["2018-05-20", "2020-03-11", "NaT"]),
        "candidate.deputy_counted_from_strict": pandas.to_datetime(["2018-05-20", "2020-03-11", "NaT"]),
    },
    index=["甲", "乙", "丙"],
)


def main() -> None:
    columns = {"讨论日期": "procedure.discussion_on"}
    verdicts = xuanren.check_table(cases, columns=columns)
    print(verdicts[["outcome", "violated", "undetermined"]])
    findings = xuanren.check_table(cases, columns=columns, per="finding")
    print(findings[findings["status"] == "violated"][["rule", "fact", "value", "bound"]].to_string())


if __name__ == "__main__":
    main()
