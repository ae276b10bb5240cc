"""School weeks as invented schools hand them out, and how a test looks at what was read."""

from datetime import date

from caseform.model import LessonBlock
from caseform.text import Language
from caseform.timetable import ReadTimetable, read_timetable

TODAY = date(2026, 11, 24)

# Copied out of a spreadsheet by a school in Flanders: no lessons on Wednesday afternoon.
FLEMISH = """\
Lessenrooster 3 MAWE\t\t\t\t\t
\t\tmaandag\tdinsdag\twoensdag\tdonderdag\tvrijdag
1\t8u30 - 9u20\tNederlands / mevr. Claes / 104\twiskunde\tFrans\tgodsdienst\tLO / turnzaal
2\t9u20 - 10u10\twiskunde / dhr. Bos / 012\tFrans\tgeschiedenis\twiskunde\tLO / turnzaal
\t10u10 - 10u25\tspeeltijd\t\t\t\t
3\t10u25 - 11u15\tbiologie\tNederlands\tEngels\tmuziek\tNederlands
4\t11u15 - 12u05\tEngels\tstudie\twiskunde\tFrans\taardrijkskunde
\t12u05 - 13u00\tmiddagpauze\t\t\t\t
5\t13u00 - 13u50\tgeschiedenis\tspringuur\t\tEngels\ttechniek
6\t13u50 - 14u40\tFrans\tplastische opvoeding\t\tbiologie\t
"""

ENGLISH = """\
Time\tMon\tTue\tWed\tThu\tFri
8:30–9:20\tMaths (012)\tEnglish\tFrench\tHistory\tPE, Mr Poole, gym hall
9:20–10:10\tBiology\tfree\tMaths (012)\tArt\tPE, Mr Poole, gym hall
break 10:10–10:25\t\t\t\t\t
10:25–11:15\tGeography\tMusic\tEnglish\tMaths (012)\twork placement
"""

# The times on top and the days down the side.
SIDEWAYS = """\
\t8.30-9.20\t9.20-10.10\tpauze 10.10-10.30\t10.30-11.20
ma\tgym\tEngels\t\ttekenen
di\twiskunde\ttussenuur\t\tkoken
wo\tNederlands\tgym\t\t
"""

LISTED = """\
Dag;Begin;Einde;Vak;Docent;Lokaal;Week
maandag;8:30;9:20;wiskunde;dhr. Bos;012;
maandag;9:20;10:10;gym;;;A
maandag;9:20;10:10;koken;mevr. Leys;keuken;B
vrijdag;13:00;15:30;stage;;;
"""


def read(text: str, today: date = TODAY) -> ReadTimetable:
    """Return what is read from `text`."""
    return read_timetable(text, today=today)


def told(found: ReadTimetable, language: Language = "nl") -> list[str]:
    """Return the sentences beside what was read."""
    return [note.in_(language) for note in found.notes]


def line(block: LessonBlock) -> str:
    """Return a block on one line, as a person would check it.

    Example:
        >>> line(read("ma;8:30-9:20;gym (A)").blocks[0])
        '0 08:30-09:20 gym [a]'
    """
    beside = [part for part in (block.teacher, block.room) if part]
    week = [f"[{block.week}]"] if block.week else []
    times = f"{block.starts:%H:%M}-{block.ends:%H:%M}"
    return " ".join([str(block.weekday), times, " / ".join([block.subject, *beside]), *week])


def day(found: ReadTimetable, weekday: int) -> list[str]:
    """Return the blocks of one weekday, one line each."""
    return [line(block) for block in found.blocks if block.weekday == weekday]
