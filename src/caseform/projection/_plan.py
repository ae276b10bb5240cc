"""The return plan as those present see it: some steps, the days of the horizon, and how it goes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Literal

from caseform.model import (
    Case,
    FreeDay,
    FreeDayKind,
    Item,
    PlannedDay,
    ReturnStep,
    step_ahead,
)
from caseform.projection.rooms import ShownDay, ShownFree, ShownHow, ShownStep
from caseform.school_calendar import SchoolCalendar, blocks_on
from caseform.text import Language

# Design promise: the young person sees one to three steps.
STEPS_SHOWN = 3
# Free days are told two weeks ahead: as far as any paper of others than the therapist looks.
FREE_AHEAD = 14

_SATURDAY = 5
_OF_THE_WHOLE_SCHOOL = (FreeDayKind.STUDY_DAY, FreeDayKind.LOCAL)


@dataclass(frozen=True, kw_only=True)
class PlanSeen:
    """The plan of one case, for one room on one day.

    Args:
        case: The case.
        today: The day on which it is shown; what was dated before it is left out.
        language: The language of the page.
        is_shared: Whether those present may see the dated days and how it goes.
        is_whole: Whether every day that was written down is shown, as to the therapist alone.
        may: Says whether those present may see an item.
        acts: Says what a person is called who acts in what was shared.
    """

    case: Case
    today: date
    language: Language
    is_shared: bool
    is_whole: bool
    may: Callable[[Item], bool]
    acts: Callable[[str | None], str | None]

    @property
    def steps(self) -> tuple[ShownStep, ...]:
        """The step of now and what comes after it, none of them dated."""
        # Counted among the steps that are shared, so that a step that is not leaves no gap.
        now = self._step_now
        start = next((n for n, step in enumerate(self._steps) if step.id == now), 0)
        return tuple(
            ShownStep(
                words=step.words,
                is_now=step.id == now,
                helps=step.helps,
                predicted=str(step.predicted) if step.predicted else None,
            )
            for step in self._steps[start : start + STEPS_SHOWN]
        )

    @property
    def days(self) -> tuple[ShownDay, ...]:
        """The dated days of the horizon, pencilled or agreed."""
        if not self.is_shared:
            return ()
        rungs = {step.id: (rung, step) for rung, step in enumerate(self._steps)}
        until = date.max if self.is_whole else self._horizon
        shown: list[ShownDay] = []
        earlier: int | None = None
        for day in sorted(self.case.return_plan.days, key=lambda day: day.on):
            if day.step not in rungs or not self.today <= day.on <= until:
                continue
            rung, step = rungs[day.step]
            has_school = self._has_school(day.on)
            if step.reaches_school and not has_school:
                # A door that is closed: nobody waits there, whatever was written down.
                continue
            shown.append(self._day(day, step, _direction(earlier, rung), has_school=has_school))
            earlier = rung
        return tuple(shown if self.is_whole else shown[: self.case.return_plan.horizon_days])

    @property
    def how(self) -> ShownHow:
        """How it goes, in the words that were agreed."""
        if not self.is_shared:
            return ShownHow()
        how = self.case.return_plan.how
        return ShownHow(
            travel=how.travel,
            spot=how.spot,
            receiver=self.acts(how.receiver),
            stand_in=self.acts(how.stand_in),
            goodbye=how.goodbye,
            demands=how.demands,
            refuge=how.refuge,
            reply=how.reply,
            hard_week=how.hard_week,
        )

    @property
    def adjustments(self) -> tuple[str, ...]:
        """What the school changes."""
        return tuple(one.words for one in self.case.school.adjustments if self.may(one))

    @property
    def exempts(self) -> tuple[str, ...]:
        """The moments of lessons that are not asked for now."""
        named = [
            words for one in self.case.school.adjustments if self.may(one) for words in one.exempts
        ]
        return tuple(dict.fromkeys(named))

    @property
    def free(self) -> tuple[ShownFree, ...]:
        """The school days of the coming weeks on which there is no school, and why.

        Holidays of the region and days on which the whole school is closed are known to everyone;
        what was written about one, and a free day of this young person, only to those who may see.
        """
        own = tuple(
            one if self.may(one) else FreeDay(id=one.id, on=one.on, until=one.until, kind=one.kind)
            for one in self.case.school.free_days
            if self.may(one) or one.kind in _OF_THE_WHOLE_SCHOOL
        )
        calendar = SchoolCalendar(self.case.region, own)
        coming = (self.today + timedelta(days=n) for n in range(FREE_AHEAD))
        return tuple(
            ShownFree(on=on, words=calendar.why_off(on, self.language) or "")
            for on in coming
            if on.weekday() < _SATURDAY and calendar.is_known(on) and not calendar.is_school_day(on)
        )

    @property
    def _steps(self) -> list[ReturnStep]:
        return [step for step in self.case.return_plan.steps if self.may(step)]

    @property
    def _step_now(self) -> str | None:
        """Return the step that those who see the days would call today's."""
        ahead = step_ahead(self.case, self.today)
        if self.is_shared and any(step.id == ahead for step in self._steps):
            return ahead
        return self.case.return_plan.current

    @property
    def _calendar(self) -> SchoolCalendar:
        return SchoolCalendar.for_case(self.case)

    @property
    def _horizon(self) -> date:
        # From tomorrow, as the planner counts once today was written up.
        ahead = self._calendar.known_school_days(
            self.today + timedelta(days=1), self.case.return_plan.horizon_days
        )
        return ahead[-1] if ahead else self.today

    def _has_school(self, on: date) -> bool:
        return self._calendar.is_known(on) and self._calendar.is_school_day(on)

    def _day(
        self,
        day: PlannedDay,
        step: ReturnStep,
        direction: Literal["up", "same", "down"],
        *,
        has_school: bool,
    ) -> ShownDay:
        starts, ends = self._times(step, day.on)
        return ShownDay(
            on=day.on,
            step=step.words,
            direction=direction,
            travel_with=self.acts(day.travel_with),
            received_by=self.acts(day.received_by),
            is_agreed=day.agreed,
            has_school=has_school,
            starts=starts,
            ends=ends,
        )

    def _times(self, step: ReturnStep, on: date) -> tuple[time | None, time | None]:
        """Return from when until when, where the lessons of the step say so on that day."""
        taken = [block for block in blocks_on(self.case.school, on) if block.id in step.blocks]
        if not taken:
            # Minutes alone are no time of the day, and a time that nobody named is not made up.
            return None, None
        starts, ends = min(block.starts for block in taken), max(block.ends for block in taken)
        if not step.minutes:
            return starts, ends
        hours, minutes = divmod(starts.hour * 60 + starts.minute + step.minutes, 60)
        return starts, min(ends, time(hours, minutes)) if hours < 24 else ends


def _direction(earlier: int | None, rung: int) -> Literal["up", "same", "down"]:
    if earlier is None or rung == earlier:
        return "same"
    return "up" if rung > earlier else "down"
