import pytest

from caseform.errors import ClashError, InvalidCaseError
from caseform.model import (
    AddItem,
    EditField,
    EditItem,
    MoveItem,
    RemoveItem,
    SeveralChanges,
    ShareItem,
    change_from,
)
from support.cases import noor


def test_a_change_crosses_the_channel_and_does_the_same_there():
    """What the page asks for is what the keeper does."""
    change = EditItem(collection="factors", id="f-1", fields={"words": "hoofdpijn"})

    there = change_from(change.model_dump(mode="json"))

    assert there.apply(noor()) == change.apply(noor())


def test_the_same_field_changed_in_two_places_is_a_clash_and_nothing_is_lost():
    """Two windows on one case never silently overwrite each other."""
    first = EditItem(
        collection="factors", id="f-1", fields={"words": "a"}, was={"words": "buikpijn"}
    )
    second = EditItem(
        collection="factors", id="f-1", fields={"words": "b"}, was={"words": "buikpijn"}
    )
    case = first.apply(noor())

    with pytest.raises(ClashError):
        second.apply(case)

    assert case.find("factors", "f-1").words == "a"


def test_different_fields_of_one_card_changed_in_two_places_both_stay():
    """Only a true clash asks."""
    words = EditItem(
        collection="factors", id="f-1", fields={"words": "a"}, was={"words": "buikpijn"}
    )
    strength = EditItem(
        collection="factors", id="f-1", fields={"strength": 2}, was={"strength": None}
    )

    after = strength.apply(words.apply(noor())).find("factors", "f-1")

    assert (after.words, after.strength) == ("a", 2)


def test_changes_that_belong_together_happen_all_or_not_at_all():
    """Half a gesture would be a puzzle to undo."""
    both = SeveralChanges(
        changes=(
            RemoveItem(collection="factors", id="f-1"),
            RemoveItem(collection="factors", id="not-there"),
        )
    )
    case = noor()

    with pytest.raises(InvalidCaseError):
        both.apply(case)

    assert case.find("factors", "f-1") is not None


def test_withdrawing_a_card_leaves_it_with_the_therapist():
    """Withdrawn is not removed."""
    after = ShareItem(collection="factors", id="f-1", labels=()).apply(noor())

    assert after.find("factors", "f-1").shared_with == ()


def test_a_private_note_has_no_audience():
    """Work notes never cross."""
    with pytest.raises(InvalidCaseError):
        ShareItem(collection="notes", id="n-1", labels=("team",)).apply(noor())


def test_a_step_moves_before_the_step_it_is_dropped_on():
    """Dragging a step names the thing, not its place."""
    after = MoveItem(collection="return_plan.steps", id="s-2", before="s-1").apply(noor())

    assert [step.id for step in after.return_plan.steps] == ["s-2", "s-1"]


def test_a_field_deep_in_the_plan_can_be_filled_in():
    """How comes before when."""
    after = EditField(path="return_plan.how.goodbye", value="bij de fietsen").apply(noor())

    assert after.return_plan.how.goodbye == "bij de fietsen"


@pytest.mark.parametrize(
    "path", ["id", "school", "return_plan.steps", "is_invented", "nowhere.at.all"]
)
def test_what_is_no_field_cannot_be_filled_in(path):
    """A garbled intent changes nothing."""
    with pytest.raises(InvalidCaseError):
        EditField(path=path, value="x").apply(noor())


@pytest.mark.parametrize(
    "item",
    [
        {"id": "k-9", "source": "f-1", "target": "f-1"},
        {"id": "k-9", "source": "f-1", "target": "f-99"},
    ],
)
def test_a_link_runs_between_two_cards_that_are_there(item):
    """A card is no circle by itself."""
    with pytest.raises(InvalidCaseError):
        AddItem(collection="links", item=item).apply(noor())


def test_an_answer_longer_than_any_session_is_refused_in_one_sentence():
    """A slip of the paste key is not stored."""
    with pytest.raises(InvalidCaseError):
        AddItem(collection="factors", item={"id": "f-9", "words": "x" * 20_001}).apply(noor())
