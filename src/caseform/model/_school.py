"""The school: its week, its people, what it changes, and where it stands."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from caseform.errors import InvalidCaseError
from caseform.model._base import Item, Value, Words


class DistressScale(StrEnum):
    """The scale that a person was shown."""

    ZERO_TO_TEN = "0-10"
    FACES = "faces-5"


_TOP = {DistressScale.ZERO_TO_TEN: 10, DistressScale.FACES: 5}


class DistressRating(Value):
    """A rating of distress with the scale on which it was given.

    What a person said is never put on another scale.

    Args:
        value: From 0 (calm) to the top of the scale; faces run from 1 to 5.
        scale: The scale that this person was shown.

    Raises:
        InvalidCaseError: The rating lies outside its own scale.

    Example:
        >>> str(DistressRating(value=4))
        '4/10'
    """

    value: int
    scale: DistressScale = DistressScale.ZERO_TO_TEN

    @model_validator(mode="after")
    def _inside_its_scale(self) -> Self:
        lowest = 1 if self.scale is DistressScale.FACES else 0
        if not lowest <= self.value <= _TOP[self.scale]:
            raise InvalidCaseError("errors.rating-outside-scale", value=self.value)
        return self

    def __str__(self) -> str:
        return f"{self.value}/{_TOP[self.scale]}"


class LessonBlock(Item):
    """One block of the school week.

    Args:
        weekday: Monday is 0, Friday is 4.
        starts: When it starts.
        ends: When it ends; after it starts.
        subject: What is taught, or "pauze".
        teacher: Who teaches it.
        room: Where.
        liking: How much the young person likes it, from -2 to 2.
        tension: The tension that the young person expects.
        taxing: Moments in it that ask extra: questions in class, gym, presenting.

    Raises:
        InvalidCaseError: It ends before it starts.
    """

    weekday: Annotated[int, Field(ge=0, le=6)]
    starts: time
    ends: time
    subject: Words
    teacher: Words = ""
    room: Words = ""
    liking: Annotated[int, Field(ge=-2, le=2)] | None = None
    tension: DistressRating | None = None
    taxing: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends <= self.starts:
            raise InvalidCaseError("errors.block-ends-before-start", subject=self.subject)
        return self

    @property
    def minutes(self) -> int:
        """How long it lasts, in whole minutes.

        Example:
            >>> LessonBlock(
            ...     id="b-1", weekday=0, starts=time(8, 30), ends=time(9, 20), subject="koken"
            ... ).minutes
            50
        """
        return (self.ends.hour - self.starts.hour) * 60 + self.ends.minute - self.starts.minute


class SchoolContact(Item):
    """Someone of the school and their task in the plan.

    Args:
        person: Id of the person.
        task: Key figure, receiver at the door, mentor, directs, attendance officer.
        available: Weekdays on which they can receive; Monday is 0. Empty means not asked yet.
    """

    person: str
    task: Words = ""
    available: tuple[Annotated[int, Field(ge=0, le=6)], ...] = ()


class SchoolAdjustment(Item):
    """A change that the school makes for this young person.

    Args:
        words: What is changed or not asked for now.
        since: From when.
        until: Until when, if a term was named.
    """

    words: Words
    since: date | None = None
    until: date | None = None


class SchoolStance(Item):
    """Where the school stands, as it said itself.

    Args:
        words: The stance.
        since: From when.
    """

    words: Words
    since: date | None = None


class FreeDay(Item):
    """A day without school that no calendar knows: a study day, a local day, a day off.

    Args:
        on: The day.
        words: Why there is no school.
    """

    on: date
    words: Words = ""


class School(Value):
    """The school of this young person.

    Args:
        name: Its name, for the therapist.
        effort_until: Until when it gives extra effort, if it named a date.
        timetable: The blocks of the school week.
        contacts: Its people with their tasks.
        adjustments: What it changes.
        stances: Where it stood, oldest first.
        free_days: Days without school that no calendar knows.
    """

    name: Words = ""
    effort_until: date | None = None
    timetable: tuple[LessonBlock, ...] = ()
    contacts: tuple[SchoolContact, ...] = ()
    adjustments: tuple[SchoolAdjustment, ...] = ()
    stances: tuple[SchoolStance, ...] = ()
    free_days: tuple[FreeDay, ...] = ()
