"""How before when, on the page with the graded return."""

from typing import Any

from caseform.model import Case, PersonKind
from caseform.text import Language, say, say_count

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
# What a date that is agreed cannot do without (R-T5, R-L1).
NEEDED = ("travel", "spot", "receiver", "demands", "reply", "hard_week")


def how_view(case: Case, language: Language) -> dict[str, Any]:
    """Return how it goes, part by part, and what an agreed date still needs."""
    waiting = [name for name in NEEDED if not getattr(case.return_plan.how, name)]
    return {
        "title": say("return.how-title", language),
        "hint": say_count("weeks.how-needed", language, len(waiting))
        if waiting
        else say("weeks.how-ready", language),
        "open": say("weeks.how-open", language),
        "fields": [_field(case, name, language) for name in HOW],
    }


def _field(case: Case, name: str, language: Language) -> dict[str, Any]:
    value = getattr(case.return_plan.how, name)
    people = [
        {"id": person.id, "text": person.called}
        for person in case.people
        if person.kind in (PersonKind.SCHOOL, PersonKind.HELPER)
    ]
    person = case.person(value) if name in PEOPLE else None
    return {
        "name": name,
        "label": say(f"return.how-{name}", language),
        "hint": "" if name in PEOPLE else say(f"return.how-{name}-hint", language),
        "value": value or "",
        "reads": person.called if person else value or "",
        "people": people if name in PEOPLE else None,
        "nobody": say("return.nobody" if people else "return.nobody-yet", language),
        "is_filled": bool(value),
        "needed": say("weeks.how-for-agreeing", language) if name in NEEDED and not value else "",
    }
