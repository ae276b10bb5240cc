"""Beginning again after a holiday, an illness or a hard week: three options that are ready.

Back to the last step that worked, never to nothing (R-L2). That it may be hard is told beforehand,
so that nobody is disappointed (R-L1, seed 003, lines 1438-1442), and the first day is prepared
(R-L3, seed 003, lines 636-638 and 1560-1562). When a week counts as hard, and how many days an
option holds, is our own choice: no source names a number.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from caseform.model import (
    Case,
    Change,
    DayReason,
    Finding,
    FreeDayKind,
    Phrase,
    ReturnStep,
    SeveralChanges,
    finding_about_aim,
    ladder,
    new_id,
)
from caseform.planner._ahead import back_to, place_of, planned_after, step_below
from caseform.planner._plan import DatedPlan, writing
from caseform.planner._worked import hard_days, last_that_worked
from caseform.school_calendar import SchoolCalendar

# R-L3 speaks of about five days before a break ends.
_AHEAD_DAYS = 5
# "Just ended": the first day back and the one after it.
_JUST_ENDED_DAYS = 2
# A weekend with a day off beside it; one loose free day asks no beginning again.
_A_BREAK_OF = 3


class Gap(StrEnum):
    """What is to be begun again after."""

    HOLIDAY = "holiday"
    ILLNESS = "illness"
    HARD_WEEK = "hard-week"


class Way(StrEnum):
    """The ways to begin again."""

    LAST_STEP = "last-step"
    SMALLER_FIRST = "smaller-first"
    SMALLEST_FIRST = "smallest-first"


# How many school days nothing is added: on the first one in any case (R-T2), or as long as R-T6
# asks for a step before the next, which is two days and softly three.
_HELD_DAYS = {Way.LAST_STEP: 1, Way.SMALLER_FIRST: 2, Way.SMALLEST_FIRST: 3}


@dataclass(frozen=True, slots=True)
class Option:
    """One way to begin again.

    Args:
        way: Which one.
        words: What is done.
        consequence: What comes of it, and when.
        step: Id of the step of the first day.
        plan: The days from the first one on.
        change: The one change that takes it over, its days included, in pencil.
        reasons: What was agreed and is pencilled again then.
    """

    way: Way
    words: Phrase
    consequence: Phrase
    step: str
    plan: DatedPlan
    change: SeveralChanges
    reasons: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ReEntry:
    """A beginning again, with what can be done.

    Args:
        gap: What it comes after.
        first_day: The first school day of it.
        words: What happened, and which day is the first.
        normal: Why it is no surprise if that is hard.
        options: The three ways, the one that asks most first.
        rules: Ids of the rules behind it.
        basis: What its numbers of days rest on: they are our own choice.
    """

    gap: Gap
    first_day: date
    words: Phrase
    normal: Phrase
    options: tuple[Option, ...]
    rules: tuple[str, ...] = ("R-L1", "R-L2", "R-L3")
    basis: str = "inferred"


def reentry(
    case: Case,
    *,
    today: date,
    calendar: SchoolCalendar,
    new_id: Callable[[str], str] = new_id,
) -> ReEntry | None:
    """Return how to begin again, where a break or a hard week asks for it; None otherwise.

    An option changes the present step at once and holds the first days, unless there are school
    days before the break: then it only writes the days from the first one after it. Once one of
    them was taken over, nothing more is offered.

    Args:
        case: The case.
        today: The day of asking.
        calendar: The school days.
        new_id: Gives an id of a kind.

    Source:
        Seed 003, lines 636-638, 1427-1442 and 1560-1574.
    """
    if finding_about_aim(case) is not None:
        return None
    written_up = any(day.on == today for day in case.log)
    start = today + timedelta(days=1) if written_up else today
    ahead = calendar.known_school_days(start, _AHEAD_DAYS)
    found = _gap(case, ahead, today, calendar) if ahead else None
    worked = case.find("return_plan.steps", last_that_worked(case, before=start) or "")
    if found is None or worked is None:
        return None
    gap, back = found
    if _is_begun(case, back, calendar):
        return None
    first = max(back, ahead[0])
    about = _About(case, worked, first, first == ahead[0], calendar)
    since = "" if back == first else "-since"
    return ReEntry(
        gap,
        first,
        Phrase(f"what-if.after-{gap}{since}", {"day": back}),
        Phrase(f"what-if.normal-{gap}"),
        tuple(_option(about, way, new_id) for way in Way),
    )


@dataclass(frozen=True, slots=True)
class _About:
    """What the options have in common.

    Args:
        case: The case.
        worked: The step to come back to.
        first: The first day.
        is_next: Whether no other school day comes before it.
        calendar: The school days.
    """

    case: Case
    worked: ReturnStep
    first: date
    is_next: bool
    calendar: SchoolCalendar


def _is_begun(case: Case, back: date, calendar: SchoolCalendar) -> bool:
    """Return whether one of the ways was taken over: each holds the first days from then on."""
    most = _JUST_ENDED_DAYS - 1 + max(_HELD_DAYS.values())
    return case.return_plan.hold_until in calendar.known_school_days(back, most)


def _gap(
    case: Case, ahead: tuple[date, ...], today: date, calendar: SchoolCalendar
) -> tuple[Gap, date] | None:
    """Return what there is to begin again after, and the first school day after it."""
    lately = calendar.last_school_days(ahead[0], _JUST_ENDED_DAYS)
    days = (*lately, *ahead)
    ill = [day.on for day in case.log if day.on in lately and day.reason is DayReason.ILL]
    if ill:
        return Gap.ILLNESS, days[days.index(max(ill)) + 1]
    for day in (lately[-1], ahead[0]):
        if gap := _break_before(case, day, calendar):
            return gap, day
    if hard_days(case, today=today, calendar=calendar):
        return Gap.HARD_WEEK, ahead[0]
    for day in ahead[1:]:
        if gap := _break_before(case, day, calendar):
            return gap, day
    return None


def _break_before(case: Case, day: date, calendar: SchoolCalendar) -> Gap | None:
    if not calendar.is_first_after_break(day):
        return None
    off = _off_before(day, calendar)
    ill = [d for d in case.school.free_days if d.kind is FreeDayKind.ILL]
    if any(on in one.days for one in ill for on in off):
        return Gap.ILLNESS
    return Gap.HOLIDAY if len(off) >= _A_BREAK_OF else None


def _off_before(day: date, calendar: SchoolCalendar) -> tuple[date, ...]:
    off: list[date] = []
    before = day - timedelta(days=1)
    while calendar.is_known(before) and not calendar.is_school_day(before):
        off.append(before)
        before -= timedelta(days=1)
    return tuple(off)


def _option(about: _About, way: Way, new_id: Callable[[str], str]) -> Option:
    case, worked, first = about.case, about.worked, about.first
    step = {
        Way.LAST_STEP: worked,
        Way.SMALLER_FIRST: step_below(case, worked.id) or worked,
        Way.SMALLEST_FIRST: ladder(case)[0],
    }[way]
    hold = about.calendar.known_school_days(first, _HELD_DAYS[way])[-1]
    tried = SeveralChanges(changes=back_to(case, step.id, first, hold_until=hold))
    tried, plan, again = planned_after(case, tried, today=first, calendar=about.calendar)
    days_written = writing(tried.apply(case), plan, new_id=new_id).changes
    kept: tuple[Change, ...] = tried.changes if about.is_next else ()
    # A step that stays what it was is told by what is not added.
    is_same = way is not Way.LAST_STEP and step.id == worked.id
    words = f"what-if.{way}-same" if is_same else f"what-if.{way}"
    return Option(
        way,
        Phrase(words, {"step": step.words, "worked": worked.words}),
        _consequence(about, plan),
        step.id,
        plan,
        SeveralChanges(changes=(*kept, *days_written)),
        again,
    )


def _consequence(about: _About, plan: DatedPlan) -> Phrase:
    if not plan.days:
        return Phrase("what-if.no-plan")
    place = place_of(about.case, about.worked.id)
    back = next((d.date for d in plan.days if place_of(about.case, d.step) >= place), None)
    if back is None:
        blanks = {"step": about.worked.words, "day": plan.days[-1].date}
        return Phrase("what-if.not-back-yet", blanks)
    return Phrase("what-if.back-on", {"step": about.worked.words, "day": back})
