"""What the family room of a demo case is, and what it shows."""

from datetime import date

from caseform.demo._cases import DemoName, cases
from caseform.projection.build import build
from caseform.projection.rooms import Room, projection_to_json
from caseform.text import Language

# The day that the shipped projection shows; a Monday in the middle of a school term.
SHIPPED_DAY = date(2026, 11, 23)


def family_room(name: DemoName) -> str:
    """Return the room in which the family of `name` sits together, as it is written.

    Example:
        >>> family_room("return"), family_room("home")
        ('youth+parents', 'youth+parent:p2')
    """
    case, _ = cases(name, today=SHIPPED_DAY)
    if case.parents_are_one_audience:
        return "youth+parents"
    return f"youth+parent:{case.caregivers[0].id}"


def room_projection(language: Language) -> str:
    """Return the family room of ``return`` as JSON, as it ships for a room without a keeper.

    The view may not read a case, so what this gives is a file beside it.

    Args:
        language: The language of the case and of the page.
    """
    case, _ = cases("return", today=SHIPPED_DAY, language=language)
    room = Room.parse(family_room("return"))
    shown = build(case, room, language=language, today=SHIPPED_DAY)
    return projection_to_json(shown) + "\n"
