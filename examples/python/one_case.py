"""One dossier, reviewed: what is broken, why, and what would mend it.

    python one_case.py [DOSSIER]
"""

from __future__ import annotations

import pathlib
import sys

import xuanren

sample = pathlib.Path(__file__).resolve().parents[1] / "bureau-2022" / "bureau.json"


def main(path: str) -> int:
    try:
        report = xuanren.check(path)
    except xuanren.ReadError as error:
        for problem in error.problems:
            print(problem.place, problem.message)
        return 2
    for verdict in report:
        print(verdict.id, verdict.outcome, f"satisfied {verdict.counts.satisfied}, violated {verdict.counts.violated}")
        for finding in verdict.violated:
            print("   ", finding.cite)
            for leaf in finding.leaves:
                print("       ", leaf.fact, leaf.actual, "asked:", leaf.required, leaf.source)
            for remedy in finding.remedies:
                print("        →", remedy)
    first = next(finding for verdict in report for finding in verdict.violated)
    print(first.explain())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else str(sample)))
