"""Which backups stay as they get older."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

_LAST = 50
_DAYS = 12
_WEEKS = 10
_MONTHS = 9


def thinned(times: Sequence[datetime], now: datetime) -> tuple[int, ...]:
    """Return which backups stay.

    The last fifty stay; of older ones the last of each day, week and month that has any, for
    twelve days, ten weeks and nine months. Thinning after every save keeps what thinning once
    would have kept, so nothing depends on how often it is done.

    Args:
        times: When each backup was made, in the order in which they were made. A clock that was
            set back makes a later one look older; the order is what counts.
        now: The time of the last save. A backup dated later comes from a clock that was wrong,
            and is not the last of any day.

    Returns:
        Positions in `times`, in the same order.

    Example:
        >>> from datetime import UTC, timedelta
        >>> now = datetime(2026, 11, 23, 12, tzinfo=UTC)
        >>> hourly = [now - timedelta(hours=ago) for ago in range(30 * 24, -1, -1)]
        >>> len(thinned(hourly, now))
        63
    """
    kept = set(range(max(0, len(times) - _LAST), len(times)))
    dated = [place for place, time in enumerate(times) if time <= now]
    for period, how_many in ((_day, _DAYS), (_week, _WEEKS), (_month, _MONTHS)):
        kept.update(_last_of_each(dated, times, period)[-how_many:])
    return tuple(sorted(kept))


def _last_of_each(
    places: Sequence[int], times: Sequence[datetime], period: Callable[[date], tuple[int, int]]
) -> list[int]:
    last = {period(times[place].date()): place for place in places}
    return [last[key] for key in sorted(last)]


def _day(day: date) -> tuple[int, int]:
    return day.year, day.timetuple().tm_yday


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
