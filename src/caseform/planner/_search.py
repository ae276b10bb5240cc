"""The best plan under the rules, by looking at every state once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from caseform.planner._plan import Direction
from caseform.planner._situation import (
    FRIDAY,
    MONDAY,
    NOTHING,
    THURSDAY,
    TIMETABLE,
    TUESDAY,
    WEDNESDAY,
    Fact,
    FactKind,
    Loosened,
    Situation,
)

# R-T6: a step that was done once or never is not left for the next one.
DAYS_BEFORE_A_RISE = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """What is done on one day.

    Args:
        place: Place of the step on the ladder; None for a day without a step.
        direction: How it compares with the highest step so far.
    """

    place: int | None
    direction: Direction


# Fewer is better, looked at in this order: days without a step, rises too early in the week, and
# then how far below the top of the ladder the days are together.
Cost = tuple[int, int, int]


def best_choices(
    about: Situation, days: int, loosened: Loosened = NOTHING
) -> tuple[Choice, ...] | None:
    """Return the best choices for the first `days` days, or None where no plan exists.

    Args:
        about: What the plan has to fit.
        days: How many of its days are planned.
        loosened: Rules and facts that are taken away, to see what they stand in the way of.
    """

    # The state is all that later days can depend on: the highest step so far, and whether that
    # step was done often enough (so counting stops at that number).
    @cache
    def best(day: int, level: int, done: int) -> tuple[Cost, tuple[Choice, ...]] | None:
        if day == days:
            return (0, 0, 0), ()
        found: tuple[Cost, tuple[Choice, ...]] | None = None
        for choice in choices_on(about, about.days[day], level, done, loosened):
            rest = best(day + 1, *after(about, choice, level, done))
            if rest is None:
                continue
            here = _cost(about, about.days[day], choice, loosened)
            cost = (here[0] + rest[0][0], here[1] + rest[0][1], here[2] + rest[0][2])
            # Strictly better only: between equals the first one stays, so the plan is always the
            # same one.
            if found is None or cost < found[0]:
                found = cost, (choice, *rest[1])
        return found

    result = best(0, about.level, min(about.done[about.level], DAYS_BEFORE_A_RISE))
    return None if result is None else result[1]


def after(about: Situation, choice: Choice, level: int, done: int) -> tuple[int, int]:
    """Return the highest step, and how often it was done, after a day of `choice`."""
    if choice.place is None or choice.direction is Direction.DOWN:
        return level, done
    before = about.done[choice.place] if choice.direction is Direction.UP else done
    return choice.place, min(before + 1, DAYS_BEFORE_A_RISE)


def choices_on(
    about: Situation, day: date, level: int, done: int, loosened: Loosened = NOTHING
) -> Iterator[Choice]:
    """Yield what the hard rules and the facts leave for `day`, the highest step first."""
    agreed = about.agreed.get(day)
    if agreed is not None:
        yield from _agreed(about, day, about.place_of(agreed.step), level, done, loosened)
        # Loosened, it is one way among others: taking a fact away never takes a plan away.
        if Fact(FactKind.AGREED, day.isoformat()) not in loosened:
            return
    above = level + 1
    if (
        above < len(about.steps)
        and not against_a_rise(about, day, above, level, done, loosened)
        and not about.in_the_way(about.steps[above], day, loosened)
    ):
        yield Choice(above, Direction.UP)
    for place in range(level, -1, -1):
        if not about.in_the_way(about.steps[place], day, loosened):
            yield Choice(place, Direction.SAME if place == level else Direction.DOWN)
            return
    if not about.asks("R-S1", day, loosened):
        yield Choice(None, Direction.DOWN)


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
    step = about.steps[to].id
    # What counts is the step right below the new one, also when an agreed day skips some.
    just_below = done if to - 1 == level else about.done[to - 1]
    broken = {
        "R-T1": day.weekday() == MONDAY,
        "R-T2": about.calendar.is_first_after_break(day),
        "R-T6": just_below < DAYS_BEFORE_A_RISE,
    }
    return [
        rule for rule, is_so in broken.items() if is_so and about.asks(rule, day, loosened, step)
    ]


def waits_for_late_in_the_week(
    about: Situation, day: date, to: int, loosened: Loosened = NOTHING
) -> bool:
    """Return whether R-T3 asks to leave a rise to the step at `to` for later in the week.

    It only asks where Thursday or Friday of that week is a school day on which the step can be.
    """
    if day.weekday() not in (TUESDAY, WEDNESDAY):
        return False
    if not about.asks("R-T3", day, loosened, about.steps[to].id):
        return False
    monday = day - timedelta(days=day.weekday())
    return any(
        about.calendar.is_known(late)
        and about.calendar.is_school_day(late)
        and not about.in_the_way(about.steps[to], late, loosened)
        for late in (monday + timedelta(days=THURSDAY), monday + timedelta(days=FRIDAY))
    )


def _agreed(
    about: Situation, day: date, place: int, level: int, done: int, loosened: Loosened
) -> Iterator[Choice]:
    # The timetable is not held against what was agreed: people may have agreed on another room.
    if set(about.in_the_way(about.steps[place], day, loosened)) - {TIMETABLE}:
        return
    if place < level:
        yield Choice(place, Direction.DOWN)
    elif place == level:
        yield Choice(place, Direction.SAME)
    elif not against_a_rise(about, day, place, level, done, loosened):
        yield Choice(place, Direction.UP)


def _cost(about: Situation, day: date, choice: Choice, loosened: Loosened) -> Cost:
    if choice.place is None:
        return 1, 0, len(about.steps)
    is_early = choice.direction is Direction.UP and waits_for_late_in_the_week(
        about, day, choice.place, loosened
    )
    return 0, int(is_early), len(about.steps) - 1 - choice.place
