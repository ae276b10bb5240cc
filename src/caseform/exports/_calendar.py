"""The days that were agreed, for a calendar of one's own: when, and nothing of what or why.

A calendar is read over a shoulder and shared with a family, a team, a phone maker. So an
appointment has no name, no step, no place and nobody in it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo

from caseform.errors import CaseformError
from caseform.exports._carried import carried
from caseform.projection.rooms import Paper
from caseform.text import say

if TYPE_CHECKING:
    from icalendar import Timezone

# Who made the file is nobody's business but the reader's; the standard asks for some name.
_MADE_BY = "-//appointments//EN"

_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One entry of a calendar.

    Args:
        on: The day.
        starts: When it starts; None for a whole day.
        ends: When it ends.
    """

    on: date
    starts: time | None = None
    ends: time | None = None


def appointments(projection: Paper) -> tuple[Appointment, ...]:
    """Return what goes into a calendar: the agreed days on which there is school, one entry each.

    A day in pencil stays on paper, because a calendar does not forget it when it moves.

    Example:
        >>> from caseform.projection.rooms import ShownDay, YouthRoom
        >>> day = ShownDay(on=date(2026, 11, 25), step="tot het hek", is_agreed=True)
        >>> room = YouthRoom(
        ...     language="nl", is_invented=True, today=date(2026, 11, 24), days=(day,)
        ... )
        >>> appointments(room)[0].on
        datetime.date(2026, 11, 25)
    """
    days = {day.on: day for day in carried(projection).days if day.is_agreed and day.has_school}
    return tuple(
        Appointment(on=on, starts=day.starts, ends=day.ends) for on, day in sorted(days.items())
    )


def to_ics(projection: Paper) -> str:
    """Return the agreed days of a room as a calendar file.

    The same day of the same room keeps its identity from file to file, so that a newer file moves
    an appointment and does not double it.

    Raises:
        CaseformError: No day was agreed, and a calendar without a day is no calendar.
    """
    from icalendar import Calendar, Event

    held = appointments(projection)
    if not held:
        raise CaseformError("papers.calendar-empty")
    zone = ZoneInfo(projection.time_zone)
    calendar = Calendar()
    calendar.add("prodid", _MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if any(one.starts for one in held):
        calendar.add_component(_time_zone(projection.time_zone))
    for one in held:
        event = Event()
        event.add("uid", str(uuid5(NAMESPACE_OID, f"{projection.series} {one.on.isoformat()}")))
        # The day of the paper, not the second: equal projections give equal files.
        event.add("dtstamp", datetime.combine(projection.today, time(), UTC))
        if one.starts is None or one.ends is None:
            event.add("dtstart", one.on)
            event.add("dtend", one.on + timedelta(days=1))
            # A whole day in a calendar does not make one busy for all of it.
            event.add("transp", "TRANSPARENT")
        else:
            event.add("dtstart", datetime.combine(one.on, one.starts, zone))
            event.add("dtend", datetime.combine(one.on, one.ends, zone))
        event.add("summary", say("papers.calendar-entry", projection.language))
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    document: bytes = calendar.to_ical()
    return document.decode("utf-8")


def _time_zone(name: str) -> "Timezone":
    """Return the hours of the Netherlands and of Belgium, which are the same since 1996."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", name)
    for change, starts, month, before, after in (
        (TimezoneDaylight(), datetime(1996, 3, 31, 2), 3, _WINTER, _SUMMER),
        (TimezoneStandard(), datetime(1996, 10, 27, 3), 10, _SUMMER, _WINTER),
    ):
        change.add("dtstart", starts)
        change.add("tzoffsetfrom", before)
        change.add("tzoffsetto", after)
        change.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        zone.add_component(change)
    return zone
