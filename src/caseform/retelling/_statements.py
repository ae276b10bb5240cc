"""The picture as short sentences, each with the cards that it speaks of."""

from collections.abc import Callable
from dataclasses import dataclass

from caseform.model import Case
from caseform.retelling._circles import Sees, everything
from caseform.text import Language

Speaker = Callable[[str | None], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence that says a part of the picture.

    Args:
        about: Its name among the sentences, such as ``toward`` or ``circle:f-1+f-2``; the same
            part keeps its name when its words change.
        cards: Ids of the factors that it speaks of.
        text: The sentence.
    """

    about: str
    cards: tuple[str, ...]
    text: str


def retell(
    case: Case,
    language: Language,
    *,
    sees: Sees = everything,
    speaker: Speaker | None = None,
    short: bool = False,
    problem: bool = True,
) -> tuple[Statement, ...]:
    """Return the picture in sentences.

    Args:
        case: The case.
        language: Of the sentences.
        sees: Whether a card, link or circle is spoken of.
        speaker: Gives what the person with an id is called, or None where that is not said;
            by default everyone is called what the case calls them.
        short: Five lines at most, for the room; otherwise all of it.
        problem: Whether the family's own name for the problem may be said.
    """
    return ()
