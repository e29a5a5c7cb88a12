"""check(): one dossier, reviewed."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from xuanren import _core
from xuanren._rules import Document
from xuanren._values import Date, Report, _report_of

Dossier = str | bytes | os.PathLike[str] | Mapping[str, Any]
"""A path, a dict, or JSON as str or bytes. A str that begins with { or [ is JSON, any other a path."""

observers: list[Callable[[Report], None]] = []
"""Told of every report that check() makes."""


@lru_cache(maxsize=1)
def _national() -> _core.Rulebook:
    return _core.Rulebook.national()


def book_or_national(rulebook: _core.Rulebook | None) -> _core.Rulebook:
    """The rulebook given, else the national one, which is kept."""
    if rulebook is None:
        return _national()
    if not isinstance(rulebook, _core.Rulebook):
        raise TypeError(f"rulebook: a value of type {type(rulebook).__name__} was given; Rulebook is taken")
    return rulebook


def _json_of(dossier: Dossier) -> tuple[bytes, str]:
    if isinstance(dossier, Mapping):
        return _core.to_json(dossier, "dossier"), ""
    if isinstance(dossier, (bytes, bytearray, memoryview)):
        return bytes(dossier), ""
    if isinstance(dossier, str) and dossier.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        return dossier.encode("utf-8", "surrogatepass"), ""
    if isinstance(dossier, (str, os.PathLike)):
        path = os.fspath(dossier)
        with open(path, "rb") as file:
            return file.read(), str(path)
    raise TypeError(f"dossier: a value of type {type(dossier).__name__} was given; a path, a dict, or JSON as str or bytes is taken")


def check(
    dossier: Dossier,
    rulebook: _core.Rulebook | None = None,
    *,
    on: Date | None = None,
    law: Date | None = None,
    stage: str | None = None,
    include_unverified: bool = False,
    explain: bool = True,
    calendar: Mapping[str, Any] | None = None,
) -> Report:
    """Reviews every appointment and organisation of a dossier 审核.

    `on` is the review date: what is dated later has not happened yet, and it is the decision date where none is
    recorded. `law` applies the versions in force on that day to all steps. `stage` reviews as far as that step.
    `calendar` adds holiday notices to the built-in ones. With `explain=False` only statuses and outcomes are worked
    out, several times faster. In a dict None is JSON's null (stated as none, where a key allows it); a key that is
    not there, or whose value is NaN, NaT or NA, is not known. The interpreter is free meanwhile.

    Errors: ReadError for a dossier or calendar that cannot be used, with all problems; TypeError for an argument of
    another type, named; OSError for a file that cannot be read.
    """
    book = book_or_national(rulebook)
    if stage is not None and not isinstance(stage, str):
        raise TypeError(f"stage: a value of type {type(stage).__name__} was given; str is taken")
    json, file = _json_of(dossier)
    document = Document(dossier if isinstance(dossier, dict) else json)
    native = _core.check(book, json, file, document, on, law, stage, bool(include_unverified), bool(explain), calendar)
    report = _report_of(native, bool(explain))
    for each in observers:
        each(report)
    return report
