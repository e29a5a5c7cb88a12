"""xuanren 选任: checks appointments of cadres against the regulations that govern them.

    import xuanren
    report = xuanren.check("dossier.json")
    for verdict in report:
        print(verdict.id, verdict.outcome)
    print(report["a1"].explain("appointment-regulations-2019/42")[0])

A missing fact is never false, zero or today: what hangs on it is `undetermined`, with the facts that would settle it.
The law is read when it is first needed.
"""

from __future__ import annotations

import sysconfig as _sysconfig

if _sysconfig.get_config_var("Py_GIL_DISABLED"):
    raise ImportError("xuanren does not run on a free-threaded build of CPython: use one with its lock")

from xuanren._check import Dossier, check
from xuanren._core import FactValues, Rulebook
from xuanren._core import version as __version__
from xuanren._rules import (
    Case,
    Citation,
    Condition,
    Fact,
    Rule,
    Term,
    all_of,
    any_of,
    at_least,
    elapsed,
    facts,
)
from xuanren._tables import OUTCOMES, STATUSES, check_table
from xuanren._values import (
    AppointmentVerdict,
    Attested,
    Basis,
    Branch,
    Cited,
    Counts,
    Date,
    Days,
    Explanation,
    Finding,
    Force,
    Holder,
    Leaf,
    Months,
    Obligation,
    OrganisationVerdict,
    Outcome,
    Problem,
    RankSeat,
    ReadError,
    Report,
    ReportWarning,
    RulebookDigest,
    Seat,
    SeatCount,
    Slate,
    SlateMember,
    SlateShortage,
    SlateTie,
    Status,
    Text,
    Verdict,
    days,
    months,
    years,
)


def rules_folder() -> str:
    """The folder of the law as data that came with the package: what Rulebook.load() reads, schemas and an example."""
    import os

    return os.path.join(os.path.dirname(__file__), "rules")


__all__ = [
    "OUTCOMES", "STATUSES", "AppointmentVerdict", "Attested", "Basis", "Branch", "Case", "Citation", "Cited", "Condition",
    "Counts", "Date", "Days", "Dossier", "Explanation", "Fact", "FactValues", "Finding", "Force", "Holder", "Leaf",
    "Months", "Obligation", "OrganisationVerdict", "Outcome", "Problem", "RankSeat", "ReadError", "Report", "ReportWarning",
    "Rule", "Rulebook", "RulebookDigest", "Seat", "SeatCount", "Slate", "SlateMember", "SlateShortage", "SlateTie",
    "Status", "Term", "Text", "Verdict", "__version__", "all_of", "any_of", "at_least", "check", "check_table", "days",
    "elapsed", "facts", "months", "rules_folder", "years",
]
