"""The best plan under the rules: what weighs most first, each proven before the next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from caseform.planner._facts import NOTHING, Loosened
from caseform.planner._plan import Direction
from caseform.planner._program import PREFERENCES, Program, Row, program
from caseform.planner._situation import Situation
from caseform.planner._solver import Solver


@dataclass(frozen=True, slots=True)
class Choice:
    """What is done on one day.

    Args:
        place: Place of the step on the ladder; None for a day without a step.
        direction: How it compares with the highest step so far.
        level: The highest step reached by the end of the day.
        done: How often that step was done by then.
    """

    place: int | None
    direction: Direction
    level: int
    done: int


@dataclass(frozen=True, slots=True)
class Best:
    """The best choices.

    Args:
        choices: One for each day.
        gap: How far they can be from the best there is; 0 is proven best.
        is_hurried: Whether a preference gave way so that the ladder fits school's end date.
    """

    choices: tuple[Choice, ...]
    gap: float = 0.0
    is_hurried: bool = False


def has_plan(about: Situation, days: int, loosened: Loosened = NOTHING) -> bool:
    """Return whether a plan of the first `days` days exists."""
    asked = program(about, days, loosened)
    return asked.is_possible and Solver(asked).least({}) is not None


def days_that_fit(about: Situation, days: int) -> int:
    """Return for how many days from the first a plan exists, where none exists for `days`."""
    fits, fails = 0, days
    while fails - fits > 1:
        middle = (fits + fails) // 2
        if has_plan(about, middle):
            fits = middle
        else:
            fails = middle
    return fits


def best_choices(about: Situation, days: int) -> Best | None:
    """Return the best choices for the first `days` days, or None where no plan exists.

    The days that are looked at together are planned together. Days beyond them are planned after
    them, as many at a time, so that a year costs as much as its terms.

    Args:
        about: What the plan has to fit.
        days: How many days are asked for.
    """
    together = min(about.ahead, len(about.days))
    found = _together(about, together)
    if found is None:
        # Something far ahead does not fit: what comes before it is planned, if that is enough.
        together = days_that_fit(about, together)
        found = _together(about, together) if together >= days else None
    while found is not None and len(found.choices) < days:
        last, start = found.choices[-1], len(found.choices)
        more = min(together, len(about.days) - start)
        after = replace(
            about,
            days=about.days[start:],
            level=last.level,
            done=tuple(
                last.done if place == last.level else done for place, done in enumerate(about.done)
            ),
        )
        following = _together(after, more)
        if following is None:
            # What was chosen first leaves no room later: then all of it is looked at together.
            return _together(about, days)
        found = Best(
            (*found.choices, *following.choices),
            max(found.gap, following.gap),
            found.is_hurried,
        )
    return found


def _together(about: Situation, days: int) -> Best | None:
    """Return the best choices for `days` days, all looked at together."""
    top = len(about.steps) - 1
    last = _last_of_effort(about, days)
    in_time = {} if last is None else {last * len(about.steps) + top: -1.0}

    # Where everything fits without a preference giving way, that is the best there is.
    calm = program(about, days, strict=True)
    found = _solved(about, calm, [], days) if calm.is_possible else None
    if found is not None and any(choice.place is None for choice in found.choices):
        found = None
    if found is not None and (last is None or found.choices[last].level == top):
        return found
    asked = program(about, days)
    if not asked.is_possible:
        return None
    if found is not None and not _can_all_be(asked, in_time):
        return found
    order = [asked.costs["R-S1"], in_time, *(asked.costs[rule] for rule in PREFERENCES)]
    better = _solved(about, asked, [costs for costs in order if costs], days)
    if better is None or found is None:
        return better
    return replace(better, is_hurried=True)


def _can_all_be(asked: Program, columns: Iterable[int]) -> bool:
    """Return whether the program leaves a plan in which these columns are all chosen."""
    lower = list(asked.lower)
    for column in columns:
        lower[column] = 1
    return Solver(replace(asked, lower=lower)).least({}) is not None


def _last_of_effort(about: Situation, days: int) -> int | None:
    """Return the place of the last day on which school gives extra effort; None if it is not seen.

    Where the ladder was climbed already there is nothing to be in time for.
    """
    until = about.case.school.effort_until
    if until is None or until > about.days[days - 1] or about.level == len(about.steps) - 1:
        return None
    last = sum(day <= until for day in about.days[:days]) - 1
    return None if last < 0 else last


def _solved(
    about: Situation, asked: Program, order: list[Mapping[int, float]], days: int
) -> Best | None:
    """Return the best of `asked`: the least of each of `order`, then as far up as can be."""
    solver = Solver(asked)
    gap = 0.0
    for costs in order:
        least = solver.least(costs)
        if least is None:
            return None
        gap = max(gap, solver.gap)
        solver.keep(Row(dict(costs), least))
    if solver.least(asked.worth) is None:
        return None
    return Best(_choices(about, solver.chosen(), days), max(gap, solver.gap))


def _choices(about: Situation, chosen: list[bool], days: int) -> tuple[Choice, ...]:
    size = len(about.steps)
    choices: list[Choice] = []
    level, done = about.level, about.done[about.level]
    for number, day in enumerate(about.days[:days]):
        reached = sum(chosen[number * size : (number + 1) * size]) - 1
        agreed = about.agreed.get(day)
        if agreed is not None:
            place: int | None = about.place_of(agreed.step)
        else:
            possible = (
                one for one in range(reached, -1, -1) if not about.in_the_way(about.steps[one], day)
            )
            place = next(possible, None)
        direction = Direction.UP if reached > level else Direction.DOWN
        if place == level:
            direction = Direction.SAME
        if reached > level:
            done = about.done[reached]
        level = reached
        done += place == level
        choices.append(Choice(place, direction, level, done))
    return tuple(choices)
