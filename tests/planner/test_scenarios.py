"""Weeks that were told by hand, and what the plan and the checks make of them."""

import pytest

from caseform import catalogue
from caseform.catalogue import PointGroup, RuleEntry
from caseform.checks import findings, prompts
from caseform.model import Finding, Severity
from caseform.planner import DayPlan, Direction, dated_plan
from caseform.school_calendar import SchoolCalendar
from planner.mees import LADDER, WEEKDAYS
from planner.story import Scenario, scenarios

TOLD = scenarios()
NAMES = {step.id: name for name, step in LADDER.items()}

# Of these letters every rule is told; of the others those that the checks look at.
LETTERS = ("T", "S", "H", "P", "B", "A", "L", "X", "M")
OTHERS = {"R-C4", "R-E2", "R-F6"}

# Nearly full days may stay as they are: that is no standstill, so it is never a finding.
NEVER_A_FINDING = {"R-T13"}

BOOK = catalogue.load()


def found_in(told: Scenario) -> tuple[Finding, ...]:
    calendar = SchoolCalendar.for_case(told.case)
    return findings(told.case, today=told.today, calendar=calendar, catalogue=BOOK)


@pytest.mark.parametrize("told", TOLD, ids=[told.name for told in TOLD])
def test_a_told_week_gets_what_it_says(told: Scenario) -> None:
    """To the clinician: read the scenario aloud, and this is what the page says about it."""
    calendar = SchoolCalendar.for_case(told.case)
    said = {f"{finding.rule} {finding.severity}" for finding in found_in(told)}
    for rule in told.expects.get("speaks", []):
        assert rule in said
    for rule in told.expects.get("silent", []):
        assert not any(one.startswith(f"{rule} ") for one in said)
    for group, rules in told.expects.get("beside", {}).items():
        shown = [prompt.rule for prompt in prompts(PointGroup(group), BOOK)]
        assert set(rules) <= set(shown)
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


def told_about(word: str) -> set[str]:
    return {line for one in TOLD for line in one.expects.get(word, [])}


def told_beside() -> set[str]:
    groups = [one.expects.get("beside", {}) for one in TOLD]
    return {rule for group in groups for rules in group.values() for rule in rules}


@pytest.mark.parametrize(
    "rule",
    [r for r in BOOK.rules.values() if r.id[2] in LETTERS or r.id in OTHERS],
    ids=lambda rule: rule.id,
)
def test_each_rule_is_told_speaking_and_silent(rule: RuleEntry) -> None:
    """To the reviewer: no rule is kept that nobody ever read a week about."""
    speaks = {line.split()[0] for line in told_about("speaks")}
    if rule.severity is not Severity.ADVICE:
        assert f"{rule.id} {rule.severity}" in told_about("speaks")
        assert rule.id in told_about("silent")
    elif rule.id in NEVER_A_FINDING:
        assert rule.id in told_about("silent")
        assert rule.id not in speaks
    else:
        assert rule.id in told_beside() | speaks


def test_an_ordinary_case_with_everything_agreed_has_nothing_open() -> None:
    """To the clinician: when the work is done, the page is quiet."""
    told = next(one for one in TOLD if one.name == "an-ordinary-fortnight: nothing open")
    assert found_in(told) == ()


@pytest.mark.parametrize("told", TOLD, ids=[told.name for told in TOLD])
def test_each_finding_can_be_read_in_both_languages(told: Scenario) -> None:
    """To the reader: no finding is a code, and none has an open blank."""
    calendar = SchoolCalendar.for_case(told.case)
    plan = dated_plan(told.case, today=told.today, calendar=calendar)
    for finding in (*found_in(told), *plan.findings):
        for language in ("nl", "en"):
            sentence = finding.message(language, BOOK)
            assert sentence.endswith((".", "?"))
            assert not set("{}_") & set(sentence)
