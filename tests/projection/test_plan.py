"""The return plan as others than the therapist see it: near, and told as it is."""

from datetime import date, time, timedelta

import pytest

from caseform.model import (
    FreeDay,
    FreeDayKind,
    HowFar,
    LessonBlock,
    PlannedDay,
    ReturnStep,
    School,
    SchoolAdjustment,
    SpecialWeek,
    SpecialWeekKind,
)
from caseform.projection.build import build, build_therapist_paper
from caseform.projection.rooms import Room
from support.cases import TODAY, noor

EVERYONE = ("youth", "parents", "school", "team")


def shown(case, room="parents", today=TODAY):
    return build(case, Room.parse(room), language="nl", today=today)


def planned(*days, reaches=HowFar.GATE, blocks=(), minutes=0, school=None, horizon=10):
    """Return Noor's case with one step on these days, agreed; everyone may see it."""
    case = noor()
    step = ReturnStep(
        id="s-1", words="tot het hek", reaches=reaches, blocks=blocks, minutes=minutes,
        shared_with=EVERYONE,
    )  # fmt: skip
    plan = case.return_plan.model_copy(
        update={
            "steps": (step,),
            "days": tuple(
                PlannedDay(id=f"d-{n}", on=on, step="s-1", agreed=True) for n, on in enumerate(days)
            ),
            "horizon_days": horizon,
            "shared_with": EVERYONE,
        }
    )
    return case.model_copy(update={"return_plan": plan, "school": school or case.school})


@pytest.mark.parametrize("room", ["youth", "parents", "school", "team", "youth+parents"])
@pytest.mark.parametrize("horizon", [5, 10])
def test_nobody_but_the_therapist_is_given_a_date_beyond_the_horizon(room, horizon):
    """What is months away is nothing to lie awake over, and nothing to hold anyone to."""
    term = [TODAY + timedelta(days=n) for n in range(120)]
    case = planned(*term, horizon=horizon)

    days = shown(case, room).days

    assert len(days) == horizon
    assert days[-1].on <= date(2026, 12, 8)
    paper = build_therapist_paper(case, language="nl", today=TODAY)
    assert paper.days[-1].on > date(2027, 3, 1)


def test_a_day_says_whether_it_was_agreed_or_is_in_pencil():
    """A pencilled day may still move, and whoever reads it knows."""
    case = planned(date(2026, 11, 25), date(2026, 11, 26))
    pencilled = case.return_plan.days[1].model_copy(update={"agreed": False})
    case = case.with_item("return_plan.days", pencilled)

    assert [day.is_agreed for day in shown(case).days] == [True, False]


def test_nobody_is_told_to_come_to_a_closed_door():
    """A day off that was overlooked costs trust."""
    own = FreeDay(id="x-1", on=date(2026, 11, 26))
    case = planned(
        date(2026, 11, 25), date(2026, 11, 26), date(2026, 11, 28),
        school=School(free_days=(own,)),
    )  # fmt: skip

    assert [day.on.day for day in shown(case).days] == [25]


def test_what_is_practised_on_a_day_off_is_shown_and_told_apart():
    """Some steps are practised on a Saturday."""
    case = planned(date(2026, 11, 25), date(2026, 11, 28), reaches=HowFar.UNDER_WAY)

    assert [day.has_school for day in shown(case).days] == [True, False]


def test_lessons_give_a_day_its_hours():
    """An appointment has a beginning and an end where the timetable knows them."""
    day = date(2026, 11, 26)

    def hours(**about):
        (only,) = shown(planned(day, blocks=("b-3",), **about)).days
        return only.starts, only.ends

    lessons = tuple(
        LessonBlock(
            id=f"b-{n}", weekday=3, starts=time(8 + n, 30), ends=time(9 + n, 20), subject="koken"
        )
        for n in (3, 4)
    )
    exams = SpecialWeek(id="w-1", kind=SpecialWeekKind.EXAMS, starts=day, ends=day)

    assert hours() == (time(8, 30), time(9, 20))
    assert hours(minutes=20) == (time(8, 30), time(8, 50))
    assert hours(minutes=900) == (time(8, 30), time(9, 20))
    assert hours(minutes=1440) == (time(8, 30), time(9, 20))
    assert hours(school=School(timetable=lessons)) == (time(11, 30), time(12, 20))
    assert hours(school=School(timetable=lessons, special_weeks=(exams,))) == (None, None)


def test_minutes_alone_are_no_time_of_the_day():
    """A time that nobody named is not made up."""
    (day,) = shown(planned(date(2026, 11, 26), minutes=10)).days

    assert (day.starts, day.ends) == (None, None)


def test_free_days_are_told_two_weeks_ahead_and_own_ones_to_those_who_may_know():
    """Christmas is no secret; a day at the hospital may be."""
    own = FreeDay(id="x-1", on=date(2026, 12, 17), words="ziekenhuis", shared_with=("parents",))
    case = planned(school=School(free_days=(own,)))
    at = date(2026, 12, 14)

    parents, school = shown(case, "parents", at), shown(case, "school", at)

    assert parents.free[0].words == "ziekenhuis"
    assert [day.on.day for day in school.free] == [21, 22, 23, 24, 25]
    assert {day.words for day in school.free} == {"Kerstvakantie"}


def test_a_day_on_which_the_whole_school_is_closed_is_told_without_what_was_written():
    """The school knows its own study day; the therapist's words about it stay where they are."""
    closed = FreeDay(
        id="x-1", on=date(2026, 11, 26), kind=FreeDayKind.STUDY_DAY, words="goed zo, even rust"
    )
    ill = FreeDay(id="x-2", on=date(2026, 11, 27), kind=FreeDayKind.ILL, words="koorts")

    free = shown(planned(school=School(free_days=(closed, ill))), "school").free

    assert [(day.on.day, day.words) for day in free] == [(26, "studiedag")]


def test_what_is_not_asked_for_is_told_once_to_those_it_was_shared_with():
    """Two teachers may have written down the same."""
    changes = tuple(
        SchoolAdjustment(id=f"j-{n}", words="rustig aan", exempts=exempts, shared_with=labels)
        for n, (exempts, labels) in enumerate(
            [(("gym", "voorlezen"), ("school",)), (("gym",), ("school",)), (("toets",), ("team",))]
        )
    )

    assert shown(planned(school=School(adjustments=changes)), "school").exempts == (
        "gym",
        "voorlezen",
    )


def test_the_young_person_is_told_where_someone_waits_if_the_plan_is_theirs():
    """One looks for a face at a place."""
    case = noor()

    assert shown(case, "youth").spot == "het hek"
    hidden = case.return_plan.model_copy(update={"shared_with": ("parents",)})
    assert shown(case.model_copy(update={"return_plan": hidden}), "youth").spot == ""


def test_appointments_of_two_rooms_cannot_be_laid_side_by_side():
    """What ties a calendar to its next version ties no two people together."""
    case = noor()
    rooms = ("youth", "parents", "parent:p-2", "parent:p-3", "school", "team", "youth+parents")
    series = [shown(case, room).series for room in rooms]

    assert len(set(series)) == len(rooms)
    assert shown(case, "school").series == shown(planned(TODAY), "school").series
