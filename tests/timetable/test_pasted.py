"""A school week that is pasted: what schools hand out is read as a person reads it."""

import pytest

from caseform.model import BlockKind, WeekCycle
from caseform.text import LANGUAGES
from timetable._weeks import ENGLISH, FLEMISH, LISTED, SIDEWAYS, day, line, read, told


def test_a_flemish_week_is_read_with_its_free_wednesday_afternoon() -> None:
    """To a therapist in Flanders: thirty lessons in one paste, and Wednesday ends at noon."""
    found = read(FLEMISH)

    assert day(found, 0)[:3] == [
        "0 08:30-09:20 Nederlands / mevr. Claes / 104",
        "0 09:20-10:10 wiskunde / dhr. Bos / 012",
        "0 10:10-10:25 speeltijd",
    ]
    assert day(found, 2) == [
        "2 08:30-09:20 Frans",
        "2 09:20-10:10 geschiedenis",
        "2 10:10-10:25 speeltijd",
        "2 10:25-11:15 Engels",
        "2 11:15-12:05 wiskunde",
    ]
    assert told(found) == [
        "Regel 1 is geen les, en is overgeslagen.",
        "De pauze op regel 5 geldt voor elke dag die daarna doorgaat.",
        "De pauze op regel 8 geldt voor elke dag die daarna doorgaat.",
    ]


def test_a_break_in_the_first_column_is_a_break_on_every_day_that_goes_on() -> None:
    """To the planner: a break is no lesson, and a free afternoon has no break before it."""
    breaks = [block for block in read(FLEMISH).blocks if block.kind is BlockKind.BREAK]

    assert [block.weekday for block in breaks if block.subject == "speeltijd"] == [0, 1, 2, 3, 4]
    assert [block.weekday for block in breaks if block.subject == "middagpauze"] == [0, 1, 3, 4]


def test_a_break_of_one_day_never_lies_over_a_lesson_of_another() -> None:
    """To the planner: days with breaks at other times stay as they are."""
    found = read(
        "\tma\tdi\two\n8:30-9:20\tgym\tFrans\tgym\n9:20-9:40\tpauze\t\t\n"
        "9:20-10:10\t\tkoken\t\n10:10-11:00\tgym\tFrans\tgym"
    )

    breaks = [block.weekday for block in found.blocks if block.kind is BlockKind.BREAK]
    assert breaks == [0, 2]


def test_an_english_week_is_read_as_well() -> None:
    """To a colleague who works in English: the same paste, the same week."""
    found = read(ENGLISH)

    assert day(found, 4) == [
        "4 08:30-09:20 PE / Mr Poole / gym hall",
        "4 09:20-10:10 PE / Mr Poole / gym hall",
        "4 10:10-10:25 break",
        "4 10:25-11:15 work placement",
    ]
    kinds = {block.subject: block.kind for block in found.blocks}
    assert kinds["free"] is BlockKind.FREE
    assert kinds["break"] is BlockKind.BREAK
    assert kinds["work placement"] is BlockKind.PLACEMENT
    assert kinds["Maths"] is BlockKind.LESSON
    assert told(found) == []


def test_days_may_stand_down_the_side() -> None:
    """To whoever gets the other kind of table: it need not be turned first."""
    found = read(SIDEWAYS)

    assert day(found, 1) == [
        "1 08:30-09:20 wiskunde",
        "1 09:20-10:10 tussenuur",
        "1 10:10-10:30 pauze",
        "1 10:30-11:20 koken",
    ]
    assert day(found, 2) == ["2 08:30-09:20 Nederlands", "2 09:20-10:10 gym"]


@pytest.mark.parametrize("byte_order_mark", ["", "\ufeff"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_each_lesson_may_have_a_row_of_its_own(sign: str, byte_order_mark: str) -> None:
    """To whoever gets an export: CSV in each of its habits."""
    found = read(byte_order_mark + LISTED.replace(";", sign))

    assert [line(block) for block in found.blocks] == [
        "0 08:30-09:20 wiskunde / dhr. Bos / 012",
        "0 09:20-10:10 gym [a]",
        "0 09:20-10:10 koken / mevr. Leys / keuken [b]",
        "4 13:00-15:30 stage",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ma 8:30-9:20 gym",
        "ma;8:30;9:20;gym",
        "Monday,8.30,9.20,gym",
        "8u30–9u20\tma.\tgym",
        "dag\ttijd\tvak\nmaandag\tvan 8:30 tot 9:20\tgym",
        "\tMA\tDI\n1. 08.30 - 09.20 uur\tgym\t",
        "\tmaandag\tdinsdag\nuur 1: 8h30-9h20\tgym\t",
        "maandag\n8:30-9:20 gym",
        "mon\t8:30 am - 9:20 am\tgym",
        "day,time,subject\nMONDAY,8:30 - 9:20,gym",
        "\tmaandag\n1e uur (8.30 - 9.20)\tgym",
        "\tma 23-11\tdi 24-11\n8:30:00\tgym\t\n9:20:00\t\t",
        "begin\teind\tma\tdi\n8.30\t9.20\tgym\t-",
        '\tma\tdi\n8:30-9:20\t"gym"\t',
        "\tma\tdi\n1\t8:30-9:20 gym\t",
    ],
)
def test_the_same_lesson_is_read_however_it_is_written(text: str) -> None:
    """To the therapist: what the eye reads, the page reads."""
    assert [line(block) for block in read(text).blocks] == ["0 08:30-09:20 gym"]


@pytest.mark.parametrize(
    "text",
    [
        "\tma A\tma B\n8:30-9:20\tgym\tkoken",
        "\tma (A)\tma (B)\n8:30-9:20\tgym\tkoken",
        "\tmaandag\t\n\tA\tB\n8:30-9:20\tgym\tkoken",
        "Week A\n\tma\tdi\n8:30-9:20\tgym\t\nWeek B\n\tma\tdi\n8:30-9:20\tkoken\t",
        "week A\tma\tdi\n8:30-9:20\tgym\t\nweek B\tma\tdi\n8:30-9:20\tkoken\t",
        "\tma\tdi\n8:30-9:20\tgym (A) / koken (B)\t",
        "\tma\tdi\n8:30-9:20\tgym (week A)\t\n8:30-9:20\tkoken (week B)\t",
        "\tma oneven weken\tma even weken\n8:30-9:20\tgym\tkoken",
        "dag;tijd;vak;week\nma;8:30-9:20;gym;oneven\nma;8:30-9:20;koken;even",
        "ma;8:30-9:20;gym;A\nma;8:30-9:20;koken;B",
    ],
)
def test_weeks_a_and_b_are_read_however_they_are_written(text: str) -> None:
    """To the planner: a lesson of week A is never planned in week B."""
    weeks = {block.subject: block.week for block in read(text).blocks}

    assert weeks == {"gym": WeekCycle.A, "koken": WeekCycle.B}


def test_what_odd_and_even_were_taken_for_is_said() -> None:
    """To the therapist: a name that was chosen is a name that is shown."""
    found = read("ma;8:30-9:20;gym;oneven\nma;8:30-9:20;koken;even")

    assert told(found) == ["De oneven weken zijn hier week A, en de even weken week B."]
    assert told(read("ma;8:30-9:20;gym;A")) == []


def test_each_line_that_cannot_be_read_is_named_and_the_rest_is_offered() -> None:
    """To the therapist: one odd line costs one line, and it is known which."""
    found = read(
        "dag;begin;einde;vak\nma;8:30;9:20;gym\nmorgen;8:30;9:20;koken\ndi;8:30;;tekenen\n"
        "di;;;muziek\nwo;8:30;9:20;\ndo;8:30;9:20;Frans\nza;8:30;9:20;toneel"
    )

    assert [block.subject for block in found.blocks] == ["gym", "Frans"]
    assert told(found) == [
        "Op regel 3 ontbreekt bij een les de dag.",
        "Op regel 4 ontbreekt wanneer de les eindigt.",
        "Op regel 5 ontbreekt wanneer de les begint.",
        "Op regel 6 ontbreekt het vak.",
        "Regel 8 gaat over het weekend, en is overgeslagen.",
    ]
    assert all("line " in sentence.lower() for sentence in told(found, "en"))


def test_a_column_of_starts_ends_where_the_next_begins_and_the_last_is_not_guessed() -> None:
    """To the young person: no lesson gets an end that nobody wrote down."""
    found = read("\tma\tdi\n8:30\tgym\tFrans\n9:20\tkoken\t\n10:10\tmuziek\t")

    assert [line(block) for block in found.blocks] == [
        "0 08:30-09:20 gym",
        "0 09:20-10:10 koken",
        "1 08:30-09:20 Frans",
    ]
    assert told(found) == ["Op regel 4 ontbreekt wanneer de les eindigt."]


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        ("wiskunde / dhr. X / 012", ("wiskunde", "dhr. X", "012")),
        ("wiskunde | 012 | dhr. X", ("wiskunde", "dhr. X", "012")),
        ("wiskunde - lokaal 3.14", ("wiskunde", "", "lokaal 3.14")),
        ("wiskunde, BOS, aula", ("wiskunde", "BOS", "aula")),
        ("wiskunde (dhr. X)", ("wiskunde", "dhr. X", "")),
        ('"wiskunde\ndhr. X\n012"', ("wiskunde", "dhr. X", "012")),
        ("Frans/Duits", ("Frans/Duits", "", "")),
    ],
)
def test_subject_teacher_and_room_are_taken_apart(cell: str, read_as: tuple[str, ...]) -> None:
    """To the therapist: the teacher of a hard lesson is known at once."""
    block = read(f"\tma\tdi\n8:30-9:20\t{cell}\t").blocks[0]

    assert (block.subject, block.teacher, block.room) == read_as


def test_the_same_line_twice_is_one_lesson() -> None:
    """To whoever pastes twice: a double line is no clash."""
    assert len(read("ma;8:30-9:20;gym\nma;8:30-9:20;gym").blocks) == 1


def test_what_is_pasted_is_text() -> None:
    """To everyone: a subject with signs in it stays as it was typed."""
    block = read("ma;8:30-9:20;<b>gym</b> & =1+1").blocks[0]

    assert block.subject == "<b>gym</b> & =1+1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_has_words_in_both_languages(language: str) -> None:
    """To a colleague who works in English: what was left out is said to them too."""
    assert all(told(read(text), language) for text in (FLEMISH, "ma;8:30;x\nma;8:30-9:20;gym"))
