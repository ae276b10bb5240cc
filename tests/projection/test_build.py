from datetime import date

import pytest
from pydantic import ValidationError

from caseform.errors import RoomError
from caseform.model import ShareItem
from caseform.projection.build import (
    build,
    build_therapist_paper,
    labels_of_present,
    room_sees,
    sees,
)
from caseform.projection.rooms import (
    ParentsRoom,
    Room,
    SchoolRoom,
    YouthRoom,
    projection_from_json,
    projection_to_json,
)
from support.cases import TODAY, noor


def shown(case, room):
    return build(case, Room.parse(room), language="nl", today=TODAY)


def test_an_item_is_shown_only_if_everyone_present_may_see_it():
    """A wall screen has no private corner."""
    case = noor()

    assert [card.words for card in shown(case, "youth+parents").cards] == [
        "buikpijn", "thuis is het rustig", "kookles",
    ]  # fmt: skip
    assert [card.words for card in shown(case, "youth+parents+school").cards] == ["kookles"]


def test_what_is_shared_with_the_parents_is_seen_by_each_of_them_alone():
    """The word parents means each caregiver."""
    assert sees(noor(), "parent:p-2", ("parents",))
    assert sees(noor(), "parents", ("parent:p-2", "parent:p-3"))
    assert not sees(noor(), "parents", ("parent:p-2",))
    assert not sees(noor(), "parent:p-3", ("parent:p-2",))


def test_a_contact_limit_takes_back_what_was_shared_with_the_parents():
    """The room closes before anyone has to think of it."""
    case = noor()
    apart = case.with_item("people", case.person("p-3").model_copy(update={"contact_limit": True}))

    assert not sees(apart, "parent:p-3", ("parents",))
    assert not sees(apart, "parent:p-2", ("parents",))
    with pytest.raises(RoomError):
        shown(apart, "youth+parents")
    assert shown(apart, "youth+parent:p-2").cards == ()


def test_accommodations_have_no_place_in_a_room_with_the_youth():
    """Not left out: there is no field that could hold one."""
    assert "accommodations" not in YouthRoom.model_fields
    assert "accommodations" not in SchoolRoom.model_fields
    assert [one.what for one in shown(noor(), "parents").accommodations] == ["belt de mentor af"]


def test_the_school_gets_no_ratings_and_no_steps():
    """What a child feels at the gate is not for the staff room."""
    school = shown(noor(), "school")

    assert isinstance(school, SchoolRoom)
    assert "predicted" not in projection_to_json(school)
    assert school.how.receiver == "meneer Bakker"


def test_a_speaker_is_named_only_while_present():
    """Who said it is part of what was said."""
    assert shown(noor(), "youth").cards[0].speaker == "Noor"
    assert shown(noor(), "parents").cards[0].speaker is None


def test_each_kind_of_room_has_a_type_of_its_own():
    """A paper for school cannot be handed a projection for parents."""
    assert isinstance(shown(noor(), "youth+school"), YouthRoom)
    assert isinstance(shown(noor(), "parents"), ParentsRoom)


@pytest.mark.parametrize("room", ["therapist", "youth+therapist", "neighbours", "", "parent:"])
def test_what_is_no_room_is_refused(room):
    """A slip of the keyboard shows nothing to anyone."""
    with pytest.raises(RoomError):
        shown(noor(), room)


def test_a_parent_who_is_not_in_the_case_is_no_room():
    """A made-up id opens nothing."""
    with pytest.raises(RoomError):
        shown(noor(), "parent:p-99")


def test_nobody_present_sees_nothing():
    """An empty room is not everyone."""
    assert not room_sees(noor(), Room(labels=()), ("youth",))


def test_no_id_of_the_case_crosses():
    """An id would tell how many there are, or tie two papers together."""
    case = noor()
    ids = [item.id for _, item in case.all_items()] + [case.id]

    for room in ("youth+parents", "parents", "school", "team", "youth"):
        document = projection_to_json(shown(case, room))
        assert [one for one in ids if f'"{one}"' in document] == []


def test_a_step_that_is_not_shared_leaves_no_gap():
    """The young person sees one to three steps, whichever they are."""
    case = noor()
    hidden = ShareItem(collection="return_plan.steps", id="s-1", labels=()).apply(case)

    assert [step.words for step in shown(hidden, "youth").steps] == ["tot het bankje"]
    assert [day.step for day in shown(hidden, "youth").days] == ["tot het bankje"]
    assert [day.direction for day in shown(hidden, "youth").days] == ["same"]


def test_days_that_went_by_are_no_plan():
    """The strip begins today."""
    later = build(noor(), Room.parse("youth"), language="nl", today=date(2026, 11, 26))

    assert [day.step for day in later.days] == ["tot het bankje"]


def test_a_card_made_together_gets_one_label_per_person_present():
    """A parent who joins next month was not there."""
    assert labels_of_present(noor(), Room.parse("youth+parents")) == (
        "youth", "parent:p-2", "parent:p-3",
    )  # fmt: skip


def test_the_therapists_paper_holds_everything_and_is_no_room():
    """The therapist's own file copy is complete, and no screen can be handed it."""
    paper = build_therapist_paper(noor(), language="nl", today=TODAY)

    assert [card.words for card in paper.cards] == [factor.words for factor in noor().factors]
    assert paper.notes == ("vader komt volgende keer alleen",)
    with pytest.raises(ValidationError):
        projection_from_json(projection_to_json(paper))
