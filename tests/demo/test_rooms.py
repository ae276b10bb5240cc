"""What each room sees of the invented cases: something good everywhere, and nothing too much."""

from importlib.resources import files

import pytest

from caseform.demo import family_room, room_projection
from caseform.model import Case, PersonKind
from caseform.projection.build import build, room_sees
from caseform.projection.rooms import (
    ParentsRoom,
    Room,
    RoomProjection,
    SchoolRoom,
    YouthRoom,
    projection_from_json,
    projection_to_json,
)
from caseform.text import Language

from .conftest import TODAY


def shown(case: Case, room: str) -> RoomProjection:
    """Return what `room` sees today."""
    return build(case, Room.parse(room), language="nl", today=TODAY)


def test_the_family_sees_strengths_a_circle_and_the_coming_days(returning: Case) -> None:
    """The first thing on the wall is worth looking at."""
    room = shown(returning, "youth+parents")

    assert isinstance(room, YouthRoom)
    assert len([card for card in room.cards if card.strong]) >= 4
    assert len(room.links) >= 5
    assert {card.side for card in room.cards} >= {"away", "home", "toward"}
    assert len(room.days) == 10
    assert len(room.steps) == 3
    assert room.steps[0].is_now
    assert len(room.done) >= 10
    assert room.agreements


def test_school_sees_who_waits_what_is_changed_and_the_coming_days(returning: Case) -> None:
    """A page for school can be made from what is shared with it."""
    room = shown(returning, "school")

    assert isinstance(room, SchoolRoom)
    assert room.how.receiver == "mevrouw Jansen"
    assert len(room.adjustments) >= 3
    assert len(room.days) == 10
    assert len(room.cards) >= 6
    assert len(room.agreements) >= 3


def test_parents_alone_see_what_they_do_and_what_they_do_instead(returning: Case) -> None:
    """Their own programme is for them, and for nobody else in a room."""
    room = shown(returning, "parents")

    assert isinstance(room, ParentsRoom)
    assert len([one for one in room.accommodations if one.replaced_by]) >= 3
    assert len(room.goals) >= 3


def test_at_home_the_room_is_the_young_person_and_the_one_parent(at_home: Case) -> None:
    """The father has no authority recorded, so there is no room of *the parents*."""
    room = shown(at_home, family_room("home"))

    assert family_room("home") == "youth+parent:p2"
    assert isinstance(room, YouthRoom)
    assert room.present == ("Bram", "moeder")
    assert len([card for card in room.cards if card.strong]) >= 3
    assert len(room.links) >= 3
    assert room.days == ()
    assert room.steps


def test_the_father_sees_what_he_said_and_not_what_the_mother_shared(at_home: Case) -> None:
    """The other home stays the other home's."""
    cards = shown(at_home, "parent:p3").cards

    assert {card.speaker for card in cards} <= {"vader", None}
    assert cards


@pytest.mark.parametrize("room", ["youth", "parents", "school", "network", "youth+parents+school"])
def test_what_the_therapist_keeps_is_in_no_room(returning: Case, room: str) -> None:
    """Notes and working ideas stay with the therapist."""
    told = projection_to_json(shown(returning, room))
    own = [n.words for n in returning.notes]
    own += [f.words for f in returning.factors if not f.shared_with]

    assert len(own) >= 6
    assert [words for words in own if words in told] == []


def test_what_a_room_with_the_young_person_sees_holds_no_family_pattern(
    returning: Case, at_home: Case
) -> None:
    """Nobody reads about himself what his parents do for his sake."""
    for case in (returning, at_home):
        assert not [one for one in case.accommodations if "youth" in one.shared_with]
        therapist = {p.id for p in case.people if p.kind is PersonKind.THERAPIST}
        ideas = [f for f in case.factors if f.said_by in therapist]
        assert ideas
        assert not [f for f in ideas if room_sees(case, Room.parse("youth"), f.shared_with)]


def test_each_room_sees_less_than_the_therapist(returning: Case) -> None:
    """Privacy tells the rooms apart."""
    counts = {
        room: len(shown(returning, room).cards)
        for room in ("youth", "parents", "school", "youth+parents", "youth+parents+school")
    }

    assert counts["youth+parents+school"] < counts["youth+parents"] < counts["parents"]
    assert counts["parents"] < len(returning.factors)
    assert counts["youth+parents"] < counts["youth"]


@pytest.mark.parametrize(("language", "file"), [("nl", "room.json"), ("en", "room.en.json")])
def test_the_shipped_projection_is_what_a_demo_room_shows(language: Language, file: str) -> None:
    """A room without a keeper shows what the family room of the demo would.

    After a change in a demo case: ``python -m caseform.demo``.
    """
    shipped = (files("caseform.view") / "data" / file).read_text(encoding="utf-8")

    assert shipped == room_projection(language)
    assert projection_from_json(shipped).is_invented
