"""What happened, what was tried, what is aimed for, and what was agreed."""

from datetime import date
from enum import StrEnum

from caseform.model._base import Item, Words


class FamilyAccommodation(Item):
    """What someone at home changed to spare the young person distress.

    Args:
        who: Id of the person who does it.
        what: What they do.
        trigger: On which occasion.
        spares: What it spares the young person, or themselves.
        often: How often, in words.
        since: Since when, in words.
        replaced_by: What is done instead.
        stopped_on: When it stopped.
        came_back_on: When it was seen again.
    """

    who: str
    what: Words
    trigger: Words = ""
    spares: Words = ""
    often: Words = ""
    since: Words = ""
    replaced_by: Words = ""
    stopped_on: date | None = None
    came_back_on: date | None = None


class CaseEvent(Item):
    """Something that happened: a move, an illness, a changed plan, a first day.

    Args:
        on: The day, where it is known.
        about: The time in words, where only that is known.
        words: What happened.
        changes_plan: Whether the way of working changed, so that pictures over time mark it.
        is_transition: Whether it is a change that asks for support around it: a new school, a new
            mentor, a move.
    """

    on: date | None = None
    about: Words = ""
    words: Words
    changes_plan: bool = False
    is_transition: bool = False


class GoalState(StrEnum):
    """How far a goal is."""

    OPEN = "open"
    BEGUN = "begun"
    REACHED = "reached"
    LET_GO = "let-go"


class Goal(Item):
    """What someone wants to reach, worded as what they themselves do.

    Args:
        words: The goal.
        whose: Id of the person whose goal it is.
        by: When it is looked at.
        state: How far it is.
        factors: Ids of the factors that it works on.
    """

    words: Words
    whose: str | None = None
    by: date | None = None
    state: GoalState = GoalState.OPEN
    factors: tuple[str, ...] = ()


class TriedAction(Item):
    """What someone tried, what it brought, and what is needed.

    Args:
        who: Id of the person whose row it is.
        did: What they did.
        effect: What it brought.
        needed: What is needed, and who could help.
        on: The date of this version of the row.
    """

    who: str
    did: Words
    effect: Words = ""
    needed: Words = ""
    on: date | None = None


class Agreement(Item):
    """Who does what, by when, and whether it was done.

    Args:
        who: Id of the person who does it.
        what: What they do.
        by: The day by which, if one was named.
        done_on: The day on which it was done.
    """

    who: str
    what: Words
    by: date | None = None
    done_on: date | None = None


class Note(Item):
    """A note for the therapist alone; it has no audience.

    Args:
        words: What to remember.
        about: Id of what it is about, if anything.
    """

    words: Words
    about: str | None = None
