"""What one school day of the log says about time at school."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from caseform.model import Case, DayReason, HowFar, LessonBlock, LogDay
from caseform.school_calendar import SchoolCalendar

_INSIDE = frozenset({HowFar.INSIDE, HowFar.CLASS})
_NOON = time(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolDay:
    """One school day: what there was to attend, and what is known of it.

    Args:
        on: The day.
        minutes: School time by the timetable; 0 where it has none on that weekday.
        halves: How many halves of that day have lessons: 0, 1 or 2.
        line: What the log says; None where it says nothing.
    """

    on: date
    minutes: int
    halves: int
    line: LogDay | None

    @property
    def attended(self) -> int | None:
        """Minutes at school, never more than there were; None where the log does not tell."""
        if self.line is None:
            return None
        if self.line.minutes is not None:
            return min(self.line.minutes, self.minutes)
        return 0 if _stayed_outside(self.line) else None

    @property
    def is_absent(self) -> bool | None:
        """Whether none of the day was at school; None where the log does not tell."""
        if self.line is None:
            return None
        if self.line.minutes is not None:
            return self.line.minutes == 0
        if _stayed_outside(self.line):
            return True
        return False if self.line.reached in _INSIDE else None

    @property
    def missed(self) -> int | None:
        """Minutes of school time that were missed; None where the log does not tell."""
        return None if self.attended is None else self.minutes - self.attended

    @property
    def missed_without_leave(self) -> int | None:
        """Minutes missed for which the school gave no leave; None where the log does not tell."""
        if self.missed == 0 or (self.line is not None and self.line.authorised):
            return 0
        return self.missed if self.line is not None and self.line.authorised is False else None

    @property
    def missed_halves(self) -> int | None:
        """Half days missed; a day of which half or more was missed is one. Our own reading."""
        if self.missed is None:
            return None
        if self.missed == self.minutes:
            return self.halves
        return 1 if self.missed * 2 >= self.minutes else 0

    @property
    def is_absent_without_leave(self) -> bool | None:
        """Whether the whole day was missed and the school gave no leave for it."""
        if self.is_absent is False or (self.line is not None and self.line.authorised):
            return False
        return True if self.is_absent and self.line and self.line.authorised is False else None


def school_days(
    case: Case, first: date, last: date, calendar: SchoolCalendar
) -> tuple[SchoolDay, ...]:
    """Return the school days from `first` to `last`, oldest first.

    Args:
        case: The case.
        first: The first day.
        last: The last day.
        calendar: Knows the holidays of that time.

    Raises:
        IncompleteCaseError: The holidays of that time are not known.
    """
    lines = {line.on: line for line in case.log}
    days = map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    return tuple(_day(case, day, lines.get(day)) for day in days if calendar.is_school_day(day))


def _day(case: Case, day: date, line: LogDay | None) -> SchoolDay:
    blocks = [block for block in case.school.timetable if block.weekday == day.weekday()]
    return SchoolDay(on=day, minutes=_length(blocks), halves=_halves(blocks), line=line)


def _halves(blocks: Sequence[LessonBlock]) -> int:
    return len({block.starts >= _NOON for block in blocks})


def _length(blocks: Sequence[LessonBlock]) -> int:
    # Two blocks at the same time are a choice between two; they count once.
    taken: set[int] = set()
    for block in blocks:
        starts = block.starts.hour * 60 + block.starts.minute
        taken.update(range(starts, starts + block.minutes))
    return len(taken)


def _stayed_outside(line: LogDay) -> bool:
    if line.reached is None:
        return line.reason is DayReason.ILL
    return line.reached not in _INSIDE
