"""How before when, and the coming days, on the page with the graded return."""

from datetime import date
from typing import Any

from caseform import catalogue, checks, planner
from caseform.model import Case, Finding, PersonKind, Severity
from caseform.school_calendar import SchoolCalendar
from caseform.text import Language, say, say_count, short_day_words
from caseform.widgets.return_plan._said import said, source

# How comes before when: the order in which it is talked about.
HOW = (
    "travel",
    "spot",
    "receiver",
    "stand_in",
    "goodbye",
    "demands",
    "refuge",
    "reply",
    "hard_week",
)
PEOPLE = ("receiver", "stand_in")


def how_view(case: Case, language: Language) -> dict[str, Any]:
    """Return how it goes, part by part."""
    return {
        "title": say("return.how-title", language),
        "hint": say("return.how-hint", language),
        "fields": [_how_field(case, name, language) for name in HOW],
    }


def days_view(
    case: Case,
    language: Language,
    rules: catalogue.Catalogue,
    calendar: SchoolCalendar,
    *,
    today: date,
) -> dict[str, Any]:
    """Return the coming days with their reasons, and what is open before they are agreed."""

    def words(key: str) -> str:
        return say(f"return.{key}", language)

    plan = planner.dated_plan(case, today=today, calendar=calendar)
    still_open = _open_once_agreed(case, plan, calendar, rules, today=today)
    return {
        "title": words("days-title"),
        "rows": [_day_row(case, day, language, rules) for day in plan.days],
        "later": words("later") if plan.days else "",
        "messages": [said(finding, language, rules) for finding in plan.findings],
        "pencil": words("pencil") if plan.days else "",
        "agree": words("agree") if plan.days else "",
        "written": _written(case, today, language),
        "open": say_count("return.open-some", language, len(still_open))
        if still_open
        else words("open-none"),
        "reason": {
            "needed": bool(still_open),
            "title": words("reason-title"),
            "text": words("reason-text"),
            "label": words("reason-label"),
            "do": words("reason-do"),
            "close": words("close"),
            "open": [said(finding, language, rules)["text"] for finding in still_open],
        },
    }


def open_findings(case: Case, *, today: date) -> list[Finding]:
    """Return what would be wrong once the coming days were agreed; a rule may wait for that."""
    calendar = SchoolCalendar.for_case(case)
    plan = planner.dated_plan(case, today=today, calendar=calendar)
    return _open_once_agreed(case, plan, calendar, catalogue.load(), today=today)


def _open_once_agreed(
    case: Case,
    plan: planner.DatedPlan,
    calendar: SchoolCalendar,
    rules: catalogue.Catalogue,
    *,
    today: date,
) -> list[Finding]:
    agreed = planner.writing(case, plan, agreed=True).apply(case)
    found = checks.findings(agreed, today=today, calendar=calendar, catalogue=rules)
    return [finding for finding in found if finding.severity is Severity.HARD]


def _how_field(case: Case, name: str, language: Language) -> dict[str, Any]:
    value = getattr(case.return_plan.how, name)
    people = [
        {"id": person.id, "text": person.called}
        for person in case.people
        if person.kind in (PersonKind.SCHOOL, PersonKind.HELPER)
    ]
    return {
        "name": name,
        "label": say(f"return.how-{name}", language),
        "hint": "" if name in PEOPLE else say(f"return.how-{name}-hint", language),
        "value": value or "",
        "people": people if name in PEOPLE else None,
        "nobody": say("return.nobody" if people else "return.nobody-yet", language),
        "is_filled": bool(value),
    }


def _day_row(
    case: Case, day: planner.DayPlan, language: Language, rules: catalogue.Catalogue
) -> dict[str, Any]:
    step = case.find("return_plan.steps", day.step or "")
    people = [case.person(day.travel_with), case.person(day.received_by)]
    return {
        "on": short_day_words(day.date, language),
        "key": day.date.isoformat(),
        "step": step.words if step else say("return.no-step", language),
        "direction": day.direction.value,
        "direction_words": say(f"return.direction-{day.direction.value}", language),
        "people": " → ".join(person.called for person in people if person),
        "agreed": say("return.agreed", language) if day.is_agreed else "",
        "why": [
            {
                "text": planner.why_words(rule, language),
                "source": source(rules, rule, language),
            }
            for rule in day.why
        ],
        "why_label": say("return.why", language),
    }


def _written(case: Case, today: date, language: Language) -> str:
    ahead = [day for day in case.return_plan.days if day.on >= today]
    if not ahead:
        return say("return.written-none", language)
    agreed = [day.on for day in ahead if day.agreed]
    if not agreed:
        return say("return.written-pencilled", language)
    if len(agreed) == len(ahead):
        return say("return.written-agreed", language)
    return say("return.written-partly", language, on=short_day_words(max(agreed), language))
