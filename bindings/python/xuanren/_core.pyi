"""What the package xuanren is made of. Import xuanren instead."""

from collections.abc import Sequence
import datetime
import os
from typing import Any

import xuanren


version: str = '0.1.0'

class FactValues:
    """
    The facts of one case, by name in either language, as a callable condition is given them.

    What is not known is None. They can be asked only until the callable has answered.
    """

    def __getitem__(self, name: str, /) -> Any:
        """The value, or None.  Errors: KeyError, with the nearest names."""

    def get(self, name: str) -> Any:
        """The value, or None where it is not known or there is no such fact."""

    def __contains__(self, name: str) -> bool:
        """Whether there is a fact of that name."""

class Rulebook:
    """
    Rules, exceptions, definitions and tables of any number of instruments 规则集. Immutable.

    Every rule has been checked against the facts; whatever is wrong raises ReadError with all problems.
    """

    @staticmethod
    def national() -> Rulebook:
        """
        The Party's and the state's rules that the library was built with.

        Read once, on first use (some 30 ms).
        """

    @staticmethod
    def load(path: str | os.PathLike[str], *, beside: Rulebook | None = None) -> Rulebook:
        """
        The rules of a folder: instrument.json, article-NN.json and so on.

        They may name the rules of `beside`, by default the national ones; join them with +.
        Errors: ReadError.
        """

    def on(self, date: datetime.date | str) -> Rulebook:
        """
        Judging by the versions in force on that day, whatever the dates of the steps.
        """

    def without(self, id: str, *, loosens: Sequence[str] = ()) -> Rulebook:
        """
        Without one rule or exception.

        A rule of a higher instrument than a local one goes only where `loosens` names it, and then still ends in judgement.
        Errors: ReadError; KeyError for an id that is not there, with the nearest ones.
        """

    def with_rule(self, id: str, replacement: xuanren.Rule) -> Rulebook:
        """With another rule in place of one.  Errors: ReadError."""

    def only(self, topic: str) -> Rulebook:
        """The rules of one topic alone; definitions, tables and exceptions stay."""

    def named(self, name: str) -> Rulebook:
        """The same under another name."""

    def __add__(self, other: Rulebook | xuanren.Rule | xuanren.Fact, /) -> Rulebook:
        """
        With another rulebook, a rule or a fact.  Errors: ReadError, of an id that is there twice and all else that is wrong.
        """

    def __len__(self) -> int:
        """How many rules it has, in all versions."""

    def __contains__(self, id: str) -> bool:
        """Whether it has a rule of that id."""

    @property
    def name(self) -> str: ...

    @property
    def digest(self) -> str:
        """"sha256:..." of what it says, whatever the order of its parts."""

    @property
    def rule_ids(self, /) -> tuple[str, ...]:
        """The ids of all rules."""

    @property
    def instruments(self, /) -> tuple[str, ...]:
        """The ids of its instruments, one a version."""

    def _rule(self, id: str) -> dict[str, Any] | None: ...

    @property
    def _recipe(self, /) -> tuple[Any, ...]: ...

    def __eq__(self, other: object, /) -> bool: ...

    def __hash__(self) -> int: ...

    def __repr__(self) -> str: ...

    def __reduce__(self) -> tuple[Any, ...]: ...

def fact_names(rulebook: Rulebook | None = None) -> tuple[str, ...]:
    """
    The English names of the facts of records; of a rulebook, its definitions too.
    """

def fact_told(name: str, rulebook: Rulebook | None = None) -> tuple[Any, ...] | None:
    """
    Names, type, members, unit, definition and basis of a fact; None where there is none of that name.
    """

def nearest(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """The names that one may have meant, nearest first."""

def to_json(document: object, argument: str = 'dossier') -> bytes:
    """
    A document of Python's values as JSON: dates by year, month and day; what is NaN, NaT or NA left out.

    Errors: TypeError that names the argument and the place in it.
    """

def is_missing(object: object) -> bool:
    """Whether it says that there is no value: None, NaN, NaT, NA."""

class NativeReport:
    """
    A report as check() made it, from which the values of Python are filled.
    """

    def __len__(self) -> int:
        """How many appointments it has."""

    @property
    def organisation_count(self) -> int: ...

    def finding_count(self, of_organisation: bool, i: int) -> int: ...

    def head(self) -> tuple[Any, ...]: ...

    def appointment_head(self, i: int) -> tuple[Any, ...]: ...

    def obligations(self, i: int) -> tuple[tuple[Any, ...], ...]: ...

    def organisation_head(self, i: int) -> tuple[Any, ...]: ...

    def seats(self, i: int, of_ranks: bool) -> tuple[tuple[Any, ...], ...]: ...

    def finding_head(self, of_organisation: bool, i: int, j: int) -> tuple[Any, ...]: ...

    def finding_words(self, of_organisation: bool, i: int, j: int) -> tuple[Any, ...]: ...

    def finding_leaves(self, of_organisation: bool, i: int, j: int) -> tuple[tuple[Any, ...], ...]: ...

    def slates(self) -> tuple[tuple[Any, ...], ...]: ...

    def finding_seats(self, of_organisation: bool, i: int, j: int) -> tuple[Any, ...]: ...

    def finding_explanation(self, of_organisation: bool, i: int, j: int) -> tuple[Any, ...]: ...

    def to_json(self) -> str:
        """The report as the program prints it, schema xuanren.report/1."""

    def to_text(self, lang: str = 'zh') -> str:
        """The report as the program prints it for people."""

    def to_html(self, lang: str = 'zh') -> str:
        """The report as a page."""

def check(rulebook: Rulebook, json: bytes, file: str, document: Any, on: datetime.date | str | None, law: datetime.date | str | None, stage: str | None, include_unverified: bool, explain: bool, calendar: Any) -> NativeReport:
    """Reviews one document; xuanren.check() is what is meant to be called."""

class VerdictStream:
    """
    Verdicts on a stream of cases, made batch by batch as they are read, through the Arrow C stream interface.
    """

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        """Hands the stream over; it can be read once."""

    def _refuse(self) -> None:
        """Raises ReadError where reading has failed."""

def stream(rulebook: Rulebook, cases: Any, per: str, counts: bool, columns: dict[str, str | None] | None, on: datetime.date | str | None, law: datetime.date | str | None, stage: str | None, include_unverified: bool, threads: int) -> VerdictStream:
    """Verdicts on the cases of a capsule "arrow_array_stream"."""

def columns(rulebook: Rulebook, given: list[tuple[Any, ...]], rows: int, per: str, counts: bool, names: dict[str, str | None] | None, on: datetime.date | str | None, law: datetime.date | str | None, stage: str | None, include_unverified: bool, threads: int) -> Any:
    """Verdicts on columns (name, form, array, mask, words), as arrays."""

def plan_seconds(rulebook: Rulebook, given: list[tuple[Any, ...]], rows: int, counts: bool, repeats: int) -> float:
    """
    The shortest time that the plan alone takes for columns() of appointments; for benchmarks.
    """

def covers(id: str, pattern: str) -> bool:
    """
    Whether a pattern means a rule: its id, or what the rule lies under, with "/*" behind it or not.
    """

def run_program(arguments: Sequence[str]) -> int:
    """
    The command-line program, with its name as first argument.  Returns: its exit status.
    """
