"""What a room may be shown: plain types, one for each kind of room.

A room is who is present. What may never be in a room has no field in the type of that room: the
room with the young person has no place for accommodations, so nothing can put one there. Nothing
here carries an id, a count or a position of the case.
"""

from datetime import date, time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from caseform.errors import RoomError
from caseform.text import Language

TimeZone = Literal["Europe/Amsterdam", "Europe/Brussels"]


class _Shown(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Room(_Shown):
    """Who is present, as labels in a fixed order.

    Args:
        labels: ``youth``, ``parents``, ``parent:<person id>``, ``school``, ``network``, ``team``.

    Example:
        >>> str(Room.parse("parents+youth"))
        'youth+parents'
        >>> Room.parse("youth+parent:p-2").has_youth
        True
    """

    labels: tuple[str, ...]

    @classmethod
    def parse(cls, written: str) -> "Room":
        """Return the room that `written` names.

        Raises:
            RoomError: It names no room; ``therapist`` is none.
        """
        labels = [part.strip() for part in written.split("+")]
        if "therapist" in labels:
            raise RoomError("errors.room-therapist")
        known = {"youth", "parents", "school", "network", "team"}
        if not all(label in known or _is_single_parent(label) for label in labels):
            raise RoomError("errors.room-unknown", room=written)
        return cls(labels=tuple(sorted(set(labels), key=_order)))

    def __str__(self) -> str:
        return "+".join(self.labels)

    @property
    def has_youth(self) -> bool:
        """Whether the young person is present."""
        return "youth" in self.labels

    @property
    def has_parent(self) -> bool:
        """Whether a parent is present."""
        return any(label.startswith("parent") for label in self.labels)


def _is_single_parent(label: str) -> bool:
    head, _, person = label.partition(":")
    return head == "parent" and person.replace("-", "").isalnum()


def _order(label: str) -> tuple[int, str]:
    places = ["youth", "parents", "parent", "school", "network", "team"]
    return places.index(label.partition(":")[0]), label


class ShownCard(_Shown):
    """One card of the board.

    Args:
        words: What stands on it.
        speaker: What the person who said it is called; None if they are not present.
        place: ``youth``, ``family``, ``school``, ``peers``, ``community``, ``help-system``.
        side: Where it is drawn: ``away``, ``home``, ``toward`` or None while it has no place.
        strong: Whether it is marked as a strength.
    """

    words: str
    speaker: str | None = None
    place: str | None = None
    side: Literal["away", "home", "toward"] | None = None
    strong: bool = False


class ShownLink(_Shown):
    """A tie between two cards, by their place in the list of shown cards."""

    source: int
    target: int
    sign: Literal["more", "less"] | None = None


class ShownCircle(_Shown):
    """What keeps what going, round to the start.

    Args:
        cards: The cards by their place in the list of shown cards, in the order of the circle.
        words: The circle as a sentence.
    """

    cards: tuple[int, ...]
    words: str


class ShownVoices(_Shown):
    """What several people say of one thing, laid side by side.

    Args:
        cards: Their cards by place in the list of shown cards.
        verdict: Whether they say the same, or see it differently.
    """

    cards: tuple[int, ...]
    verdict: Literal["agree", "differ"]


class ShownView(_Shown):
    """How one person sees what is going on."""

    who: str
    words: str
    on: date


class ShownEvent(_Shown):
    """Something that happened.

    Args:
        words: What happened.
        on: The day, where it is known.
        about: The time in words, where only that is known.
    """

    words: str
    on: date | None = None
    about: str = ""


class ShownStep(_Shown):
    """One step of the ladder.

    Args:
        words: The step.
        is_now: Whether it is the step that is done now.
        helps: What helps.
        predicted: The tension that the young person expects, with its scale.
    """

    words: str
    is_now: bool = False
    helps: str = ""
    predicted: str | None = None


class ShownDay(_Shown):
    """One dated day of the coming weeks.

    Args:
        on: The day.
        step: What is done.
        direction: Whether it asks more than the day before, the same, or less.
        travel_with: Who travels along.
        received_by: Who receives at school.
        is_agreed: Whether it was agreed; otherwise it is in pencil and may still move.
        has_school: Whether there is school on that day; some steps are practised on a Saturday.
        starts: When it starts, where the lessons of the step say so.
        ends: When it ends.
    """

    on: date
    step: str
    direction: Literal["up", "same", "down"] = "same"
    travel_with: str | None = None
    received_by: str | None = None
    is_agreed: bool = False
    has_school: bool = True
    starts: time | None = None
    ends: time | None = None


class ShownFree(_Shown):
    """A school day on which there is no school, and why."""

    on: date
    words: str


class ShownDone(_Shown):
    """What was done on a day that went by."""

    on: date
    reached: str | None = None
    words: str = ""


class ShownAgreement(_Shown):
    """Who does what, by when, and whether it was done."""

    who: str
    what: str
    by: date | None = None
    is_done: bool = False


class ShownHow(_Shown):
    """How the return goes, in the words that were agreed."""

    travel: str = ""
    spot: str = ""
    receiver: str | None = None
    stand_in: str | None = None
    goodbye: str = ""
    demands: str = ""
    refuge: str = ""
    reply: str = ""
    hard_week: str = ""


class ShownAccommodation(_Shown):
    """What someone at home does to spare the young person distress, and what instead."""

    who: str
    what: str
    replaced_by: str = ""


class _RoomProjection(_Shown):
    """What every room has: who is present, the picture, and what was agreed.

    Args:
        language: The language of the page.
        is_invented: Whether this is a demo case; every page and print says so.
        today: The day on which it is shown.
        present: What those present are called.
        problem: The family's own name for the problem.
        circles: The circles that were chosen and shared.
        voices: Cards of several people that were laid side by side.
        said: The picture said back in a few sentences.
        views: How each one sees it, as far as they shared that.
        series: What ties the appointments of this room together, so that a newer calendar file
            takes the place of an older one. It is no id of the case, and another for each room.
        time_zone: Where the school stands, for the hours of appointments.
    """

    language: Language
    is_invented: bool
    today: date
    present: tuple[str, ...] = ()
    problem: str = ""
    cards: tuple[ShownCard, ...] = ()
    links: tuple[ShownLink, ...] = ()
    circles: tuple[ShownCircle, ...] = ()
    voices: tuple[ShownVoices, ...] = ()
    said: tuple[str, ...] = ()
    views: tuple[ShownView, ...] = ()
    agreements: tuple[ShownAgreement, ...] = ()
    series: str = ""
    time_zone: TimeZone = "Europe/Amsterdam"


class YouthRoom(_RoomProjection):
    """A room with the young person: one to three steps, the coming days, what was done.

    Of how it goes it holds only where someone waits.
    """

    kind: Literal["youth"] = "youth"
    events: tuple[ShownEvent, ...] = ()
    steps: tuple[ShownStep, ...] = ()
    days: tuple[ShownDay, ...] = ()
    spot: str = ""
    done: tuple[ShownDone, ...] = ()


class _AdultsAlone(_RoomProjection):
    """What may be shown where the young person and the school are not."""

    events: tuple[ShownEvent, ...] = ()
    steps: tuple[ShownStep, ...] = ()
    days: tuple[ShownDay, ...] = ()
    free: tuple[ShownFree, ...] = ()
    done: tuple[ShownDone, ...] = ()
    how: ShownHow = ShownHow()
    accommodations: tuple[ShownAccommodation, ...] = ()
    goals: tuple[str, ...] = ()


class ParentsRoom(_AdultsAlone):
    """A room with parents or their network, without the young person and without school."""

    kind: Literal["parents"] = "parents"


class SchoolRoom(_RoomProjection):
    """A room with the school, without the young person.

    Never ratings, family patterns, or what happened at home.
    """

    kind: Literal["school"] = "school"
    days: tuple[ShownDay, ...] = ()
    free: tuple[ShownFree, ...] = ()
    how: ShownHow = ShownHow()
    adjustments: tuple[str, ...] = ()
    exempts: tuple[str, ...] = ()


class TeamRoom(_AdultsAlone):
    """A room with the team alone."""

    kind: Literal["team"] = "team"
    adjustments: tuple[str, ...] = ()
    exempts: tuple[str, ...] = ()


class ShownTried(_Shown):
    """What someone tried, what it brought and what is needed."""

    who: str
    did: str
    effect: str = ""
    needed: str = ""


class ShownRole(_Shown):
    """A card in the part that the therapist thinks it plays: a working idea.

    Args:
        words: What stands on the card.
        role: The part.
        speaker: What the person who said it is called.
        place: As that of a `ShownCard`.
    """

    words: str
    role: Literal["predisposing", "precipitating", "perpetuating", "protective"]
    speaker: str | None = None
    place: str | None = None


class TherapistPaper(_AdultsAlone):
    """The therapist's own paper: everything, for export alone.

    It is no room: no `Room` names it, so no view can be handed one. Working ideas have a place
    here and in no room.
    """

    kind: Literal["therapist"] = "therapist"
    roles: tuple[ShownRole, ...] = ()
    adjustments: tuple[str, ...] = ()
    exempts: tuple[str, ...] = ()
    tried: tuple[ShownTried, ...] = ()
    notes: tuple[str, ...] = ()


RoomProjection = YouthRoom | ParentsRoom | SchoolRoom | TeamRoom
Paper = RoomProjection | TherapistPaper

_PROJECTIONS: TypeAdapter[RoomProjection] = TypeAdapter(
    Annotated[RoomProjection, Field(discriminator="kind")]
)
_PAPERS: TypeAdapter[Paper] = TypeAdapter(Annotated[Paper, Field(discriminator="kind")])


def paper_from_json(document: str) -> Paper:
    """Return the projection, or the therapist's own paper, that `document` holds.

    Raises:
        pydantic.ValidationError: It holds neither.
    """
    return _PAPERS.validate_json(document)


def projection_to_json(projection: Paper) -> str:
    """Return `projection` as JSON text, its fields always in the same order."""
    return projection.model_dump_json()


def projection_from_json(document: str) -> RoomProjection:
    """Return the projection that `document` holds.

    Raises:
        pydantic.ValidationError: It holds none.

    Example:
        >>> room = YouthRoom(language="nl", is_invented=True, today=date(2026, 11, 24))
        >>> projection_from_json(projection_to_json(room)) == room
        True
    """
    return _PROJECTIONS.validate_json(document)
