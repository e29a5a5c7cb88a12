"""The pytest plugin: the fixture `rulebook`, and `--xuanren-coverage`, which tells the rules that a suite exercised."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import pytest

from xuanren import Report, Rulebook, _check

Statuses = dict[str, "Counter[str]"]
"""By rule, how often it came to each status."""

_idle = ("not_applicable", "pending")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("xuanren")
    group.addoption(
        "--xuanren-coverage",
        action="store_true",
        help="tell the rules that the suite exercised: those that applied to a case it checked, and what they said",
    )


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The national rulebook. Define a fixture of the same name to have a suite run on another."""
    return Rulebook.national()


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--xuanren-coverage"):
        config.pluginmanager.register(Coverage(config), "xuanren-coverage")


class Coverage:
    """Gathers what rules said in every check of the session, and tells it at the end."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.seen: Statuses = defaultdict(Counter)

    def pytest_sessionstart(self) -> None:
        _check.observers.append(self.observe)

    def observe(self, report: Report) -> None:
        for verdict in (*report.appointments, *report.organisations):
            for finding in verdict.findings:
                self.seen[finding.rule][finding.status.value] += 1

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self) -> None:
        _check.observers.remove(self.observe)
        # A worker of pytest-xdist hands over what it saw.
        output: dict[str, Any] | None = getattr(self.config, "workeroutput", None)
        if output is not None:
            output["xuanren"] = {rule: dict(counts) for rule, counts in self.seen.items()}

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        for rule, counts in getattr(node, "workeroutput", {}).get("xuanren", {}).items():
            self.seen[rule].update(counts)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        terminalreporter.section("xuanren: rules exercised")
        for line in told(self.seen):
            terminalreporter.write_line(line)


def told(seen: Statuses) -> list[str]:
    """The lines of the report: a line an instrument, and under it a line for each rule that was exercised."""
    by_instrument: dict[str, list[str]] = defaultdict(list)
    for rule in sorted(seen):
        by_instrument[rule.partition("/")[0]].append(rule)
    lines = []
    exercised = 0
    for instrument, rules in by_instrument.items():
        heard = [rule for rule in rules if any(seen[rule][status] for status in seen[rule] if status not in _idle)]
        exercised += len(heard)
        lines.append(f"{instrument}: {len(heard)} of {len(rules)}")
        for rule in heard:
            counts = ", ".join(f"{status} {count}" for status, count in sorted(seen[rule].items()) if status not in _idle)
            lines.append(f"  {rule.partition('/')[2]}: {counts}")
    total = sum(len(rules) for rules in by_instrument.values())
    lines.append(f"{exercised} of {total} rules in force were exercised" if total else "no case was checked")
    return lines
