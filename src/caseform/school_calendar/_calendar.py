"""The calendar of one school: holidays of its region with its own free days on top."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Self

from caseform.errors import IncompleteCaseError
from caseform.model import Case, FreeDay, Region
from caseform.school_calendar._holidays import FIRST_KNOWN, days_off, known_until
from caseform.text import Language, say

_SATURDAY = 5

# What went well last spring says little about this week. Two school weeks back is as far as a plan
# looks ahead; our own choice, no source names a number.
_RECENT_SCHOOL_DAYS = 10

# Only the summer is longer than this without school, so that a year is told from it; our own
# measure. It lies within so many days before the first school day.
_SHORTER_THAN_SUMMER = timedelta(days=28)
_BACK = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """Which days there is school.

    Every question about a day raises `IncompleteCaseError` where the holidays of its year are not
    known: nothing is ever planned on a guess.

    Args:
        region: Where the school stands.
        free_days: Days without school that no calendar knows.

    Example:
        >>> calendar = SchoolCalendar(Region.NL_MIDDEN)
        >>> calendar.is_school_day(date(2026, 11, 24)), calendar.is_school_day(date(2026, 12, 25))
        (True, False)
        >>> calendar.why_off(date(2026, 12, 22), "nl")
        'Kerstvakantie'
    """

    region: Region
    free_days: tuple[FreeDay, ...] = ()
    _own: Mapping[date, FreeDay] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_own", {on: day for day in self.free_days for on in day.days})

    @classmethod
    def for_case(cls, case: Case) -> Self:
        """Return the calendar of the school of `case`, its own free days included."""
        return cls(case.region, case.school.free_days)

    @property
    def known_until(self) -> date:
        """The last day of which the holidays are known.

        Example:
            >>> SchoolCalendar(Region.VL).known_until
            datetime.date(2035, 12, 31)
        """
        return known_until(self.region)

    def is_known(self, day: date) -> bool:
        """Return whether the holidays around `day` are known."""
        return FIRST_KNOWN <= day <= self.known_until

    def is_school_day(self, day: date) -> bool:
        """Return whether there is school on `day`.

        Raises:
            IncompleteCaseError: The holidays of that time are not known.
        """
        self._require_known(day)
        return (
            day.weekday() < _SATURDAY
            and day not in self._own
            and day not in days_off(self.region, day.year, "nl")
        )

    def why_off(self, day: date, language: Language) -> str | None:
        """Return why there is no school on `day`; None where there is.

        Raises:
            IncompleteCaseError: The holidays of that time are not known.
        """
        self._require_known(day)
        if day in self._own:
            own = self._own[day]
            return own.words or say(f"plan.{own.kind or 'free-day'}", language)
        if name := days_off(self.region, day.year, language).get(day):
            return name
        return say("plan.weekend", language) if day.weekday() >= _SATURDAY else None

    def is_first_after_break(self, day: date) -> bool:
        """Return whether `day` is the first school day after at least one weekday off.

        An ordinary weekend is no break, and a free day before it is.

        Raises:
            IncompleteCaseError: The holidays of that time are not known.

        Example:
            >>> calendar = SchoolCalendar(Region.NL_MIDDEN)
            >>> calendar.is_first_after_break(date(2027, 1, 4))
            True
            >>> calendar.is_first_after_break(date(2026, 11, 23))
            False
        """
        if not self.is_school_day(day):
            return False
        before = day - timedelta(days=3 if day.weekday() == 0 else 1)
        return self.is_known(before) and not self.is_school_day(before)

    def next_school_days(self, start: date, count: int) -> tuple[date, ...]:
        """Return the first `count` school days from `start` on, `start` included.

        Raises:
            IncompleteCaseError: So many school days are not known.

        Example:
            >>> SchoolCalendar(Region.VL).next_school_days(date(2026, 11, 27), 2)
            (datetime.date(2026, 11, 27), datetime.date(2026, 11, 30))
        """
        days = self._school_days(start, timedelta(days=1))
        return tuple(next(days) for _ in range(count))

    def last_school_days(self, end: date, count: int) -> tuple[date, ...]:
        """Return the last `count` school days before `end`, oldest first.

        Raises:
            IncompleteCaseError: So many school days are not known.
        """
        one = timedelta(days=1)
        days = self._school_days(end - one, -one)
        return tuple(reversed([next(days) for _ in range(count)]))

    def recent_since(self, today: date) -> date:
        """Return the day from which what was done counts as what works now.

        Days off do not count, so what worked before a holiday still holds after it.
        """
        if not self.is_known(today):
            return today
        return self.last_school_days(today, _RECENT_SCHOOL_DAYS)[0]

    def known_school_days(self, start: date, count: int) -> tuple[date, ...]:
        """Return as many of the first `count` school days from `start` on as are known."""
        days: list[date] = []
        day = start
        while len(days) < count and self.is_known(day):
            if self.is_school_day(day):
                days.append(day)
            day += timedelta(days=1)
        return tuple(days)

    def new_school_years(self, first: date, last: date) -> tuple[date, ...]:
        """Return the days from `first` to `last` on which a school year begins, as far as known.

        A year is told from the summer before it. Days off of this school or this young person do
        not count: after a long illness no school year begins.

        Example:
            >>> calendar = SchoolCalendar(Region.VL)
            >>> calendar.new_school_years(date(2026, 8, 20), date(2026, 12, 31))
            (datetime.date(2026, 9, 1),)
        """
        start, end = max(first - _BACK, FIRST_KNOWN), min(last, self.known_until)
        every = (start + timedelta(days=n) for n in range((end - start).days + 1))
        school = [
            day
            for day in every
            if day.weekday() < _SATURDAY and day not in days_off(self.region, day.year, "nl")
        ]
        begins = (day for before, day in pairwise(school) if day - before > _SHORTER_THAN_SUMMER)
        return tuple(day for day in begins if day >= first)

    def _school_days(self, start: date, pace: timedelta) -> Iterator[date]:
        day = start
        while True:
            if self.is_school_day(day):
                yield day
            day += pace

    def _require_known(self, day: date) -> None:
        if not self.is_known(day):
            raise IncompleteCaseError("plan.year-unknown", year=day.year)
