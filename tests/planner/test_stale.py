"""A plan that no longer fits says so, naming the day; a plan that fits is left in peace."""

from datetime import date, timedelta
from itertools import count

import pytest

from caseform import demo
from caseform.model import (
    Away,
    Case,
    Change,
    EditField,
    EditItem,
    FreeDay,
    LogDay,
    RemoveItem,
    RuleOverride,
)
from caseform.planner import dated_plan, stale, writing
from caseform.school_calendar import SchoolCalendar
from planner.story import scenarios

TOLD = next(told for told in scenarios() if told.name == "an-ordinary-fortnight: the plan")
WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in (25, 26, 27))
MONDAY = date(2026, 11, 30)
NUMBERS = count(1)


def written(case: Case = TOLD.case, today: date = TOLD.today) -> Case:
    """The case with its plan in pencil."""
    plan = dated_plan(case, today=today, calendar=SchoolCalendar.for_case(case))
    return writing(case, plan, new_id=lambda kind: f"{kind}-s{today}-{next(NUMBERS)}").apply(case)


def said(case: Case, today: date = TOLD.today) -> str | None:
    finding = stale(case, today=today, calendar=SchoolCalendar.for_case(case))
    return None if finding is None else finding.message("en")


def lived(case: Case, on: date, step: str, done: bool | None) -> Case:
    return case.with_item("log", LogDay(id=f"l-{on}", on=on, step=step, done=done))


def step_on(case: Case, on: date) -> str:
    return next(day.step for day in case.return_plan.days if day.on == on)


def changed(case: Case, on: date, step: str) -> Case:
    day = next(day for day in case.return_plan.days if day.on == on)
    return EditItem(collection="return_plan.days", id=day.id, fields={"step": step}).apply(case)


def test_a_plan_that_was_just_written_fits() -> None:
    """To the clinician: no alarm right after writing."""
    assert said(written()) is None
    assert said(TOLD.case) is None


def test_a_plan_whose_days_went_as_planned_goes_on_fitting() -> None:
    """To the family: a good week asks no new plan."""
    case = written()
    for on in (WEDNESDAY, THURSDAY, FRIDAY):
        case = lived(case, on, step_on(case, on), True)

    assert said(case, MONDAY) is None


@pytest.mark.parametrize("name", demo.NAMES)
def test_the_demo_cases_show_a_plan_that_fits_whatever_day_it_is(name: demo.DemoName) -> None:
    """To whoever tries the program: it does not open with a plan that is out of date."""
    for ahead in range(0, 300, 37):
        today = date(2026, 11, 24) + timedelta(days=ahead)
        case, _ = demo.cases(name, today=today)
        assert said(case, today) is None, today


def test_a_day_that_became_a_day_off_is_named() -> None:
    """To the young person: nobody stands before a closed door."""
    off = FreeDay(id="x-1", on=FRIDAY, words="studiedag")

    case = written().with_item("school.free_days", off)

    assert said(case) == (
        "A step is written for Friday 27 November, but there is no school that day by now."
    )


def test_a_step_that_is_gone_or_skipped_is_named_with_its_day() -> None:
    """To the clinician: what was taken off the ladder is not left on a day."""
    case = written()
    gone: Change = RemoveItem(collection="return_plan.steps", id="s-gate")
    skipped = EditItem(collection="return_plan.steps", id="s-gate", fields={"is_skipped": True})

    assert said(gone.apply(case)) == (
        "The step of Wednesday 25 November is no longer on the ladder."
    )
    assert said(skipped.apply(case)) == (
        "‘tot het hek’ is written for Wednesday 25 November, but that step is passed over by now."
    )


@pytest.mark.parametrize(
    ("person", "called", "on"),
    [("p-mentor", "meneer Bakker", THURSDAY), ("p-mother", "moeder", FRIDAY)],
)
def test_someone_who_is_away_is_named_with_the_day(person: str, called: str, on: date) -> None:
    """To the young person: who is counted on is there."""
    away = Away(id="w-1", person=person, starts=on, ends=on)

    case = written().with_item("return_plan.away", away)

    assert said(case) == f"{called} is counted on for {_day(on)}, but is not there then."


def _day(on: date) -> str:
    return f"{on:%A} {on.day} {on:%B}"


def test_a_day_on_which_the_step_did_not_work_out_is_named() -> None:
    """To the parents: after a hard day the days after it are looked at again."""
    case = written()
    case = lived(case, WEDNESDAY, step_on(case, WEDNESDAY), True)
    case = lived(case, THURSDAY, step_on(case, THURSDAY), True)
    assert step_on(case, FRIDAY) == "s-bench", "the story rises on Friday"

    case = lived(case, FRIDAY, "s-bench", False)

    assert said(case, FRIDAY) == (
        "On Friday 27 November it went otherwise than planned. "
        "The days after it no longer fit that."
    )
    assert said(written(case, FRIDAY), FRIDAY) is None


def test_a_day_that_went_otherwise_is_not_told_where_the_days_after_it_stay_the_same() -> None:
    """To the family: not every other day is a reason to begin anew."""
    case = TOLD.case.with_items("return_plan.steps", TOLD.case.return_plan.steps[:2])
    case = written(case)

    case = lived(case, WEDNESDAY, "s-gate", False)

    assert said(case, WEDNESDAY) is None


def test_a_rise_that_the_log_no_longer_allows_is_named() -> None:
    """To the young person: what did not become ordinary is not built on."""
    case = EditField(path="return_plan.current", value="s-bench").apply(written())
    case = changed(case, WEDNESDAY, "s-window")

    assert said(case) == (
        "‘tot het raam’ is added on Wednesday 25 November, "
        "but ‘tot het bankje’ has not worked out often enough by then."
    )


def test_a_rule_that_was_set_aside_does_not_make_a_plan_stale() -> None:
    """To the clinician: what was decided with a reason is not told again."""
    case = EditField(path="return_plan.current", value="s-bench").apply(written())
    case = changed(case, WEDNESDAY, "s-window")
    aside = RuleOverride(id="o-1", rule="R-T6", reason="zo besproken", where="2026-11-25")

    assert said(case.with_item("return_plan.overrides", aside)) is None


def test_a_step_that_wants_more_days_counts_them() -> None:
    """To the young person: three days were asked for, and two are not three."""
    case = written()
    rise = next(day.on for day in case.return_plan.days if day.step == "s-bench")
    more = EditItem(collection="return_plan.steps", id="s-gate", fields={"at_least_days": 40})

    assert said(more.apply(case)) == (
        f"‘tot het bankje’ is added on {_day(rise)}, "
        "but ‘tot het hek’ has not worked out often enough by then."
    )


def test_days_that_are_past_or_unknown_are_left_in_peace() -> None:
    """To the clinician: last week is not planned again."""
    case = written()
    off = FreeDay(id="x-1", on=WEDNESDAY)
    assert said(case.with_item("school.free_days", off), THURSDAY) is None
    assert said(case, date(2031, 1, 15)) is None


def test_a_pencilled_day_that_became_free_is_gone_once_a_new_plan_is_written() -> None:
    """To the clinician who pressed *new plan*: the sentence does not come back."""
    case = lived(written(), WEDNESDAY, step_on(written(), WEDNESDAY), done=True)
    case = case.with_item("school.free_days", FreeDay(id="x-1", on=THURSDAY))
    assert said(case, WEDNESDAY) is not None

    assert said(written(case, WEDNESDAY), WEDNESDAY) is None
