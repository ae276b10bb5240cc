"""The days of the school on the page with the graded return: holidays, free days, who can when."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from caseform.model import Case, FreeDay, FreeDayKind, Person, SpecialWeek, SpecialWeekKind
from caseform.school_calendar import SchoolCalendar
from caseform.text import Language, day_words, say, stretch_words
from caseform.widgets._people import people_view

_HOLIDAYS = 4
_A_YEAR = timedelta(days=366)


def school_days_view(case: Case, language: Language, *, today: date) -> dict[str, Any]:
    """Return the days on which there are no ordinary lessons, and who can on which days."""

    def words(key: str) -> str:
        return say(f"timetable.{key}", language)

    calendar = SchoolCalendar(case.region)
    until = calendar.known_until
    school = case.school
    can = [row for row in people_view(case, language)["rows"] if row["days"]]
    return {
        "holidays": {
            "title": words("holidays"),
            "region": say(f"start.region-{case.region}", language),
            "rows": list(_holidays(calendar, today, language)),
            "known": say(
                "timetable.holidays-known",
                language,
                day=f"{day_words(until, language)} {until.year}",
            ),
        },
        "free": {
            "title": words("free-days"),
            "empty": "" if school.free_days else words("free-days-empty"),
            "rows": [
                _told(day, _free_day(day, language), day.on, day.until, language)
                for day in sorted(school.free_days, key=lambda day: day.on)
            ],
            "ask": _asked("free-day", FreeDayKind, language),
        },
        "special": {
            "title": words("special-weeks"),
            "empty": "" if school.special_weeks else words("special-weeks-empty"),
            "rows": [
                _told(week, _special(week, language), week.starts, week.ends, language)
                for week in sorted(school.special_weeks, key=lambda week: week.starts)
            ],
            "ask": _asked("special-week", SpecialWeekKind, language),
        },
        "can": {
            "title": words("can"),
            "empty": "" if can else words("can-empty"),
            "rows": [{name: row[name] for name in ("id", "called", "days")} for row in can],
        },
        "away": {
            "title": words("away"),
            "empty": "" if case.return_plan.away else words("away-empty"),
            "rows": [
                _told(row, _called(case, row.person), row.starts, row.ends, language)
                for row in sorted(case.return_plan.away, key=lambda row: row.starts)
            ],
            "ask": {
                **_asked_words("away", language),
                "kinds": [{"id": row["id"], "text": row["called"]} for row in can],
            },
        },
    }


def _holidays(
    calendar: SchoolCalendar, today: date, language: Language
) -> Iterator[dict[str, str]]:
    """Yield the coming holidays of the region, as far as they are known."""
    last = min(calendar.known_until, today + _A_YEAR)
    if not calendar.is_known(today):
        return
    weekdays = [
        day
        for n in range((last - today).days + 1)
        if (day := today + timedelta(days=n)).weekday() < 5
    ]
    rows = (
        (name, list(days))
        for name, days in groupby(weekdays, key=lambda day: calendar.why_off(day, language))
        if name is not None
    )
    for (name, days), _ in zip(rows, range(_HOLIDAYS), strict=False):
        yield {
            "id": days[0].isoformat(),
            "what": name,
            "when": stretch_words(days[0], days[-1], language),
        }


def _told(
    item: Any, what: str, first: date, last: date | None, language: Language
) -> dict[str, str]:
    when = stretch_words(first, last, language)
    return {
        "id": item.id,
        "what": what,
        "when": when,
        "remove": say("timetable.remove-row", language, what=what, when=when),
    }


def _free_day(day: FreeDay, language: Language) -> str:
    return day.words or say(f"plan.{day.kind or 'free-day'}", language)


def _special(week: SpecialWeek, language: Language) -> str:
    return week.words or say(f"timetable.special-week-{week.kind}", language)


def _called(case: Case, person: str) -> str:
    found: Person | None = case.find("people", person)
    return found.called if found else ""


def _asked(name: str, kinds: Iterable[Any], language: Language) -> dict[str, Any]:
    return {
        **_asked_words(name, language),
        "words": say("timetable.ask-words", language),
        "kinds": [
            {"id": kind.value, "text": say(f"timetable.{name}-{kind}", language)} for kind in kinds
        ],
    }


def _asked_words(name: str, language: Language) -> dict[str, Any]:
    return {
        "name": name,
        "title": say(f"timetable.{name}-add", language),
        "what": say(f"timetable.{name}-what", language),
        "first": say("timetable.ask-first", language),
        "last": say("timetable.ask-last", language),
        "do": say("timetable.ask-do", language),
        "close": say("return.close", language),
    }
