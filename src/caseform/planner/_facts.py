"""The facts of a case that a plan has to fit, and what is taken away to see what they hold up."""

from dataclasses import dataclass
from enum import StrEnum

# Stands where a rule would: the timetable keeps a step from a day, though no rule does.
TIMETABLE = "timetable"


class FactKind(StrEnum):
    """The kinds of facts that can stand in the way of a plan."""

    AGREED = "day-agreed"
    NOBODY_RECEIVES = "nobody-receives"
    NOBODY_TRAVELS = "nobody-travels"
    NO_LESSON = "no-lesson"
    SPECIAL_WEEK = "special-week"
    HELD = "held"


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One fact of this case that a plan has to fit.

    Args:
        kind: What kind of fact it is.
        on: The weekday (Monday is 0) of what is so every week, the day (ISO) of what is so once
            or until then, or the id of the special week.
    """

    kind: FactKind
    on: str


Loosened = frozenset[str | Fact]
NOTHING: Loosened = frozenset()
