"""Beginning again: three ways that are ready after every gap, and none of them is nothing."""

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings

from caseform import demo
from caseform.model import (
    Case,
    DayReason,
    EditField,
    FreeDay,
    FreeDayKind,
    HowFar,
    LogDay,
    PlannedDay,
)
from caseform.planner import Direction, Gap, ReEntry, Way, dated_plan, reentry, stale, to_json
from caseform.school_calendar import SchoolCalendar
from planner.independent_checker import Week, faults
from planner.story import scenarios
from planner.weeks import as_json, cases, school_days_around

FORTNIGHT = next(told for told in scenarios() if told.name == "an-ordinary-fortnight: the plan")
CHRISTMAS = date(2027, 1, 4)


def numbered():
    numbers = count(1)
    return lambda kind: f"{kind}-r{next(numbers)}"


def begun(case: Case, today: date) -> ReEntry | None:
    calendar = SchoolCalendar.for_case(case)
    return reentry(case, today=today, calendar=calendar, new_id=numbered())


def lived(case: Case, *days: tuple[date, str, bool]) -> Case:
    return case.with_items(
        "log",
        tuple(LogDay(id=f"l-{on}", on=on, step=step, done=done) for on, step, done in days),
    )


def school_days_before(case: Case, day: date, how_many: int) -> tuple[date, ...]:
    return SchoolCalendar.for_case(case).last_school_days(day, how_many)


def on_the_bench(today: date, *, current: str = "s-bench") -> Case:
    """Mees, for whom the bench worked on the three school days before `today`."""
    case = EditField(path="return_plan.current", value=current).apply(FORTNIGHT.case)
    days = school_days_before(case, today, 3)
    return lived(case, *((on, "s-bench", True) for on in days))


def options(case: Case, today: date) -> dict[Way, list[tuple[date, str | None]]]:
    found = begun(case, today)
    assert found is not None
    return {one.way: [(d.date, d.step) for d in one.plan.days] for one in found.options}


def test_after_a_holiday_there_are_three_ways_in_plain_words() -> None:
    """To the parents on the first morning: what is done, and what comes of it."""
    found = begun(on_the_bench(CHRISTMAS), CHRISTMAS)

    assert found is not None
    assert (found.gap, found.first_day) == (Gap.HOLIDAY, CHRISTMAS)
    assert found.words.in_("en") == "The first school day after the days off is Monday 4 January."
    assert found.normal.in_("en").startswith("After days off, starting again is often hard")
    assert [(one.words.in_("en"), one.consequence.in_("en")) for one in found.options] == [
        (
            "From the first day on ‘tot het bankje’ again. That went well already.",
            "Then ‘tot het bankje’ comes back on Monday 4 January.",
        ),
        (
            "First one step smaller: ‘tot het hek’. Then ‘tot het bankje’ again.",
            "Then ‘tot het bankje’ comes back on Thursday 7 January.",
        ),
        (
            "The smallest first, every day: ‘de tas klaarzetten’. "
            "Then step by step back to ‘tot het bankje’.",
            "Then ‘tot het bankje’ comes back on Thursday 14 January.",
        ),
    ]


def test_nothing_new_comes_the_day_after_coming_back() -> None:
    """To the young person: back on the bench on Thursday is not at the window on Friday."""
    found = begun(on_the_bench(CHRISTMAS), CHRISTMAS)
    assert found is not None
    for option in found.options:
        steps = [day.step for day in option.plan.days]
        more = [day for day in option.plan.days if day.step == "s-window"]
        if more:
            assert steps[: option.plan.days.index(more[0])].count("s-bench") >= 2


def test_it_goes_back_to_the_step_that_worked_and_not_to_the_one_that_was_hoped_for() -> None:
    """To the young person: what was done once and is not ordinary yet is not asked at once."""
    case = on_the_bench(CHRISTMAS, current="s-window")
    (before,) = school_days_before(case, CHRISTMAS, 1)
    case = case.with_item("log", LogDay(id=f"l-{before}", on=before, step="s-window", done=True))

    ways = options(case, CHRISTMAS)

    assert ways[Way.LAST_STEP][0] == (CHRISTMAS, "s-bench")
    assert ways[Way.SMALLER_FIRST][0] == (CHRISTMAS, "s-gate")
    assert ways[Way.SMALLEST_FIRST][0] == (CHRISTMAS, "s-bag")


def test_at_the_bottom_of_the_ladder_the_same_step_is_held_instead_of_nothing() -> None:
    """To the young person: there is always something small, and never less than that."""
    case = EditField(path="return_plan.current", value="s-bag").apply(FORTNIGHT.case)

    found = begun(case, CHRISTMAS)

    assert found is not None
    assert {one.step for one in found.options} == {"s-bag"}
    assert [one.words.in_("en") for one in found.options[1:]] == [
        "Every day ‘de tas klaarzetten’. Nothing is added on the first two days.",
        "Every day ‘de tas klaarzetten’. Nothing is added on the first three days.",
    ]


def test_on_the_day_after_the_first_one_it_says_which_day_that_was() -> None:
    """To the parents on Tuesday: Monday is not called the next day."""
    tuesday = date(2027, 1, 5)

    found = begun(on_the_bench(CHRISTMAS), tuesday)

    assert found is not None
    assert found.first_day == tuesday
    assert found.words.in_("en") == "The first school day after the days off was Monday 4 January."
    assert begun(on_the_bench(CHRISTMAS), date(2027, 1, 6)) is None


@pytest.mark.parametrize("today", [CHRISTMAS, date(2027, 1, 5)])
@pytest.mark.parametrize("way", range(3))
def test_once_one_was_taken_over_nothing_more_is_offered(way: int, today: date) -> None:
    """To the clinician: what was decided this morning is not asked again this afternoon."""
    case = on_the_bench(CHRISTMAS)
    found = begun(case, today)
    assert found is not None

    after = found.options[way].change.apply(case)

    assert begun(after, today) is None
    assert begun(after, date(2027, 1, 5)) is None


@pytest.mark.parametrize("way", range(3))
def test_a_way_that_is_taken_over_is_written_in_pencil_and_fits(way: int) -> None:
    """To the clinician: one press, and the page shows those days."""
    case = on_the_bench(CHRISTMAS)
    found = begun(case, CHRISTMAS)
    assert found is not None
    option = found.options[way]

    after = option.change.apply(case)

    calendar = SchoolCalendar.for_case(after)
    written = [(day.on, day.step, day.agreed) for day in after.return_plan.days]
    assert written == [(day.date, day.step, False) for day in option.plan.days]
    assert stale(after, today=CHRISTMAS, calendar=calendar) is None
    again = dated_plan(after, today=CHRISTMAS, calendar=calendar)
    assert [day.step for day in again.days] == [day.step for day in option.plan.days]


def test_what_was_agreed_and_asks_more_is_named_and_pencilled_again() -> None:
    """To everyone who agreed: a smaller beginning is not slipped in under their word."""
    on = date(2027, 1, 7)
    promised = PlannedDay(id="d-1", on=on, step="s-bench", agreed=True)
    case = on_the_bench(CHRISTMAS).with_items("return_plan.days", (promised,))
    found = begun(case, CHRISTMAS)
    assert found is not None

    kept, *smaller = found.options

    assert kept.reasons == ()
    assert [day for day in kept.change.apply(case).return_plan.days if day.agreed] == [promised]
    for option in smaller:
        assert [one.blanks["days"] for one in option.reasons] == [(on,)]
        assert not any(day.agreed for day in option.change.apply(case).return_plan.days)


def test_before_a_holiday_the_days_until_then_stay_as_they_are() -> None:
    """To the young person: a plan for January changes nothing about this week."""
    thursday = date(2026, 12, 17)
    case = on_the_bench(thursday)
    found = begun(case, thursday)
    assert found is not None

    after = found.options[2].change.apply(case)

    assert found.first_day == CHRISTMAS
    assert after.return_plan.current == "s-bench"
    assert after.return_plan.hold_until is None
    assert min(day.on for day in after.return_plan.days) == CHRISTMAS


def test_long_before_a_holiday_nothing_is_said() -> None:
    """To the family: an ordinary week has no card about January."""
    today = date(2026, 12, 8)
    assert begun(on_the_bench(today), today) is None


def test_one_loose_free_day_is_no_beginning_again_and_one_beside_a_weekend_is() -> None:
    """To the clinician: a study day on Wednesday asks no plan; a long weekend may."""
    today = date(2026, 11, 24)
    case = on_the_bench(today)
    wednesday = FreeDay(id="x-1", on=date(2026, 11, 25))
    friday = FreeDay(id="x-1", on=date(2026, 11, 27))

    assert begun(case.with_item("school.free_days", wednesday), today) is None
    found = begun(case.with_item("school.free_days", friday), today)
    assert found is not None
    assert (found.gap, found.first_day) == (Gap.HOLIDAY, date(2026, 11, 30))


@pytest.mark.parametrize("told_in", ["calendar", "log"])
def test_after_an_illness_there_are_the_same_three(told_in: str) -> None:
    """To the young person: ill is no step back, and coming back is prepared all the same."""
    today = date(2026, 11, 26)
    case = on_the_bench(date(2026, 11, 24))
    ill = (date(2026, 11, 24), date(2026, 11, 25))
    if told_in == "calendar":
        off = FreeDay(id="x-1", on=ill[0], until=ill[1], kind=FreeDayKind.ILL)
        case = case.with_item("school.free_days", off)
    else:
        for on in ill:
            day = LogDay(id=f"l-{on}", on=on, reached=HowFar.BED, reason=DayReason.ILL)
            case = case.with_item("log", day)

    found = begun(case, today)

    assert found is not None
    assert (found.gap, found.first_day) == (Gap.ILLNESS, today)
    assert found.words.in_("nl") == "De eerste schooldag na de ziekte is donderdag 26 november."
    assert [one.way for one in found.options] == list(Way)


def hard_week(*done: bool) -> Case:
    """Mees, for whom the bench was steady; then the days of this week, until Thursday."""
    case = EditField(path="return_plan.current", value="s-bench").apply(FORTNIGHT.case)
    steady = ((date(2026, 11, day), "s-bench", True) for day in (18, 19, 20))
    week = ((date(2026, 11, 23 + n), "s-bench", was) for n, was in enumerate(done))
    return lived(case, *steady, *week)


def test_three_hard_days_in_a_row_are_a_hard_week() -> None:
    """To the parents: seen early, told kindly, and talked over."""
    found = begun(hard_week(False, False, False), date(2026, 11, 26))

    assert found is not None
    assert (found.gap, found.first_day) == (Gap.HARD_WEEK, date(2026, 11, 26))
    assert "team" in found.words.in_("nl")
    assert [one.step for one in found.options] == ["s-bench", "s-gate", "s-bag"]


@pytest.mark.parametrize(
    "week", [(False, False), (False, True, False), (True, False, False), (False, False, None)]
)
def test_fewer_hard_days_or_a_good_one_between_are_not(week: tuple[bool, ...]) -> None:
    """To the young person: one bad day is one bad day."""
    assert begun(hard_week(*week), date(2026, 11, 26)) is None


def test_a_smaller_step_done_is_a_hard_day_only_below_what_was_steady() -> None:
    """To the young person: a week at the step that is ordinary is no hard week."""
    steady = hard_week()
    gates = [
        LogDay(id=f"l-{n}", on=date(2026, 11, 23 + n), step="s-gate", done=True) for n in range(3)
    ]
    benches = [day.model_copy(update={"step": "s-bench"}) for day in gates]

    lower, same = steady, steady
    for gate, bench in zip(gates, benches, strict=True):
        lower, same = lower.with_item("log", gate), same.with_item("log", bench)

    assert begun(lower, date(2026, 11, 26)) is not None
    assert begun(same, date(2026, 11, 26)) is None


def test_where_school_is_not_the_goal_there_is_nothing_to_begin_again() -> None:
    """To a family that is not there yet: no card about a first school day."""
    case = EditField(path="return_plan.end_goal", value="not-yet").apply(FORTNIGHT.case)
    assert begun(case, CHRISTMAS) is None
    too_early = EditField(path="return_plan.is_feasible", value=False).apply(FORTNIGHT.case)
    assert begun(too_early, CHRISTMAS) is None
    no_ladder = FORTNIGHT.case.with_items("return_plan.steps", ())
    assert begun(no_ladder, CHRISTMAS) is None


def gaps(calendar: SchoolCalendar, start: date) -> dict[date, str]:
    """Return each first school day after a break in the school year from `start` on, and why."""
    days = [start + timedelta(days=n) for n in range(330)]
    firsts = [day for day in days if calendar.is_first_after_break(day)]
    # What the last weekday off before it is called.
    before = {day: day - timedelta(days=3 if day.weekday() == 0 else 1) for day in firsts}
    return {day: calendar.why_off(before[day], "nl") or "" for day in firsts}


@pytest.mark.parametrize("name", demo.NAMES)
def test_all_three_hold_in_every_gap_of_the_calendars_of_both_demo_cases(
    name: demo.DemoName,
) -> None:
    """To every family: autumn, Christmas, spring and illness alike, whichever the region."""
    start = date(2026, 9, 7)
    region = demo.cases(name, today=start)[0].region
    looked_at = []
    for first, why in gaps(SchoolCalendar(region), start).items():
        told, _ = demo.cases("return", today=first)
        case = told.model_copy(update={"region": region})
        # In another region a study day of the case may make the first day a later one.
        if (found := begun(case, first)) is not None:
            _holds(case, first, found)
            looked_at.append(why)
        if why == "Kerstvakantie":
            _holds_after_illness(case, first)

    print(f"{region}: {', '.join(looked_at)}; after Christmas also with an illness right after it")
    assert {"Herfstvakantie", "Kerstvakantie", "Voorjaarsvakantie"} <= set(looked_at)


def _holds_after_illness(case: Case, first: date) -> None:
    ill = FreeDay(id="x-ill", on=first, until=first + timedelta(days=1), kind=FreeDayKind.ILL)
    case = case.with_item("school.free_days", ill)
    (back,) = SchoolCalendar.for_case(case).next_school_days(first, 1)
    _holds(case, back, begun(case, back))


def _holds(case: Case, today: date, found: ReEntry | None) -> None:
    assert found is not None, today
    steps = [step.id for step in case.return_plan.steps]
    places = [steps.index(one.step) for one in found.options]
    assert places == sorted(places, reverse=True)
    for option in found.options:
        assert option.plan.days, (today, option.way)
        first = option.plan.days[0]
        assert first.date == found.first_day
        assert all(day.step is not None for day in option.plan.days)
        assert first.direction is not Direction.UP
        after = option.change.apply(case)
        week = Week(as_json(after), school_days_around(after, today), today)
        assert faults(week, to_json(option.plan)) == [], (today, option.way)


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(cases())
def test_no_way_to_begin_again_breaks_a_hard_rule(drawn: tuple[Case, date]) -> None:
    """To the family: coming back asks no more than the field says is wise, whatever the case."""
    case, today = drawn
    found = begun(case, today)
    for option in () if found is None else found.options:
        after = option.change.apply(case)
        # Before the break nothing is changed yet, so the plan stands on its first day only.
        if option.plan.days and after.return_plan.current == option.step:
            first = option.plan.days[0]
            assert first.direction is not Direction.UP
            week = Week(as_json(after), school_days_around(after, first.date), first.date)
            assert faults(week, to_json(option.plan)) == []
