"""A rule of one's own unit beside the national ones: composed in Python, and as a function.

    python house_rule.py
"""

from __future__ import annotations

import pathlib

import xuanren
from xuanren import Citation, Fact, Rule, Rulebook, elapsed, facts, months

sample = pathlib.Path(__file__).resolve().parents[1] / "bureau-2022" / "bureau.json"

# 本局办法第十二条：提拔任领导职务的，任现职务层次须满三十个月。
longer_service = Rule(
    id="bureau/12/thirty-months",
    cite=Citation("本局干部管理办法", 12),
    title="提拔任领导职务，任现职务层次满三十个月",
    applies=(facts.appointment.kind == "promotion") & facts.target.leading,
    must=elapsed(facts.candidate.level_since) >= months(30),
)


def talks(case: xuanren.Case) -> int | None:
    """How many talks were held with the candidate: from a key of the bureau's own in its dossiers."""
    held: int | None = case.appointment.get("x-talks")
    return held


talks_held = Fact(name="bureau.talks", zh="任前谈话次数", type="number", read=talks)


def two_talks(case: xuanren.FactValues) -> bool | None:
    """A condition as a function: None says that it is not known."""
    held = case["bureau.talks"]
    return None if held is None else held >= 2


talks_rule = Rule(id="bureau/13/two-talks", cite=Citation("本局干部管理办法", 13), title="任前谈话不少于两次", must=two_talks)


def main() -> None:
    book = Rulebook.national() + talks_held + longer_service + talks_rule
    report = xuanren.check(sample, book)
    for verdict in report:
        for finding in verdict.of("bureau"):
            if finding.status is not xuanren.Status.NOT_APPLICABLE:
                print(verdict.id, finding.status, finding.message)


if __name__ == "__main__":
    main()
