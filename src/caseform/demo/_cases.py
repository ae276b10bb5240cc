"""From the words of a demo case to the case itself, with the history of how it came about."""

import json
from datetime import date
from typing import Any, Literal, get_args

from caseform.demo._data import dated, start_of, story, worded
from caseform.demo._days import Days
from caseform.demo._history import remade
from caseform.demo._plan import with_coming_days, with_rise_after_break
from caseform.model import Case, EditedSentence, FreeDay, History, Region, change_from
from caseform.retelling import circle_sentence
from caseform.school_calendar import SchoolCalendar
from caseform.text import Language

DemoName = Literal["return", "home"]
DemoVersion = Literal["shipped", "start"]

NAMES: tuple[DemoName, ...] = get_args(DemoName)

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def cases(
    name: DemoName,
    *,
    today: date,
    version: DemoVersion = "shipped",
    language: Language = "nl",
) -> tuple[Case, History]:
    """Return one of the invented cases, its dates laid from `today` on the real calendar.

    The same arguments always give the same case, ids included.

    Args:
        name: ``return`` is on its way back to school; in ``home`` that is not the goal yet.
        today: The day from which all dates are counted.
        version: ``shipped``, or ``start``: some weeks earlier in the work, with much still open.
        language: The language in which the case is written.

    Returns:
        The case, and a history in which its last dozen changes can be undone.

    Example:
        >>> case, history = cases("return", today=date(2026, 11, 23))
        >>> case.alias, case.is_invented, len(history.versions) >= 12
        ('Zeester', True, True)
    """
    told = worded(story(name), language)
    days = _days_of(told, today)
    lasting = told.pop("history")
    if version == "start":
        start = worded(start_of(name), language)
        told["log"] = start.get("log", told["log"])
        case = with_coming_days(_case_of(told, days, language), days)
        for change in dated(start["change"], days):
            case = change_from(_with_nothing(change)).apply(case)
        return with_rise_after_break(case, days), History()
    case = with_coming_days(_case_of(told, days, language), days)
    return remade(case, dated(lasting, days))


def _case_of(told: dict[str, Any], days: Days, language: Language) -> Case:
    log = told.pop("log")
    lessons, week = told.pop("lessons", {}), told.pop("week", {})
    defaults = told.pop("defaults", {})
    document = dated(told, days)
    document["language"] = language
    document["log"] = _log(log, days)
    school = document.setdefault("school", {})
    school["timetable"] = _timetable(lessons, week)
    # Counted without themselves, as in the calendar that everything else is counted with.
    school["free_days"] = [json.loads(d.model_dump_json()) for d in days.calendar.free_days]
    for step in document["return_plan"]["steps"]:
        _rate(step, "predicted")
    for path, shared in dated(defaults, days).items():
        *way, last = path.split(".")
        holder = document
        for part in way:
            holder = holder[part]
        holder[last] = [{**shared, **item} for item in holder[last]]
    for sentence in document["sentences"]:
        sentence.setdefault("made", "")
    case = Case.model_validate_json(json.dumps(document))
    made = tuple(_as_made(one, case, language) for one in case.sentences)
    return case.with_items("sentences", made)


def _as_made(sentence: EditedSentence, case: Case, language: Language) -> EditedSentence:
    """Return `sentence` as a correction of how its circle is said by now, where none is told."""
    if sentence.made:
        return sentence
    said = circle_sentence(case, sentence.cards, language)
    return sentence.model_copy(update={"made": said})


def _days_of(told: dict[str, Any], today: date) -> Days:
    """Return the school days of this case, its own free days taken out."""
    region = Region(told["region"])
    free = dated(told.get("school", {}).get("free_days", []), Days(SchoolCalendar(region), today))
    own = tuple(FreeDay.model_validate_json(json.dumps(day)) for day in free)
    return Days(SchoolCalendar(region, own), today)


def _log(entries: list[dict[str, Any]], days: Days) -> list[dict[str, Any]]:
    """Return the days that were lived: on a school day, and before today."""
    lived: list[dict[str, Any]] = []
    for entry in entries:
        week, weekday = entry.pop("week"), entry.pop("day")
        on = days.in_week(week, weekday)
        if on > days.back(1) or not days.calendar.is_school_day(on):
            continue
        _rate(entry, "tension")
        lived.append(
            {
                "id": f"d-{week}-{weekday + 1}",
                "on": on.isoformat(),
                "recorded_on": on.isoformat(),
                **entry,
            }
        )
    return lived


def _timetable(lessons: dict[str, Any], week: dict[str, Any]) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = []
    for weekday, name in enumerate(_WEEKDAYS):
        for number, (starts, ends, lesson) in enumerate(week.get(name, []), start=1):
            block = {
                "id": f"b-{name[:3]}-{number}",
                "weekday": weekday,
                "starts": starts,
                "ends": ends,
                **lessons[lesson],
            }
            _rate(block, "tension")
            blocks.append(block)
    return blocks


def _rate(table: dict[str, Any], field: str) -> None:
    if field in table:
        table[field] = {"value": table[field]}


def _with_nothing(change: dict[str, Any]) -> dict[str, Any]:
    """Return `change` with None for what it empties; TOML has no word for nothing."""
    if change["verb"] == "field":
        return {"value": None, **change}
    cleared = dict.fromkeys(change.pop("clear", ()))
    return {**change, "fields": {**change["fields"], **cleared}} if cleared else change
