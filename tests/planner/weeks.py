"""Invented cases for the planner: any ladder, any log, anyone there or not. Nobody here exists."""

from datetime import date, time, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from caseform.model import (
    Assessment,
    Away,
    CareLevel,
    CareSystem,
    Case,
    CaseEvent,
    DistressRating,
    DistressScale,
    Escort,
    FreeDay,
    HowFar,
    LessonBlock,
    LogDay,
    PlannedDay,
    Region,
    ReturnHow,
    ReturnPlan,
    ReturnStep,
    RuleOverride,
    School,
    SchoolAdjustment,
    SchoolContact,
    SpecialWeek,
    SpecialWeekKind,
    WeekCycle,
)

SUBDIVISION = {
    Region.NL_NOORD: ("NL", "Noord"),
    Region.NL_MIDDEN: ("NL", "Midden"),
    Region.NL_ZUID: ("NL", "Zuid"),
    Region.VL: ("BE", "Flemish"),
}
BLOCKS = tuple(
    LessonBlock(
        id=f"b-{weekday}-{hour}",
        weekday=weekday,
        starts=time(8 + hour, 30),
        ends=time(9 + hour, 20),
        subject="koken",
    )
    for weekday in range(5)
    for hour in range(2)
)
RULES = (
    *("R-T1", "R-T2", "R-T6", "R-S1", "R-H1", "R-H11"),
    *("R-T3", "R-T10", "R-T15"),
)


@cache
def days_off(region: Region, year: int) -> frozenset[date]:
    """Return the days off of one year, straight from the source of the holidays."""
    import holidays

    country, part = SUBDIVISION[region]
    off = holidays.country_holidays(
        country, subdiv=part, categories=("public", "school"), years=[year]
    )
    return frozenset(off)


def school_days_around(case: Case, today: date) -> list[date]:
    """Return the school days of some months before `today` and of more than a year after."""
    free = {on for day in case.school.free_days for on in day.days}
    days = (today + timedelta(days=n) for n in range(-150, 421))
    return [
        day
        for day in days
        if day.weekday() < 5 and day not in free and day not in days_off(case.region, day.year)
    ]


WEEKDAYS = st.lists(st.integers(0, 4), unique=True).map(lambda days: tuple(sorted(days)))


@st.composite
def steps(draw: st.DrawFn, most: int) -> tuple[ReturnStep, ...]:
    """Draw a ladder, from one step at home to many with lessons."""
    ladder = []
    for place in range(draw(st.integers(1, most))):
        # Most ladders begin at home; one that does not may leave a day without any step.
        begins_at_home = place == 0 and draw(st.integers(0, 2)) > 0
        far = draw(st.sampled_from([HowFar.BED] if begins_at_home else [None, *HowFar]))
        # Lessons as in a real ladder: few steps have them, most lie on some of the weekdays.
        has_lessons = not begins_at_home and draw(st.integers(0, 3)) == 0
        taken = draw(st.lists(st.sampled_from([b.id for b in BLOCKS]), unique=True, max_size=6))
        counted = 0 if begins_at_home else draw(st.sampled_from([0, 0, 0, 1, 3]))
        ladder.append(
            ReturnStep(
                id=f"s-{place}",
                words=f"stap {place}",
                reaches=far,
                blocks=tuple(taken) if has_lessons else (),
                minutes=0 if begins_at_home else draw(st.sampled_from([0, 0, 30, 90])),
                lessons=counted,
                at_least_days=draw(st.sampled_from([0, 0, 0, 0, 1, 4])),
                is_skipped=draw(st.integers(0, 9)) == 0,
            )
        )
    return tuple(ladder)


@st.composite
def timetables(draw: st.DrawFn, today: date) -> tuple[LessonBlock, ...]:
    """Draw a timetable: two lessons a day or one, some in week A or B, one perhaps new."""
    without = draw(st.sampled_from([None, None, None, 2]))
    blocks = [
        block.model_copy(
            update={
                "liking": draw(st.sampled_from([None, None, -2, 2])),
                "tension": draw(
                    st.sampled_from([None, None, DistressRating(value=7), _FACES, _CALM])
                ),
                "taxing": draw(st.sampled_from([(), (), ("gym",), ("beurt", "gym")])),
            }
        )
        for block in BLOCKS
        if block.weekday != without
    ]
    if draw(st.booleans()):
        turn = draw(st.sampled_from(list(WeekCycle)))
        blocks[0] = blocks[0].model_copy(update={"week": turn})
    new = draw(st.sampled_from([None, None, None, 3, 10]))
    if new is not None:
        since = today + timedelta(days=new)
        old = {"until": since - timedelta(days=1)}
        again = blocks[-1].model_copy(update={"id": "b-new", "since": since, "subject": "gym"})
        blocks = [*blocks[:-1], blocks[-1].model_copy(update=old), again]
    if draw(st.integers(0, 19)) == 0:
        # A slip of whoever typed it: two lessons at one time.
        blocks.append(blocks[1].model_copy(update={"id": "b-twice"}))
    return tuple(blocks)


_FACES = DistressRating(value=2, scale=DistressScale.FACES)
_CALM = DistressRating(value=1)


@st.composite
def cases(
    draw: st.DrawFn, *, most_steps: int = 5, most_agreed: int = 2, horizon: int | None = None
) -> tuple[Case, date]:
    """Draw a case and a day from which to plan it."""
    today = date(2026, 1, 5) + timedelta(days=draw(st.integers(0, 900)))
    ladder = draw(steps(most_steps))
    return Case(
        id="c-1",
        alias="Zeester",
        region=draw(st.sampled_from(list(Region))),
        created_on=date(2025, 9, 1),
        assessment=Assessment(
            levels=tuple(
                CareLevel(id="v-1", system=CareSystem.TIER, level=level)
                for level in draw(st.sampled_from([(), (), (2,), (3,)]))
            )
        ),
        events=tuple(
            CaseEvent(
                id=f"g-{ahead}",
                on=today + timedelta(days=ahead),
                words="andere mentor",
                is_transition=draw(st.booleans()),
            )
            for ahead in draw(st.sampled_from([(), (), (), (5,), (60,)]))
        ),
        school=draw(schools(today)),
        return_plan=draw(plans(ladder, today, most_agreed, horizon)),
        log=draw(logs(ladder, today)),
    ), today


@st.composite
def schools(draw: st.DrawFn, today: date) -> School:
    """Draw a school: its timetable, its days off, its people, what it changes."""
    special = draw(st.sampled_from([None, None, None, 2, 9]))
    effort = draw(st.sampled_from([None, None, -9, 20, 45, 120]))
    return School(
        timetable=draw(timetables(today)),
        a_week=draw(st.sampled_from([None, today])),
        effort_until=None if effort is None else today + timedelta(days=effort),
        contacts=tuple(
            SchoolContact(id=f"k-{person}", person=person, available=draw(WEEKDAYS))
            for person in ("p-4", "p-5")
        ),
        adjustments=(
            SchoolAdjustment(
                id="j-1", words="geen gym", exempts=draw(st.sampled_from([(), ("gym",)]))
            ),
        ),
        free_days=tuple(
            FreeDay(id=f"v-{ahead}", on=today + timedelta(days=ahead))
            for ahead in draw(st.lists(st.integers(-3, 12), unique=True, max_size=2))
        ),
        special_weeks=()
        if special is None
        else (
            SpecialWeek(
                id="w-1",
                kind=draw(st.sampled_from(list(SpecialWeekKind))),
                starts=today + timedelta(days=special),
                ends=today + timedelta(days=special + 4),
            ),
        ),
    )


@st.composite
def plans(
    draw: st.DrawFn,
    ladder: tuple[ReturnStep, ...],
    today: date,
    most_agreed: int,
    horizon: int | None,
) -> ReturnPlan:
    """Draw a plan: who helps on which days, what was agreed, and what was set aside."""
    ids = [step.id for step in ladder]
    people = draw(st.lists(st.sampled_from(["p-1", "p-2", "p-3"]), unique=True, max_size=3))
    agreed = draw(st.lists(st.integers(0, 18), unique=True, max_size=most_agreed))
    held = draw(st.sampled_from([None, None, None, None, 6]))
    return ReturnPlan(
        how=ReturnHow(
            receiver=draw(st.sampled_from([None, "p-4", "p-4", "p-4"])),
            stand_in=draw(st.sampled_from([None, None, "p-5"])),
        ),
        steps=ladder,
        current=draw(st.sampled_from([None, "s-gone", *ids])),
        escorts=tuple(
            Escort(id=f"e-{person}", person=person, weekdays=draw(WEEKDAYS)) for person in people
        ),
        away=tuple(
            Away(
                id=f"w-{person}",
                person=person,
                starts=today + timedelta(days=draw(st.integers(-2, 8))),
                # Now and then for so long that nobody is left to receive.
                ends=today + timedelta(days=draw(st.sampled_from([8, 9, 10, 11, 12, 400]))),
                instead=draw(st.sampled_from([None, None, "p-5", "p-7"])),
            )
            for person in draw(
                st.lists(st.sampled_from(["p-1", "p-4", "p-5", "p-6"]), unique=True, max_size=2)
            )
        ),
        hold_until=None if held is None else today + timedelta(days=held),
        days=tuple(
            PlannedDay(
                id=f"d-{ahead}",
                on=today + timedelta(days=ahead),
                step=draw(st.sampled_from([*ids, "s-gone"])),
                received_by=draw(st.sampled_from([None, None, "p-6"])),
                travel_with=draw(st.sampled_from([None, None, "p-6"])),
                agreed=draw(st.booleans()),
            )
            for ahead in agreed
            if (today + timedelta(days=ahead)).weekday() < 5
        ),
        overrides=tuple(
            RuleOverride(
                id=f"o-{rule.lower()}",
                rule=rule,
                reason="omdat",
                where=draw(st.sampled_from(["", *ids, (today + timedelta(days=2)).isoformat()])),
            )
            for rule in draw(st.lists(st.sampled_from(RULES), unique=True, max_size=2))
        ),
        horizon_days=horizon or draw(st.integers(5, 10)),
    )


@st.composite
def logs(draw: st.DrawFn, ladder: tuple[ReturnStep, ...], today: date) -> tuple[LogDay, ...]:
    """Draw what happened in the weeks before."""
    ids = [step.id for step in ladder]
    days_back = draw(st.lists(st.integers(0, 25), unique=True, max_size=8))
    return tuple(
        LogDay(
            id=f"l-{back}",
            on=today - timedelta(days=back),
            step=draw(st.sampled_from([*ids, None])),
            done=draw(st.sampled_from([True, True, False, None])),
        )
        for back in days_back
    )


def as_json(case: Case) -> dict[str, Any]:
    """Return the case as anyone can read it."""
    return case.model_dump(mode="json")
