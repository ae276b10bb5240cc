"""What the planner says beside the days themselves, and how a plan is written down."""

from datetime import date
from itertools import count

import pytest

from caseform.errors import IncompleteCaseError
from caseform.model import Case, PlannedDay, Region, Severity
from caseform.planner import dated_plan, days_to_write, may_rise, to_json, why_words, writing
from caseform.school_calendar import SchoolCalendar
from planner.story import Scenario, scenarios

TOLD = {told.name: told for told in scenarios()}
FORTNIGHT = TOLD["an-ordinary-fortnight: the plan"]


def planned(told: Scenario):
    return dated_plan(told.case, today=told.today, calendar=SchoolCalendar.for_case(told.case))


def rising(case: Case, on: date):
    return may_rise(case, on, today=FORTNIGHT.today, calendar=SchoolCalendar.for_case(case))


def test_a_plan_as_json_has_exactly_the_promised_fields() -> None:
    """To whoever builds on `caseform plan --json`: names and kinds of values stay."""
    shown = to_json(planned(FORTNIGHT))
    assert set(shown) == {"days", "findings"}
    assert shown["days"][1] == {
        "date": "2026-11-26",
        "step": "s-bench",
        "direction": "up",
        "blocks": [],
        "minutes": 0,
        "travel_with": "p-mother",
        "received_by": "p-mentor",
        "why": ["R-T6", "R-T3"],
    }
    told = TOLD["r-a-the-picture: return is not the goal"]
    assert to_json(planned(told), "en") == {
        "days": [],
        "findings": [
            {
                "rule": "R-A9",
                "severity": "advice",
                "where": "return_plan.end_goal",
                "message": "Going to school is not the goal yet. "
                "This comes first: ‘samen ontbijten’ and ‘om acht uur op’.",
            }
        ],
    }


def test_the_stand_in_receives_when_the_receiver_is_not_there() -> None:
    """To the young person: there is always a face that was named before."""
    received = {day.date.weekday(): day.received_by for day in planned(FORTNIGHT).days}
    assert received[2] == "p-caretaker"
    assert received[3] == "p-mentor"


def test_a_lesson_brings_its_own_blocks_and_minutes() -> None:
    """To the mentor: the plan names the lesson of that very day."""
    told = TOLD["an-ordinary-fortnight: a lesson that is not there every day"]
    thursday = planned(told).days[1]
    assert thursday.blocks == ("b-cooking-thu",)
    assert thursday.minutes == 50


def test_a_smaller_step_says_why_in_plain_words() -> None:
    """To the parents: a smaller step is a plan, not a loss."""
    plan = planned(TOLD["r-h-the-door: nobody travels on wednesday"])
    (finding,) = plan.findings
    assert finding.severity is Severity.ADVICE
    assert finding.message("nl") == (
        "Op woensdag kan er nog niemand mee naar school. Daarom staat er dan een kleinere stap."
    )


def test_a_rise_early_in_the_week_is_said_softly() -> None:
    """To the clinician: a soft rule gives way, and is still told."""
    plan = planned(TOLD["r-t3-late-in-the-week: only early in the week"])
    assert ("R-T3", Severity.SOFT) in {(f.rule, f.severity) for f in plan.findings}


def test_nothing_is_planned_where_the_holidays_are_not_known() -> None:
    """To the family: no date is promised on a guess."""
    calendar = SchoolCalendar(Region.NL_MIDDEN)
    near_the_end = dated_plan(FORTNIGHT.case, today=date(2030, 7, 8), calendar=calendar)
    assert [day.date.day for day in near_the_end.days] == [8, 9, 10, 11, 12]
    assert near_the_end.findings[-1].key == "plan.calendar-ends"
    beyond = dated_plan(FORTNIGHT.case, today=date(2031, 1, 15), calendar=calendar)
    assert beyond.days == ()
    assert beyond.findings[0].severity is Severity.HARD
    with pytest.raises(IncompleteCaseError):
        rising(FORTNIGHT.case, date(2031, 1, 16))


def test_writing_a_plan_replaces_pencil_and_keeps_what_was_agreed() -> None:
    """To everyone who agreed: a new plan does not wipe out a promise."""
    days = (
        PlannedDay(id="d-old", on=date(2026, 11, 20), step="s-gate"),
        PlannedDay(id="d-pencil", on=date(2026, 11, 27), step="s-gate"),
        PlannedDay(id="d-agreed", on=date(2026, 11, 26), step="s-gate", agreed=True),
    )
    case = FORTNIGHT.case.with_items("return_plan.days", days)
    plan = dated_plan(case, today=FORTNIGHT.today, calendar=SchoolCalendar.for_case(case))
    numbers = count(1)
    change = writing(case, plan, new_id=lambda kind: f"{kind}-{next(numbers)}")
    written = change.apply(case).return_plan.days
    assert {"d-old", "d-agreed"} <= {day.id for day in written}
    assert "d-pencil" not in {day.id for day in written}
    assert len({day.on for day in written}) == len(written) == 11
    assert not any(day.agreed for day in days_to_write(plan))
    assert all(day.agreed for day in days_to_write(plan, agreed=True))


def test_writing_without_a_plan_changes_nothing() -> None:
    """To the clinician: a clash on screen leaves the old days alone."""
    told = TOLD["r-s1-every-school-day: no step for wednesday"]
    assert writing(told.case, planned(told)).changes == ()


def test_can_he_come_on_monday_is_answered_with_a_reason_and_other_days() -> None:
    """To a parent who asks: not a bare no, but why, and when it does go."""
    answer = rising(FORTNIGHT.case, date(2026, 11, 30))
    assert not answer.is_allowed
    assert [reason.rule for reason in answer.reasons] == ["R-T1"]
    assert answer.instead == (date(2026, 11, 27), date(2026, 12, 3))
    thursday = rising(FORTNIGHT.case, date(2026, 11, 26))
    assert thursday.is_allowed
    assert thursday.reasons == ()


def test_a_soft_reason_leaves_a_rise_allowed() -> None:
    """To the clinician: a preference is said and does not decide."""
    tuesday = rising(FORTNIGHT.case, date(2026, 12, 1))
    assert tuesday.is_allowed
    assert [reason.rule for reason in tuesday.reasons] == ["R-T3"]


def test_a_rise_is_not_possible_without_school_people_or_a_next_step() -> None:
    """To a parent who asks: the answer names what is missing."""
    saturday = rising(FORTNIGHT.case, date(2026, 11, 28))
    assert saturday.reasons[0].message("en") == "There is no school on Saturday 28 November."
    at_the_top = FORTNIGHT.case.model_copy(
        update={
            "return_plan": FORTNIGHT.case.return_plan.model_copy(update={"current": "s-cooking"})
        }
    )
    assert not rising(at_the_top, date(2026, 11, 26)).is_allowed
    alone = FORTNIGHT.case.with_items(
        "return_plan.escorts",
        tuple(e for e in FORTNIGHT.case.return_plan.escorts if e.person == "p-grandpa"),
    )
    assert rising(alone, date(2026, 11, 26)).reasons[-1].rule == "R-H11"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_that_a_day_can_have_has_words(language) -> None:
    """To the reader: a rule id on the page always opens as a sentence."""
    for rule in ("R-T1", "R-T2", "R-T3", "R-T6", "R-S1", "R-H1", "R-H11"):
        assert why_words(rule, language).endswith(".")
