"""What a term brings: exams, absences, changes, an end date, and a week that is written wrong."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from caseform.model import (
    Away,
    BlockKind,
    CareLevel,
    CareSystem,
    Case,
    CaseEvent,
    FreeDay,
    LessonBlock,
    PlannedDay,
    ReturnStep,
    SchoolAdjustment,
    Severity,
    SpecialWeek,
    SpecialWeekKind,
    WeekCycle,
)
from caseform.planner import DatedPlan, Direction, _solver, dated_plan, may_rise, writing
from caseform.school_calendar import SchoolCalendar
from planner.story import LADDER, scenarios

ORDINARY = next(t.case for t in scenarios() if t.name == "an-ordinary-fortnight: the plan")
TODAY = date(2026, 11, 25)
SUBJECTS = ("wiskunde", "koken", "gym", "Engels")
LIKING = {"koken": 2, "Engels": 1, "wiskunde": -1, "gym": -2}

WEEK = tuple(
    LessonBlock(
        id=f"b-{weekday}-{place}",
        weekday=weekday,
        starts=time(9 + place),
        ends=time(9 + place, 50),
        subject=subject,
        liking=LIKING[subject],
    )
    for weekday in range(5)
    # On Wednesday school ends early, as in Flanders.
    for place, subject in enumerate(SUBJECTS[:2] if weekday == 2 else SUBJECTS)
)


def with_plan(case: Case = ORDINARY, **fields: Any) -> Case:
    return case.model_copy(update={"return_plan": case.return_plan.model_copy(update=fields)})


def with_school(case: Case = ORDINARY, **fields: Any) -> Case:
    return case.model_copy(update={"school": case.school.model_copy(update=fields)})


def with_lessons(count: int, *, minutes: int = 0) -> Case:
    """Return the case with one last step of some lessons, on a whole timetable."""
    last = ReturnStep(id="s-lessons", words="lessen", lessons=count, minutes=minutes)
    case = with_plan(steps=(LADDER["bag"], LADDER["gate"], last), current="s-lessons")
    return with_school(case, timetable=WEEK)


def planned(case: Case, days: int | None = None, today: date = TODAY) -> DatedPlan:
    return dated_plan(case, today=today, calendar=SchoolCalendar.for_case(case), days=days)


def rises(plan: DatedPlan) -> list[date]:
    return [day.date for day in plan.days if day.direction is Direction.UP]


def said(plan: DatedPlan) -> list[str]:
    return [finding.key for finding in plan.findings]


WRONG = {
    "plan.blocks-overlap": with_school(
        timetable=(*WEEK, WEEK[0].model_copy(update={"id": "b-twice", "starts": time(9, 30)}))
    ),
    "plan.no-school-days": with_school(
        free_days=(FreeDay(id="v-1", on=TODAY, until=TODAY + timedelta(days=150)),)
    ),
    "plan.step-too-long": with_lessons(2, minutes=300),
    "plan.receiver-never-there": with_plan(
        away=tuple(
            Away(id=f"w-{who}", person=who, starts=TODAY, ends=TODAY + timedelta(days=400))
            for who in ("p-mentor", "p-caretaker")
        )
    ),
}


@pytest.mark.parametrize("key", WRONG)
def test_what_cannot_be_so_is_said_in_one_sentence_and_the_old_plan_stays(key: str) -> None:
    """To the clinician: a slip in the timetable costs a sentence, never the plan."""
    plan = planned(WRONG[key])
    assert plan.days == ()
    assert said(plan) == [key]
    assert plan.findings[0].severity is Severity.HARD
    for language in ("nl", "en"):
        assert plan.findings[0].message(language).endswith(".")
    assert writing(WRONG[key], plan).changes == ()


def test_two_lessons_at_one_time_in_week_a_and_week_b_are_no_mistake() -> None:
    """To the mentor: a timetable that differs from week to week is an ordinary one."""
    in_a = WEEK[0].model_copy(update={"week": WeekCycle.A})
    in_b = WEEK[0].model_copy(update={"week": WeekCycle.B, "id": "b-other"})
    case = with_school(timetable=(in_a, in_b, *WEEK[1:]), a_week=TODAY)
    assert planned(case).days


def test_an_end_date_in_the_past_is_said_and_the_plan_goes_on() -> None:
    """To the clinician: school may have forgotten to name a new date; that stops nobody."""
    plan = planned(with_school(effort_until=date(2026, 11, 2)))
    assert len(plan.days) == 10
    assert said(plan) == ["plan.effort-past"]
    assert plan.findings[0].severity is Severity.SOFT


def test_the_stand_in_receives_and_another_travels_along_while_someone_is_away() -> None:
    """To the young person: an absence that is known ahead is no surprise at the gate."""
    wednesday = date(2026, 12, 2)
    away = tuple(
        Away(id=f"w-{who}", person=who, starts=date(2026, 11, 30), ends=date(2026, 12, 4))
        for who in ("p-mentor", "p-mother")
    )
    days = {day.date: day for day in planned(with_plan(away=away)).days}
    assert days[wednesday].travel_with == "p-grandpa"
    assert days[wednesday].received_by == "p-caretaker"
    assert days[date(2026, 12, 3)].step == "s-bag"
    assert days[date(2026, 12, 7)].received_by == "p-mentor"


def test_a_day_on_which_everyone_is_away_names_that_day_and_not_every_week() -> None:
    """To the parents: one Thursday without company is not every Thursday."""
    thursday = date(2026, 12, 3)
    away = (Away(id="w-1", person="p-mother", starts=thursday, ends=thursday),)
    (finding,) = planned(with_plan(away=away)).findings
    assert finding.message("en") == (
        "On Thursday 3 December there is nobody to travel along. So a smaller step is planned then."
    )


def test_the_lessons_that_are_liked_come_first_and_come_back_every_week() -> None:
    """To the young person: cooking first, and the same again next week."""
    subjects = {block.id: block.subject for block in WEEK}
    plan = planned(with_lessons(2))
    taken = [
        (day.date.weekday(), [subjects[block] for block in day.blocks], day.minutes)
        for day in plan.days
        if day.step == "s-lessons"
    ]
    assert (3, ["koken", "Engels"], 100) in taken
    assert (2, ["wiskunde", "koken"], 100) in taken
    assert len({str(one) for one in taken}) == len({weekday for weekday, _, _ in taken})
    thursday = next(day for day in plan.days if day.date.weekday() == 3)
    wednesday = next(day for day in plan.days if day.date.weekday() == 2)
    assert "R-S7" in thursday.why
    assert "R-S7" not in wednesday.why


def test_between_lessons_that_are_liked_as_much_the_easier_comes_first() -> None:
    """To the young person: no questions in front of the class, unless they are not asked now."""
    plain = [block.model_copy(update={"liking": None}) for block in WEEK]
    asking = tuple(
        block.model_copy(update={"taxing": ("beurt",)}) if block.subject == "wiskunde" else block
        for block in plain
    )
    case = with_school(with_lessons(1), timetable=asking)
    exempt = (SchoolAdjustment(id="j-1", words="geen beurten", exempts=("beurt",)),)
    for adjustments, first in (((), "b-3-1"), (exempt, "b-3-0")):
        plan = planned(with_school(case, adjustments=adjustments))
        assert next(day for day in plan.days if day.date.weekday() == 3).blocks == (first,)


def test_a_break_is_no_lesson() -> None:
    """To the mentor: a step of three lessons takes three lessons."""
    pause = WEEK[-1].model_copy(
        update={"id": "b-pause", "starts": time(8), "ends": time(9), "kind": BlockKind.BREAK}
    )
    plan = planned(with_school(with_lessons(4), timetable=(*WEEK, pause)))
    friday = next(day for day in plan.days if day.date.weekday() == 4)
    assert friday.blocks == ("b-4-0", "b-4-1", "b-4-2", "b-4-3")


def test_a_step_that_is_longer_than_a_short_day_lasts_as_long_as_that_day() -> None:
    """To a Flemish family: on Wednesday school ends at noon, also in the plan."""
    minutes = {
        day.date.weekday(): day.minutes for day in planned(with_lessons(4, minutes=200)).days
    }
    assert minutes[2] == 110
    assert minutes[3] == 200


def test_during_exams_there_are_no_lessons_and_no_step_is_added() -> None:
    """To the young person: a week that is different already asks nothing new."""
    exams = SpecialWeek(
        id="x-1",
        kind=SpecialWeekKind.EXAMS,
        starts=date(2026, 11, 30),
        ends=date(2026, 12, 4),
    )
    at_lessons = planned(with_school(with_lessons(2), special_weeks=(exams,)))
    steps = {day.date: day.step for day in at_lessons.days}
    assert steps[date(2026, 11, 30)] == "s-gate"
    assert steps[date(2026, 12, 7)] == "s-lessons"
    (finding,) = at_lessons.findings
    assert finding.message("en").startswith(
        "From Monday 30 November to Friday 4 December there are"
    )
    at_gate = with_school(special_weeks=(exams,))
    assert rises(planned(ORDINARY)) == [date(2026, 11, 26), date(2026, 12, 3)]
    assert rises(planned(at_gate, days=15)) == [date(2026, 11, 26), date(2026, 12, 10)]
    answer = may_rise(at_gate, exams.starts, today=TODAY, calendar=SchoolCalendar.for_case(at_gate))
    assert "plan.special-exams" in [reason.key for reason in answer.reasons]


def test_nothing_is_added_while_the_plan_is_held() -> None:
    """To the clinician: "not now" holds, whatever the rules would allow."""
    held = with_plan(hold_until=date(2026, 12, 3))
    assert rises(planned(held)) == [date(2026, 12, 4)]
    answer = may_rise(held, date(2026, 12, 3), today=TODAY, calendar=SchoolCalendar.for_case(held))
    assert not answer.is_allowed
    assert (
        answer.reasons[0].message("en")
        == "No step is added until Thursday 3 December. That was chosen."
    )


def test_a_step_that_is_passed_over_is_on_the_ladder_and_not_in_the_plan() -> None:
    """To the young person: what is skipped is not asked by accident."""
    bench = LADDER["bench"].model_copy(update={"is_skipped": True})
    steps = tuple(bench if step.id == bench.id else step for step in LADDER.values())
    used = {day.step for day in planned(with_plan(steps=steps), days=20).days}
    assert "s-bench" not in used
    assert "s-window" in used


def test_a_step_that_wants_more_days_gets_them() -> None:
    """To the clinician: what you asked beyond the rules is kept."""
    gate = LADDER["gate"].model_copy(update={"at_least_days": 5})
    steps = tuple(gate if step.id == gate.id else step for step in LADDER.values())
    assert rises(planned(with_plan(steps=steps))) == [date(2026, 12, 3)]


def test_the_ladder_fits_the_date_until_which_school_helps_if_it_can() -> None:
    """To school: the end date that you named is kept, and what gave way for it is said."""
    until = date(2026, 12, 9)
    plan = planned(with_school(effort_until=until))
    assert plan.days[-1].step == "s-cooking"
    assert max(rises(plan)) <= until
    hurried = [day for day in plan.days if "R-T11" in day.why]
    assert hurried
    assert any(finding.key == "plan.gave-way-R-T3" for finding in plan.findings)


def test_a_date_that_cannot_be_met_hurries_nobody_and_is_said() -> None:
    """To the young person: a date that is too soon changes the date, not the pace."""
    plan = planned(with_school(effort_until=date(2026, 11, 30)))
    assert [day.step for day in plan.days] == [day.step for day in planned(ORDINARY).days]
    assert said(plan) == ["plan.effort-too-short"]


def test_nothing_is_added_around_a_change() -> None:
    """To the family: a move, a new timetable or a new school year is enough by itself."""
    move = CaseEvent(id="g-1", on=date(2026, 11, 27), words="verhuizing", is_transition=True)
    moving = ORDINARY.with_items("events", (move,))
    plan = planned(moving, days=30)
    assert min(rises(plan)) > date(2026, 12, 25)
    assert "R-T15" in plan.days[1].why
    new = tuple(block.model_copy(update={"since": date(2026, 11, 26)}) for block in WEEK[:1])
    assert rises(planned(with_school(timetable=(*WEEK[1:], *new)))) == [date(2026, 12, 3)]
    after_summer = planned(ORDINARY, days=40, today=date(2027, 8, 10))
    assert min(rises(after_summer)) - after_summer.days[0].date > timedelta(days=28)


def test_where_support_is_heaviest_the_class_comes_later() -> None:
    """To the clinician: contact with school first, and the end of the ladder not in a month."""
    tier = CareLevel(id="v-1", system=CareSystem.TIER, level=3)
    heavy = ORDINARY.with_items("assessment.levels", (tier,))
    top = "s-cooking"
    soon = next(day.date for day in planned(ORDINARY, days=60).days if day.step == top)
    plan = planned(heavy, days=60)
    later = next(day.date for day in plan.days if day.step == top)
    assert soon < date(2026, 12, 21) <= later
    assert any("R-T10" in day.why for day in plan.days)


def test_almost_full_days_are_a_place_to_stay() -> None:
    """To the young person: nearly everything may be enough for a long time."""
    half = planned(with_lessons(2), days=60)
    assert all("R-T13" not in day.why for day in half.days)  # two of four lessons are far from full
    but_one = planned(with_lessons(3), days=60)
    assert all("R-T13" in day.why for day in but_one.days if day.date.weekday() == 3)
    nearly = planned(with_lessons(4, minutes=180), days=60)
    assert all("R-T13" in day.why for day in nearly.days if day.date.weekday() == 3)
    assert nearly.findings == ()


def test_a_clash_says_what_to_loosen_and_what_that_means() -> None:
    """To the clinician: a plan that cannot be comes with the ways in which it can."""
    ons = (date(2026, 11, 25), date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 30))
    days = tuple(PlannedDay(id=f"d-{on}", on=on, step="s-gate", agreed=True) for on in ons)
    case = with_plan(days=(*days[:3], days[3].model_copy(update={"step": "s-bench"})))
    clash = planned(case).clash
    assert clash is not None
    assert clash.rules == ("R-T1",)
    assert len(clash.ways_out) == len(clash.facts) + 1
    assert all(way.leads_to_plan for way in clash.ways_out)
    monday = next(way for way in clash.ways_out if way.words.key == "plan.loosen-R-T1")
    assert monday.consequence.in_("en") == (
        "Then there is a rise on a Monday, the day that is hard already after the weekend."
    )


def test_days_that_were_asked_for_beyond_the_known_holidays_are_not_planned() -> None:
    """To the family: a year that nobody published yet has no dates."""
    plan = planned(ORDINARY, days=190, today=date(2030, 3, 4))
    assert 0 < len(plan.days) < 190
    assert said(plan)[-1] == "plan.calendar-ends"


def test_asking_for_whole_columns_gives_the_plan_that_comes_out_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """To the next developer: the long way, seldom taken, ends at the same place."""
    soon = planned(ORDINARY, days=60)
    monkeypatch.setattr(_solver, "_WHOLE", -1.0)
    assert planned(ORDINARY, days=60) == soon


def test_what_does_not_fit_yet_in_two_months_leaves_these_two_weeks_alone() -> None:
    """To the family: a promise for January that cannot be kept is said, and November goes on."""
    on = date(2027, 1, 18)
    far = PlannedDay(id="d-far", on=on, step="s-gate", agreed=True)
    away = Away(id="w-1", person="p-mother", starts=on, ends=on)
    case = with_plan(days=(far,), away=(away,))
    plan = planned(case)
    assert len(plan.days) == 10
    assert said(plan) == ["plan.fits-until"]
    assert planned(case, days=60).clash is not None


def test_holding_the_plan_is_named_where_it_clashes_with_what_was_agreed() -> None:
    """To the clinician: you chose to wait, and you agreed on more; both are on the table."""
    agreed = PlannedDay(id="d-1", on=date(2026, 12, 4), step="s-window", agreed=True)
    clash = planned(with_plan(days=(agreed,), hold_until=date(2026, 12, 3))).clash
    assert clash is not None
    assert "plan.rise-held" in [fact.key for fact in clash.facts]
    assert "plan.loosen-held" in [way.words.key for way in clash.ways_out if way.leads_to_plan]


def test_a_later_term_that_does_not_fit_after_the_first_is_looked_at_with_it() -> None:
    """To the clinician: "none exists" is only said when both terms were looked at together."""
    first_term = planned(ORDINARY, days=61).days
    lesson = ReturnStep(id="s-lesson", words="een les", lessons=1)
    until = first_term[59].date
    case = with_plan(steps=(lesson, LADDER["gate"]), current="s-lesson")
    # From the second term on there are no lessons, and all through the first there are changes.
    timetable = tuple(block.model_copy(update={"until": until}) for block in WEEK)
    changes = tuple(
        CaseEvent(
            id=f"g-{n}", on=TODAY + timedelta(days=40 * n), words="wissel", is_transition=True
        )
        for n in range(4)
    )
    case = with_school(case.with_items("events", changes), timetable=timetable, effort_until=None)
    assert rises(planned(case, days=60)) == []
    year = planned(case, days=120)
    assert len(year.days) == 120
    assert year.days[60].step == "s-gate"


def test_who_was_named_to_step_in_receives_while_the_receiver_is_away() -> None:
    """To the young person: the other face at the gate was named before."""
    away = Away(
        id="w-1",
        person="p-mentor",
        starts=date(2026, 11, 30),
        ends=date(2026, 12, 4),
        instead="p-nurse",
    )
    received = {day.date.day: day.received_by for day in planned(with_plan(away=(away,))).days}
    assert (received[27], received[30], received[7]) == ("p-mentor", "p-nurse", "p-mentor")
