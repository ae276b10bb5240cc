"""A calendar file: the agreed days, the same to every program, and nothing of what or why."""

import getpass
import itertools
import re
import socket
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from caseform.errors import CaseformError
from caseform.exports import appointments, to_ics
from caseform.model import FreeDay, HowFar, PlannedDay, Region, ReturnStep
from caseform.projection.build import build, build_therapist_paper
from caseform.projection.rooms import ParentsRoom, Room, ShownDay, YouthRoom
from caseform.school_calendar import SchoolCalendar
from caseform.text import LANGUAGES
from support.cases import noor
from support.payloads import PAYLOADS
from support.rooms import ROOMS, TODAY, WORDS, filled, parents_room, therapist_paper

# Each change of the clocks in these years, the day before and the day after it.
CLOCKS = [
    date(year, month, day) + timedelta(days=beside)
    for year, changes in {2026: ((3, 29), (10, 25)), 2027: ((3, 28), (10, 31))}.items()
    for month, day in changes
    for beside in (-2, 1)
]
ZONES = ("Europe/Amsterdam", "Europe/Brussels")


def parents(*days, zone="Europe/Amsterdam", language="nl", series="a1"):
    return ParentsRoom(
        language=language,
        is_invented=True,
        today=days[0].on if days else TODAY,
        days=days,
        time_zone=zone,
        series=series,
    )


def agreed(on, starts=None, ends=None):
    return ShownDay(on=on, step="tot het hek", is_agreed=True, starts=starts, ends=ends)


def as_one_reads(document):
    """When each appointment is, as icalendar reads it."""
    calendar = icalendar.Calendar.from_ical(document)
    return sorted(
        (str(one["uid"]), _moment(one["dtstart"].dt), _moment(one["dtend"].dt), str(one["summary"]))
        for one in calendar.walk("VEVENT")
    )


def as_the_other_reads(document):
    """When each appointment is, as vobject reads it; it takes the hours from the file itself."""
    calendar = vobject.readOne(document)
    return sorted(
        (one.uid.value, _moment(one.dtstart.value), _moment(one.dtend.value), one.summary.value)
        for one in calendar.contents["vevent"]
    )


def _moment(value):
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value.isoformat()


def mixed(zone, language="nl"):
    """Whole days and lessons around each change of the clocks."""
    days = [
        day
        for on in CLOCKS
        for day in (agreed(on, time(8, 30), time(9, 20)), agreed(on + timedelta(days=1)))
    ]
    return parents(*days, zone=zone, language=language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("zone", ZONES)
def test_two_programs_that_share_no_code_read_the_same(zone, language):
    """It does not matter whose telephone it is."""
    document = to_ics(mixed(zone, language))

    assert as_one_reads(document) == as_the_other_reads(document)
    assert (
        len(as_one_reads(document)) == len(appointments(mixed(zone, language))) == 2 * len(CLOCKS)
    )


@pytest.mark.parametrize("zone", ZONES)
def test_half_past_eight_is_half_past_eight_before_and_after_the_clocks_change(zone):
    """Nobody stands at the gate an hour early in spring."""
    read = {start: end for _, start, end, _ in as_the_other_reads(to_ics(mixed(zone)))}

    for on in CLOCKS:
        starts, ends = (
            datetime.combine(on, hour, ZoneInfo(zone)).astimezone(UTC).isoformat()
            for hour in (time(8, 30), time(9, 20))
        )
        assert read[starts] == ends


def test_a_day_without_hours_is_a_whole_day_that_keeps_nobody_busy():
    """A time that nobody named is not made up."""
    (event,) = icalendar.Calendar.from_ical(to_ics(parents(agreed(TODAY)))).walk("VEVENT")

    assert (event["dtstart"].dt, event["dtend"].dt) == (TODAY, TODAY + timedelta(days=1))
    assert event["transp"] == "TRANSPARENT"


def test_a_day_in_pencil_and_a_day_off_stay_on_paper():
    """A calendar does not forget a day that moves."""
    loose = ShownDay(on=TODAY, step="tot het hek")
    saturday = agreed(date(2026, 11, 28)).model_copy(update={"has_school": False})

    assert appointments(parents(loose, saturday, agreed(date(2026, 11, 26)))) == appointments(
        parents(agreed(date(2026, 11, 26)))
    )
    with pytest.raises(CaseformError, match=r"papers\.calendar-empty"):
        to_ics(parents(loose, saturday))


def test_two_plans_for_one_day_are_one_appointment():
    """One goes there once."""
    twice = parents(agreed(TODAY), agreed(TODAY, time(9), time(10)))

    assert [one.starts for one in appointments(twice)] == [time(9)]


def test_the_young_person_is_given_no_date_beyond_next_week():
    """On a telephone as on the card."""
    days = tuple(agreed(TODAY + timedelta(days=n)) for n in range(20))
    room = YouthRoom(language="nl", is_invented=True, today=TODAY, days=days)

    assert appointments(room)[-1].on == date(2026, 12, 6)


@pytest.mark.parametrize("kind", [*ROOMS, "therapist"])
@pytest.mark.parametrize("start", [0, 40])
def test_no_word_of_a_case_is_in_a_calendar(kind, start):
    """It is shared with a household, an employer, a telephone maker; the therapist's own too."""
    room = {**ROOMS, "therapist": therapist_paper}[kind]()
    days = tuple(day.model_copy(update={"is_agreed": True}) for day in room.days)
    plain = room.model_copy(update={"days": days, "series": "a1"})
    hostile = filled(plain, itertools.cycle(PAYLOADS[start:] + PAYLOADS[:start]))

    document = to_ics(plain)

    assert to_ics(hostile) == document
    for words in WORDS["nl"].values():
        assert words not in document
    assert not re.search("sem|jansen|moeder|school|step|stap|caseform", document, re.I)
    assert {name for name in re.findall(r"(?m)^([A-Z-]+)[:;]", document)} <= {
        *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "DTSTART", "DTEND"),
        *("SUMMARY", "CLASS", "TRANSP", "TZID", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"),
    }


def test_a_calendar_says_nothing_of_this_machine_or_of_when_it_was_made():
    """Neither who wrote it nor at what hour of the night."""
    document = to_ics(parents(agreed(TODAY, time(8, 30), time(9, 20))))

    assert socket.gethostname() not in document
    assert getpass.getuser() not in document
    assert set(re.findall("DTSTAMP:(.*)\r", document)) == {"20261124T000000Z"}
    assert "@" not in document


def test_a_newer_file_moves_an_appointment_and_does_not_double_it():
    """The same day of the same room has the same identity; of another room or case, another."""
    first = parents(agreed(TODAY), agreed(date(2026, 11, 26)))
    moved = parents(agreed(TODAY, time(9), time(10)), agreed(date(2026, 11, 27)))
    other = parents(agreed(TODAY), series="b2")

    def ids(room):
        return {uid for uid, *_ in as_one_reads(to_ics(room))}

    assert len(ids(first) & ids(moved)) == 1
    assert not ids(first) & ids(other)
    assert to_ics(first) == to_ics(first)


def _on_purpose_on_every_day(region, start):
    """A case in which each day of three weeks was agreed, days off and weekends too."""
    case = noor()
    days = tuple(
        PlannedDay(id=f"d-{n}", on=start + timedelta(days=n), step="s-1", agreed=True)
        for n in range(21)
    )
    reaches = HowFar.GATE if start.day % 2 else HowFar.UNDER_WAY
    step = ReturnStep(id="s-1", words="tot het hek", reaches=reaches, shared_with=("parents",))
    plan = case.return_plan.model_copy(
        update={"steps": (step,), "days": days, "shared_with": ("parents",)}
    )
    own = FreeDay(id="x-1", on=start + timedelta(days=9), until=start + timedelta(days=10))
    school = case.school.model_copy(update={"free_days": (own,)})
    return case.model_copy(update={"region": region, "return_plan": plan, "school": school})


@pytest.mark.parametrize("region", Region)
def test_no_appointment_is_on_a_day_off_in_any_year_that_is_known(region):
    """To be sent to a closed door costs trust; so, in all regions, as far as the data reach."""
    known_until = SchoolCalendar(region).known_until
    start, tried, kept = date(2015, 1, 1), 0, 0
    while start <= known_until + timedelta(days=30):
        case = _on_purpose_on_every_day(region, start)
        calendar = SchoolCalendar.for_case(case)
        for paper in (
            build(case, Room.parse("parents"), language="nl", today=start),
            build_therapist_paper(case, language="nl", today=start),
        ):
            tried += len(case.return_plan.days)
            for one in appointments(paper):
                kept += 1
                assert calendar.is_known(one.on), one.on
                assert calendar.is_school_day(one.on), one.on
        start += timedelta(days=21)
    print(f"{region}: until {known_until}, {tried} agreed days tried, {kept} went in")
    assert kept > 2000


def test_a_rich_room_gives_its_agreed_days():
    """What the parents agreed is what goes into their telephone."""
    assert [one.on for one in appointments(parents_room())] == [
        date(2026, 11, 25),
        date(2026, 11, 26),
        date(2026, 11, 27),
        date(2026, 11, 30),
        date(2026, 12, 1),
        date(2026, 12, 2),
    ]
