"""A calendar file becomes an ordinary week: what comes back, on its day, in its weeks."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseform.errors import InvalidCaseError
from caseform.text import LANGUAGES, sentence
from timetable._weeks import TODAY, line, read, told

MONDAY = date(2026, 11, 23)
DAILY = "RRULE:FREQ=DAILY"


def event(
    day: date, starts: str = "0830", ends: str = "0920", summary: str = "wiskunde", *more: str
) -> str:
    """Return one event on the clock of the Netherlands."""
    zone = "TZID=Europe/Amsterdam"
    return "\r\n".join(
        [
            "BEGIN:VEVENT",
            f"UID:{day}-{starts}-{summary}@invented.example",
            "DTSTAMP:20260801T000000Z",
            f"DTSTART;{zone}:{day:%Y%m%d}T{starts}00",
            f"DTEND;{zone}:{day:%Y%m%d}T{ends}00",
            f"SUMMARY:{summary}",
            *more,
            "END:VEVENT",
        ]
    )


def calendar(*events: str) -> str:
    """Return a calendar file with `events`."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//invented school//EN"]
    return "\r\n".join([*head, *events, "END:VCALENDAR", ""])


def each_week(count: int, *rest: str, every: int = 1, first: int = 0) -> list[str]:
    """Return a lesson on the Monday of so many weeks, written out one by one."""
    weeks = range(first, first + count * every, every)
    return [event(MONDAY + timedelta(weeks=week), *rest) for week in weeks]


def lines(*events: str) -> list[str]:
    return [line(block) for block in read(calendar(*events)).blocks]


def test_a_lesson_that_comes_back_each_week_is_one_block() -> None:
    """To the therapist: a year of lessons is one week on the page."""
    assert lines(*each_week(30), *each_week(30, "0920", "1010", "gym")) == [
        "0 08:30-09:20 wiskunde",
        "0 09:20-10:10 gym",
    ]
    assert lines(event(MONDAY, "0830", "0920", "gym", "RRULE:FREQ=WEEKLY;BYDAY=MO,TH")) == [
        "0 08:30-09:20 gym",
        "3 08:30-09:20 gym",
    ]


def test_teacher_and_room_are_found_where_schools_put_them() -> None:
    """To the therapist: who teaches it, without typing."""
    there = ("LOCATION:lokaal 012", "DESCRIPTION:Docent: mevr. Claes\\nKlas: 3B")

    assert lines(*each_week(2, "0830", "0920", "wiskunde", *there)) == [
        "0 08:30-09:20 wiskunde / mevr. Claes / lokaal 012"
    ]
    assert lines(*each_week(2, "0830", "0920", "wiskunde - BOS - 012")) == [
        "0 08:30-09:20 wiskunde / BOS / 012"
    ]


@pytest.mark.parametrize(
    "events",
    [
        [
            *each_week(10, "0830", "0920", "gym", every=2),
            *each_week(10, "0830", "0920", "koken", every=2, first=1),
        ],
        [
            event(MONDAY, "0830", "0920", "gym", "RRULE:FREQ=WEEKLY;INTERVAL=2"),
            event(
                MONDAY + timedelta(weeks=1),
                "0830",
                "0920",
                "koken",
                "RRULE:FREQ=WEEKLY;INTERVAL=2",
            ),
        ],
    ],
    ids=["written out", "as a rule"],
)
def test_lessons_every_second_week_are_weeks_a_and_b(events: list[str]) -> None:
    """To the planner: a lesson that comes every second week is only planned then."""
    every_week = each_week(20, "1010", "1100", "Frans")

    found = read(calendar(*events, *every_week))

    assert [line(block) for block in found.blocks] == [
        "0 08:30-09:20 gym [a]",
        "0 08:30-09:20 koken [b]",
        "0 10:10-11:00 Frans",
    ]
    assert found.a_week == MONDAY
    assert "De week van maandag 23 november is hier week A." in told(found)


def test_a_file_of_two_weeks_shows_both() -> None:
    """To a school that hands out week A and week B: two weeks are enough."""
    both = [event(MONDAY, "0830", "0920", "gym"), *each_week(1, "0830", "0920", "koken", first=1)]

    assert lines(*both, *each_week(2, "1010", "1100", "Frans")) == [
        "0 08:30-09:20 gym [a]",
        "0 08:30-09:20 koken [b]",
        "0 10:10-11:00 Frans",
    ]


def test_a_lesson_every_second_week_on_a_day_of_its_own_is_one_of_week_a() -> None:
    """To the planner: nothing else on that day does not make it weekly."""
    tuesday = MONDAY + timedelta(days=1)
    fortnightly = event(tuesday, "0830", "0920", "koken", "RRULE:FREQ=WEEKLY;INTERVAL=2")

    assert lines(fortnightly, *each_week(20))[1] == "1 08:30-09:20 koken [a]"


def test_a_week_of_holiday_makes_no_weeks_a_and_b() -> None:
    """To the planner: a holiday is no rhythm."""
    weeks = [0, 2, 3, 4]
    gym = [event(MONDAY + timedelta(weeks=week), "0830", "0920", "gym") for week in weeks]

    assert lines(*gym, event(MONDAY, "0920", "1010", "x", "RRULE:FREQ=WEEKLY;COUNT=5")) == [
        "0 08:30-09:20 gym",
        "0 09:20-10:10 x",
    ]
    assert read(calendar(*each_week(1))).a_week is None


def test_what_comes_once_is_named_and_left_out() -> None:
    """To the therapist: a test week or a trip is no part of an ordinary week."""
    found = read(calendar(*each_week(10), event(MONDAY, "1300", "1350", "excursie")))

    assert [line(block) for block in found.blocks] == ["0 08:30-09:20 wiskunde"]
    assert "‘excursie’ op maandag komt maar één keer voor, en is overgeslagen." in told(found)


def test_what_is_left_out_is_named() -> None:
    """To the therapist: nothing disappears without a word."""
    thursday = MONDAY + timedelta(days=3)
    whole = event(thursday, "0000", "0000", "studiedag")
    whole = "\r\n".join(
        row.replace("TZID=Europe/Amsterdam", "VALUE=DATE").removesuffix("T000000")
        for row in whole.split("\r\n")
        if not row.startswith("DTEND")
    )
    odd = event(thursday, "1000", "1000", "mentoruur")
    nameless = event(thursday, "1100", "1150", "")
    often = event(thursday, "1200", "1210", "bel", "RRULE:FREQ=SECONDLY")
    saturday = event(thursday + timedelta(days=2), "1000", "1050", "toneel")
    gone = event(thursday, "1300", "1350", "Latijn", "STATUS:CANCELLED")

    found = read(calendar(*each_week(3), whole, odd, nameless, often, saturday, gone))

    assert [block.subject for block in found.blocks] == ["wiskunde"]
    assert told(found, "en") == [
        "‘bel’ comes back as no lesson does, and was left out.",
        "‘studiedag’ takes a whole day, and was left out.",
        "The start and end of ‘mentoruur’ do not fit, and it was left out.",
        "A lesson on Thursday 26 November has no name, and was left out.",
        "‘toneel’ falls at the weekend, and was left out.",
        "This is what an ordinary week looks like, read from Monday 23 November to "
        "Friday 11 December.",
    ]


def test_a_timetable_that_ended_is_not_read_over_the_one_of_now() -> None:
    """To the therapist: a year holds two timetables, and today has one."""
    before = [event(MONDAY - timedelta(weeks=week), "0830", "0920", "gym") for week in (1, 2, 3)]

    assert lines(*before, *each_week(5, "0830", "0920", "koken")) == ["0 08:30-09:20 koken"]
    assert lines(*before) == ["0 08:30-09:20 gym"]


def test_a_lesson_of_one_date_may_be_moved_or_left_out() -> None:
    """To the therapist: one Monday that was otherwise changes no week."""
    third = MONDAY + timedelta(weeks=2)
    was = f"RECURRENCE-ID;TZID=Europe/Amsterdam:{third:%Y%m%d}T083000"
    moved = event(third, "1300", "1350", "gym", was)
    moved = moved.replace(f"UID:{third}-1300", f"UID:{MONDAY}-0830")
    skipped = f"EXDATE;TZID=Europe/Amsterdam:{MONDAY + timedelta(weeks=1):%Y%m%d}T083000"
    series = event(MONDAY, "0830", "0920", "gym", "RRULE:FREQ=WEEKLY", skipped)

    found = read(calendar(series, moved, *each_week(9, "1000", "1050", "Frans")))

    assert [line(block) for block in found.blocks] == [
        "0 08:30-09:20 gym",
        "0 10:00-10:50 Frans",
    ]
    assert "‘gym’ op maandag komt maar één keer voor, en is overgeslagen." in told(found)


@pytest.mark.parametrize("when", ["20261123T073000Z", "20261123T083000"])
def test_a_time_is_the_time_on_the_wall(when: str) -> None:
    """To the family: half past eight is half past eight, also in a file that counts otherwise."""
    ends = (datetime.strptime(when[:15], "%Y%m%dT%H%M%S") + timedelta(minutes=50)).strftime(
        "%Y%m%dT%H%M%S"
    ) + when[15:]
    there = f"BEGIN:VEVENT\r\nUID:1\r\nDTSTART:{when}\r\nDTEND:{ends}\r\nSUMMARY:gym\r\nEND:VEVENT"

    assert lines(there) == ["0 08:30-09:20 gym"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nnonsense", "ics-unreadable"),
        (calendar(), "nothing-read"),
        (calendar(*each_week(2), *each_week(2, "0900", "0950", "gym")), "overlap-ics"),
        (calendar(*each_week(4_001)), "ics-too-long"),
        (calendar("X-NOTE:" + "x" * 2_000_000), "ics-too-long"),
        (
            calendar(*(event(MONDAY, "0830", "0920", f"{n}", DAILY) for n in range(301))),
            "ics-too-long",
        ),
    ],
    ids=["garbled", "empty", "overlap", "events", "characters", "rules"],
)
def test_a_calendar_that_cannot_be_a_week_is_one_sentence(text: str, key: str) -> None:
    """To whoever picks the wrong file: what is wrong, and nothing half done."""
    with pytest.raises(InvalidCaseError) as refused:
        read(text)

    assert refused.value.key == f"timetable.{key}"
    assert all("{" not in sentence(refused.value, language) for language in LANGUAGES)


LINES = st.sampled_from(
    [
        "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "SUMMARY:gym", "UID:1",
        "DTSTART:20261123T083000", "DTEND:20261123T092000", "DTSTART;VALUE=DATE:20261123",
        "DTSTART;TZID=Nowhere/Here:20261123T083000", "DURATION:PT50M", "DURATION:-P1D",
        "RRULE:FREQ=WEEKLY", "RRULE:FREQ=WEEKLY;INTERVAL=0", "RRULE:FREQ=DAILY;UNTIL=20261123",
        "RRULE:FREQ=YEARLY;BYHOUR=1", "RRULE:COUNT=2", "EXDATE:20261130T083000", "EXDATE:x",
        "RECURRENCE-ID:20261130T083000", "RDATE:20261124T083000", "DTEND:99999999T999999",
        "DTSTART:00010101T000000", "SEQUENCE:x", "STATUS:", "DTEND:20261123T092000Z",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=14) | st.lists(st.text(max_size=12), max_size=8))
def test_whatever_stands_in_a_calendar_gives_a_week_or_a_sentence(some: list[str]) -> None:
    """To everyone: a strange file makes no page fall over."""
    try:
        found = read(calendar("BEGIN:VEVENT", *some, "END:VEVENT"), TODAY)
    except InvalidCaseError as refused:
        said = [sentence(refused, language) for language in LANGUAGES]
    else:
        said = [note.in_(language) for note in found.notes for language in LANGUAGES]
    assert all(said)
