"""The school: its week, its people, what it changes, and where it stands."""

from datetime import date, time, timedelta
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


class BlockKind(StrEnum):
    """What a block of the school week is."""

    LESSON = "lesson"
    BREAK = "break"
    FREE = "free-period"
    PLACEMENT = "placement"


class WeekCycle(StrEnum):
    """The two weeks of a timetable that differs from week to week."""

    A = "a"
    B = "b"


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
        kind: A lesson, a break, a free period, or work placement.
        week: Only in week A or only in week B; None means every week.
        since: First day on which it holds, for a new timetable; None means from the beginning.
        until: Last day on which it holds; None means that no end is known.

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
    kind: BlockKind = BlockKind.LESSON
    week: WeekCycle | None = None
    since: date | None = None
    until: date | None = None

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends <= self.starts:
            raise InvalidCaseError("errors.block-ends-before-start", subject=self.subject)
        refuse_end_before_start(self.since, self.until)
        return self

    def holds_on(self, day: date) -> bool:
        """Return whether its timetable holds on `day`, whatever week or weekday that is."""
        return lies_between(self.since, day, self.until)

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


def refuse_end_before_start(starts: date | None, ends: date | None) -> None:
    """Refuse a row of days that ends before it starts.

    Raises:
        InvalidCaseError: It does.
    """
    if starts is not None and ends is not None and ends < starts:
        raise InvalidCaseError("errors.ends-before-start")


def lies_between(starts: date | None, day: date, ends: date | None) -> bool:
    """Return whether `day` lies in a row of days, both ends included; None is an open end.

    Example:
        >>> lies_between(None, date(2026, 11, 26), date(2026, 11, 26))
        True
    """
    return (starts is None or starts <= day) and (ends is None or day <= ends)


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
        exempts: The taxing moments of lessons that are not asked for now, such as presenting.
    """

    words: Words
    since: date | None = None
    until: date | None = None
    exempts: tuple[Words, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Return whether it holds on `day`."""
        return lies_between(self.since, day, self.until)


class SchoolStance(Item):
    """Where the school stands, as it said itself.

    Args:
        words: The stance.
        since: From when.
    """

    words: Words
    since: date | None = None


class FreeDayKind(StrEnum):
    """Why a day that is no holiday has no school for this young person."""

    STUDY_DAY = "study-day"
    LOCAL = "local"
    OWN = "own"
    ILL = "ill"


class FreeDay(Item):
    """A day, or a row of days, without school that no calendar knows.

    Args:
        on: The first day, or the only one.
        until: The last day of a row; None for one day.
        kind: A study day, a local day, a day off of one's own, or illness.
        words: Why there is no school.

    Raises:
        InvalidCaseError: The last day comes before the first.
    """

    on: date
    words: Words = ""
    until: date | None = None
    kind: FreeDayKind | None = None

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        refuse_end_before_start(self.on, self.until)
        return self

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the row, weekends included.

        Example:
            >>> [day.day for day in FreeDay(
            ...     id="x-1", on=date(2026, 11, 26), until=date(2026, 11, 27)
            ... ).days]
            [26, 27]
        """
        last = self.until or self.on
        return tuple(self.on + timedelta(days=n) for n in range((last - self.on).days + 1))


class SpecialWeekKind(StrEnum):
    """What takes the place of the ordinary timetable for a while."""

    EXAMS = "exams"
    PLACEMENT = "placement"
    OTHER = "other"


class Period(Item):
    """What is so from a first day to a last one, both included.

    Args:
        starts: The first day.
        ends: The last day.

    Raises:
        InvalidCaseError: It ends before it starts.
    """

    starts: date
    ends: date

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        refuse_end_before_start(self.starts, self.ends)
        return self

    def holds_on(self, day: date) -> bool:
        """Return whether it is so on `day`."""
        return lies_between(self.starts, day, self.ends)


class SpecialWeek(Period):
    """Days on which the ordinary lessons do not run: exams, work placement, a project.

    Args:
        kind: What takes their place.
        words: What it is called.
    """

    kind: SpecialWeekKind
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
        a_week: Any day of a week A, where the timetable has A and B weeks.
        special_weeks: Days on which the ordinary lessons do not run.
        classmates_age: The usual age in the class, in whole years.
    """

    name: Words = ""
    effort_until: date | None = None
    timetable: tuple[LessonBlock, ...] = ()
    contacts: tuple[SchoolContact, ...] = ()
    adjustments: tuple[SchoolAdjustment, ...] = ()
    stances: tuple[SchoolStance, ...] = ()
    free_days: tuple[FreeDay, ...] = ()
    a_week: date | None = None
    special_weeks: tuple[SpecialWeek, ...] = ()
    classmates_age: Annotated[int, Field(ge=0, le=30)] | None = None

    def taxing_on(self, block: LessonBlock, day: date) -> tuple[str, ...]:
        """Return the moments of a lesson that ask extra on `day`.

        What an adjustment of that day leaves out is not among them, however it was typed.

        Example:
            >>> gym = LessonBlock(
            ...     id="b-1", weekday=0, starts=time(9), ends=time(10), subject="gym",
            ...     taxing=("omkleden", "Voordoen"),
            ... )
            >>> spared = SchoolAdjustment(id="j-1", words="niet voordoen", exempts=("voordoen",))
            >>> School(adjustments=(spared,)).taxing_on(gym, date(2026, 11, 23))
            ('omkleden',)
        """
        spared = {
            _plain(moment)
            for change in self.adjustments
            if change.holds_on(day)
            for moment in change.exempts
        }
        return tuple(moment for moment in block.taxing if _plain(moment) not in spared)


def _plain(moment: str) -> str:
    return moment.strip().casefold()
