"""What pushes away from and draws toward school, and how one thing keeps another going."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from caseform.model._base import Id, Item, Words


class Place(StrEnum):
    """Where a factor acts."""

    YOUTH = "youth"
    FAMILY = "family"
    SCHOOL = "school"
    PEERS = "peers"
    COMMUNITY = "community"
    HELP_SYSTEM = "help-system"


class Bearing(StrEnum):
    """Which way a factor moves the young person.

    Named by destination, because the literature uses "push" and "pull" in opposite senses.
    """

    TOWARD_SCHOOL = "toward-school"
    AWAY_FROM_SCHOOL = "away-from-school"


class Draw(StrEnum):
    """What draws elsewhere, where something does."""

    HOME = "home"


Side = Literal["away", "home", "toward"]


class Role(StrEnum):
    """The part that a factor plays; the presenting problem is a field of the case."""

    PREDISPOSING = "predisposing"
    PRECIPITATING = "precipitating"
    PERPETUATING = "perpetuating"
    PROTECTIVE = "protective"


class Certainty(StrEnum):
    """How sure we are; a working idea may be wrong."""

    GUESS = "guess"
    LIKELY = "likely"
    SURE = "sure"


class Factor(Item):
    """One factor, as one informant described it.

    The same words from two informants are two factors, because agreement is itself a finding.

    Args:
        words: What stands on the card, as said.
        entry: Id of the catalogue entry that it is an instance of, if any.
        place: Where it acts, if that is known.
        bearing: Which way it moves the young person, if that is known.
        draw: What draws elsewhere, if something does.
        role: The part that it plays: a working idea.
        strength: How much it weighs, from 1 to 3.
        certainty: How sure we are.
        since: Since when, in words.

    Example:
        >>> Factor(id="f-1", words="buikpijn", place=Place.YOUTH).bearing is None
        True
    """

    words: Annotated[Words, Field(min_length=1)]
    entry: Id | None = None
    place: Place | None = None
    bearing: Bearing | None = None
    draw: Draw | None = None
    role: Role | None = None
    strength: Annotated[int, Field(ge=1, le=3)] | None = None
    certainty: Certainty | None = None
    since: Words = ""

    @property
    def side(self) -> Side | None:
        """The column of the board that it lies in, if it is known which way it moves.

        Example:
            >>> Factor(id="f-1", words="gamen", draw=Draw.HOME).side
            'home'
        """
        if self.draw is Draw.HOME:
            return "home"
        if self.bearing is Bearing.AWAY_FROM_SCHOOL:
            return "away"
        return "toward" if self.bearing is Bearing.TOWARD_SCHOOL else None


class LinkSign(StrEnum):
    """Whether more of the one gives more or less of the other."""

    MORE = "more"
    LESS = "less"


class Link(Item):
    """A supposed tie: more of one factor gives more, or less, of another.

    Args:
        source: Id of the factor that it starts from.
        target: Id of the factor that it works on.
        sign: More or less of the target; None while nobody chose.
        grounds: Why we think so.
        certainty: How sure we are.
    """

    source: str
    target: str
    sign: LinkSign | None = None
    grounds: Words = ""
    certainty: Certainty | None = None
