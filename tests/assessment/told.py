"""Reads the scenarios: answers, weeks and totals that can be read aloud, and what comes of them.

A scenario says what people answered, which days the log has and when it is told. Yara, her mother
and the others do not exist. Her school week: 9:00 to 14:00, on Wednesday to 12:00.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from caseform import catalogue
from caseform.model import (
    Answer,
    Assessment,
    Case,
    DayReason,
    FreeDay,
    FunctionTotals,
    HowFar,
    LessonBlock,
    LogDay,
    Observation,
    Person,
    PersonKind,
    Region,
    School,
)
from caseform.school_calendar import SchoolCalendar

SCENARIOS = Path(__file__).parent / "scenarios"

PEOPLE = {
    "Yara": Person(id="p-yara", kind=PersonKind.YOUNG_PERSON, called="Yara"),
    "mother": Person(id="p-mother", kind=PersonKind.CAREGIVER, called="moeder"),
    "father": Person(id="p-father", kind=PersonKind.CAREGIVER, called="vader"),
    "mentor": Person(id="p-mentor", kind=PersonKind.SCHOOL, called="meneer Bakker"),
}

TIMETABLE = tuple(
    LessonBlock(id=f"b-{day}-{start}", weekday=day, starts=start_at, ends=end_at, subject="les")
    for day in range(5)
    for start, start_at, end_at in (("am", time(9), time(12)), ("pm", time(12), time(14)))
    if (day, start) != (2, "pm")
)
_ALL_DAY = (300, 300, 180, 300, 300)

# What a line of a told week can say about a day, beside minutes at school.
_DAYS: dict[str, dict[str, Any]] = {
    "not at school": {"reached": HowFar.DOWNSTAIRS},
    "to the gate": {"reached": HowFar.GATE},
    "to the class, nobody timed it": {"reached": HowFar.CLASS},
    "ill": {"reason": DayReason.ILL},
    "nothing known": {"words": "was er even"},
}
_EXPECTS = {
    *("suggests", "also", "rule", "ask", "says", "threshold", "state", "left_out", "means"),
    "highest",
}
_LEAVE = {"with leave": True, "without leave": False}


@dataclass(frozen=True)
class Told:
    """One scenario.

    Args:
        name: The file and the part of it.
        case: The case it tells of.
        today: The day on which it is told.
        expects: What the scenario says should come of it.
    """

    name: str
    case: Case
    today: date
    expects: dict[str, Any]


def told(file: str) -> list[Told]:
    """Return the scenarios of one file, in its order."""
    parts = tomllib.loads((SCENARIOS / f"{file}.toml").read_text(encoding="utf-8"))
    return [_told(part.replace("-", " "), given) for part, given in parts.items()]


def _told(name: str, given: dict[str, Any]) -> Told:
    assert given.pop("tells"), name
    region = Region(given.pop("school", "nl-midden"))
    today = _day(given.pop("today", "Fri 27 Nov"))
    free = tuple(FreeDay(id=f"v-{n}", on=_day(on)) for n, on in enumerate(given.pop("free", [])))
    calendar = SchoolCalendar(region, free)
    age = given.pop("age", None)
    counts = [_day(on) for on in given.pop("counts", [])] or [None, None]
    case = Case(
        id="c-yara",
        alias="Kiekendief",
        region=region,
        created_on=date(2026, 9, 1),
        people=(PEOPLE["Yara"].model_copy(update={"age": age}), *list(PEOPLE.values())[1:]),
        school=School(
            timetable=_lessons(given.pop("timetable", True), given.pop("no_lessons_on", [])),
            free_days=free,
        ),
        log=_log(given.pop("log", []), calendar),
        assessment=Assessment(
            counted_from=counts[0],
            counted_until=counts[1],
            observations=_observations(given.pop("said", {})),
            functions=_forms(given.pop("forms", {})),
        ),
    )
    assert not set(given) - _EXPECTS, f"{name}: {set(given) - _EXPECTS}"
    return Told(name, case, today, given)


def _day(words: str) -> date:
    on = datetime.strptime(f"{words[4:]} 2026", "%d %b %Y").date()
    assert f"{on:%a}" == words[:3], f"{words} is another weekday"
    return on


def _lessons(is_known: bool, without: list[str]) -> tuple[LessonBlock, ...]:
    days = {("Mon", "Tue", "Wed", "Thu", "Fri").index(day) for day in without}
    return tuple(block for block in TIMETABLE if is_known and block.weekday not in days)


def _log(lines: list[str], calendar: SchoolCalendar) -> tuple[LogDay, ...]:
    """Return the days; a later line says better what an earlier one said of the same day."""
    days: dict[date, LogDay] = {}
    for line in lines:
        when, _, what = line.partition(": ")
        first, _, last = when.partition(" to ")
        on = _day(first)
        while on <= _day(last or first):
            if calendar.is_school_day(on):
                days[on] = _log_day(on, what)
            on += timedelta(days=1)
    return tuple(days.values())


def _log_day(on: date, what: str) -> LogDay:
    how, _, leave = what.rpartition(", ")
    if leave not in _LEAVE:
        how, leave = what, ""
    if how == "all day at school":
        fields: dict[str, Any] = {"minutes": _ALL_DAY[on.weekday()]}
    elif how.endswith(" at school") and how[0].isdigit():
        hours, minutes = how.removesuffix(" at school").split(" h ")
        fields = {"minutes": int(hours) * 60 + int(minutes)}
    else:
        fields = _DAYS[how]
    return LogDay(id=f"l-{on}", on=on, authorised=_LEAVE.get(leave), **fields)


def _observations(said: dict[str, dict[str, list[str]]]) -> tuple[Observation, ...]:
    found = []
    for who, answers in said.items():
        for answer, names in answers.items():
            for about in _questions(names):
                found.append(
                    Observation(
                        id=f"o-{len(found)}",
                        about=about,
                        answer=Answer(answer),
                        said_by=PEOPLE[who].id,
                    )
                )
    return tuple(found)


def _questions(names: list[str]) -> list[str]:
    """Return the questions by id; the name of a group stands for all of its questions."""
    every = catalogue.load().questions.values()
    found = [one.id for name in names for one in every if name in (one.id, one.group)]
    assert len(found) >= len(names), names
    return found


def _forms(forms: dict[str, list[int | str]]) -> tuple[FunctionTotals, ...]:
    return tuple(
        FunctionTotals(
            id=f"t-{who.lower()}",
            said_by=PEOPLE[who].id,
            totals=tuple(None if total == "" else total for total in totals),
        )
        for who, totals in forms.items()
    )
