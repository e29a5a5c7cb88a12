"""What a review answers, as values: equal by what they hold, hashable, picklable, shown as one would write them.

A report that check() made is filled from the library a part at a time, when a part is first looked at.
"""

from __future__ import annotations

import datetime
import enum
import json
import reprlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

if TYPE_CHECKING:
    import pandas

    from xuanren import _core

Date = datetime.date | str
"""A day, or the ISO text of a date that is known to the month or year alone: "2019-05"."""

_V = TypeVar("_V", bound="Value")


class _Word(str, enum.Enum):
    """A word of the report; equal to its text, so that `finding.status == "violated"` holds."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)


class Status(_Word):
    """What a rule says of one case 规则结论."""

    NOT_APPLICABLE = "not_applicable"
    SATISFIED = "satisfied"
    VIOLATED = "violated"
    EXCEPTED = "excepted"
    UNDETERMINED = "undetermined"
    JUDGEMENT = "judgement"
    PENDING = "pending"
    FAILED = "failed"


class Outcome(_Word):
    """What a review says of one appointment or organisation as a whole 总结论, better to worse."""

    COMPLIANT = "compliant"
    JUDGEMENT = "judgement"
    NEEDS_APPROVAL = "needs_approval"
    INCOMPLETE = "incomplete"
    VIOLATION = "violation"


class Force(_Word):
    """The word that carries a rule's requirement 约束力."""

    MUST = "must"
    ORDINARILY = "ordinarily"
    REPORT = "report"
    ADVISE = "advise"


class Basis(_Word):
    """How well the text of a clause is known 文本把握."""

    VERBATIM = "verbatim"
    CONFIRMED = "confirmed"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, order=True)
class Period:
    """A length of time; Months and Days are never mixed."""

    count: int

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.count})"


class Months(Period):
    """Whole months 足月; years(2) is Months(24)."""

    def __str__(self) -> str:
        return f"-P{-self.count}M" if self.count < 0 else f"P{self.count}M"


class Days(Period):
    """Days 日."""

    def __str__(self) -> str:
        return f"-P{-self.count}D" if self.count < 0 else f"P{self.count}D"


def months(count: int) -> Months:
    """So many whole months."""
    return Months(count)


def years(count: int) -> Months:
    """So many years, as months."""
    return Months(12 * count)


def days(count: int) -> Days:
    """So many days."""
    return Days(count)


class Value:
    """A value whose fields may still have to be filled from the library."""

    __slots__ = ("_source",)
    _source: Callable[[str], tuple[tuple[str, ...], tuple[Any, ...]]]
    _unwritten: ClassVar[frozenset[str]] = frozenset()
    """Fields that the report's JSON does not have."""

    @classmethod
    def _filled_by(cls: type[_V], source: Callable[[str], tuple[tuple[str, ...], tuple[Any, ...]]]) -> _V:
        made = cls.__new__(cls)
        object.__setattr__(made, "_source", source)
        return made

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        try:
            source = self._source
        except AttributeError:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}") from None
        if name not in _names_of(type(self)):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        for each, held in zip(*source(name)):
            object.__setattr__(self, each, held)
        return object.__getattribute__(self, name)

    def __reduce__(self) -> tuple[Any, ...]:
        # Reasonings are many times the rest; who sends a report away sends its answers.
        state = [None if name in self._unwritten else getattr(self, name) for name in _names_of(type(self))]
        return _made_again, (type(self), state)

    def __copy__(self: _V) -> _V:
        return self

    def __deepcopy__(self: _V, memo: Any) -> _V:
        return self

    def to_dict(self) -> dict[str, Any]:
        """As the report's JSON has it: words and dates as text, lists for tuples."""
        return {name: _plain(getattr(self, name)) for name in _names_of(type(self)) if name not in self._unwritten}


def _made_again(cls: type[_V], state: Sequence[Any]) -> _V:
    made = cls.__new__(cls)
    for name, held in zip(_names_of(cls), state):
        object.__setattr__(made, name, held)
    return made


_names: dict[type, tuple[str, ...]] = {}


def _names_of(cls: type[Value]) -> tuple[str, ...]:
    found = _names.get(cls)
    if found is None:
        found = _names[cls] = tuple(f.name for f in fields(cls))  # type: ignore[arg-type]
    return found


def _plain(held: Any) -> Any:
    if isinstance(held, Value):
        return held.to_dict()
    if isinstance(held, enum.Enum):
        return held.value
    if isinstance(held, datetime.date):
        return held.isoformat()
    if isinstance(held, (tuple, list)):
        return [_plain(each) for each in held]
    if isinstance(held, Mapping):
        return {name: _plain(each) for name, each in held.items()}
    return held


@dataclass(frozen=True, slots=True)
class Text(Value):
    """One thing said in both languages; neither is a translation of the other."""

    zh: str
    en: str = ""

    def __str__(self) -> str:
        return self.zh or self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Value):
    """What is wrong with an input: a stable code, the place, what was found and what was expected."""

    code: str
    """XR-JSON-003, XR-RULE-012 and so on."""
    message: Text
    place: str = ""
    """File, JSON pointer, line and column, as far as they are known."""
    file: str = ""
    at: str = ""
    """A JSON pointer; empty for the document as a whole."""
    line: int = 0
    """From 1; 0 where it is not known."""
    column: int = 0
    found: str = ""
    expected: Text = field(default_factory=lambda: Text("", ""))

    def __str__(self) -> str:
        return f"{self.code} {self.place + ': ' if self.place else ''}{self.message.zh} / {self.message.en}"


class ReadError(ValueError):
    """An input that cannot be used; `problems` says everything that is wrong with it."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(each) for each in self.problems)

    @classmethod
    def _of(cls, told: Sequence[tuple[str, str, str, int, int, str, tuple[str, str], tuple[str, str]]]) -> ReadError:
        problems = []
        for code, file, at, line, column, found, expected, message in told:
            place = ":".join(str(part) for part in (file, line, column) if part)
            problems.append(
                Problem(code=code, message=Text(*message), place=f"{place} {at}".strip(), file=file, at=at, line=line,
                        column=column, found=found, expected=Text(*expected))
            )
        return cls(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts(Value):
    """How many rules came to each status."""

    satisfied: int = 0
    violated: int = 0
    excepted: int = 0
    undetermined: int = 0
    judgement: int = 0
    pending: int = 0
    not_applicable: int = 0
    failed: int = 0
    unverified_off: int = 0
    """Rules switched off, since their text is not verified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited(Value):
    """A clause cited in full, 《…条例》（2019）第八条第一款第三项, and whether its number is sure."""

    zh: str
    en: str
    certainty: str = "confirmed"

    def __str__(self) -> str:
        return self.zh


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(Value):
    """One elementary test of a rule 单项比对: what it asked and what it met."""

    fact: str | None
    """The fact's name, or the expression that was computed."""
    required: str
    """The bound, as ">= P2Y"."""
    actual: str
    """What the case holds, or "unknown"."""
    truth: str
    """Whether it helps its rule: "yes", "no" or "unknown"."""
    source: str | None = None
    """Where in the dossier the value was read, a JSON pointer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attested(Value):
    """A recorded decision of people on what a text leaves to them 研判结论."""

    rule: str
    by: str
    on: Date | None
    document: str
    holds: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Value):
    """A branch of a reasoning: what it says, its answer, its test where it is one, its parts."""

    says: Text
    answer: str
    leaf: Leaf | None = None
    parts: tuple[Branch, ...] = ()

    @classmethod
    def _of(cls, told: tuple[Any, ...] | None) -> Branch | None:
        if told is None:
            return None
        says, answer, leaf, parts = told
        made = [cls._of(each) for each in parts]
        return cls(says=Text(*says), answer=answer, leaf=_leaf(leaf) if leaf else None, parts=tuple(b for b in made if b is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation(Value):
    """The whole reasoning on one rule 推理过程; `print(explanation)` tells it."""

    rule: str
    status: Status
    says: Text
    """All of it, set for reading."""
    scope: Branch | None = None
    requirement: Branch | None = None
    band: Branch | None = None

    def __str__(self) -> str:
        return self.says.zh


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder(Value):
    """Who takes a seat, since when 占用职数者."""

    cadre: str | None
    name: str
    title: str
    since: Date | None
    until: Date | None
    certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCount(Value):
    """How many seats a finding is about, on the day judged; of an appointment, once it has taken effect."""

    approved: int | None
    occupied: int | None
    at_most: int
    """Occupied, where whoever may sit there is counted too."""
    over: int | None
    """How many too many; None where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Value):
    """What one rule says of one appointment or organisation."""

    rule: str
    status: Status
    force: Force = Force.MUST
    basis: Basis = Basis.CONFIRMED
    cite: Cited = Cited(zh="", en="")
    by_reference: bool = False
    """The regulation reaches this case by reference 参照."""
    subject: str | None = None
    """The seat or relation judged; None for the whole."""
    reference: Date | None = None
    """The rule's reference date."""
    message: Text = Text("", "")
    leaves: tuple[Leaf, ...] = ()
    """The tests that decide, in the rule's order."""
    missing: tuple[str, ...] = ()
    """The facts that would settle it."""
    residual: str | None = None
    """What is left to decide, in FEEL."""
    earliest: Date | None = None
    """The first day on which time alone mends it."""
    set_aside_by: str | None = None
    attested: Attested | None = None
    remedies: tuple[Text, ...] = ()
    failure: str | None = None
    """What went wrong, of a rule that failed: of a callable its traceback."""
    seats: SeatCount | None = None
    """Of a finding about seats or ranks that is not kept; else None."""
    holders: tuple[Holder, ...] | None = None
    """Who sits there, or whom the finding counts; None where it is about no seat."""
    explanation: Explanation | None = field(default=None, repr=False, compare=False)
    """None where check() was told not to explain, and in what was pickled; part of no comparison."""

    _unwritten: ClassVar[frozenset[str]] = frozenset({"explanation"})

    def explain(self) -> Explanation:
        """The whole reasoning, of satisfied and not applicable rules too.

        Errors: ValueError where check() was told not to explain.
        """
        if self.explanation is None:
            raise ValueError("there is no explanation: check() was told explain=False")
        return self.explanation

    def to_dict(self) -> dict[str, Any]:
        out = Value.to_dict(self)
        for name in ("failure", "seats", "holders"):
            if out[name] is None:
                del out[name]
        return out


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Value):
    """What is still owed after the decision, or was owed by a day that has passed 待办事项."""

    rule: str
    due: Date | None
    met_on: Date | None
    status: str
    """"open", "met" or "overdue"."""
    past_due: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict(Value):
    """What a review says of one appointment or organisation; iterating gives its findings."""

    id: str
    outcome: Outcome
    counts: Counts
    findings: tuple[Finding, ...] = ()
    """One for every rule in force, satisfied and not applicable ones too."""

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, rule: str) -> Finding:
        """The finding of a rule.  Errors: KeyError, with the nearest ids."""
        for each in self.findings:
            if each.rule == rule:
                return each
        raise KeyError(_unknown("rule", rule, [each.rule for each in self.findings]))

    def of(self, pattern: str) -> tuple[Finding, ...]:
        """The findings of a rule, or of all under it: "appointment-regulations-2019/8.1.3", with "/*" behind it or not."""
        from xuanren import _core

        return tuple(each for each in self.findings if _core.covers(each.rule, pattern))

    def explain(self, rule: str = "") -> tuple[Explanation, ...]:
        """The reasoning on a rule or on those under it; without a name on all that are not satisfied."""
        if rule:
            found = self.of(rule)
            if not found:
                raise KeyError(_unknown("rule", rule, [each.rule for each in self.findings]))
            return tuple(each.explain() for each in found)
        fine = (Status.SATISFIED, Status.NOT_APPLICABLE, Status.PENDING)
        return tuple(each.explain() for each in self.findings if each.status not in fine)

    @property
    def violated(self) -> tuple[Finding, ...]:
        """The findings that are violated."""
        return tuple(each for each in self.findings if each.status is Status.VIOLATED)

    @property
    def earliest(self) -> Date | None:
        """The first day on which time alone has mended every breach, each taken by itself.

        None where there is no breach, or one that time does not mend.
        """
        dates = [each.earliest for each in self.findings if each.status is Status.VIOLATED]
        days = [each for each in dates if isinstance(each, datetime.date)]
        return max(days) if dates and len(days) == len(dates) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentVerdict(Verdict):
    """The verdict on one appointment."""

    candidate: str = ""
    post: str | None = None
    decided: Date | None = None
    reviewed: Date | None = None
    kind: str | None = None
    """As declared."""
    kind_derived: str | None = None
    """As the record shows."""
    mechanism: str | None = None
    obligations: tuple[Obligation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(Value):
    """Seats of one level and role at an organisation."""

    level: str
    role: str | None
    approved: int | None
    occupied: int | None
    after: int | None
    """Once every appointment of the dossier has taken effect."""
    holders: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RankSeat(Value):
    """Seats of one group of ranks at an organisation."""

    group: str
    approved: int | None
    occupied: int | None
    after: int | None
    holders: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationVerdict(Verdict):
    """The verdict on one organisation."""

    on: Date | None = None
    seats: tuple[Seat, ...] = ()
    rank_seats: tuple[RankSeat, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookDigest(Value):
    """The rulebook that a report was made with."""

    name: str
    digest: str
    instruments: tuple[str, ...] = ()
    loosened: tuple[str, ...] = ()
    unverified_off: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWarning(Value):
    """Something doubtful that was kept as it stands 提示."""

    code: str
    at: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlateMember(Value):
    """One appointment of a slate, and the day on which it takes effect."""

    id: str
    effective: Date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlateTie(Value):
    """`second` takes the seat that `first` leaves."""

    first: str
    second: str
    organisation: str
    seat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlateShortage(Value):
    """Seats that do not suffice, whatever the order."""

    organisation: str
    seat: str
    lacking: int
    appointments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slate(Value):
    """Appointments decided on one day that depend on one another 成批任免."""

    decided: Date | None
    appointments: tuple[SlateMember, ...] = ()
    """By the day on which they take effect."""
    exists: str
    """Whether an order exists in which each step finds its seat free: "yes", "no" or "unknown"."""
    steps: tuple[tuple[str, ...], ...] = ()
    """Such an order; those of one step wait for each other in a circle and have to take effect on the same day."""
    ties: tuple[SlateTie, ...] = ()
    shortages: tuple[SlateShortage, ...] = ()
    kept: str
    """Whether the recorded days keep it: "yes", "no" or "unknown"."""
    too_early: tuple[SlateTie, ...] = ()


_worst_first = (Outcome.VIOLATION, Outcome.INCOMPLETE, Outcome.NEEDS_APPROVAL, Outcome.JUDGEMENT, Outcome.COMPLIANT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Value):
    """The answer of check() 审核报告; iterating gives the verdicts on its appointments."""

    rulebook: RulebookDigest
    appointments: tuple[AppointmentVerdict, ...] = ()
    organisations: tuple[OrganisationVerdict, ...] = ()
    slates: tuple[Slate, ...] = ()
    unused: tuple[str, ...] = ()
    """JSON pointers of keys that the dossier's format does not know."""
    warnings: tuple[ReportWarning, ...] = ()
    mechanisms: tuple[tuple[str, int], ...] = ()
    """How many appointments were made under each incentive mechanism."""

    def __iter__(self) -> Iterator[AppointmentVerdict]:
        return iter(self.appointments)

    def __len__(self) -> int:
        return len(self.appointments)

    def __getitem__(self, id: str) -> Verdict:
        """The verdict on an appointment or organisation.  Errors: KeyError, with the nearest ids."""
        held: tuple[Verdict, ...] = (*self.appointments, *self.organisations)
        for each in held:
            if each.id == id:
                return each
        raise KeyError(_unknown("appointment or organisation", id, [each.id for each in held]))

    def explain(self, id: str, rule: str = "") -> tuple[Explanation, ...]:
        """The reasoning on one appointment or organisation; see Verdict.explain()."""
        return self[id].explain(rule)

    @property
    def outcome(self) -> Outcome:
        """The worst of all outcomes; incomplete where nothing was there to check."""
        held = {each.outcome for each in (*self.appointments, *self.organisations)}
        for each in _worst_first:
            if each in held:
                return each
        return Outcome.INCOMPLETE

    def to_dict(self) -> dict[str, Any]:
        """The report as the program's JSON has it, schema xuanren.report/1."""
        def outcomes(held: Sequence[Verdict]) -> dict[str, int]:
            counted = {o: sum(1 for each in held if each.outcome is o) for o in _worst_first}
            return {o.value: n for o, n in counted.items() if n}

        return {
            "schema": "xuanren.report/1",
            "rulebook": self.rulebook.to_dict(),
            "appointments": _plain(self.appointments),
            "organisations": _plain(self.organisations),
            "slates": _plain(self.slates),
            "unused": list(self.unused),
            "warnings": _plain(self.warnings),
            "summary": {
                "appointments": len(self.appointments),
                "by_outcome": outcomes(self.appointments),
                "mechanisms": dict(self.mechanisms),
                "organisations": {"by_outcome": outcomes(self.organisations)},
            },
        }

    def to_json(self) -> str:
        """The same as JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"

    def to_frame(self) -> pandas.DataFrame:
        """A pandas DataFrame, one row a finding: appointment, rule, status, force, citation, message.

        Organisations stand among the appointments, by their ids.  Errors: ImportError without pandas.
        """
        import pandas

        held: tuple[Verdict, ...] = (*self.appointments, *self.organisations)
        rows = [
            (verdict.id, f.rule, f.status.value, f.force.value, f.subject, f.cite.zh, f.message.zh)
            for verdict in held
            for f in verdict.findings
        ]
        names = ["appointment", "rule", "status", "force", "subject", "citation", "message"]
        return pandas.DataFrame.from_records(rows, columns=names)

    def _repr_html_(self) -> str:
        """For notebooks: each verdict, with the findings that are not satisfied."""
        from html import escape

        told = (Status.VIOLATED, Status.FAILED, Status.UNDETERMINED, Status.JUDGEMENT)
        rows = []
        held: tuple[Verdict, ...] = (*self.appointments, *self.organisations)
        for verdict in held:
            rows.append(f"<tr><th>{escape(verdict.id)}</th><th>{verdict.outcome}</th><th colspan=2></th></tr>")
            for status in told:
                for f in verdict.findings:
                    if f.status is status:
                        rows.append(
                            f"<tr><td></td><td>{f.status}</td><td style='text-align:left'>{escape(f.cite.zh)}</td>"
                            f"<td style='text-align:left'>{escape(f.message.zh)}</td></tr>"
                        )
        return f"<table class='xuanren-report'>{''.join(rows)}</table>"


def _unknown(what: str, name: str, known: Sequence[str]) -> str:
    """A name that is not known, with the nearest that are."""
    from xuanren import _core

    near = _core.nearest(name, list(dict.fromkeys(known)))
    hint = f"; did you mean {' or '.join(repr(each) for each in near)}?" if near else ""
    return f"there is no {what} {reprlib.repr(name)}{hint}"


# How values are filled from the library: which of its answers holds a field, and what is made of it.


def _leaf(told: tuple[Any, ...]) -> Leaf:
    fact, required, actual, truth, source = told
    return Leaf(fact=fact, required=required, actual=actual, truth=truth, source=source)


_finding_head = ("rule", "status", "force", "basis", "by_reference", "subject", "reference", "missing", "earliest", "set_aside_by", "attested", "failure")
_finding_words = ("cite", "message", "residual", "remedies")


def _finding_of(native: _core.NativeReport, of_organisation: bool, i: int, j: int, explained: bool) -> Finding:
    def source(name: str) -> tuple[tuple[str, ...], tuple[Any, ...]]:
        if name in _finding_words:
            cite, message, residual, remedies = native.finding_words(of_organisation, i, j)
            made = (Cited(zh=cite[0], en=cite[1], certainty=cite[2]), Text(*message), residual, tuple(Text(*each) for each in remedies))
            return _finding_words, made
        if name == "leaves":
            return ("leaves",), (tuple(_leaf(each) for each in native.finding_leaves(of_organisation, i, j)),)
        if name in ("seats", "holders"):
            counts, holders = native.finding_seats(of_organisation, i, j)
            return ("seats", "holders"), (counts and SeatCount(**dict(zip(_names_of(SeatCount), counts))), holders and _holders(holders))
        if name == "explanation":
            return ("explanation",), (_explanation(native.finding_explanation(of_organisation, i, j)) if explained else None,)
        told = native.finding_head(of_organisation, i, j)
        rule, status, force, basis, by_reference, subject, reference, missing, earliest, aside, attested, failure = told
        if attested is not None:
            by_rule, by, on, document, holds = attested
            attested = Attested(rule=by_rule, by=by, on=on, document=document, holds=holds)
        return _finding_head, (rule, Status(status), Force(force), Basis(basis), by_reference, subject, reference, missing, earliest, aside, attested, failure)

    return Finding._filled_by(source)


def _explanation(told: tuple[Any, ...]) -> Explanation:
    rule, status, says, scope, requirement, band = told
    return Explanation(rule=rule, status=Status(status), says=Text(*says), scope=Branch._of(scope), requirement=Branch._of(requirement), band=Branch._of(band))


def _counts(told: tuple[int, ...]) -> Counts:
    return Counts(**dict(zip(_names_of(Counts), told)))


def _findings(native: _core.NativeReport, of_organisation: bool, i: int, explained: bool) -> tuple[Finding, ...]:
    return tuple(_finding_of(native, of_organisation, i, j, explained) for j in range(native.finding_count(of_organisation, i)))


_appointment_head = ("id", "outcome", "counts", "candidate", "post", "decided", "reviewed", "kind", "kind_derived", "mechanism")


def _appointment_of(native: _core.NativeReport, i: int, explained: bool) -> AppointmentVerdict:
    def source(name: str) -> tuple[tuple[str, ...], tuple[Any, ...]]:
        if name == "findings":
            return ("findings",), (_findings(native, False, i, explained),)
        if name == "obligations":
            made = []
            for rule, due, met_on, status, past_due in native.obligations(i):
                made.append(Obligation(rule=rule, due=due, met_on=met_on, status=status, past_due=past_due))
            return ("obligations",), (tuple(made),)
        id, outcome, counts, *rest = native.appointment_head(i)
        return _appointment_head, (id, Outcome(outcome), _counts(counts), *rest)

    return AppointmentVerdict._filled_by(source)


def _holders(told: tuple[Any, ...]) -> tuple[Holder, ...]:
    return tuple(Holder(**dict(zip(_names_of(Holder), each))) for each in told)


def _slate(told: tuple[Any, ...]) -> Slate:
    def made(cls: type[_V], held: tuple[Any, ...]) -> tuple[_V, ...]:
        return tuple(cls(**dict(zip(_names_of(cls), each))) for each in held)

    decided, members, exists, steps, ties, shortages, kept, too_early = told
    return Slate(
        decided=decided, appointments=made(SlateMember, members), exists=exists, steps=steps, ties=made(SlateTie, ties),
        shortages=made(SlateShortage, shortages), kept=kept, too_early=made(SlateTie, too_early),
    )


def _organisation_of(native: _core.NativeReport, i: int, explained: bool) -> OrganisationVerdict:
    def source(name: str) -> tuple[tuple[str, ...], tuple[Any, ...]]:
        if name == "findings":
            return ("findings",), (_findings(native, True, i, explained),)
        if name in ("seats", "rank_seats"):
            made: list[Seat | RankSeat] = []
            for (first, *second), (approved, occupied, after, held) in native.seats(i, name == "rank_seats"):
                if second:
                    made.append(Seat(level=first, role=second[0], approved=approved, occupied=occupied, after=after, holders=_holders(held)))
                else:
                    made.append(RankSeat(group=first, approved=approved, occupied=occupied, after=after, holders=_holders(held)))
            return (name,), (tuple(made),)
        id, outcome, counts, on = native.organisation_head(i)
        return ("id", "outcome", "counts", "on"), (id, Outcome(outcome), _counts(counts), on)

    return OrganisationVerdict._filled_by(source)


def _report_of(native: _core.NativeReport, explained: bool) -> Report:
    def source(name: str) -> tuple[tuple[str, ...], tuple[Any, ...]]:
        if name == "appointments":
            return (name,), (tuple(_appointment_of(native, i, explained) for i in range(len(native))),)
        if name == "organisations":
            return (name,), (tuple(_organisation_of(native, i, explained) for i in range(native.organisation_count)),)
        if name == "slates":
            return (name,), (tuple(_slate(each) for each in native.slates()),)
        (book, digest, instruments, loosened, off), unused, warnings, mechanisms = native.head()
        made = RulebookDigest(name=book, digest=digest, instruments=instruments, loosened=loosened, unverified_off=off)
        said = tuple(ReportWarning(code=code, at=at, zh=zh, en=en) for code, at, zh, en in warnings)
        return ("rulebook", "unused", "warnings", "mechanisms"), (made, unused, said, tuple(mechanisms.items()))

    return Report._filled_by(source)
