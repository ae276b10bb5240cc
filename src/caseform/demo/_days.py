"""Where the days of a demo case lie: counted in school days from today, on the real calendar."""

from collections.abc import Iterator
from datetime import date, timedelta

from caseform.school_calendar import SchoolCalendar

# Weeks told in a log: six whole ones and the one that today is in.
WEEKS_TOLD = 7

_ONE_DAY = timedelta(days=1)


class Days:
    """The school days around today.

    Args:
        calendar: When there is school.
        today: The day from which is counted.

    Example:
        >>> from caseform.model import Region
        >>> days = Days(SchoolCalendar(Region.NL_MIDDEN), date(2026, 11, 21))  # a Saturday
        >>> days.ahead(0).isoformat(), days.back(1).isoformat()
        ('2026-11-23', '2026-11-20')
        >>> days.in_week(6, 0).isoformat()
        '2026-11-09'
    """

    def __init__(self, calendar: SchoolCalendar, today: date) -> None:
        self.calendar = calendar
        self.today = today

    def ahead(self, count: int) -> date:
        """Return the school day that is `count` school days after the first from today on."""
        return self.calendar.next_school_days(self.today, count + 1)[-1]

    def back(self, count: int) -> date:
        """Return the school day that is `count` school days before today; 1 is the last one."""
        return self.calendar.last_school_days(self.today, count)[0]

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

    def school_day_in_week(self, week: int, weekday: int) -> date:
        """Return that weekday of that week, or the next school day if it was none."""
        return self.calendar.next_school_days(self.in_week(week, weekday), 1)[0]

    def first_after_break(self) -> date:
        """Return the next school day, later than today, before which a weekday had no school."""
        day = self.ahead(1)
        while not self.calendar.is_first_after_break(day):
            day = self.calendar.next_school_days(day + _ONE_DAY, 1)[0]
        return day

    def _mondays_back(self) -> Iterator[date]:
        monday = self.today - self.today.weekday() * _ONE_DAY
        # The week that today is in counts even in a holiday: nothing of it is told then.
        yield monday
        while True:
            monday -= 7 * _ONE_DAY
            if any(self.calendar.is_school_day(monday + n * _ONE_DAY) for n in range(5)):
                yield monday
