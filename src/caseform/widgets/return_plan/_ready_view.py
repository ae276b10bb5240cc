"""What a plan still needs: findings, points to answer, pulls apart, and what was set aside."""

from collections.abc import Sequence
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from caseform import checks
from caseform.catalogue import Catalogue, PointEntry, PointGroup, PullEntry
from caseform.model import Answer, Case, Finding, Observation, PullSide, RuleOverride, Severity
from caseform.text import Language, say, say_count, short_day_words
from caseform.widgets.assessment._changes import newest_of
from caseform.widgets.return_plan._places import place_of
from caseform.widgets.return_plan._said import said
from caseform.widgets.return_plan._sources import entry_source, rule_source

_POINT = "return_plan.ready."


def ready_view(
    case: Case, language: Language, rules: Catalogue, found: Sequence[Finding], *, today: date
) -> dict[str, Any]:
    """Return what the plan still needs, the weightiest first and what only advises last.

    Args:
        case: The case.
        language: The language of the words.
        rules: The catalogue.
        found: What the rules have to say about the case.
        today: From which an answer ages.
    """

    def words(key: str) -> str:
        return say(f"ready.{key}", language)

    return {
        "title": words("title"),
        "hint": words("hint"),
        "lighter": _lighter(found, language),
        "facts": _facts(case, language),
        "points": {
            "title": words("points"),
            "hint": words("points-hint"),
            "answers": [
                {"id": one.value, "text": say(f"prepare.answer-{one}", language)} for one in Answer
            ],
            "words": words("words"),
            "more": say("prepare.answer-more", language),
            "tip": say("return.weight-advice", language),
            "groups": [
                shown
                for group in PointGroup
                if (shown := _group(case, group, rules, found, language, today)) is not None
            ],
        },
        "pulls": {
            "title": words("pulls"),
            "hint": words("pulls-hint"),
            "why": words("pull-why"),
            "rows": [_pull(case, one, language, today) for one in rules.pulls.values()],
        },
        "aside": {
            "title": words("aside-title"),
            "hint": words("aside-hint"),
            "undo": words("aside-undo"),
            "rows": [_aside(one, rules, language, today) for one in case.return_plan.overrides],
        },
        "words": {
            "why": say("return.why", language),
            "source": say("prepare.source", language),
            "aside": words("aside"),
            "aside_ask": words("aside-ask"),
            "aside_text": words("aside-text"),
            "aside_label": words("aside-label"),
            "aside_do": words("aside-do"),
            "close": say("return.close", language),
        },
    }


def _facts(case: Case, language: Language) -> dict[str, Any]:
    """Return the days and facts of the whole case that rules look at."""

    def words(key: str) -> str:
        return say(f"ready.{key}", language)

    def fact(name: str, kind: str, value: object) -> dict[str, Any]:
        key = name.replace("_", "-")
        return {
            "name": name,
            "kind": kind,
            "label": words(key),
            "hint": words(f"{key}-hint"),
            "value": value,
        }

    plan, feasible = case.return_plan, case.return_plan.is_feasible
    age = case.school.classmates_age
    return {
        "title": words("facts"),
        "answers": [
            {"id": one.value, "text": say(f"prepare.answer-{one}", language)}
            for one in (Answer.YES, Answer.NO)
        ],
        "rows": [
            fact("is_feasible", "choice", None if feasible is None else _yes_no(feasible)),
            fact("review_on", "date", _iso(plan.review_on)),
            fact("effort_until", "date", _iso(case.school.effort_until)),
            fact("absent_since", "date", _iso(case.assessment.absent_since)),
            fact("classmates_age", "number", "" if age is None else str(age)),
            fact("restart", "words", plan.restart),
        ],
    }


def _yes_no(is_so: bool) -> str:
    return (Answer.YES if is_so else Answer.NO).value


def finding_view(
    case: Case, finding: Finding, language: Language, rules: Catalogue, *, today: date
) -> dict[str, Any]:
    """Return one finding with its source, where it is solved and beside which point it is read."""
    place = place_of(case, finding.where, language, rules, today=today)
    point = finding.where.removeprefix(_POINT) if finding.where.startswith(_POINT) else ""
    return {
        **said(finding, language, rules),
        "where": finding.where,
        "point": point,
        "sources": rule_source(rules, finding.rule, language, today=today),
        "place": place,
        "can_set_aside": finding.severity is not Severity.ADVICE,
    }


def _lighter(found: Sequence[Finding], language: Language) -> str:
    """Return the name of the fold with what is not hard; what is about a point is read there."""
    lighter = [
        one
        for one in found
        if one.severity is not Severity.HARD and not one.where.startswith(_POINT)
    ]
    return say_count("ready.lighter", language, len(lighter)) if lighter else ""


def _group(
    case: Case,
    group: PointGroup,
    rules: Catalogue,
    found: Sequence[Finding],
    language: Language,
    today: date,
) -> dict[str, Any] | None:
    points = [point for point in rules.points.values() if point.group is group]
    advice = checks.prompts(group, rules)
    if not points and not advice:
        return None
    shown = [_point(case, point, language, today) for point in points]
    still_open = sum(not one["is_answered"] for one in shown)
    spoken = [one for one in found if one.where in {f"{_POINT}{point.id}" for point in points}]
    return {
        "id": group.value,
        "title": say(f"ready.group-{group}", language),
        "open": say_count("ready.open", language, still_open)
        if still_open
        else say("ready.open-none", language),
        "mind": say_count("ready.mind", language, len(spoken)) if spoken else "",
        "points": shown,
        "advice": [
            {
                "rule": one.rule,
                "text": one.message(language, rules),
                "sources": rule_source(rules, one.rule, language, today=today),
            }
            for one in advice
        ],
    }


def _point(case: Case, point: PointEntry, language: Language, today: date) -> dict[str, Any]:
    given: Observation | None = newest_of(case, "return_plan.ready", about=point.id)
    on = given.recorded_on if given is not None else None
    is_old = bool(point.lasts_days and on and today - on > timedelta(days=point.lasts_days))
    return {
        "id": point.id,
        "text": point.text.in_(language),
        "answer": given.answer.value if given is not None and not is_old else None,
        "words": given.words if given is not None else "",
        "on": say("ready.answered-on", language, on=short_day_words(on, language)) if on else "",
        "again": say("ready.ask-again", language) if is_old else "",
        "is_answered": given is not None and not is_old,
        "sources": entry_source(point, language, today=today),
    }


def _pull(case: Case, entry: PullEntry, language: Language, today: date) -> dict[str, Any]:
    chosen = newest_of(case, "return_plan.pulls", about=entry.id)
    side = chosen.side.value if chosen is not None and chosen.side is not None else None
    return {
        "id": entry.id,
        "text": entry.text.in_(language),
        "sides": [
            {
                "id": PullSide.FIRST.value,
                "text": entry.first.in_(language),
                "sources": _side_source(entry, entry.first_lines, language, today),
            },
            {
                "id": PullSide.SECOND.value,
                "text": entry.second.in_(language),
                "sources": _side_source(entry, entry.second_lines, language, today),
            },
            {"id": PullSide.BOTH.value, "text": entry.both.in_(language), "sources": []},
        ],
        "options": [
            {"id": each.value, "text": say(f"ready.pull-{each}", language)} for each in PullSide
        ],
        "side": side,
        "side_words": say(f"ready.pull-{side}" if side else "ready.pull-open", language),
        "words": chosen.words if chosen is not None else "",
    }


def _side_source(
    entry: PullEntry, lines: tuple[str, ...], language: Language, today: date
) -> list[str]:
    side = SimpleNamespace(lines=lines, reviewed=entry.reviewed)
    return entry_source(side, language, today=today)


def _aside(one: RuleOverride, rules: Catalogue, language: Language, today: date) -> dict[str, Any]:
    entry = rules.rules.get(one.rule)
    return {
        "id": one.id,
        "rule": one.rule,
        "text": entry.message.in_(language) if entry is not None else one.rule,
        "reason": say("ready.aside-reason", language, reason=one.reason),
        "for": _for(one.where, language),
        "sources": rule_source(rules, one.rule, language, today=today),
    }


def _for(where: str, language: Language) -> str:
    if not where:
        return say("ready.aside-whole", language)
    try:
        return say(
            "ready.aside-day", language, day=short_day_words(date.fromisoformat(where), language)
        )
    except ValueError:
        return ""


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
