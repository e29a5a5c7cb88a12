"""What the Python package costs beside the library.

    python measure.py [columns|case|threads|memory|import]

W1 of benchmarks/README.md, drawn by numpy from a fixed seed (the distributions are W1's, the generator is not); its twelve rules
over facts of numbers, dates and booleans. "native" is the plan alone on the same columns, with the same answer.
"""

from __future__ import annotations

import gc
import json
import pathlib
import resource
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import numpy

import xuanren
from xuanren import Citation, Fact, Rule, Rulebook, _core

here = Citation("W1", 1)
kinds = {
    "born": "date", "work_started": "date", "party_joined": "date", "level_since": "date", "probation_ends": "date", "sanctioned_on": "date",
    "target": "number", "level": "number", "education": "number", "assessment": "number", "sanction": "number", "lower_posts": "number",
    "grassroots": "number", "training": "number", "party_post": "boolean", "party_member": "boolean", "has_probation": "boolean", "has_sanction": "boolean",
}
requirements = [
    'w1.target < 3 or (elapsed(w1.work_started) >= @"P5Y" and w1.grassroots >= 2)',
    "w1.target < 3 or w1.lower_posts >= 2",
    'not(w1.level in (1, 3, 5, 7, 9) and w1.target = w1.level + 1) or elapsed(w1.level_since) >= @"P2Y"',
    'not(w1.level in (2, 4, 6, 8) and w1.target = w1.level + 1) or elapsed(w1.level_since) >= @"P3Y"',
    "w1.education >= 3 and (w1.target < 5 or w1.education >= 4)",
    "w1.target <= w1.level + 1",
    "not(w1.has_probation) or w1.probation_ends <= procedure.discussion_on",
    "w1.assessment < 2",
    "not(w1.has_sanction) or elapsed(w1.sanctioned_on) >= (if w1.sanction = 1 then @\"P6M\" else if w1.sanction = 2 then @\"P12M\" else "
    "if w1.sanction = 3 then @\"P18M\" else if w1.sanction = 4 then @\"P24M\" else @\"P60M\")",
    'elapsed(w1.born) < (if w1.target in (1, 5, 6) then @"P55Y" else if w1.target = 2 then @"P52Y" else if w1.target = 3 then @"P53Y" else @"P60Y")',
    "w1.training >= 550 or (w1.target < 3 and w1.training >= 350)",
    'not(w1.party_post) or (w1.party_member and elapsed(w1.party_joined) >= @"P3Y")',
]


def book() -> Rulebook:
    out = Rulebook.national().only("no topic")
    for name, kind in kinds.items():
        out = out + Fact(name=f"w1.{name}", zh=f"W1.{name}", type=kind)
    for i, requirement in enumerate(requirements):
        out = out + Rule(id=f"w1/{i + 1}", cite=here, must=requirement)
    return out


def cases(rows: int) -> dict[str, numpy.ndarray[Any, Any]]:
    draw = numpy.random.default_rng(20240601)

    def whole(low: int, high: int) -> Any:
        return draw.integers(low, high + 1, rows)

    def day(month: Any) -> Any:
        return month.astype("datetime64[M]").astype("datetime64[D]") + whole(0, 26).astype("timedelta64[D]")

    asof = whole(2020 * 12, 2025 * 12 + 11) - 1970 * 12
    age, level = whole(288, 732), whole(0, 8)
    target = numpy.minimum(level + 1, 9)
    with_gaps = {"party_joined": draw.random(rows) < 0.88, "probation_ends": draw.random(rows) < 0.25, "sanctioned_on": draw.random(rows) < 0.06}
    dates = {
        "procedure.discussion_on": asof, "w1.born": asof - age, "w1.work_started": asof - age + numpy.minimum(whole(240, 324), age - 6),
        "w1.party_joined": asof - age + numpy.minimum(whole(240, 540), age - 1), "w1.level_since": asof - whole(4, 90),
        "w1.probation_ends": asof - whole(0, 20), "w1.sanctioned_on": asof - whole(0, 70),
    }
    out = {name: day(held).astype(numpy.int64).astype(numpy.int32) for name, held in dates.items()}
    numbers = {
        "target": target, "level": level, "education": whole(2, 5), "assessment": whole(0, 2), "sanction": whole(1, 5), "lower_posts": whole(1, 5),
        "grassroots": whole(0, 12),
    }
    out |= {f"w1.{name}": held.astype(numpy.int8) for name, held in numbers.items()}
    out["w1.training"] = whole(330, 1100).astype(numpy.int16)
    out["w1.party_post"] = draw.random(rows) < 0.35
    out |= {"w1.party_member": with_gaps["party_joined"], "w1.has_probation": with_gaps["probation_ends"], "w1.has_sanction": with_gaps["sanctioned_on"]}
    return out


def by_numpy(c: dict[str, numpy.ndarray[Any, Any]]) -> Any:
    """The same twelve rules by hand in numpy: how many each case breaks. Days are compared as days, months as 30.4375 of them."""
    def months(name: str) -> Any:
        return (c["procedure.discussion_on"] - c[name]) * (1 / 30.4375)

    w = {name: c[f"w1.{name}"] for name in kinds}
    target, level = w["target"], w["level"]
    up = target == level + 1
    ages = numpy.array([60, 55, 52, 53, 60, 55, 55, 60, 60, 60])[target] * 12
    spans = numpy.array([0, 6, 12, 18, 24, 60])[w["sanction"]]
    broken = [
        (target >= 3) & ((months("w1.work_started") < 60) | (w["grassroots"] < 2)),
        (target >= 3) & (w["lower_posts"] < 2),
        (level % 2 == 1) & up & (months("w1.level_since") < 24),
        (level % 2 == 0) & (level >= 2) & up & (months("w1.level_since") < 36),
        (w["education"] < 3) | ((target >= 5) & (w["education"] < 4)),
        target > level + 1,
        w["has_probation"] & (w["probation_ends"] > c["procedure.discussion_on"]),
        w["assessment"] >= 2,
        w["has_sanction"] & (months("w1.sanctioned_on") < spans),
        months("w1.born") >= ages,
        w["training"] < numpy.where(target >= 3, 550, 350),
        w["party_post"] & (~w["party_member"] | (months("w1.party_joined") < 36)),
    ]
    return numpy.sum(broken, axis=0, dtype=numpy.uint8)


def shortest(work: Callable[[], Any], repeats: int) -> float:
    work()
    took = []
    for _ in range(repeats):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    return min(took)


def columns() -> None:
    rules = book()
    for rows, repeats in ((1_000, 300), (1_000_000, 12)):
        c = cases(rows)
        given = [_given(name, held) for name, held in c.items()]
        for counts in (False, True):
            native = _core.plan_seconds(rules, given, rows, counts, repeats)
            ours = shortest(lambda: xuanren.check_table(c, rules, counts=counts), repeats)
            print(f"W1 numpy, {rows} rows, counts={counts}: {ours * 1e9 / rows:.2f} ns a row, native {native * 1e9 / rows:.2f}: {ours / native:.2f} times")
            if rows == 1_000:
                hand = shortest(lambda: by_numpy(c), repeats)
                print(f"  numpy by hand {hand * 1e6:.0f} us, ours {ours * 1e6:.0f} us: {ours / hand:.2f} times")
        try:
            import pyarrow
        except ImportError:
            continue
        dated = {name: pyarrow.array(held).cast(pyarrow.date32()) if kinds.get(name[3:], "date") == "date" else pyarrow.array(held) for name, held in c.items()}
        table = pyarrow.table(dated)
        for counts in (False, True):
            native = _core.plan_seconds(rules, given, rows, counts, repeats)
            ours = shortest(lambda: xuanren.check_table(table, rules, counts=counts), repeats)
            print(f"W1 Arrow, {rows} rows, counts={counts}: {ours * 1e9 / rows:.2f} ns a row, native {native * 1e9 / rows:.2f}: {ours / native:.2f} times")


def _given(name: str, held: Any) -> tuple[Any, ...]:
    if held.dtype == bool:
        return name, "bytes", held.view(numpy.uint8), None, None
    return name, "days" if held.dtype == numpy.int32 else str(held.dtype), held, None, None


def case() -> None:
    one = {
        "schema": "xuanren.dossier/1",
        "organisations": [{"id": "o", "name": "甲局", "tier": "prefecture", "level": "county_principal", "kind": "government_department"}],
        "posts": [{"id": "p", "organisation": "o", "title": "科长", "level": "township_principal", "role": "principal", "leading": True}],
        "cadres": [{
            "id": "c1", "name": "甲", "born": "1985-03", "work_started": "2007-07", "party": {"joined": "2006-05"},
            "education": [{"level": "bachelor", "from": "2003-09", "to": "2007-07"}],
            "tenures": [{"post": "p", "from": "2018-05-20", "decided": "2018-05-20", "to": None}],
            "assessments": [{"year": year, "grade": "competent"} for year in range(2018, 2022)],
        }],
        "appointments": [{
            "id": "a1", "candidate": "c1", "post": "p", "kind": "promotion",
            "procedure": {"motion": {"on": "2022-01-05"}, "discussion": {"on": "2022-03-10"}, "notice": {"from": "2022-03-11", "to": "2022-03-18"}},
        }],
    }
    national = Rulebook.national()
    text = json.dumps(one, ensure_ascii=False).encode()

    class Document:
        given = text

    def native() -> None:
        _core.check(national, text, "", Document, None, None, None, False, False, None)

    def ours() -> Any:
        return xuanren.check(one, national, explain=False).outcome

    base = statistics.median(shortest(native, 200) for _ in range(5))
    full = statistics.median(shortest(ours, 200) for _ in range(5))
    print(f"one dict case of {len(text)} bytes, verdict only: {full * 1e6:.0f} us, reading its JSON and checking natively {base * 1e6:.0f} us: {(full - base) * 1e6:.0f} us beyond")


def threads() -> None:
    rules, c = book(), cases(1_000_000)

    def work() -> None:
        for _ in range(10):
            xuanren.check_table(c, rules)

    work()
    begun = time.perf_counter()
    work()
    work()
    alone = time.perf_counter() - begun
    pair = [threading.Thread(target=work) for _ in range(2)]
    begun = time.perf_counter()
    for each in pair:
        each.start()
    for each in pair:
        each.join()
    print(f"two threads on two tables: {alone / (time.perf_counter() - begun):.2f} times as fast as one after another")


def memory(rounds: int = 1_000_000) -> None:
    dossier = {"appointments": [{"id": "a1", "candidate": "c1"}], "cadres": [{"id": "c1"}]}
    national = Rulebook.national()

    def resident() -> int:
        for line in pathlib.Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1])
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    first = 0
    for i in range(rounds + 1):
        xuanren.check(dossier, national, explain=False).outcome
        if i == rounds // 10:
            gc.collect()
            first = resident()
    gc.collect()
    print(f"{rounds} rounds of load, check and drop: {first} kB after a tenth, {resident()} kB at the end")


def importing() -> None:
    took = []
    for package in ("xuanren", "sys"):
        times = []
        for _ in range(15):
            begun = time.perf_counter()
            subprocess.run([sys.executable, "-c", f"import {package}"], check=True)
            times.append(time.perf_counter() - begun)
        took.append(statistics.median(times))
    print(f"import: {(took[0] - took[1]) * 1e3:.0f} ms beyond the interpreter's own {took[1] * 1e3:.0f} ms")


parts: dict[str, Callable[[], None]] = {"columns": columns, "case": case, "threads": threads, "memory": memory, "import": importing}

if __name__ == "__main__":
    for name in sys.argv[1:] or parts:
        parts[name]()
