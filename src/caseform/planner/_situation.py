"""What a plan has to fit: the ladder, the level, the days, the people and what was agreed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from caseform.model import (
    Away,
    Case,
    LessonBlock,
    Phrase,
    PlannedDay,
    ReturnStep,
    SpecialWeek,
    days_done,
    is_set_aside,
    ladder,
    place_now,
)
from caseform.planner._facts import NOTHING, TIMETABLE, Fact, FactKind, Loosened
from caseform.planner._unsettled import unsettled_days
from caseform.school_calendar import SchoolCalendar, blocks_on, lessons_of, minutes_of

# Our own choice: a plan looks a term ahead, or until school stops giving extra effort, and never
# further than a school year at once.
TERM = 60
SCHOOL_YEAR = 200


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that a plan depends on, taken from the case once.

    Args:
        case: The case.
        calendar: The school days.
        days: The school days to plan, in order.
        asked: How many of them are asked for.
        ahead: How many of them are looked at together, whatever is asked for.
        steps: The ladder, without the steps that are passed over.
        level: Place on the ladder of the step that is done now.
        done: How often each step was done lately, by place on the ladder.
        agreed: The agreed days among `days`.
        since: The first day that may be planned, school or not.
        began: The day on which this plan began.
        unsettled: The days on which a change asks enough by itself.
    """

    case: Case
    calendar: SchoolCalendar
    days: tuple[date, ...]
    asked: int
    ahead: int
    steps: tuple[ReturnStep, ...]
    level: int
    done: tuple[int, ...]
    agreed: Mapping[date, PlannedDay]
    since: date
    began: date
    unsettled: frozenset[date]
    _blocks: dict[date, tuple[LessonBlock, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _receiver: dict[date, str | None] = field(default_factory=dict, repr=False, compare=False)
    _escort: dict[date, str | None] = field(default_factory=dict, repr=False, compare=False)
    _hindered: dict[tuple[str, date, Loosened], tuple[str, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def asks(self, rule: str, day: date, loosened: Loosened, step: str = "") -> bool:
        """Return whether `rule` holds on `day`: neither loosened nor set aside."""
        return rule not in loosened and not is_set_aside(self.case, rule, day.isoformat(), step)

    def place_of(self, step_id: str) -> int:
        """Return the place of a step on the ladder."""
        return next(place for place, step in enumerate(self.steps) if step.id == step_id)

    def receiver(self, day: date) -> str | None:
        """Return the id of who receives on `day`; None if nobody can, or nobody was named."""
        if day not in self._receiver:
            self._receiver[day] = next(self._receiving(day), None)
        return self._receiver[day]

    def escort(self, day: date) -> str | None:
        """Return the id of who travels along on `day`; None if nobody can, or nobody was named."""
        if day not in self._escort:
            along = (*self._agreed_on(day, "travel_with"), *self._escorts_on(day))
            there = (who for who in along if not self._is_away(who, day))
            self._escort[day] = next(there, None)
        return self._escort[day]

    def blocks_of(self, day: date) -> tuple[LessonBlock, ...]:
        """Return the blocks of the timetable that run on `day`, the earliest first."""
        if day not in self._blocks:
            self._blocks[day] = blocks_on(self.case.school, day)
        return self._blocks[day]

    def blocks(self, step: ReturnStep, day: date) -> tuple[str, ...]:
        """Return the ids of the lesson blocks that `step` takes in on `day`, first lesson first."""
        taken = lessons_of(step, self.blocks_of(day), self.case.school, day)
        return tuple(block.id for block in taken)

    def minutes(self, step: ReturnStep, day: date) -> int:
        """Return the minutes at school: what the step says or its lessons take, within the day."""
        running = self.blocks_of(day)
        return minutes_of(step, running, self.case.school, day)

    def in_the_way(
        self, step: ReturnStep, day: date, loosened: Loosened = NOTHING
    ) -> tuple[str, ...]:
        """Return the rules because of which `step` cannot be on `day`, or `TIMETABLE`."""
        key = (step.id, day, loosened)
        if key not in self._hindered:
            self._hindered[key] = tuple(
                rule
                for rule in ("R-H1", "R-H11", TIMETABLE)
                if (rule == TIMETABLE or self.asks(rule, day, loosened, step.id))
                and self._is_asked(rule, step)
                and (fact := self.fact_behind(rule, day, (step,))) is not None
                and fact not in loosened
            )
        return self._hindered[key]

    def special_week(self, day: date) -> SpecialWeek | None:
        """Return what takes the place of the ordinary timetable on `day`, if anything does."""
        weeks = self.case.school.special_weeks
        return next((week for week in weeks if week.holds_on(day)), None)

    def is_special(self, day: date, loosened: Loosened) -> bool:
        """Return whether nothing is added on `day` because the ordinary lessons do not run."""
        week = self.special_week(day)
        return week is not None and Fact(FactKind.SPECIAL_WEEK, week.id) not in loosened

    def is_held(self, day: date, loosened: Loosened = NOTHING) -> bool:
        """Return whether the clinician asked that nothing is added yet on `day`."""
        until = self.case.return_plan.hold_until
        if until is None or day > until:
            return False
        return Fact(FactKind.HELD, until.isoformat()) not in loosened

    def fact_behind(self, rule: str, day: date, steps: Iterable[ReturnStep] = ()) -> Fact | None:
        """Return what is so on `day` where a rule, or the timetable, keeps `steps` away."""
        weekday = str(day.weekday())
        if rule == "R-H1":
            if not self._receivers or self.receiver(day) is not None:
                return None
            once = any(self._receives_on(who, day) for who in self._receivers)
            return Fact(FactKind.NOBODY_RECEIVES, day.isoformat() if once else weekday)
        if rule == "R-H11":
            if not self.case.return_plan.escorts or self.escort(day) is not None:
                return None
            once = bool(self._escorts_on(day))
            return Fact(FactKind.NOBODY_TRAVELS, day.isoformat() if once else weekday)
        week = self.special_week(day)
        if week is not None:
            return Fact(FactKind.SPECIAL_WEEK, week.id)
        if all(self.blocks(step, day) or not self._has_lessons(step) for step in steps):
            return None
        return Fact(FactKind.NO_LESSON, weekday)

    def facts(self, days: Iterable[date]) -> list[Fact]:
        """Return the facts of `days` that could stand in the way, earliest first."""
        found: dict[Fact, None] = {}
        until = self.case.return_plan.hold_until
        for day in days:
            if until is not None and day <= until:
                found[Fact(FactKind.HELD, until.isoformat())] = None
            if day in self.agreed:
                found[Fact(FactKind.AGREED, day.isoformat())] = None
            for rule in ("R-H1", "R-H11", TIMETABLE):
                fact = self.fact_behind(rule, day, self.steps)
                if fact is not None:
                    found[fact] = None
        return list(found)

    def sentence(self, fact: Fact) -> Phrase:
        """Return `fact` as a sentence."""
        if fact.kind is FactKind.SPECIAL_WEEK:
            week = next(w for w in self.case.school.special_weeks if w.id == fact.on)
            return Phrase(f"plan.special-{week.kind}", {"starts": week.starts, "ends": week.ends})
        if fact.on.isdigit():
            return Phrase(f"plan.{fact.kind}", {"weekday": int(fact.on)})
        day = date.fromisoformat(fact.on)
        if fact.kind is FactKind.HELD:
            return Phrase("plan.rise-held", {"day": day})
        if fact.kind is FactKind.AGREED:
            words = self.steps[self.place_of(self.agreed[day].step)].words
            return Phrase("plan.day-agreed", {"day": day, "step": words})
        return Phrase(f"plan.{fact.kind}-that-day", {"day": day})

    @property
    def _receivers(self) -> tuple[str, ...]:
        how = self.case.return_plan.how
        return tuple(who for who in (how.receiver, how.stand_in) if who is not None)

    def _receives_on(self, who: str, day: date) -> bool:
        # Someone whose days were not asked yet is taken to be there: the day is only pencilled.
        asked = [c.available for c in self.case.school.contacts if c.person == who and c.available]
        return not asked or any(day.weekday() in weekdays for weekdays in asked)

    def _escorts_on(self, day: date) -> tuple[str, ...]:
        escorts = self.case.return_plan.escorts
        return tuple(e.person for e in escorts if day.weekday() in e.weekdays)

    def _receiving(self, day: date) -> Iterator[str]:
        """Yield who can receive on `day`: who was agreed on, who was named, and who steps in."""
        agreed = self._agreed_on(day, "received_by")
        for who in (*agreed, *self._receivers):
            if not self._is_away(who, day) and (who in agreed or self._receives_on(who, day)):
                yield who
            yield from (
                row.instead
                for row in self._away_rows(who, day)
                if row.instead is not None
                and self._receives_on(row.instead, day)
                and not self._is_away(row.instead, day)
            )

    def _agreed_on(self, day: date, field_name: str) -> tuple[str, ...]:
        person = getattr(self.agreed.get(day), field_name, None)
        return () if person is None else (person,)

    def _is_away(self, who: str, day: date) -> bool:
        return bool(self._away_rows(who, day))

    def _away_rows(self, who: str, day: date) -> list[Away]:
        away = self.case.return_plan.away
        return [row for row in away if row.person == who and row.holds_on(day)]

    def _is_asked(self, rule: str, step: ReturnStep) -> bool:
        if rule == "R-H1":
            return step.reaches_school
        return step.leaves_home if rule == "R-H11" else self._has_lessons(step)

    def _has_lessons(self, step: ReturnStep) -> bool:
        if not step.blocks:
            return step.lessons > 0 and bool(self.case.school.timetable)
        return any(block.id in step.blocks for block in self.case.school.timetable)


def situation(
    case: Case, *, today: date, calendar: SchoolCalendar, days: int | None = None
) -> Situation | None:
    """Return what a plan from `today` on has to fit; None for a ladder without steps.

    A day that was written up already is not planned again.

    Args:
        case: The case.
        today: The day from which to plan.
        calendar: The school days.
        days: How many school days are asked for; None is the horizon of the case.
    """
    steps = ladder(case)
    if not steps:
        return None
    asked = case.return_plan.horizon_days if days is None else days
    written_up = any(day.on == today for day in case.log)
    start = today + timedelta(days=1) if written_up else today
    known = calendar.known_school_days(start, max(asked, SCHOOL_YEAR))
    places = {step.id: place for place, step in enumerate(steps)}
    # An agreed day whose step is gone from the ladder holds nobody to anything.
    agreed = {
        day.on: day
        for day in case.return_plan.days
        if day.agreed and day.step in places and day.on in known[: max(asked, SCHOOL_YEAR)]
    }
    ahead = _ahead(case, known, agreed)
    shown = known[: max(asked, ahead)]
    since = calendar.recent_since(today)
    begun = [day.on for day in case.log if day.step is not None]
    place = place_now(case)
    # What is above the step of now begins anew, so that going back is not undone the next day.
    # Where more was agreed already, the step of now was only not moved along.
    more_agreed = any(places.get(day.step or "", -1) > place for day in agreed.values())
    counted = len(steps) if more_agreed else place + 1
    return Situation(
        case=case,
        calendar=calendar,
        days=shown,
        asked=min(asked, len(known)),
        ahead=ahead,
        steps=steps,
        level=place,
        done=tuple(
            days_done(case, step.id, since=since, until=today) if at < counted else 0
            for at, step in enumerate(steps)
        ),
        agreed=agreed,
        since=start,
        began=min(begun, default=start),
        unsettled=unsettled_days(case, calendar, shown),
    )


def _ahead(case: Case, known: tuple[date, ...], agreed: Iterable[date]) -> int:
    """Return how many of the `known` days are looked at together."""
    ahead = [TERM, *(known.index(day) + 1 for day in agreed)]
    until = case.school.effort_until
    if until is not None and known and until <= known[min(len(known), SCHOOL_YEAR) - 1]:
        ahead.append(sum(day <= until for day in known))
    return min(max(ahead), SCHOOL_YEAR, len(known))
