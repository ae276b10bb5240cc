"""What the page with the graded return shows: plain values, already worded."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from caseform import checks, planner
from caseform.model import Case, EndGoal
from caseform.projection.rooms import ShownStep
from caseform.text import Language, say
from caseform.widgets._people import people_view
from caseform.widgets.return_plan._agree_view import agree_view
from caseform.widgets.return_plan._ahead_view import ahead_view
from caseform.widgets.return_plan._how_view import how_view
from caseform.widgets.return_plan._ladder_view import ladder_view
from caseform.widgets.return_plan._ready_view import finding_view, ready_view
from caseform.widgets.return_plan._reentry_view import reentry_view
from caseform.widgets.return_plan._timetable_view import timetable_view
from caseform.widgets.return_plan._ways_view import ways_view
from caseform.widgets.return_plan._weeks_view import Weeks, days_view
from caseform.widgets.return_plan._what_if_view import what_if_view

TABS = ("plan", "timetable", "ready", "ways")


def return_plan_view(
    case: Case,
    language: Language,
    *,
    today: date,
    seen: Sequence[ShownStep] = (),
    wish: planner.Wish | None = None,
    span: str | None = None,
) -> dict[str, Any]:
    """Return the graded return as plain, worded values.

    Args:
        case: The case.
        language: The language of the words.
        today: The day from which is planned.
        seen: The steps that the young person is shown now.
        wish: What was asked last about the coming days.
        span: How far is looked ahead, where it is.
    """

    def words(key: str) -> str:
        return say(f"return.{key}", language)

    about = Weeks.of(case, language, today=today)
    rules, calendar = about.rules, about.calendar
    found = checks.findings(case, today=today, calendar=calendar, catalogue=rules)
    return {
        "title": words("title"),
        "tabs": {
            "label": words("tabs"),
            "all": [{"id": tab, "text": words(f"tab-{tab}")} for tab in TABS],
        },
        "goal": {
            "label": words("goal"),
            "options": [
                {"id": goal.value, "text": words(f"goal-{goal.value}")} for goal in EndGoal
            ],
            "chosen": case.return_plan.end_goal.value if case.return_plan.end_goal else None,
        },
        "people": people_view(case, language),
        "how": how_view(case, language),
        "again": reentry_view(about),
        "days": days_view(about),
        "ahead": ahead_view(about, span),
        "what_if": what_if_view(about, wish),
        "agree": agree_view(about),
        "ladder": ladder_view(case, language, rules, today=today, seen=seen),
        "timetable": timetable_view(case, language, today=today),
        "findings": {
            "title": words("findings-title"),
            "none": words("findings-none"),
            "rows": [finding_view(case, one, language, rules, today=today) for one in found],
        },
        "ready": ready_view(case, language, rules, found, today=today),
        "ways": ways_view(case, language, rules, found, today=today),
    }
