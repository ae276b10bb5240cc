"""What is known and thought of an absence: observations, working ideas, views, and safety."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from caseform.model._base import Id, Item, Value, Words


class Answer(StrEnum):
    """An answer to a question; not to know is one too."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Observation(Item):
    """What someone saw or told of one criterion, signal or question of the catalogue.

    Args:
        about: Id of the entry, such as ``refusal-distress`` or ``late-often``.
        answer: What it says on that entry.
        words: What was seen or said.
        since: Since when, in words.
    """

    about: Id
    answer: Answer = Answer.UNKNOWN
    words: Words = ""
    since: Words = ""


class AbsenceType(StrEnum):
    """Types of absence in the literature, and the two answers that keep it open."""

    REFUSAL = "refusal"
    TRUANCY = "truancy"
    WITHDRAWAL = "withdrawal"
    EXCLUSION = "exclusion"
    MIXED = "mixed"
    UNDETERMINED = "undetermined"


class AbsenceIdea(Item):
    """The type of absence as the therapist thinks of it on a day; a later one does not erase it.

    Args:
        kind: The type.
        reason: Why, and what would change it.
    """

    kind: AbsenceType
    reason: Words = ""


Total = Annotated[int, Field(ge=0, le=36)]


class FunctionTotals(Item):
    """Subscale totals of a licensed questionnaire that someone filled in elsewhere.

    Args:
        totals: Sum of the six items (0 to 6 each) of each of the four functions; None where it
            was not filled in.
    """

    totals: tuple[Total | None, Total | None, Total | None, Total | None] = (None,) * 4


class Perspective(Item):
    """How one person sees what is going on, on one day; a newer version stands beside it.

    Args:
        who: Id of the person.
        words: What they think is going on, and how the young person experiences it.
        on: The day of this version.
    """

    who: str
    words: Words
    on: date


class SafetyCheck(Item):
    """That safety was asked about, and what followed; never scored and never shared.

    Args:
        on: The day on which it was asked.
        answer: Whether there is something to worry about.
        said: What was said.
        told: Who was told.
        plan: What was agreed.
        supervisor: With whom it was discussed.
        next_contact_on: When the next contact is.
    """

    on: date
    answer: Answer
    said: Words = ""
    told: Words = ""
    plan: Words = ""
    supervisor: Words = ""
    next_contact_on: date | None = None


class CareSystem(StrEnum):
    """Two ways of saying how much support there is; one is never a synonym of the other."""

    TIER = "tier"
    PHASE = "phase"


class CareLevel(Item):
    """Where the support stands, in one of the two systems, as thought on a day.

    Args:
        system: Which system.
        level: 1 to 3 for a tier, 0 to 3 for a phase.
        reason: Why.
    """

    system: CareSystem
    level: Annotated[int, Field(ge=0, le=3)]
    reason: Words = ""


class Assessment(Value):
    """What is known and thought of the absence.

    Args:
        onset: Since when, and how it began.
        absent_since: The first day of this absence, where a date is known.
        pattern: On which days and in which lessons it is harder or easier.
        counted_from: First day of the period that the therapist counts half days over.
        counted_until: Its last day.
        observations: What was seen or said on criteria, signals and questions.
        ideas: The type of absence as thought, oldest first.
        functions: Totals of a questionnaire about what not attending achieves.
        perspectives: How each one sees it.
        safety: When safety was asked about.
        levels: Tier and phase as thought, oldest first.
    """

    onset: Words = ""
    absent_since: date | None = None
    pattern: Words = ""
    counted_from: date | None = None
    counted_until: date | None = None
    observations: tuple[Observation, ...] = ()
    ideas: tuple[AbsenceIdea, ...] = ()
    functions: tuple[FunctionTotals, ...] = ()
    perspectives: tuple[Perspective, ...] = ()
    safety: tuple[SafetyCheck, ...] = ()
    levels: tuple[CareLevel, ...] = ()
