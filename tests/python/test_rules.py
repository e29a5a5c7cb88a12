"""Rules, conditions and facts of one's own; callables that fail, are slow, or run in many threads."""

from __future__ import annotations

import datetime
import decimal
import gc
import pathlib
import pickle
import subprocess
import sys
import threading
import time
from typing import Any

import pytest

import xuanren
from xuanren import Citation, Condition, Fact, Rule, Rulebook, all_of, any_of, at_least, days, elapsed, facts, months, years

here = Citation("本局办法", 12)
f = facts


def test_conditions_are_feel() -> None:
    assert (elapsed(f.candidate.level_since) >= years(2)).feel == 'elapsed(candidate.level_since) >= @"P24M"'
    kind, leading = f.appointment.kind == "promotion", f.target.leading
    assert (kind & leading).feel == "appointment.kind = kind.promotion and target.leading"
    assert ((kind | leading) & ~leading).feel == "(appointment.kind = kind.promotion or target.leading) and not(target.leading)"
    assert (f.candidate.level_since <= datetime.date(2020, 1, 1)).feel == 'candidate.level_since <= @"2020-01-01"'
    assert (f["公示起始日"] != f.procedure.notice_to).feel == "procedure.notice_from != procedure.notice_to"
    assert (f.target.level > "县处级副职").feel == "target.level > level.county_deputy"
    assert all_of(kind, leading) == (kind & leading) and any_of(kind, leading) == (kind | leading)
    assert at_least(2, kind, leading, Condition("x")).feel.count(" or ") == 2
    assert months(24) == years(2) != days(24)
    assert len({kind, f.appointment.kind == "promotion"}) == 1


def test_conditions_refuse_what_they_cannot_say() -> None:
    with pytest.raises(TypeError, match="no truth of its own"):
        bool(f.target.leading)
    with pytest.raises(TypeError, match="candidate.level_since is a date"):
        f.candidate.level_since >= 3
    with pytest.raises(TypeError, match="time zone"):
        f.candidate.level_since >= datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)
    with pytest.raises(TypeError, match="not a condition"):
        f.candidate.level_since & f.target.leading
    with pytest.raises(ValueError, match="county_deputy"):
        f.target.level == "county_deputi"
    with pytest.raises(AttributeError, match="candidate.level_since"):
        f.candidate.level_sinc
    with pytest.raises(AttributeError, match="candidate"):
        f.candidat
    with pytest.raises(KeyError, match="任现职务层次起始日"):
        f["任现职务层次起始"]
    with pytest.raises(TypeError, match="since: a date"):
        elapsed(f.target.level)
    assert "level_since" in dir(f.candidate) and "candidate" in dir(f) and "candidate.level_since" in f


def test_every_fact_is_told() -> None:
    for name in f:
        assert f[name].feel == name


def test_a_rule_in_feel_in_conditions_and_in_python_are_one(national: Rulebook, bureau_path: pathlib.Path) -> None:
    def served(case: xuanren.FactValues) -> bool | None:
        level = case["target.level"]
        return None if level is None else level == "township_deputy"

    three = [
        Rule(id="house/a", cite=here, must='target.level = level.township_deputy'),
        Rule(id="house/b", cite=here, must=f.target.level == "township_deputy"),
        Rule(id="house/c", cite=here, must=served),
    ]
    book = national
    for each in three:
        book = book + each
    for verdict in xuanren.check(bureau_path, book):
        assert len({verdict[each.id].status for each in three}) == 1


def test_what_a_callable_raises_is_told_and_the_others_go_on(national: Rulebook, bureau_path: pathlib.Path) -> None:
    def broken(case: xuanren.FactValues) -> bool:
        raise RuntimeError("此处出错")

    book = national + Rule(id="house/broken", cite=here, must=broken) + Rule(id="house/odd", cite=here, must=lambda case: 3)  # type: ignore[arg-type, return-value]
    verdict = xuanren.check(bureau_path, book)["2022-01"]
    finding = verdict["house/broken"]
    assert finding.status is xuanren.Status.FAILED
    assert finding.failure is not None and "此处出错" in finding.failure and "Traceback" in finding.failure and "in broken" in finding.failure
    odd = verdict["house/odd"].failure
    assert odd is not None and "True, False or None" in odd
    assert verdict.counts.failed == 2 and verdict.counts.satisfied > 50
    assert verdict.outcome is xuanren.Outcome.INCOMPLETE


def test_facts_are_at_hand_only_for_the_call(national: Rulebook, bureau_path: pathlib.Path) -> None:
    kept: list[xuanren.FactValues] = []

    def keeps(case: xuanren.FactValues) -> bool:
        kept.append(case)
        assert "target.level" in case and case.get("no.such") is None
        with pytest.raises(KeyError, match="target.level"):
            case["target.levl"]
        return True

    verdict = xuanren.check(bureau_path, national + Rule(id="house/k", cite=here, must=keeps))["2022-01"]
    assert verdict["house/k"].status is xuanren.Status.SATISFIED, verdict["house/k"].failure
    with pytest.raises(RuntimeError, match="until its callable has answered"):
        kept[0]["target.level"]


def test_facts_of_ones_own(national: Rulebook, bureau_path: pathlib.Path) -> None:
    def read(case: xuanren.Case) -> Any:
        assert case.candidate is not None and case.decided is not None
        if case.appointment["id"] == "2022-02":
            raise ValueError("读不出")
        return {"2022-01": decimal.Decimal("2.5"), "2022-03": None}.get(case.appointment["id"], 3)

    fact = Fact(name="house.points", zh="本局积分", type="number", read=read)
    book = national + fact + Rule(id="house/points", cite=here, must="house.points >= 3")
    report = xuanren.check(bureau_path, book)
    assert [report[id]["house/points"].status.value for id in ("2022-01", "2022-02", "2022-03", "2022-04")] == [
        "violated", "failed", "undetermined", "satisfied"]
    assert "读不出" in (report["2022-02"]["house/points"].failure or "")
    assert report["2022-01"]["house/points"].leaves[0].actual == "2.5"
    with pytest.raises(ValueError, match="is there already"):
        national + Fact(name="target.level", zh="x", type="number")
    with pytest.raises(ValueError, match="type"):
        national + Fact(name="house.x", zh="x", type="numbr")


def test_rules_are_checked_when_they_join(national: Rulebook) -> None:
    with pytest.raises(xuanren.ReadError) as told:
        national + Rule(id="house/x", cite=here, must="candidate.levl_since > 3")
    assert told.value.problems and "candidate.level_since" in str(told.value)
    with pytest.raises(xuanren.ReadError):
        national + national
    for wrong, named in (({"id": 3}, "id"), ({"cite": "x"}, "cite"), ({"must": 3}, "must"), ({"must": None}, "exactly one")):
        with pytest.raises(TypeError, match=named):
            Rule(**{"id": "x", "cite": here, "must": "true", **wrong})  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        national + 3  # type: ignore[operator]
    for call in (lambda: national.without(3), lambda: Rulebook.load(3), lambda: national.only(None), lambda: national.on(None)):  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="^(id|path|topic|date): "):
            call()


def test_books_compose_and_are_shown_as_made(national: Rulebook, bureau_path: pathlib.Path) -> None:
    local = Rulebook.load(pathlib.Path(xuanren.rules_folder()) / "local" / "example")
    book = (national + local).on(datetime.date(2022, 1, 1))
    assert len(book) == len(national) + len(local)
    rule = next(id for id in local.rule_ids if id.startswith("bureau-rules-2021/"))
    smaller = (national + local).without(rule)
    assert rule in local and rule not in smaller and len(smaller) == len(book) - 1
    higher = "appointment-regulations-2019/42/five-working-days"
    with pytest.raises(xuanren.ReadError):
        national.without(higher)  # only openly
    assert national.without(higher, loosens=[higher]) != national
    for each in (national, local, smaller, book, national + Rule(id="house/x", cite=here, must=f.target.leading)):
        again = eval(repr(each), {**vars(xuanren), "datetime": datetime})  # noqa: S307
        assert again == each and hash(again) == hash(each) and again.digest == each.digest
        assert pickle.loads(pickle.dumps(each)) == each
    with pytest.raises(xuanren.ReadError):
        Rulebook.load("/no/such/folder")


def test_the_law_of_a_day(national: Rulebook, bureau_path: pathlib.Path) -> None:
    assert {x.rule.split("/")[0] for x in xuanren.check(bureau_path, law="2015-01-01")["2022-01"]} == {
        x.rule.split("/")[0] for x in xuanren.check(bureau_path, national.on("2015-01-01"))["2022-01"]}


def test_callables_from_eight_threads(national: Rulebook, bureau_path: pathlib.Path) -> None:
    """No deadlock between the interpreter's lock and ours, and rulebooks may end in any thread."""
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            book = national + Rule(id=f"house/t{number}", cite=here, must=lambda case: case["target.level"] is not None)
            for _ in range(3):
                assert xuanren.check(bureau_path, book, explain=False)["2022-01"].counts.failed == 0
        except BaseException as raised:  # noqa: BLE001
            failures.append(raised)

    threads = [threading.Thread(target=work, args=(number,), daemon=True) for number in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(timeout=60)
    assert not any(each.is_alive() for each in threads) and not failures


def test_the_interpreter_is_free_meanwhile(bureau_path: pathlib.Path) -> None:
    """Another thread goes on while a table is judged."""
    numpy = pytest.importorskip("numpy")
    # So long that the other thread's turn is sure to come.
    column = numpy.full(2_000_000, numpy.datetime64("2022-03-10"))
    seen = 0
    done = threading.Event()

    def count() -> None:
        nonlocal seen
        while not done.is_set():
            seen += 1
            time.sleep(0.0005)

    thread = threading.Thread(target=count, daemon=True)
    try:
        thread.start()
        xuanren.check_table({"procedure.discussion_on": column}, counts=False)
        before = seen
        # Inside one call nobody is made to give way: the count goes on only if the lock is let go.
        xuanren.check_table({"procedure.discussion_on": column}, counts=False)
        assert seen > before
    finally:
        done.set()
        thread.join(timeout=30)


def test_nothing_is_left_at_the_end() -> None:
    """No leak report of nanobind's: not of rulebooks in cycles with their callables, nor off the main thread."""
    program = """
import threading, xuanren
def rule(): 
    return xuanren.Rule(id="house/x", cite=xuanren.Citation("本局", 1), must=lambda case: book is not None)
book = xuanren.Rulebook.national() + rule()
held = []
thread = threading.Thread(target=lambda: held.append(xuanren.check({"appointments": []}, book)))
thread.start(); thread.join()
kept = xuanren.check({"appointments": []}, xuanren.Rulebook.national())
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stderr == ""


def test_cycles_are_collected(national: Rulebook) -> None:
    import weakref

    class Held:
        pass

    held = Held()
    watch = weakref.ref(held)
    box: list[Any] = [held]
    box.append(national + Rule(id="house/x", cite=here, must=lambda case: bool(box)))
    del box, held
    gc.collect()
    assert watch() is None
