"""Writing days down and agreeing on them: who agreed to what, and what changed since."""

from typing import Any

from caseform import checks, planner
from caseform.model import AgreedPlan, Case, Finding, PersonKind, Severity
from caseform.text import Language, day_words, listed, say, say_count, short_day_words
from caseform.widgets.return_plan._said import said
from caseform.widgets.return_plan._weeks_view import Weeks

# Who a plan is agreed with, in the order in which they are asked.
_ASKED = (PersonKind.YOUNG_PERSON, PersonKind.CAREGIVER, PersonKind.SCHOOL, PersonKind.HELPER)


def agree_view(about: Weeks) -> dict[str, Any]:
    """Return what is asked before days are agreed, and what was agreed until now."""
    language = about.language
    still_open = open_findings(about) if about.plan.days else []
    has_days = bool(about.plan.days)
    return {
        "pencil": say("return.pencil", language) if has_days else "",
        "agree": say("return.agree", language) if has_days else "",
        "open": say_count("return.open-some", language, len(still_open))
        if still_open
        else say("return.open-none", language),
        "asked": {
            "title": say("return.reason-title" if still_open else "agree.title", language),
            "who": say("agree.who", language),
            "people": [
                {"id": person.id, "text": person.called}
                for kind in _ASKED
                for person in about.case.people
                if person.kind is kind
            ],
            "needed": bool(still_open),
            "text": say("return.reason-text", language),
            "label": say("return.reason-label", language),
            "do": say("return.reason-do" if still_open else "agree.do", language),
            "close": say("return.close", language),
            "open": [said(finding, language, about.rules)["text"] for finding in still_open],
        },
        "last": _last(about),
    }


def open_findings(about: Weeks) -> list[Finding]:
    """Return what would be wrong once the coming days were agreed; a rule may wait for that."""
    agreed = planner.writing(about.case, about.plan, agreed=True).apply(about.case)
    found = checks.findings(
        agreed, today=about.today, calendar=about.calendar, catalogue=about.rules
    )
    return [finding for finding in found if finding.severity is Severity.HARD]


def _last(about: Weeks) -> dict[str, Any] | None:
    version = planner.last_agreed(about.case)
    if version is None:
        return None
    language = about.language
    changed = [phrase.in_(language) for phrase in planner.changed_since(about.case)]
    return {
        "text": _said_of(about.case, version, language),
        "changed_title": say("agree.changed", language),
        "changed": changed,
        "all_changed": say_count("agree.all-changed", language, len(changed)),
        "same": "" if changed else say("agree.same", language),
        "versions": {
            "label": say_count("agree.versions", language, len(about.case.return_plan.agreed)),
            "all": [
                {
                    "key": one.id,
                    "text": _said_of(about.case, one, language),
                    "days": [
                        f"{short_day_words(day.on, language)}: {day.words}" for day in one.days
                    ],
                }
                for one in reversed(about.case.return_plan.agreed)
            ],
        },
    }


def _said_of(case: Case, version: AgreedPlan, language: Language) -> str:
    names = [person.called for one in version.agreed_by if (person := case.person(one))]
    on = day_words(version.on, language)
    if not names:
        return say("agree.on", language, on=on)
    return say("agree.on-with", language, on=on, names=listed(names, language))
