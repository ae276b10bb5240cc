"""Weeks that were told by hand, and what the plan and the checks make of them."""

import pytest

from caseform import catalogue
from caseform.checks import findings
from caseform.model import Finding
from caseform.planner import DayPlan, Direction, dated_plan
from caseform.school_calendar import SchoolCalendar
from planner.story import LADDER, WEEKDAYS, Scenario, scenarios

TOLD = scenarios()
NAMES = {step.id: name for name, step in LADDER.items()}

# The rules that the planner keeps or the checks look at; each is told both ways.
RULES = {
    *("R-T1", "R-T2", "R-T3", "R-T5", "R-T6", "R-T11", "R-S1", "R-S3", "R-S4", "R-S11", "R-S13"),
    *("R-S14", "R-H1", "R-H2", "R-H3", "R-H7", "R-H9", "R-H11", "R-A2", "R-A5", "R-A9", "R-C4"),
    *("R-E2", "R-F6", "R-L1"),
}


def found_in(told: Scenario) -> tuple[Finding, ...]:
    calendar = SchoolCalendar.for_case(told.case)
    return findings(told.case, today=told.today, calendar=calendar, catalogue=catalogue.load())


@pytest.mark.parametrize("told", TOLD, ids=[told.name for told in TOLD])
def test_a_told_week_gets_what_it_says(told: Scenario) -> None:
    """To the clinician: read the scenario aloud, and this is what the page says about it."""
    calendar = SchoolCalendar.for_case(told.case)
    said = {f"{finding.rule} {finding.severity}" for finding in found_in(told)}
    for rule in told.expects.get("speaks", []):
        assert rule in said
    for rule in told.expects.get("silent", []):
        assert not any(one.startswith(f"{rule} ") for one in said)
    plan = dated_plan(told.case, today=told.today, calendar=calendar)
    if "plan" in told.expects:
        assert [in_words(day) for day in plan.days] == told.expects["plan"]
    if "none_exists" in told.expects:
        said_of_plan = [f"{f.rule}: {f.message('en')}" for f in plan.findings]
        assert said_of_plan == told.expects["none_exists"]
        assert not plan.days


def in_words(day: DayPlan) -> str:
    step = NAMES[day.step] if day.step else "nothing"
    turn = "" if day.direction is Direction.SAME else f", {day.direction}"
    why = f" ({' '.join(day.why)})" if day.why else ""
    return f"{WEEKDAYS[day.date.weekday()]} {day.date:%d %b}: {step}{turn}{why}"


def test_each_rule_is_told_once_speaking_and_once_silent() -> None:
    """To the reviewer: no rule is kept that nobody ever read a week about."""
    for word in ("speaks", "silent"):
        told = {rule.split()[0] for one in TOLD for rule in one.expects.get(word, [])}
        assert RULES - told == set(), word


def test_an_ordinary_case_with_everything_agreed_has_nothing_open() -> None:
    """To the clinician: when the work is done, the page is quiet."""
    told = next(one for one in TOLD if one.name == "an-ordinary-fortnight: nothing open")
    assert found_in(told) == ()


@pytest.mark.parametrize("told", TOLD, ids=[told.name for told in TOLD])
def test_each_finding_can_be_read_in_both_languages(told: Scenario) -> None:
    """To the reader: no finding is a code, and none has an open blank."""
    calendar = SchoolCalendar.for_case(told.case)
    book = catalogue.load()
    plan = dated_plan(told.case, today=told.today, calendar=calendar)
    for finding in (*found_in(told), *plan.findings):
        for language in ("nl", "en"):
            sentence = finding.message(language, book)
            assert sentence.endswith((".", "?"))
            assert not set("{}_") & set(sentence)
