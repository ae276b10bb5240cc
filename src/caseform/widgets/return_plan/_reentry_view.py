"""A calm card after a break or a hard week: it is ordinary, and three ways to begin again."""

from typing import Any

from caseform import planner
from caseform.widgets.return_plan._said import source
from caseform.widgets.return_plan._weeks_view import Weeks


def reentry_view(about: Weeks) -> dict[str, Any] | None:
    """Return how to begin again, where that is asked for; None otherwise."""
    found = planner.reentry(about.case, today=about.today, calendar=about.calendar)
    if found is None:
        return None
    language = about.language
    return {
        "title": about.words("again-title"),
        "words": found.words.in_(language),
        "normal": found.normal.in_(language),
        "options": [
            {
                "way": option.way.value,
                "words": option.words.in_(language),
                "consequence": option.consequence.in_(language),
                "do": about.words("again-do"),
            }
            for option in found.options
        ],
        "why": about.words("again-why"),
        "sources": [source(about.rules, rule, language) for rule in found.rules],
    }
