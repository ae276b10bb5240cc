"""The graded return: how first, then when."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from caseform.model._assessment import Answer, Observation
from caseform.model._base import Id, Item, Label, Value, Words
from caseform.model._school import DistressRating, Period


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


class SchoolMoment(StrEnum):
    """Loose moments of a school day, the ones that are easily unsafe."""

    ENTRANCE = "entrance"
    CORRIDOR = "corridor"
    BREAK = "break"
    LARGE_GROUP = "large-group"


class StepDemand(StrEnum):
    """What is expected of schoolwork on a step."""

    NONE = "none"
    LOWERED = "lowered"
    FULL = "full"


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
        lessons: How many lessons a day it takes in, the liked ones first, where `blocks` does not
            say which.
        at_least_days: On how many days it is done at least before the next, where more is wanted
            than the rules ask.
        is_skipped: Whether it is passed over; it stays on the ladder.
        moments: The loose moments that it takes in.
        with_whom: Who is there, or where one goes, at those moments.
        asks: What is expected of schoolwork.
        is_first_time: Whether it is the first time for a programme, a group or schoolwork.
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
    lessons: Annotated[int, Field(ge=0, le=12)] = 0
    at_least_days: Annotated[int, Field(ge=0, le=60)] = 0
    is_skipped: bool = False
    moments: tuple[SchoolMoment, ...] = ()
    with_whom: Words = ""
    asks: StepDemand | None = None
    is_first_time: bool | None = None

    @property
    def reaches_school(self) -> bool:
        """Whether it goes as far as the gate, so that someone has to wait there.

        Example:
            >>> ReturnStep(id="s-1", words="tas klaar", reaches=HowFar.DOWNSTAIRS).reaches_school
            False
        """
        return self.reaches in _AT_SCHOOL or self.takes_lessons or self.minutes > 0

    @property
    def leaves_home(self) -> bool:
        """Whether someone has to travel along."""
        return self.reaches is HowFar.UNDER_WAY or self.reaches_school

    @property
    def goes_inside(self) -> bool:
        """Whether it goes into the building."""
        return self.reaches in (HowFar.INSIDE, HowFar.CLASS) or self.takes_lessons

    @property
    def goes_to_class(self) -> bool:
        """Whether it goes into a class, which a lesson does."""
        return self.reaches is HowFar.CLASS or self.takes_lessons

    @property
    def takes_lessons(self) -> bool:
        """Whether it takes in lessons, named or counted."""
        return bool(self.blocks) or self.lessons > 0


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


class Away(Period):
    """Days on which someone can neither receive nor travel along.

    Args:
        person: Id of the person.
        instead: Id of the person who receives in their place, where that was said.
    """

    person: str
    instead: str | None = None


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


class AgreedDay(Value):
    """One day as it was agreed, kept as it was.

    Args:
        on: The day.
        step: Id of the step.
        words: The words of the step on that day.
        travel_with: Id of the person who travels along.
        received_by: Id of the person who receives.
    """

    on: date
    step: str
    words: Words = ""
    travel_with: str | None = None
    received_by: str | None = None


class AgreedPlan(Item):
    """A plan as people agreed to it on a day; a later change is another plan.

    Args:
        on: The day on which it was agreed.
        agreed_by: Ids of those who agreed.
        days: The dated days.
        how: How it goes, as it was agreed.
    """

    on: date
    agreed_by: tuple[str, ...] = ()
    days: tuple[AgreedDay, ...] = ()
    how: ReturnHow = ReturnHow()


class AlternativeState(StrEnum):
    """How far another way than school is."""

    CONSIDERED = "considered"
    CHOSEN = "chosen"
    RUNNING = "running"
    ENDED = "ended"

    @property
    def is_in_force(self) -> bool:
        """Whether it was chosen, begun or not, and did not end.

        Example:
            >>> [state.value for state in AlternativeState if state.is_in_force]
            ['chosen', 'running']
        """
        return self in (AlternativeState.CHOSEN, AlternativeState.RUNNING)


class LettingGoReason(StrEnum):
    """Why school is let go of: it cannot be, or all judge that it has lost its meaning."""

    CANNOT = "cannot"
    NO_LONGER_MEANINGFUL = "no-longer-meaningful"


class Alternative(Item):
    """Another way than this school, or help from outside, that is being weighed.

    Args:
        option: Id of the catalogue's option.
        words: What it is in this case: where, with whom.
        state: How far it is.
        is_meaningful: Whether it makes sense for this young person.
        is_possible: Whether it can be done.
        is_favourable: Whether it does them good.
        return_link: How it serves or keeps open a way back to school.
        contact: Who keeps contact with school, as agreed on paper.
        why: Why school is let go of, where it is.
        agreed_by: Ids of those who agree.
        is_self_steering: Whether the young person steers their own work, as some options ask.
        review_on: When it is looked at again.
    """

    option: Id
    words: Words = ""
    state: AlternativeState = AlternativeState.CONSIDERED
    is_meaningful: Answer = Answer.UNKNOWN
    is_possible: Answer = Answer.UNKNOWN
    is_favourable: Answer = Answer.UNKNOWN
    return_link: Words = ""
    contact: Words = ""
    why: LettingGoReason | None = None
    agreed_by: tuple[str, ...] = ()
    is_self_steering: Answer = Answer.UNKNOWN
    review_on: date | None = None


class FormalMeasure(Item):
    """A measure of the law or of the authorities that is being weighed or was begun.

    Args:
        measure: Id of the catalogue's measure.
        state: How far it is.
        in_favour: What the team sees in favour of it.
        against: What the team sees against it.
        halts: Whether it would stop a helper, an agreement or a step that runs.
        worrying: The worrying situation that asks for it.
        on: When it was begun.
    """

    measure: Id
    state: AlternativeState = AlternativeState.CONSIDERED
    in_favour: Words = ""
    against: Words = ""
    halts: Answer = Answer.UNKNOWN
    worrying: Words = ""
    on: date | None = None


class PullSide(StrEnum):
    """Which of two sides that sources take is followed in this case."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"


class PullChoice(Item):
    """What the therapist chose where sources pull in different directions.

    Args:
        about: Id of the catalogue's pull.
        side: The side that is followed here.
        words: Why.
    """

    about: Id
    side: PullSide | None = None
    words: Words = ""


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
        away: When someone cannot receive or travel along.
        hold_until: The last day until which nothing more is asked, whatever the rules allow.
        review_on: When the team decides whether this way goes on.
        restart: How the first day after a holiday or illness goes.
        ready: What is known of the points that a plan needs to be ready.
        agreed: The plans that people agreed to, oldest first.
        alternatives: Other ways that are weighed.
        measures: Formal measures that are weighed.
        pulls: What was chosen where sources pull apart.
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
    away: tuple[Away, ...] = ()
    hold_until: date | None = None
    review_on: date | None = None
    restart: Words = ""
    ready: tuple[Observation, ...] = ()
    agreed: tuple[AgreedPlan, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    measures: tuple[FormalMeasure, ...] = ()
    pulls: tuple[PullChoice, ...] = ()
