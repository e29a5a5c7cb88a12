"""Checks for test suites: that an appointment is compliant, or violates a rule; a failure shows the reasoning.

A case is whatever check() takes (a path, a dict, JSON as text or bytes), or what it answered: a Report, or one of its
verdicts. A dossier or a report stands for all of its appointments.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Union

import xuanren
from xuanren._values import Finding, Force, Outcome, Report, Status, Verdict

if TYPE_CHECKING:
    import os

Case = Union[str, bytes, "os.PathLike[str]", Mapping[str, Any], Report, Verdict]
"""What the checks take."""


def assert_compliant(case: Case, rulebook: xuanren.Rulebook | None = None, **options: Any) -> None:
    """That the outcome is compliant, of every appointment of a dossier.

    `rulebook` (the national one by default) and `options` are those of check().
    Errors: AssertionError, with the reasoning on every finding that keeps it from being so; it also
    is raised for a dossier without appointments.
    """
    __tracebackhide__ = True
    verdicts = _verdicts(case, rulebook, options)
    if not verdicts:
        raise AssertionError("there is no appointment to be compliant")
    wrong = [each for each in verdicts if each.outcome is not Outcome.COMPLIANT]
    if wrong:
        raise AssertionError("\n".join(_told(each, [f for f in each.findings if _weighs(f)]) for each in wrong))


def assert_violates(case: Case, pattern: str, rulebook: xuanren.Rulebook | None = None, **options: Any) -> None:
    """That a rule which `pattern` covers is violated by some appointment.

    `pattern` is a rule's id, or the id above several, with or without "/*" at its end:
    "appointment-regulations-2019/8.1.3/*".
    Errors: AssertionError, with the reasoning on the rules that it covers.
    """
    __tracebackhide__ = True
    assert_status(case, pattern, Status.VIOLATED, rulebook, **options)


def assert_status(
    case: Case, pattern: str, status: Status | str, rulebook: xuanren.Rulebook | None = None, **options: Any
) -> None:
    """That a rule which `pattern` covers has that status for some appointment, "undetermined" say.

    Errors: AssertionError, with the reasoning on the rules that it covers; ValueError for a word that is no status.
    """
    __tracebackhide__ = True
    wanted = Status(status)
    verdicts = _verdicts(case, rulebook, options)
    covered = [(each, each.of(pattern)) for each in verdicts]
    if any(finding.status is wanted for _, findings in covered for finding in findings):
        return
    if not any(findings for _, findings in covered):
        from xuanren import _core

        known = list(dict.fromkeys(finding.rule for each in verdicts for finding in each.findings))
        near = _core.nearest(pattern, known)
        hint = f"; nearest: {', '.join(near)}" if near else ""
        raise AssertionError(f"no rule {pattern!r} took part{hint}")
    told = [_told(each, findings) for each, findings in covered if findings]
    raise AssertionError(f"no rule {pattern!r} is {wanted}\n" + "\n".join(told))


def _verdicts(case: Case, rulebook: xuanren.Rulebook | None, options: Mapping[str, Any]) -> tuple[Verdict, ...]:
    if isinstance(case, Verdict):
        return (case,)
    if isinstance(case, Report):
        return case.appointments
    return xuanren.check(case, rulebook, **options).appointments


def _weighs(finding: Finding) -> bool:
    if finding.status is Status.JUDGEMENT:
        return True
    return finding.status in (Status.VIOLATED, Status.UNDETERMINED, Status.FAILED) and finding.force is not Force.ADVISE


def _told(verdict: Verdict, findings: Any) -> str:
    lines = [f"{verdict.id}: {verdict.outcome}"]
    for each in findings:
        # A report made without explanations still has its sentence.
        lines.append(f"{each.rule}: {each.status}\n{each.message}" if each.explanation is None else str(each.explanation))
    return "\n".join(lines)
