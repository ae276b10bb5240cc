"""The plan as a whole-number program: what the rules and facts leave, and what is better.

One column for each day and step: whether the highest step reached by the end of that day is at
least that one. It goes up once and stays, so a rise is the difference between two days, and nearly
every rule says that one column is at most another. Programs of that shape have whole numbers at
their corners, which is why a solver is done with them at once.

What is done on a day is not asked of the solver: it is the highest step reached for which the
people and the lesson are there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from caseform.planner._facts import NOTHING, TIMETABLE, Fact, FactKind, Loosened
from caseform.planner._rules import (
    BETTER_BEFORE_A_RISE,
    against_the_day,
    days_needed,
    preferences_against,
)
from caseform.planner._situation import Situation

# The soft rules that a rise can cost, those that weigh most first: our own weighing.
PREFERENCES = ("R-T15", "R-T10", "R-T3", "R-T6")


@dataclass(slots=True)
class Row:
    """The sum of these columns, each a number of times, is at most `most`."""

    terms: dict[int, float]
    most: float


@dataclass(slots=True)
class Program:
    """Columns from 0 to 1, whole numbers all, with the rows that they keep.

    Args:
        lower: The lowest that each column may be.
        upper: The highest.
        rows: What they keep.
        costs: What costs, by the name of a rule, for each column; less is better.
        gains: How far up the ladder the days are together, for each column; more is better.
        steps_by_day: How many columns, from the first, say whether a step was reached by a day.
        is_possible: Whether each day by itself leaves a way.
    """

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    costs: dict[str, dict[int, float]] = field(default_factory=dict)
    gains: dict[int, float] = field(default_factory=dict)
    steps_by_day: int = 0
    is_possible: bool = True

    @property
    def worth(self) -> dict[int, float]:
        """What is least for the plan that is furthest up.

        Between two plans that are as far up, the one that is there sooner: so it is always one.
        """
        once = self.steps_by_day + 1
        return {
            column: -1.0 - once * self.gains.get(column, 0) for column in range(self.steps_by_day)
        }

    def column(self) -> int:
        """Add a column and return its number."""
        self.lower.append(0)
        self.upper.append(1)
        return len(self.lower) - 1


def program(
    about: Situation, days: int, loosened: Loosened = NOTHING, *, strict: bool = False
) -> Program:
    """Return the program of the first `days` days.

    Args:
        about: What the plan has to fit.
        days: How many of its days are planned.
        loosened: Rules and facts that are taken away, to see what they stand in the way of.
        strict: Whether what the soft rules prefer is kept as if it were hard.
    """
    return _Builder(about, days, loosened, strict).build()


class _Builder:
    def __init__(self, about: Situation, days: int, loosened: Loosened, strict: bool) -> None:
        self.about, self.days, self.loosened, self.strict = about, days, loosened, strict
        self.size = len(about.steps)
        self.program = Program(costs={rule: {} for rule in ("R-S1", *PREFERENCES)})
        # The days on which each step, were it the highest, would be done.
        self.doable: list[list[int]] = [[] for _ in about.steps]
        # From an agreed day, or one without R-T6, on, a step may be reached in another way than
        # by the days on the step below it.
        self.may_skip = [False] * self.size

    def build(self) -> Program:
        self.program.steps_by_day = self.days * self.size
        for place in range(self.program.steps_by_day):
            column = self.program.column()
            if place % self.size <= self.about.level:
                self.program.lower[column] = 1
        for number, day in enumerate(self.about.days[: self.days]):
            self._only_up(number)
            agreed = self.about.agreed.get(day)
            step = None if agreed is None else self.about.place_of(agreed.step)
            if step is not None and Fact(FactKind.AGREED, day.isoformat()) not in self.loosened:
                self._agreed(number, day, step)
            else:
                self._free(number, day, step)
        return self.program

    def _only_up(self, day: int) -> None:
        for place in range(self.about.level + 1, self.size):
            self._at_most((1, day - 1, place), (-1, day, place))
            self._at_most((1, day, place), (-1, day, place - 1))

    def _agreed(self, number: int, day: date, place: int) -> None:
        """Keep what was agreed: that step, reached by then or with a rise that the rules allow."""
        if not self._people_are_there(day, place):
            self.program.is_possible = False
        self.program.lower[self._column(number, place)] = 1
        for above in range(place + 1, self.size):
            self._at_most((1, number, above), (-1, number - 1, above))
        if place > self.about.level:
            if against_the_day(self.about, day, place, self.loosened):
                self._no_rise(number, place)
            elif self._was_done_enough(day, place):
                self.may_skip[: place + 1] = [True] * (place + 1)
            else:
                self._after_days_below(number, day, place)
        self.doable[place].append(number)

    def _free(self, number: int, day: date, agreed: int | None) -> None:
        """Leave what the rules leave; a loosened agreed day is one way among others."""
        about, loosened = self.about, self.loosened
        possible = [not about.in_the_way(step, day, loosened) for step in about.steps]
        can_rise = not about.is_held(day, loosened) and not about.is_special(day, loosened)
        skip, reaches = None, None
        if agreed is not None and self._people_are_there(day, agreed):
            if agreed > about.level and not against_the_day(about, day, agreed, loosened):
                reaches = agreed
                if self._was_done_enough(day, agreed):
                    skip = self._may_skip_to(number, agreed)
        else:
            agreed = None
        for place in range(about.level + 1, self.size):
            in_one = skip if agreed is not None and place <= agreed else None
            may_come = can_rise and possible[place]
            if not (may_come and not against_the_day(about, day, place, loosened)):
                if place != reaches:
                    self._no_rise(number, place, in_one)
                    continue
            elif place != reaches:
                self._weigh(number, day, place)
            self._at_most((1, number, place), (-1, number - 1, place - 1), unless=in_one)
            self._after_days_below(number, day, place, unless=in_one)
        for place in range(self.size):
            if possible[place] or place == agreed:
                self.doable[place].append(number)
        self._something_every_day(number, day, possible, agreed)

    def _may_skip_to(self, number: int, place: int) -> int:
        skip = self.program.column()
        self.may_skip[: place + 1] = [True] * (place + 1)
        self.program.rows.append(Row({skip: 1, self._column(number, place): -1}, 0))
        for above in range(place + 1, self.size):
            self._at_most((1, number, above), (-1, number - 1, above), most=1, plus=skip)
        return skip

    def _something_every_day(
        self, number: int, day: date, possible: list[bool], agreed: int | None
    ) -> None:
        low = [place for place, is_so in enumerate(possible) if is_so or place == agreed]
        if self.about.asks("R-S1", day, self.loosened):
            if not low:
                self.program.is_possible = False
            else:
                self.program.lower[self._column(number, low[0])] = 1
        elif low:
            self.program.costs["R-S1"][self._column(number, low[0])] = -1
        for before, place in zip([-1, *low], low, strict=False):
            # A day without a step stands one below the lowest.
            self.program.gains[self._column(number, place)] = place - before

    def _weigh(self, number: int, day: date, place: int) -> None:
        against = preferences_against(self.about, day, place, self.loosened)
        if self.strict and against:
            self._no_rise(number, place)
        for rule in against:
            costs = self.program.costs[rule]
            for times, column in self._terms((1, number, place), (-1, number - 1, place)):
                costs[column] = costs.get(column, 0) + times
        needed = days_needed(self.about, day, place, self.loosened)
        if 0 < needed < BETTER_BEFORE_A_RISE:
            reached = self._reached_by(number, place, BETTER_BEFORE_A_RISE)
            rise = ((1, number, place), (-1, number - 1, place), (-1, reached, place - 1))
            if self.strict:
                self._at_most(*rise)
            else:
                early = self.program.column()
                self.program.costs["R-T6"][early] = 1
                self._at_most(*rise, unless=early)

    def _after_days_below(
        self, number: int, day: date, place: int, unless: int | None = None
    ) -> None:
        needed = days_needed(self.about, day, place, self.loosened)
        if not needed:
            self.may_skip[place] = True
            return
        reached = self._reached_by(number, place, needed)
        if self.may_skip[place]:
            rise = ((1, number, place), (-1, number - 1, place), (-1, reached, place - 1))
            self._at_most(*rise, unless=unless)
        else:
            self._at_most((1, number, place), (-1, reached, place - 1))

    def _reached_by(self, number: int, place: int, needed: int) -> int:
        """Return the last day by which the step below is reached, to be done often enough."""
        more = needed - self.about.done[place - 1]
        days = self.doable[place - 1]
        if more <= 0:
            return number - 1
        # Day -1 is where the plan starts, and before it nothing is reached.
        return days[-more] if more <= len(days) else -2

    def _people_are_there(self, day: date, place: int) -> bool:
        # The timetable is not held against what was agreed: people may have agreed on another room.
        return not set(self.about.in_the_way(self.about.steps[place], day, self.loosened)) - {
            TIMETABLE
        }

    def _was_done_enough(self, day: date, place: int) -> bool:
        return self.about.done[place - 1] >= days_needed(self.about, day, place, self.loosened)

    def _no_rise(self, number: int, place: int, unless: int | None = None) -> None:
        self._at_most((1, number, place), (-1, number - 1, place), unless=unless)

    def _column(self, day: int, place: int) -> int:
        return day * self.size + place

    def _terms(self, *terms: tuple[float, int, int]) -> Iterator[tuple[float, int]]:
        for times, day, place in terms:
            if day >= 0:
                yield times, self._column(day, place)

    def _at_most(
        self,
        *terms: tuple[float, int, int],
        most: float = 0,
        unless: int | None = None,
        plus: int | None = None,
    ) -> None:
        """Keep a sum of `(times, day, place)` at most `most`, or one more where `unless` is."""
        row: dict[int, float] = {}
        for times, day, place in terms:
            if day >= 0:
                column = self._column(day, place)
                row[column] = row.get(column, 0) + times
            elif day == -1 and place <= self.about.level:
                most -= times
        if unless is not None:
            row[unless] = -1
        if plus is not None:
            row[plus] = 1
        self.program.rows.append(Row(row, most))
