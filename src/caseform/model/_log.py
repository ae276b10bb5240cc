"""What happened, day by day."""

from datetime import date
from enum import StrEnum

from caseform.model._base import Item, Words
from caseform.model._return import HowFar
from caseform.model._school import DistressRating


class DayReason(StrEnum):
    """Why a day went otherwise than planned."""

    ILL = "ill"
    FREE = "free"
    OTHER = "other"


class LogDay(Item):
    """One day: how far it went and how.

    Args:
        on: The day; there is one entry for each.
        reached: How far it went.
        step: Id of the step that was planned.
        done: Whether that step was done; None where no step was planned.
        received_by: Id of the person who received.
        reason: Why it went otherwise.
        tension: The tension that the young person named.
        words: Own words.
        minutes: Minutes at school, where they were counted.
        authorised: Whether the school gave leave for what was missed; None where nobody knows.
        complaints: Bodily complaints that day; being reported sick is another thing.
    """

    on: date
    reached: HowFar | None = None
    step: str | None = None
    done: bool | None = None
    received_by: str | None = None
    reason: DayReason | None = None
    tension: DistressRating | None = None
    words: Words = ""
    minutes: int | None = None
    authorised: bool | None = None
    complaints: Words = ""
