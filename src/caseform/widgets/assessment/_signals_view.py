"""Signals, the morning, what hinders, and bodily complaints apart from being reported sick."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from caseform import catalogue
from caseform.catalogue import QuestionGroup
from caseform.model import Answer, Case, DayReason
from caseform.text import Language, say, say_count, short_day_words
from caseform.widgets.assessment._questions_view import question_view, speakers_view

_GROUPS = (
    QuestionGroup.EARLY_SIGNAL,
    QuestionGroup.SCHOOL_SIGNAL,
    QuestionGroup.AT_RISK,
    QuestionGroup.MORNING,
    QuestionGroup.HINDERING,
)
# More days than fit on a line are counted, and the newest ones named.
_DAYS_NAMED = 6


def signals_view(case: Case, language: Language) -> dict[str, Any]:
    """Return the lists of signals with what each one said to them."""

    def words(key: str, **blanks: object) -> str:
        return say(f"prepare.{key}", language, **blanks)

    return {
        "title": words("signals-title"),
        "hint": words("signals-hint"),
        "alone": words("alone"),
        "speakers": speakers_view(case, language),
        "fields": [
            {
                "name": name,
                "label": words(name),
                "hint": words(f"{name}-hint"),
                "value": getattr(case.assessment, name),
            }
            for name in ("onset", "pattern")
        ],
        "groups": [_group(case, group, language) for group in _GROUPS],
        "body": {
            "title": words("body-title"),
            "hint": words("body-hint"),
            "lines": [
                _days(
                    words("body-complaints"),
                    [day.on for day in case.log if day.complaints.strip()],
                    language,
                ),
                _days(
                    words("body-ill"),
                    [day.on for day in case.log if day.reason is DayReason.ILL],
                    language,
                ),
            ],
        },
    }


def _group(case: Case, group: QuestionGroup, language: Language) -> dict[str, Any]:
    entries = [one for one in catalogue.load().questions.values() if one.group is group]
    questions = [question_view(case, entry, language) for entry in entries]
    # What someone said before they came to see it otherwise no longer counts.
    yes = sum(any(one["answer"] == Answer.YES for one in each["said"]) for each in questions)
    return {
        "id": group.value,
        "title": say(f"prepare.group-{group}", language),
        "hint": say(f"prepare.group-{group}-hint", language),
        "glance": say_count("prepare.group-yes", language, yes) if yes else "",
        "questions": questions,
    }


def _days(label: str, days: Sequence[date], language: Language) -> dict[str, str]:
    named = [short_day_words(day, language) for day in sorted(days)]
    shown = named[-_DAYS_NAMED:]
    return {
        "label": label,
        "count": say_count("prepare.body-days", language, len(days))
        if days
        else say("prepare.body-none", language),
        "days": ("… " if len(named) > len(shown) else "") + ", ".join(shown),
    }
