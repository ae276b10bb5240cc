"""Where the days of a demo case lie: counted in school days from today, on the real calendar."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Protocol

# Weeks told in a log: six whole ones and the one that today is in.
WEEKS_TOLD = 7

_ONE_DAY = timedelta(days=1)
# Further than any run of days without school; beyond it the calendar itself must be wrong.
_LONGEST_WAIT = 120


class Calendar(Protocol):
    """What is asked of a calendar."""

    def is_school_day(self, day: date) -> bool:
        """Return whether there is school on `day`."""
        ...


class Days:
    """The school days around today.

    Args:
        calendar: When there is school.
        today: The day from which is counted.

    Example:
        >>> class Weekdays:
        ...     def is_school_day(self, day: date) -> bool:
        ...         return day.weekday() < 5
        >>> days = Days(Weekdays(), date(2026, 11, 21))  # a Saturday
        >>> days.ahead(0).isoformat(), days.back(1).isoformat()
        ('2026-11-23', '2026-11-20')
        >>> days.in_week(6, 0).isoformat()
        '2026-11-16'
    """

    def __init__(self, calendar: Calendar, today: date) -> None:
        self._calendar = calendar
        self._today = today

    def is_school_day(self, day: date) -> bool:
        """Return whether there is school on `day`."""
        return self._calendar.is_school_day(day)

    def ahead(self, count: int) -> date:
        """Return the school day that is `count` school days after the first from today on."""
        return self._nth(self._today, _ONE_DAY, count)

    def back(self, count: int) -> date:
        """Return the school day that is `count` school days before today; 1 is the last one."""
        return self._nth(self._today - _ONE_DAY, -_ONE_DAY, count - 1)

    def in_week(self, week: int, weekday: int) -> date:
        """Return a weekday of one of the weeks that are told.

        Weeks without any school are skipped, so that a holiday does not swallow part of a story.

        Args:
            week: 1 is the first week told, `WEEKS_TOLD` the one that today is in.
            weekday: Monday is 0.
        """
        mondays = self._mondays_back()
        monday = next(mondays)
        for _ in range(WEEKS_TOLD - week):
            monday = next(mondays)
        return monday + weekday * _ONE_DAY

    def first_after_break(self) -> tuple[date, date]:
        """Return the last school day before the next break, and the first one after it.

        A break is at least one weekday without school.
        """
        last = self.ahead(0)
        while True:
            following = self._nth(last + _ONE_DAY, _ONE_DAY, 0)
            if self._is_after_break(last, following):
                return last, following
            last = following

    def is_after_break(self, day: date) -> bool:
        """Return whether `day` is the first school day after at least one weekday without."""
        return self._is_after_break(self._nth(day - _ONE_DAY, -_ONE_DAY, 0), day)

    def _is_after_break(self, earlier: date, later: date) -> bool:
        between = (earlier + n * _ONE_DAY for n in range(1, (later - earlier).days))
        return any(day.weekday() < 5 for day in between)

    def _mondays_back(self) -> Iterator[date]:
        monday = self._today - self._today.weekday() * _ONE_DAY
        # The week that today is in counts even in a holiday: nothing of it is told then.
        yield monday
        while True:
            monday -= 7 * _ONE_DAY
            if any(self.is_school_day(monday + n * _ONE_DAY) for n in range(5)):
                yield monday

    def _nth(self, start: date, step: timedelta, count: int) -> date:
        day, waited = start, 0
        while True:
            if self.is_school_day(day):
                if count == 0:
                    return day
                count -= 1
                waited = 0
            waited += 1
            if waited > _LONGEST_WAIT:
                raise ValueError(f"no school for {_LONGEST_WAIT} days around {day}")
            day += step
