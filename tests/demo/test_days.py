"""The dates of the invented cases: laid from today on the real calendar, whatever day it is."""

from datetime import date, timedelta

import pytest

from caseform.demo import DemoName, cases
from caseform.model import Case, DayReason
from caseform.school_calendar import SchoolCalendar

from .conftest import DAYS, TODAY


def test_the_log_tells_six_weeks_of_school_days_before_today(name: DemoName, today: date) -> None:
    """The picture over time has something to show, and nothing of today is filled in yet."""
    case, _ = cases(name, today=today)
    calendar = SchoolCalendar.for_case(case)
    days = [day.on for day in case.log]

    assert days == sorted(set(days))
    assert all(calendar.is_school_day(day) and day < today for day in days)
    assert days[-1] == calendar.last_school_days(today, 1)[0]
    assert 24 <= len(days) <= 35


def test_the_log_has_ups_an_illness_and_hard_mondays(returning: Case) -> None:
    """Six weeks as they are, not as one would wish them."""
    undone = [day for day in returning.log if day.done is False]

    assert any(day.on.weekday() == 0 for day in undone)
    assert any(day.reason is DayReason.ILL for day in returning.log)
    assert len([day for day in returning.log if day.done]) > len(undone)
    assert len([day for day in returning.log if day.minutes]) >= 10
    assert len([day for day in returning.log if day.words]) >= 10


def test_a_step_was_done_three_times_before_the_next_one(returning: Case) -> None:
    """What was logged kept the same rules as what is planned."""
    ladder = [step.id for step in returning.return_plan.steps]
    times = dict.fromkeys(ladder, 0)
    level = 0
    for day in returning.log:
        if day.step is None:
            continue
        place = ladder.index(day.step)
        if place > level:
            assert times[ladder[place - 1]] >= 3
            assert day.on.weekday() in {3, 4}
            level = place
        times[day.step] += bool(day.done)


@pytest.mark.parametrize("today", DAYS, ids=date.isoformat)
def test_the_coming_ten_school_days_keep_the_rules(today: date) -> None:
    """No rise on a Monday or after a break, two days on each level, a step on every day."""
    case, _ = cases("return", today=today)
    calendar = SchoolCalendar.for_case(case)
    plan = case.return_plan
    ladder = [step.id for step in plan.steps]
    days = plan.days

    assert tuple(day.on for day in days) == calendar.next_school_days(today, 10)
    assert days[0].step in {plan.current, ladder[ladder.index(plan.current or "") + 1]}
    level = plan.current
    since_rise = sum(1 for d in case.log if d.step == plan.current and d.done)
    rises = 0
    for day in days:
        if day.step != level:
            assert ladder.index(day.step) == ladder.index(level or "") + 1
            assert day.on.weekday() != 0
            assert not calendar.is_first_after_break(day.on)
            assert since_rise >= 2
            level, since_rise, rises = day.step, 0, rises + 1
        since_rise += 1
    # In the first weeks of a school year nothing is added (R-T15).
    assert rises >= 1 or today.month == 8


@pytest.mark.parametrize("today", DAYS, ids=date.isoformat)
def test_every_coming_day_has_someone_who_travels_along_and_someone_who_waits(
    today: date,
) -> None:
    """No day is planned for which somebody is away."""
    case, _ = cases("return", today=today)
    there = {c.person: c.available for c in case.school.contacts}
    along = {e.person: e.weekdays for e in case.return_plan.escorts}

    for day in case.return_plan.days:
        assert day.on.weekday() in there[day.received_by or ""]
        assert day.on.weekday() in along[day.travel_with or ""]


def test_the_first_week_is_agreed_and_the_second_in_pencil(returning: Case) -> None:
    """Both kinds of day can be seen."""
    assert [day.agreed for day in returning.return_plan.days] == [True] * 5 + [False] * 5


def test_agreements_are_partly_done_and_partly_still_open(name: DemoName, today: date) -> None:
    """What is open is due from today on, so that nobody starts with something overdue."""
    case, _ = cases(name, today=today)
    done = [a for a in case.agreements if a.done_on]
    still_open = [a for a in case.agreements if not a.done_on]

    assert done
    assert still_open
    assert all(a.done_on and a.done_on < today for a in done)
    assert all(a.by is None or a.by >= today for a in still_open)


def test_what_happened_is_told_in_its_order(name: DemoName, today: date) -> None:
    """The time line runs one way."""
    case, _ = cases(name, today=today)
    days = [event.on for event in case.events if event.on]

    assert days == sorted(days)
    assert all(day < today for day in days)


def test_a_study_day_is_taken_out_of_log_and_plan(returning: Case) -> None:
    """A day that only this school knows counts like any other."""
    free = {day.on for day in returning.school.free_days}
    ahead = [day for day in free if day >= TODAY]

    assert not free & {day.on for day in (*returning.log, *returning.return_plan.days)}
    assert ahead
    assert all(day - TODAY < timedelta(days=15) for day in ahead)
