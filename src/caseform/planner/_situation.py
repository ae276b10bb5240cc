"""What a plan has to fit: the ladder, the level, the days, the people and what was agreed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from caseform.model import (
    Case,
    Phrase,
    PlannedDay,
    ReturnStep,
    days_done,
    is_set_aside,
    level_now,
)
from caseform.school_calendar import SchoolCalendar

# Stands where a rule would: the timetable keeps a step from a day, though no rule does.
TIMETABLE = "timetable"

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = range(5)


class FactKind(StrEnum):
    """The kinds of facts that can stand in the way of a plan."""

    AGREED = "day-agreed"
    NOBODY_RECEIVES = "nobody-receives"
    NOBODY_TRAVELS = "nobody-travels"
    NO_LESSON = "no-lesson"


# What is so on a day on which a rule, or the timetable, keeps a step away.
FACT_BEHIND = {
    "R-H1": FactKind.NOBODY_RECEIVES,
    "R-H11": FactKind.NOBODY_TRAVELS,
    TIMETABLE: FactKind.NO_LESSON,
}


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One fact of this case that a plan has to fit.

    Args:
        kind: What kind of fact it is.
        on: The agreed day (ISO), or the weekday (Monday is 0) for the other kinds.
    """

    kind: FactKind
    on: str


Loosened = frozenset[str | Fact]
NOTHING: Loosened = frozenset()


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that a plan depends on, taken from the case once.

    Args:
        case: The case.
        calendar: The school days.
        days: The school days to plan, in order.
        steps: The ladder.
        level: Place on the ladder of the step that is done now.
        done: How often each step was done lately, by place on the ladder.
        agreed: The agreed days among `days`.
    """

    case: Case
    calendar: SchoolCalendar
    days: tuple[date, ...]
    steps: tuple[ReturnStep, ...]
    level: int
    done: tuple[int, ...]
    agreed: Mapping[date, PlannedDay]

    def asks(self, rule: str, day: date, loosened: Loosened, step: str = "") -> bool:
        """Return whether `rule` holds on `day`: neither loosened nor set aside."""
        return rule not in loosened and not is_set_aside(self.case, rule, day.isoformat(), step)

    def place_of(self, step_id: str) -> int:
        """Return the place of a step on the ladder."""
        return next(place for place, step in enumerate(self.steps) if step.id == step_id)

    def receiver(self, day: date) -> str | None:
        """Return the id of who receives on `day`; None if nobody can, or nobody was named."""
        agreed = self.agreed.get(day)
        if agreed is not None and agreed.received_by is not None:
            return agreed.received_by
        return next((who for who in self._receivers if self._is_there(who, day)), None)

    def escort(self, day: date) -> str | None:
        """Return the id of who travels along on `day`; None if nobody can, or nobody was named."""
        agreed = self.agreed.get(day)
        if agreed is not None and agreed.travel_with is not None:
            return agreed.travel_with
        return next(
            (e.person for e in self.case.return_plan.escorts if day.weekday() in e.weekdays), None
        )

    def blocks(self, step: ReturnStep, day: date) -> tuple[str, ...]:
        """Return the ids of the lesson blocks that `step` takes in on `day`, first lesson first."""
        taken = [b for b in self.case.school.timetable if b.id in step.blocks]
        today = sorted((b.starts, b.id) for b in taken if b.weekday == day.weekday())
        return tuple(block_id for _, block_id in today)

    def minutes(self, step: ReturnStep, day: date) -> int:
        """Return the minutes at school: as the step says, else as long as its lessons take."""
        today = set(self.blocks(step, day))
        lessons = sum(b.minutes for b in self.case.school.timetable if b.id in today)
        return step.minutes or lessons

    def in_the_way(self, step: ReturnStep, day: date, loosened: Loosened = NOTHING) -> list[str]:
        """Return the rules because of which `step` cannot be on `day`, or `TIMETABLE`."""
        rules = []
        weekday = str(day.weekday())
        if (
            step.reaches_school
            and self._receivers
            and self.receiver(day) is None
            and self.asks("R-H1", day, loosened, step.id)
            and Fact(FactKind.NOBODY_RECEIVES, weekday) not in loosened
        ):
            rules.append("R-H1")
        if (
            step.leaves_home
            and self.case.return_plan.escorts
            and self.escort(day) is None
            and self.asks("R-H11", day, loosened, step.id)
            and Fact(FactKind.NOBODY_TRAVELS, weekday) not in loosened
        ):
            rules.append("R-H11")
        if (
            self._has_lessons(step)
            and not self.blocks(step, day)
            and Fact(FactKind.NO_LESSON, weekday) not in loosened
        ):
            rules.append(TIMETABLE)
        return rules

    def facts(self, days: Iterable[date]) -> list[Fact]:
        """Return the facts of `days` that could stand in the way, earliest first."""
        found: dict[Fact, None] = {}
        for day in days:
            weekday = str(day.weekday())
            if day in self.agreed:
                found[Fact(FactKind.AGREED, day.isoformat())] = None
            for kind, is_so in (
                (FactKind.NOBODY_RECEIVES, self._receivers and self.receiver(day) is None),
                (
                    FactKind.NOBODY_TRAVELS,
                    self.case.return_plan.escorts and self.escort(day) is None,
                ),
                (
                    FactKind.NO_LESSON,
                    any(self._has_lessons(s) and not self.blocks(s, day) for s in self.steps),
                ),
            ):
                if is_so:
                    found[Fact(kind, weekday)] = None
        return list(found)

    def sentence(self, fact: Fact) -> Phrase:
        """Return `fact` as a sentence."""
        if fact.kind is FactKind.AGREED:
            day = date.fromisoformat(fact.on)
            words = self.steps[self.place_of(self.agreed[day].step)].words
            return Phrase("plan.day-agreed", {"day": day, "step": words})
        return Phrase(f"plan.{fact.kind.value}", {"weekday": int(fact.on)})

    @property
    def _receivers(self) -> tuple[str, ...]:
        how = self.case.return_plan.how
        return tuple(who for who in (how.receiver, how.stand_in) if who is not None)

    def _is_there(self, who: str, day: date) -> bool:
        # Someone whose days were not asked yet is taken to be there: the day is only pencilled.
        asked = [c.available for c in self.case.school.contacts if c.person == who and c.available]
        return not asked or any(day.weekday() in weekdays for weekdays in asked)

    def _has_lessons(self, step: ReturnStep) -> bool:
        known = {block.id for block in self.case.school.timetable}
        return bool(known & set(step.blocks))


def situation(case: Case, *, today: date, calendar: SchoolCalendar) -> Situation | None:
    """Return what a plan from `today` on has to fit; None for a ladder without steps.

    A day that was written up already is not planned again.
    """
    level = level_now(case)
    if level is None:
        return None
    written_up = any(day.on == today for day in case.log)
    start = today + timedelta(days=1) if written_up else today
    days = calendar.known_school_days(start, case.return_plan.horizon_days)
    steps = case.return_plan.steps
    known = {step.id for step in steps}
    since = calendar.recent_since(today)
    return Situation(
        case=case,
        calendar=calendar,
        days=days,
        steps=steps,
        level=level,
        done=tuple(days_done(case, step.id, since=since, until=today) for step in steps),
        # An agreed day whose step is gone from the ladder holds nobody to anything.
        agreed={
            day.on: day
            for day in case.return_plan.days
            if day.agreed and day.step in known and day.on in days
        },
    )
