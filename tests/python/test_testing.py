"""The checks for users' test suites, and the pytest plugin."""

from __future__ import annotations

import pathlib

import pytest

import xuanren
from xuanren.testing import assert_compliant, assert_status, assert_violates

pytest_plugins = ["pytester"]

bureau = pathlib.Path(__file__).parents[2] / "examples" / "bureau-2022" / "bureau.json"


@pytest.fixture(scope="module")
def report() -> xuanren.Report:
    return xuanren.check(bureau)


def test_a_compliant_appointment(report: xuanren.Report) -> None:
    assert_compliant(report["2022-01"])
    with pytest.raises(AssertionError) as told:
        assert_compliant(report["2022-18"])
    assert "2022-18: violation" in str(told.value)
    assert "公示起始日至公示截止日的工作日数（首日不计） 2，应不少于5，差3" in str(told.value)
    assert "2022-01" not in str(told.value)


def test_a_dossier_stands_for_all_its_appointments(report: xuanren.Report) -> None:
    with pytest.raises(AssertionError, match="2022-18: violation"):
        assert_compliant(bureau)
    assert_violates(report, "appointment-regulations-2019/42/five-working-days")
    with pytest.raises(AssertionError, match="no appointment"):
        assert_compliant({"schema": "xuanren.dossier/1", "appointments": []})


@pytest.mark.parametrize("pattern", ["42", "42/*", "42/five-working-days"])
def test_a_violated_rule_by_pattern(report: xuanren.Report, pattern: str) -> None:
    assert_violates(report["2022-18"], f"appointment-regulations-2019/{pattern}")


def test_a_pattern_covers_whole_parts_of_an_id(report: xuanren.Report) -> None:
    with pytest.raises(AssertionError):
        assert_violates(report["2022-18"], "appointment-regulations-2019/4")


def test_a_rule_that_was_kept_shows_its_reasoning(report: xuanren.Report) -> None:
    with pytest.raises(AssertionError) as told:
        assert_violates(report["2022-01"], "appointment-regulations-2019/42/five-working-days")
    assert "no rule 'appointment-regulations-2019/42/five-working-days' is violated" in str(told.value)
    assert "要求" in str(told.value)
    assert_status(report["2022-01"], "appointment-regulations-2019/42/five-working-days", "satisfied")


def test_a_rule_that_took_no_part_says_the_nearest(report: xuanren.Report) -> None:
    with pytest.raises(AssertionError, match="nearest: appointment-regulations-2019/42/five-working-days"):
        assert_violates(report["2022-01"], "appointment-regulations-2019/42/five-working-day")


def test_a_report_without_explanations_still_says_what_is_wrong() -> None:
    quick = xuanren.check(bureau, explain=False)
    with pytest.raises(AssertionError, match="2022-18: violation\nappointment-regulations-2019/42/five-working-days: violated"):
        assert_compliant(quick["2022-18"])


def test_another_rulebook_and_options() -> None:
    rule = "appointment-regulations-2019/42/five-working-days"
    local = xuanren.Rulebook.national().without(rule, loosens=[rule])
    assert_violates(bureau, rule, stage="notice")
    with pytest.raises(AssertionError, match="is violated"):
        assert_violates(bureau, rule, local)


def test_a_suite_of_a_user(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        f"""
        from xuanren.testing import assert_compliant, assert_violates
        import xuanren

        bureau = {str(bureau)!r}

        def test_passes(rulebook):
            report = xuanren.check(bureau, rulebook)
            assert_compliant(report["2022-01"])
            assert_violates(report["2022-18"], "appointment-regulations-2019/42/*")

        def test_fails(rulebook):
            assert_compliant(xuanren.check(bureau, rulebook)["2022-18"])
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "--xuanren-coverage")
    result.assert_outcomes(passed=1, failed=1)
    output = result.stdout.str()
    assert "AssertionError: 2022-18: violation" in output
    assert "差3" in output
    # The frames of the helper itself are left out.
    assert "testing.py" not in output
    assert "xuanren: rules exercised" in output
    # Two checks of the 33 appointments, two of which the rule does not reach otherwise.
    line = next(line for line in output.splitlines() if line.strip().startswith("42/five-working-days:"))
    assert "violated 2" in line
    result.stdout.re_match_lines([r"appointment-regulations-2019: \d+ of \d+", r"\d+ of \d+ rules in force were exercised"])


def test_coverage_of_a_suite_that_checks_nothing(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_nothing(): pass")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "--xuanren-coverage")
    result.stdout.fnmatch_lines(["*no case was checked*"])
