"""What the rules say of a rise on a day: what forbids it, and what makes another day better."""

from datetime import date, timedelta

from caseform.model import CareSystem, latest_level
from caseform.planner._facts import NOTHING, Loosened
from caseform.planner._situation import Situation
from caseform.school_calendar import minutes_left_out

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = range(5)

# R-T6: a step that was done once or never is not left for the next one; three days are better.
DAYS_BEFORE_A_RISE = 2
BETTER_BEFORE_A_RISE = 3

# R-T10 says some four weeks and some hour in class.
_TIER_OF_CONTACT_FIRST = 3
_CONTACT_FIRST = timedelta(days=28)
_LONG_IN_CLASS = 60

# R-T13: full time but for some hour may last long.
_JUST_UNDER = 60


def against_a_rise(
    about: Situation, day: date, to: int, level: int, done: int, loosened: Loosened = NOTHING
) -> list[str]:
    """Return the hard rules that forbid a rise from `level` to the step at `to` on `day`.

    Args:
        about: What the plan has to fit.
        day: The day of the rise.
        to: Place on the ladder of the new step.
        level: Place of the highest step so far.
        done: How often the step at `level` was done.
        loosened: Rules that are taken away.
    """
    # What counts is the step right below the new one, also when an agreed day skips some.
    just_below = done if to - 1 == level else about.done[to - 1]
    broken = against_the_day(about, day, to, loosened)
    if just_below < days_needed(about, day, to, loosened):
        broken.append("R-T6")
    return broken


def against_the_day(
    about: Situation, day: date, to: int, loosened: Loosened = NOTHING
) -> list[str]:
    """Return the hard rules that forbid a rise to the step at `to` on `day`, whatever was done."""
    step = about.steps[to].id
    broken = {
        "R-T1": day.weekday() == MONDAY,
        "R-T2": about.calendar.is_first_after_break(day),
    }
    return [
        rule for rule, is_so in broken.items() if is_so and about.asks(rule, day, loosened, step)
    ]


def days_needed(about: Situation, day: date, to: int, loosened: Loosened = NOTHING) -> int:
    """Return on how many days the step below `to` is done before a rise on `day` (R-T6)."""
    if not about.asks("R-T6", day, loosened, about.steps[to].id):
        return 0
    return max(DAYS_BEFORE_A_RISE, about.steps[to - 1].at_least_days)


def preferences_against(
    about: Situation, day: date, to: int, loosened: Loosened = NOTHING
) -> list[str]:
    """Return the soft rules that would leave a rise to the step at `to` for another day.

    They are in the order in which they weigh; the third day that R-T6 asks softly is not among
    them, as it depends on the days before.
    """
    step = about.steps[to].id
    speaking = {
        "R-T15": day in about.unsettled,
        "R-T10": _is_too_fast(about, day, to),
        "R-T3": _can_be_later_that_week(about, day, to, loosened),
    }
    return [
        rule for rule, is_so in speaking.items() if is_so and about.asks(rule, day, loosened, step)
    ]


def is_plateau(about: Situation, day: date, place: int) -> bool:
    """Return whether the step at `place` is the last one, just under full time (R-T13)."""
    running = about.blocks_of(day)
    under = minutes_left_out(about.steps[place], running, about.case.school, day)
    return bool(running) and place == len(about.steps) - 1 and 0 < under <= _JUST_UNDER


def _is_too_fast(about: Situation, day: date, to: int) -> bool:
    tier = latest_level(about.case, CareSystem.TIER)
    if tier is None or tier.level < _TIER_OF_CONTACT_FIRST or day - about.began >= _CONTACT_FIRST:
        return False
    step = about.steps[to]
    return to == len(about.steps) - 1 or (
        step.goes_to_class and about.minutes(step, day) > _LONG_IN_CLASS
    )


def _can_be_later_that_week(about: Situation, day: date, to: int, loosened: Loosened) -> bool:
    # R-T3 only asks where Thursday or Friday of that week is a school day with room for the step.
    if day.weekday() not in (TUESDAY, WEDNESDAY):
        return False
    monday = day - timedelta(days=day.weekday())
    return any(
        about.calendar.is_known(late)
        and about.calendar.is_school_day(late)
        and not about.is_special(late, loosened)
        and not about.in_the_way(about.steps[to], late, loosened)
        for late in (monday + timedelta(days=THURSDAY), monday + timedelta(days=FRIDAY))
    )
