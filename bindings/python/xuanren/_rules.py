"""Facts by name, conditions over them, rules and facts of one's own."""

from __future__ import annotations

import datetime
import decimal
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from xuanren import _core
from xuanren._values import Days, Months, Text, Value, _unknown

Predicate = Callable[[_core.FactValues], bool | None]
"""A condition that is a function of one's own: facts in, True, False or None (not known) out."""


@lru_cache(maxsize=4096)
def _told(name: str) -> tuple[Any, ...] | None:
    return _core.fact_told(name) or _core.fact_told(name, Rulebook.national())


class Condition:
    """A condition 条件; what it says is FEEL, checked when its rule joins a rulebook.

    Combines by `&`, `|` and `~`, always keeping both sides, so that an explanation is whole.
    """

    __slots__ = ("_shape", "feel")

    def __init__(self, feel: str, *, _shape: str = "test") -> None:
        if not isinstance(feel, str):
            raise TypeError(f"feel: a value of type {type(feel).__name__} was given; str is taken")
        self.feel = feel
        self._shape = _shape

    def _part(self, outer: str) -> str:
        return self.feel if self._shape in ("test", outer) else f"({self.feel})"

    def _join(self, other: object, shape: str) -> Condition:
        if not isinstance(other, Condition):
            raise TypeError(f"a condition is joined with conditions, not with a value of type {type(other).__name__}")
        return Condition(f"{self._part(shape)} {shape} {other._part(shape)}", _shape=shape)

    def __and__(self, other: Condition) -> Condition:
        return self._join(other, "and")

    def __or__(self, other: Condition) -> Condition:
        return self._join(other, "or")

    def __invert__(self) -> Condition:
        return Condition(f"not({self.feel})")

    def __bool__(self) -> bool:
        raise TypeError("a condition has no truth of its own: combine conditions by &, | and ~, comparisons in parentheses")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Condition) and self.feel == other.feel

    def __hash__(self) -> int:
        return hash(self.feel)

    def __repr__(self) -> str:
        return f"Condition({self.feel!r})"


class Term(Condition):
    """A value that a rule reckons with: a fact, or what is computed of one, `elapsed(fact)`.

    Compares by ==, !=, <, <=, >, >= with a plain value of its type (datetime.date, int, str, bool, months(24),
    days(5), a word of its enumeration) or with another term, and gives a condition. A boolean one is a condition.
    """

    __slots__ = ("kind", "words")

    def __init__(self, feel: str, kind: str, words: tuple[str, tuple[tuple[str, str], ...]] | None = None) -> None:
        super().__init__(feel)
        self.kind = kind
        self.words = words

    def _side(self, other: object) -> str:
        if isinstance(other, Term):
            if other.kind != self.kind or other.words != self.words:
                raise TypeError(f"{self.feel} is a {self.kind}, {other.feel} a {other.kind}: they cannot be compared")
            return other.feel
        kind, said = self.kind, type(other).__name__
        if kind == "enumeration" and self.words is not None and isinstance(other, str):
            name, members = self.words
            for en, zh in members:
                if other in (en, zh):
                    return f"{name}.{en}"
            raise ValueError(_unknown(f"{name} of the name", other, [word for pair in members for word in pair]))
        if kind == "boolean" and isinstance(other, bool):
            return "true" if other else "false"
        if kind == "number" and isinstance(other, (int, decimal.Decimal)) and not isinstance(other, bool):
            return format(other, "f") if isinstance(other, decimal.Decimal) else str(other)
        if kind == "string" and isinstance(other, str):
            return json.dumps(other, ensure_ascii=False)
        if kind == "date" and isinstance(other, datetime.date):
            return f'@"{json.loads(_core.to_json(other, self.feel))}"'
        if (kind == "months" and isinstance(other, Months)) or (kind == "days" and isinstance(other, Days)):
            return f'@"{other}"'
        raise TypeError(f"{self.feel} is a {kind}: it cannot be compared with a value of type {said}")

    def __eq__(self, other: object) -> Condition:  # type: ignore[override]
        return Condition(f"{self.feel} = {self._side(other)}")

    def __ne__(self, other: object) -> Condition:  # type: ignore[override]
        return Condition(f"{self.feel} != {self._side(other)}")

    def __lt__(self, other: object) -> Condition:
        return Condition(f"{self.feel} < {self._side(other)}")

    def __le__(self, other: object) -> Condition:
        return Condition(f"{self.feel} <= {self._side(other)}")

    def __gt__(self, other: object) -> Condition:
        return Condition(f"{self.feel} > {self._side(other)}")

    def __ge__(self, other: object) -> Condition:
        return Condition(f"{self.feel} >= {self._side(other)}")

    __hash__ = Condition.__hash__

    def _join(self, other: object, shape: str) -> Condition:
        self._must_be_boolean()
        return super()._join(other, shape)

    def __invert__(self) -> Condition:
        self._must_be_boolean()
        return super().__invert__()

    def _part(self, outer: str) -> str:
        self._must_be_boolean()
        return super()._part(outer)

    def _must_be_boolean(self) -> None:
        if self.kind != "boolean":
            raise TypeError(f"{self.feel} is a {self.kind}, not a condition: compare it with something")

    def __repr__(self) -> str:
        return f"Term({self.feel!r}, {self.kind!r})"


class FactGroup:
    """The facts of one subject, `facts.candidate`."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def __getattr__(self, name: str) -> Term:
        if name.startswith("_"):
            raise AttributeError(name)
        return facts[f"{self._prefix}.{name}"]

    def __dir__(self) -> list[str]:
        start = self._prefix + "."
        return sorted({each[len(start):] for each in _all_names() if each.startswith(start)})

    def __repr__(self) -> str:
        return f"facts.{self._prefix}"


@lru_cache(maxsize=1)
def _all_names() -> tuple[str, ...]:
    return _core.fact_names(Rulebook.national())


class Facts:
    """Everything that rules may speak of, by name in either language: `facts.candidate.level_since`, `facts["公示起始日"]`."""

    def __getattr__(self, name: str) -> FactGroup:
        if name.startswith("_"):
            raise AttributeError(name)
        if not any(each.startswith(name + ".") for each in _all_names()):
            raise AttributeError(_unknown("group of facts", name, sorted({each.split(".")[0] for each in _all_names()})))
        return FactGroup(name)

    def __getitem__(self, name: str) -> Term:
        """The fact of that name.  Errors: AttributeError (which is a KeyError too), with the nearest names."""
        told = _told(name)
        if told is None:
            known = [word for each in _all_names() for word in (_told(each) or ())[:2]]
            raise UnknownFact(_unknown("fact", name, known))
        english, _zh, kind, enumeration, _ordered, members, *_rest = told
        return Term(english, kind, (enumeration, members) if enumeration else None)

    def __iter__(self) -> Any:
        return iter(_all_names())

    def __len__(self) -> int:
        return len(_all_names())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and _told(name) is not None

    def __dir__(self) -> list[str]:
        return sorted({each.split(".")[0] for each in _all_names()})

    def __repr__(self) -> str:
        return "facts"


class UnknownFact(AttributeError, KeyError):
    """There is no fact of that name."""

    def __str__(self) -> str:
        return str(self.args[0])


facts = Facts()


def elapsed(since: Term) -> Term:
    """Whole months 足月 from a date to the rule's own reference date."""
    if not isinstance(since, Term) or since.kind != "date":
        raise TypeError("since: a date is taken, facts.candidate.level_since say")
    return Term(f"elapsed({since.feel})", "months")


def all_of(*conditions: Condition) -> Condition:
    """Every one of them 全部满足."""
    return _joined(conditions, "and")


def any_of(*conditions: Condition) -> Condition:
    """One of them at least 任一满足."""
    return _joined(conditions, "or")


def _joined(conditions: Sequence[Condition], shape: str) -> Condition:
    if not conditions:
        raise TypeError("conditions: one at least is needed")
    out = conditions[0]
    for each in conditions[1:]:
        out = out._join(each, shape)
    return out


def at_least(wanted: int, *conditions: Condition) -> Condition:
    """So many of them at least 至少n项; exact under missing facts, as its combinations are written out."""
    from itertools import combinations

    if not 0 < wanted <= len(conditions):
        raise ValueError(f"wanted: {wanted} of {len(conditions)} conditions cannot be asked for")
    return any_of(*(all_of(*each) for each in combinations(conditions, wanted)))


@dataclass(frozen=True, slots=True)
class Citation(Value):
    """Where a clause stands: an instrument's id, or the title of one's own paper, and article, paragraph, item."""

    instrument: str
    article: int
    paragraph: int = 0
    item: int = 0


def _text(given: Text | str | None) -> Text | None:
    return Text(given, given) if isinstance(given, str) else given


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Value):
    """One clause as a condition 规则: where it stands, whom it reaches, what it asks.

    Conditions are FEEL text, a Condition, or a callable that is given the facts of a case by name and answers True,
    False or None (not known). What a callable raises makes the rule `failed` in that case, with the traceback as its
    finding's `failure`; other rules go on. Exactly one of must, ordinarily, report and advise, or judgement=True.
    """

    id: str
    cite: Citation
    title: Text | str | None = None
    applies: Condition | str | Predicate | None = None
    """Whom it reaches; None: every appointment."""
    must: Condition | str | Predicate | None = None
    ordinarily: Condition | str | Predicate | None = None
    report: Condition | str | Predicate | None = None
    advise: Condition | str | Predicate | None = None
    judgement: Condition | str | Predicate | bool | None = None
    """The band that the text leaves open; True: the whole clause is left to people."""
    due: str | None = None
    """The day, in FEEL, by which it may still be met."""
    met: str | None = None
    """The day, in FEEL, on which it was."""
    at: str | None = None
    """The step whose date counts; None: the discussion."""
    stage: str | None = None
    """The step from which it can be judged; None: its own."""
    reading: Text | str | None = None
    remedy: Text | str | None = None
    loosens: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.id, str):
            raise TypeError(f"id: a value of type {type(self.id).__name__} was given; str is taken")
        if not isinstance(self.cite, Citation):
            raise TypeError(f"cite: a value of type {type(self.cite).__name__} was given; Citation is taken")
        for name in ("title", "reading", "remedy"):
            object.__setattr__(self, name, _text(getattr(self, name)))
        asked = 0
        for name in ("applies", "must", "ordinarily", "report", "advise", "judgement"):
            held = getattr(self, name)
            if isinstance(held, Term):
                held._must_be_boolean()
            if not (held is None or isinstance(held, (str, Condition)) or callable(held) or (name == "judgement" and held is True)):
                raise TypeError(f"{name}: a value of type {type(held).__name__} was given; FEEL, a Condition or a callable is taken")
            asked += name != "applies" and (held is True if name == "judgement" else held is not None)
        if asked != 1:
            raise TypeError("exactly one of must, ordinarily, report, advise and judgement=True is needed")


class Case(NamedTuple):
    """One appointment as the reader of a fact sees it: parts of the dossier as plain dicts, None where there is none."""

    appointment: dict[str, Any]
    candidate: dict[str, Any] | None
    post: dict[str, Any] | None
    decided: datetime.date | str | None
    dossier: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Value):
    """A fact of one's own 自定义事实; rules may name it once it has joined a rulebook: `book + Fact(...)`.

    `type` is boolean, number, string, date, months, days or an enumeration's name. `read` is given a Case and answers
    the value or None; without it the fact comes with tables alone. What it raises makes the rules that need it fail.
    """

    name: str
    zh: str
    type: str
    definition: Text | str | None = None
    read: Callable[[Case], Any] | None = None

    def __post_init__(self) -> None:
        for name in ("name", "zh", "type"):
            if not isinstance(getattr(self, name), str):
                raise TypeError(f"{name}: a value of type {type(getattr(self, name)).__name__} was given; str is taken")
        if self.read is not None and not callable(self.read):
            raise TypeError("read: a callable is taken")
        object.__setattr__(self, "definition", _text(self.definition))


class Document:
    """A dossier as it was given, and as Python's values when a fact's reader asks for it."""

    __slots__ = ("_value", "given")

    def __init__(self, given: object) -> None:
        self.given = given
        self._value: dict[str, Any] | None = None

    @property
    def value(self) -> dict[str, Any]:
        if self._value is None:
            read = self.given if isinstance(self.given, dict) else json.loads(self.given)  # type: ignore[arg-type]
            self._value = read if isinstance(read, dict) else {}
        return self._value


def _case_of(document: Document, appointment: int, candidate: int, post: int, decided: datetime.date | str | None) -> Case:
    held = document.value

    def at(section: str, index: int) -> dict[str, Any] | None:
        return held[section][index] if index >= 0 else None

    return Case(held["appointments"][appointment], at("cadres", candidate), at("posts", post), decided, held)


def _made(recipe: tuple[Any, ...]) -> Rulebook:
    """A rulebook made again from how it was made."""
    how, *rest = recipe
    if how == "national":
        return Rulebook.national()
    if how == "load":
        path, beside = rest
        return Rulebook.load(path, beside=None if beside is None else _made(beside))
    book = _made(rest[0])
    if how == "join":
        return book + _made(rest[1])
    if how == "add":
        added: Rule | Fact = rest[1]
        return book + added
    if how == "on":
        return book.on(rest[1])
    if how == "without":
        return book.without(rest[1], loosens=rest[2])
    if how == "with":
        return book.with_rule(rest[1], rest[2])
    if how == "only":
        return book.only(rest[1])
    return book.named(rest[1])


def _written(recipe: tuple[Any, ...]) -> str:
    """How a rulebook was made, as one would write it."""
    how, *rest = recipe
    if how == "national":
        return "Rulebook.national()"
    if how == "load":
        return f"Rulebook.load({rest[0]!r}{'' if rest[1] is None else ', beside=' + _written(rest[1])})"
    book = _written(rest[0])
    if how == "join":
        return f"{book} + {_written(rest[1])}" if rest[1][0] not in ("add", "join") else f"{book} + ({_written(rest[1])})"
    if how == "add":
        return f"{book} + {rest[1]!r}"
    book = f"({book})" if rest and rest[0][0] in ("add", "join") else book
    if how == "without":
        return f"{book}.without({rest[1]!r}{f', loosens={rest[2]!r}' if rest[2] else ''})"
    name = {"with": "with_rule"}.get(how, how)
    return f"{book}.{name}({', '.join(repr(each) for each in rest[1:])})"


Rulebook = _core.Rulebook
