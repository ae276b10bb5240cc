"""A new timetable in a case: the old one goes or ends, and what was said of it goes along."""

from datetime import date, time
from typing import Any

from caseform.model import (
    Case,
    DistressRating,
    LessonBlock,
    Region,
    ReturnPlan,
    ReturnStep,
    School,
    WeekCycle,
)
from caseform.school_calendar import lessons_on
from caseform.timetable import ReadTimetable, replacing
from timetable._weeks import TODAY, read
from timetable.test_ics import MONDAY, calendar, each_week

SINCE = date(2026, 12, 7)


def block(id: str, weekday: int, subject: str, **more: Any) -> LessonBlock:
    times = {"starts": time(8, 30), "ends": time(9, 20), **more}
    return LessonBlock(id=id, weekday=weekday, subject=subject, **times)


def case_with(*blocks: LessonBlock, steps: tuple[ReturnStep, ...] = (), **school: Any) -> Case:
    return Case(
        id="c-1",
        alias="Zeester",
        region=Region.NL_MIDDEN,
        created_on=TODAY,
        school=School(timetable=blocks, **school),
        return_plan=ReturnPlan(steps=steps),
    )


GYM = block("b-1", 0, "Gym", liking=-2, tension=DistressRating(value=8), taxing=("omkleden",))
COOKING = block("b-2", 1, "koken", liking=2)
MUSIC = block("b-3", 2, "muziek")
NEW = "di;8:30-9:20;gym\nwo;8:30-9:20;koken\nvr;8:30-9:20;koken"


def subjects(case: Case, day: date) -> list[str]:
    return [lesson.subject for lesson in lessons_on(case.school, day)]


def test_a_timetable_takes_the_place_of_the_one_that_was_there() -> None:
    """To the therapist: one paste, one undo, and no lesson of before in between."""
    before = case_with(GYM, COOKING, MUSIC)

    after = replacing(before, read(NEW)).changes.apply(before)

    assert [(b.weekday, b.subject) for b in after.school.timetable] == [
        (1, "gym"),
        (2, "koken"),
        (4, "koken"),
    ]
    assert {b.id for b in after.school.timetable} & {"b-1", "b-2", "b-3"} == set()


def test_what_was_said_of_a_subject_goes_along() -> None:
    """To the young person: what was told once is not asked again."""
    before = case_with(GYM, COOKING)

    gym, cooking, other = replacing(before, read(NEW)).changes.apply(before).school.timetable

    assert (gym.liking, gym.tension, gym.taxing) == (-2, DistressRating(value=8), ("omkleden",))
    assert cooking.liking == other.liking == 2
    assert cooking.tension is None


def test_with_a_date_the_old_timetable_ends_the_day_before() -> None:
    """To the planner: this week runs as it did, and the new one from its first day."""
    before = case_with(GYM, COOKING, MUSIC)

    after = replacing(before, read(NEW), SINCE).changes.apply(before)

    assert subjects(after, date(2026, 12, 1)) == ["koken"]
    assert subjects(after, date(2026, 12, 8)) == ["gym"]
    assert subjects(after, date(2026, 12, 7)) == []


def test_a_later_timetable_that_was_there_already_gives_way() -> None:
    """To the therapist: the new timetable was corrected before it began."""
    before = case_with(GYM)
    first = replacing(before, read("di;8:30-9:20;Latijn"), SINCE).changes.apply(before)

    again = replacing(first, read(NEW), SINCE).changes.apply(first)

    assert subjects(again, date(2026, 12, 8)) == ["gym"]
    assert subjects(again, date(2026, 11, 30)) == ["Gym"]


def test_a_timetable_that_ended_long_ago_is_left_as_it_was() -> None:
    """To the therapist: what was agreed then is still read then."""
    old = block("b-9", 0, "Grieks", until=date(2026, 9, 1))
    before = case_with(old, GYM)

    after = replacing(before, read(NEW), SINCE).changes.apply(before)

    assert after.find("school.timetable", "b-9") == old


def test_a_step_keeps_its_lessons() -> None:
    """To the young person: "one cooking lesson" is still one cooking lesson."""
    once = ReturnStep(id="s-1", words="één kookles", blocks=("b-2",))
    twice = block("b-4", 4, "koken")
    before = case_with(GYM, COOKING, twice, steps=(once,))

    changed = replacing(before, read(NEW))
    after = changed.changes.apply(before)

    named = [after.find("school.timetable", one) for one in after.return_plan.steps[0].blocks]
    assert [(b.weekday, b.subject) for b in named] == [(2, "koken")]
    assert changed.notes == ()


def test_a_step_that_took_in_all_lessons_of_a_subject_still_does() -> None:
    """To the planner: one lesson of it became two, and both belong to the step."""
    before = case_with(COOKING, steps=(ReturnStep(id="s-1", words="koken", blocks=("b-2",)),))

    after = replacing(before, read(NEW)).changes.apply(before)

    assert len(after.return_plan.steps[0].blocks) == 2


def test_with_a_date_a_step_has_its_lesson_before_and_after() -> None:
    """To the young person: the step goes on over the change."""
    before = case_with(COOKING, steps=(ReturnStep(id="s-1", words="koken", blocks=("b-2",)),))

    after = replacing(before, read(NEW), SINCE).changes.apply(before)

    step = after.return_plan.steps[0]
    for day, count in ((date(2026, 12, 1), 1), (date(2026, 12, 9), 1), (date(2026, 12, 8), 0)):
        assert sum(b.id in step.blocks for b in lessons_on(after.school, day)) == count


def test_a_step_that_lost_its_lesson_is_named_and_left() -> None:
    """To the therapist: what no longer fits is said, never quietly made smaller."""
    step = ReturnStep(id="s-1", words="muziek samen", blocks=("b-3",))
    before = case_with(MUSIC, steps=(step,))

    changed = replacing(before, read(NEW))

    assert [note.in_("nl") for note in changed.notes] == [
        "Bij de stap ‘muziek samen’ hoorde muziek. Dat staat niet in het nieuwe rooster. "
        "Kies bij die stap opnieuw een les."
    ]
    assert changed.changes.apply(before).return_plan.steps == (step,)


def test_the_week_that_the_case_calls_a_stays_a() -> None:
    """To the family: the school's file does not rename their weeks."""
    gym = [*each_week(8, "0830", "0920", "gym", every=2), *each_week(8, "1000", "1050", "Frans")]
    found: ReadTimetable = read(calendar(*gym))

    fresh = case_with()
    named = case_with(a_week=date(2026, 12, 1))

    assert replacing(fresh, found).changes.apply(fresh).school.a_week == MONDAY
    after = replacing(named, found).changes.apply(named).school
    assert after.a_week == date(2026, 12, 1)
    assert after.timetable[0].week is WeekCycle.B
    assert [b.subject for b in lessons_on(after, MONDAY)] == ["gym", "Frans"]
