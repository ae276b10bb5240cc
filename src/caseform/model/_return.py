"""The graded return: how first, then when."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from caseform.model._base import Item, Label, Value, Words
from caseform.model._school import DistressRating


class HowFar(StrEnum):
    """How far a day went, from bed to class."""

    BED = "bed"
    DOWNSTAIRS = "downstairs"
    UNDER_WAY = "under-way"
    GATE = "gate"
    BENCH = "bench"
    WINDOW = "window"
    INSIDE = "inside"
    CLASS = "class"


_AT_SCHOOL = frozenset({HowFar.GATE, HowFar.BENCH, HowFar.WINDOW, HowFar.INSIDE, HowFar.CLASS})


class ReturnHow(Value):
    """How the return goes; each field stays empty until it was talked about.

    Args:
        travel: How the young person gets to school.
        spot: Where the receiver waits.
        receiver: Id of the person who receives.
        stand_in: Id of the person who receives when the receiver is ill.
        goodbye: Where the parent says goodbye.
        demands: What is expected of schoolwork and tests, and what is not.
        refuge: The person, place and time for a bad moment.
        reply: What we do if it does not work today.
        hard_week: What we do in a hard week.
    """

    travel: Words = ""
    spot: Words = ""
    receiver: str | None = None
    stand_in: str | None = None
    goodbye: Words = ""
    demands: Words = ""
    refuge: Words = ""
    reply: Words = ""
    hard_week: Words = ""


class StepKind(StrEnum):
    """Along which line a step asks a little more."""

    DISTANCE = "distance"
    TIME = "time"
    LESSON = "lesson"
    DEMAND = "demand"
    SOCIAL = "social"
    RHYTHM = "rhythm"


class ReturnStep(Item):
    """One step of the ladder.

    Args:
        words: The step, in the young person's own words where possible.
        kind: Along which line it asks more.
        reaches: How far it goes.
        blocks: Ids of the lesson blocks that it takes in.
        minutes: Minutes at school.
        predicted: The tension that the young person expects.
        helps: What helps.
        factors: Ids of the factors that it works on.
        goals: Ids of the goals that it serves.
        chosen_by: Ids of those who chose it.
    """

    words: Annotated[Words, Field(min_length=1)]
    kind: StepKind | None = None
    reaches: HowFar | None = None
    blocks: tuple[str, ...] = ()
    minutes: Annotated[int, Field(ge=0, le=1440)] = 0
    predicted: DistressRating | None = None
    helps: Words = ""
    factors: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    chosen_by: tuple[str, ...] = ()

    @property
    def reaches_school(self) -> bool:
        """Whether it goes as far as the gate, so that someone has to wait there.

        Example:
            >>> ReturnStep(id="s-1", words="tas klaar", reaches=HowFar.DOWNSTAIRS).reaches_school
            False
        """
        return self.reaches in _AT_SCHOOL or bool(self.blocks) or self.minutes > 0

    @property
    def leaves_home(self) -> bool:
        """Whether someone has to travel along."""
        return self.reaches is HowFar.UNDER_WAY or self.reaches_school

    @property
    def goes_inside(self) -> bool:
        """Whether it goes into the building."""
        return self.reaches in (HowFar.INSIDE, HowFar.CLASS) or bool(self.blocks)


class EndGoal(StrEnum):
    """Whether going back to school is what this plan aims for."""

    RETURN = "return"
    NOT_YET = "not-yet"


class Escort(Item):
    """Who can travel along on which weekdays: the household week.

    Args:
        person: Id of the person.
        weekdays: Monday is 0.
    """

    person: str
    weekdays: tuple[Annotated[int, Field(ge=0, le=6)], ...] = ()


class PlannedDay(Item):
    """One dated day of the plan.

    Args:
        on: The day.
        step: Id of the step.
        travel_with: Id of the person who travels along.
        received_by: Id of the person who receives.
        agreed: Whether it was agreed; otherwise it is pencilled.
    """

    on: date
    step: str
    travel_with: str | None = None
    received_by: str | None = None
    agreed: bool = False


class RuleOverride(Item):
    """A rule that the clinician sets aside, with the reason.

    Args:
        rule: Id of the rule, such as ``R-T1``.
        reason: Why; it stays with the therapist and team.
        where: Id or date of what it is set aside for; empty means the whole plan.
    """

    rule: str
    reason: Annotated[Words, Field(min_length=1)]
    where: str = ""


class ReturnPlan(Value):
    """The graded return of this case.

    Args:
        end_goal: Whether going back to school is the aim; None while nobody decided.
        is_feasible: Whether the team judges a return feasible by now.
        how: How it goes.
        steps: The ladder, first step first.
        current: Id of the step that is done now.
        escorts: Who can travel along when.
        days: The dated days that were written down.
        overrides: Rules that were set aside, with reasons.
        horizon_days: How many school days are dated ahead, from 5 to 10.
        shared_with: The audiences that may see the dated days.
    """

    end_goal: EndGoal | None = None
    is_feasible: bool | None = None
    how: ReturnHow = ReturnHow()
    steps: tuple[ReturnStep, ...] = ()
    current: str | None = None
    escorts: tuple[Escort, ...] = ()
    days: tuple[PlannedDay, ...] = ()
    overrides: tuple[RuleOverride, ...] = ()
    horizon_days: Annotated[int, Field(ge=5, le=10)] = 10
    shared_with: tuple[Label, ...] = ()
