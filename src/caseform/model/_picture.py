"""What is read from the board: which cards say the same, which keep each other going, in words."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from caseform.model._base import Id, Item, Words
from caseform.text import Language


class Verdict(StrEnum):
    """How what one person says stands to what another says."""

    AGREE = "agree"
    DIFFER = "differ"


class Comparison(Item):
    """Cards of several informants laid beside each other.

    The cards stay as they are, so that taking the comparison away loses nothing of what anyone
    said.

    Args:
        cards: Ids of the factors, two or more.
        verdict: Whether they say the same, or see it differently.
    """

    cards: Annotated[tuple[Id, ...], Field(min_length=2)]
    verdict: Verdict


class Circle(Item):
    """A circle that the therapist chose to look at: what keeps what going, round to the start.

    A working idea; the links themselves stay the ones of the board.

    Args:
        cards: Ids of the factors, each working on the next and the last on the first.
    """

    cards: Annotated[tuple[Id, ...], Field(min_length=2)]


class EditedSentence(Item):
    """A sentence that says the picture back, as a person corrected it.

    Args:
        about: Which sentence: its name among those that are made from the picture.
        cards: Ids of the factors that it speaks of.
        language: The language that it is in.
        made: The sentence as it was made when it was corrected; once another one is made, the
            facts have changed and the correction is looked at again.
        words: The sentence as corrected; empty leaves it out.
    """

    about: str
    cards: tuple[Id, ...] = ()
    language: Language
    made: Words
    words: Words
