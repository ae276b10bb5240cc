"""What the page with the graded return shows: plain values, already worded."""

from datetime import date
from typing import Any

from caseform import catalogue, checks, planner
from caseform.model import Case, EndGoal, Finding, PersonKind, Severity, StepKind
from caseform.school_calendar import SchoolCalendar
from caseform.text import Language, listed, say, say_count, short_day_words, weekday_words
from caseform.widgets._people import people_view

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
_SCHOOL_DAYS = 5


def return_plan_view(case: Case, language: Language, *, today: date) -> dict[str, Any]:
    """Return the graded return as plain, worded values."""

    def words(key: str, **blanks: object) -> str:
        return say(f"return.{key}", language, **blanks)

    rules = catalogue.load()
    calendar = SchoolCalendar.for_case(case)
    plan = planner.dated_plan(case, today=today, calendar=calendar)
    found = checks.findings(case, today=today, calendar=calendar, catalogue=rules)
    still_open = _open_once_agreed(case, plan, calendar, rules, today=today)
    return {
        "title": words("title"),
        "goal": {
            "label": words("goal"),
            "options": [
                {"id": goal.value, "text": words(f"goal-{goal.value}")} for goal in EndGoal
            ],
            "chosen": case.return_plan.end_goal.value if case.return_plan.end_goal else None,
        },
        "how": {
            "title": words("how-title"),
            "hint": words("how-hint"),
            "fields": [_how_field(case, name, language) for name in HOW],
        },
        "days": {
            "title": words("days-title"),
            "rows": [_day_row(case, day, language, rules) for day in plan.days],
            "later": words("later") if plan.days else "",
            "messages": [_said(finding, language, rules) for finding in plan.findings],
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
                "open": [_said(finding, language, rules)["text"] for finding in still_open],
            },
        },
        "ladder": _ladder(case, language, rules),
        "findings": {
            "title": words("findings-title"),
            "none": words("findings-none"),
            "rows": [_said(finding, language, rules) for finding in found],
            "why": words("why"),
        },
        "people": people_view(case, language),
        "timetable": _timetable(case, language),
    }


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
                "source": _source(rules, rule, language),
            }
            for rule in day.why
        ],
        "why_label": say("return.why", language),
    }


def _said(finding: Finding, language: Language, rules: catalogue.Catalogue) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "text": finding.message(language, rules),
        "weight": finding.severity.value,
        "weight_words": say(f"return.weight-{finding.severity.value}", language),
        "source": _source(rules, finding.rule, language),
    }


def _source(rules: catalogue.Catalogue, rule: str, language: Language) -> str:
    """Return where a rule comes from: what it rests on, and the texts with their lines."""
    entry = rules.rules.get(rule)
    if entry is None:
        return ""
    basis = rules.bases[entry.basis].in_(language) if entry.basis in rules.bases else ""
    lines = [_where(place, language) for place in entry.lines]
    return say(
        "return.source", language, rule=rule, basis=basis, lines=listed(lines, language)
    ).strip()


def _where(place: str, language: Language) -> str:
    text, _, lines = place.partition(":")
    return say("return.lines", language, text=text, lines=lines.replace("-", "–"))


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


def _ladder(case: Case, language: Language, rules: catalogue.Catalogue) -> dict[str, Any]:
    def words(key: str, **blanks: object) -> str:
        return say(f"return.{key}", language, **blanks)

    steps = case.return_plan.steps
    done = {step.id: _was_done(case, step.id) for step in steps}
    return {
        "title": words("ladder-title"),
        "hint": words("ladder-hint") if steps else "",
        "empty": "" if steps else words("ladder-empty"),
        "add": words("ladder-add"),
        "add_hint": words("ladder-add-hint"),
        "begin": words("ladder-begin"),
        "ladders": []
        if steps
        else [
            {"id": name, "text": ladder.name.in_(language)}
            for name, ladder in rules.ladders.items()
        ],
        "words": {
            "now": words("step-now"),
            "make_now": words("step-make-now"),
            "up": words("step-up"),
            "down": words("step-down"),
            "remove": words("step-remove"),
            "edit": words("step-edit"),
            "close": words("close"),
            "words": words("step-words"),
            "helps": words("step-helps"),
            "predicted": words("step-predicted"),
            "minutes": words("step-minutes"),
            "kind": words("step-kind"),
            "works_on": words("step-works-on"),
        },
        "kinds": [{"id": kind.value, "text": words(f"kind-{kind.value}")} for kind in StepKind],
        "steps": [
            {
                "id": step.id,
                "words": step.words,
                "helps": step.helps,
                "kind": step.kind.value if step.kind else None,
                "minutes": step.minutes or "",
                "predicted": step.predicted.value if step.predicted else None,
                "rating": str(step.predicted) if step.predicted else "",
                "is_now": step.id == case.return_plan.current,
                "done": done[step.id],
                "works_on": [factor.words for factor in case.factors if factor.id in step.factors],
            }
            for step in steps
        ],
    }


def _was_done(case: Case, step_id: str) -> bool:
    return any(day.done and day.step == step_id for day in case.log)


def _timetable(case: Case, language: Language) -> dict[str, Any]:
    def words(key: str) -> str:
        return say(f"return.{key}", language)

    blocks = sorted(case.school.timetable, key=lambda block: (block.weekday, block.starts))
    now = case.find("return_plan.steps", case.return_plan.current or "")
    return {
        "title": words("timetable-title"),
        "hint": words("timetable-hint"),
        "empty": "" if blocks else words("timetable-empty"),
        "liked": words("liked"),
        "disliked": words("disliked"),
        "in_step": words("in-step"),
        "add": {
            "title": words("block-add"),
            "weekday": words("block-weekday"),
            "starts": words("block-starts"),
            "ends": words("block-ends"),
            "subject": words("block-subject"),
            "do": words("block-do"),
            "close": words("close"),
        },
        "remove": words("block-remove"),
        "liking": {
            "label": words("liking"),
            "options": [
                {"id": str(value), "text": words(f"liking-{value + 2}")} for value in range(-2, 3)
            ],
        },
        "days": [
            {
                "weekday": day,
                "name": weekday_words(day, language),
                "blocks": [
                    {
                        "id": block.id,
                        "time": f"{block.starts:%H:%M}–{block.ends:%H:%M}",
                        "subject": block.subject,
                        "detail": " · ".join(part for part in (block.teacher, block.room) if part),
                        "liking": block.liking,
                        "taxing": ", ".join(block.taxing),
                        "in_step": now is not None and block.id in now.blocks,
                    }
                    for block in blocks
                    if block.weekday == day
                ],
            }
            for day in range(_SCHOOL_DAYS)
        ],
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
