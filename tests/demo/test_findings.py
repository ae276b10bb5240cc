"""What the rules say about the invented cases: reviewed once, and compared ever after."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from caseform.catalogue import load
from caseform.checks import findings
from caseform.demo import DemoName, cases
from caseform.model import Finding, Severity
from caseform.planner import dated_plan
from caseform.school_calendar import SchoolCalendar

from .conftest import DAYS, TODAY

REVIEWED = tomllib.loads((Path(__file__).parent / "findings.toml").read_text(encoding="utf-8"))


def found(name: DemoName, version: str, today: date = TODAY) -> tuple[Finding, ...]:
    """Return all findings on one version of one case."""
    case, _ = cases(name, today=today, version="start" if version == "start" else "shipped")
    calendar = SchoolCalendar.for_case(case)
    return findings(case, today=today, calendar=calendar, catalogue=load())


@pytest.mark.parametrize("version", ["shipped", "start"])
def test_the_rules_say_what_was_reviewed_and_nothing_else(name: DemoName, version: str) -> None:
    """A clinician has read each of these and said why it is there."""
    said = sorted({(one.rule, one.severity.value) for one in found(name, version)})

    reviewed = REVIEWED[name][version]
    assert said == sorted((one["rule"], one["severity"]) for one in reviewed)
    assert all(one["why"] for one in reviewed)


@pytest.mark.parametrize("version", ["shipped", "start"])
def test_a_rule_that_would_not_fit_the_pattern_stays_silent(name: DemoName, version: str) -> None:
    """What went well in the worked case is not found fault with."""
    said = {one.rule for one in found(name, version)}

    assert said.isdisjoint(REVIEWED[name]["never"])


@pytest.mark.parametrize("today", DAYS, ids=date.isoformat)
def test_the_shipped_return_has_no_open_hard_rule(today: date) -> None:
    """The plan that everyone sees first is one that could be carried out, whatever day it is."""
    hard = [one for one in found("return", "shipped", today) if one.severity is Severity.HARD]

    assert hard == []


@pytest.mark.parametrize("today", [*DAYS, date(2027, 2, 18)], ids=date.isoformat)
def test_a_start_has_coming_days_whatever_day_it_is(today: date) -> None:
    """To whoever learns with it: the rise after a break is a finding, and no plan that clashes."""
    case, _ = cases("return", today=today, version="start")
    plan = dated_plan(case, today=today, calendar=SchoolCalendar.for_case(case))

    assert plan.clash is None
    assert plan.days


@pytest.mark.parametrize("today", DAYS, ids=date.isoformat)
def test_a_start_shows_its_hard_rules_whatever_day_it_is(name: DemoName, today: date) -> None:
    """The scenario does not depend on the day on which it is opened."""
    hard = {one["rule"] for one in REVIEWED[name]["start"] if one["severity"] == "hard"}

    assert hard <= {one.rule for one in found(name, "start", today)}


def test_every_rule_named_in_the_review_is_in_the_catalogue() -> None:
    """A reviewer can look each of them up."""
    rules = load().rules

    for reviewed in REVIEWED.values():
        named = {one["rule"] for version in ("shipped", "start") for one in reviewed[version]}
        assert named | set(reviewed["never"]) <= rules.keys()
