"""What is read from the board goes with its cards, and never against them."""

import json

import pytest

from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    Case,
    EditField,
    EditItem,
    History,
    RemoveItem,
    ShareItem,
)
from model.walks import changed
from support.cases import noor, noor_assessed


def without(case: Case, card: str) -> Case:
    return RemoveItem(collection="factors", id=card).apply(case)


def test_a_comparison_goes_on_with_the_cards_that_are_left():
    """Mother takes her card back; what Noor and the therapist see differently stays."""
    after = without(noor_assessed(), "f-2")

    assert after.find("comparisons", "v-1").cards == ("f-1", "f-4")


def test_a_comparison_of_one_card_is_none():
    """Nobody agrees or differs alone."""
    after = without(noor_assessed(), "f-3")

    assert after.find("comparisons", "v-2") is None
    assert after.find("comparisons", "v-1") is not None


@pytest.mark.parametrize("cards", [[], ["f-1"]])
def test_a_comparison_or_a_circle_of_less_than_two_cards_is_refused(cards):
    """A slip of the mouse makes no finding."""
    for collection, more in (("comparisons", {"verdict": "agree"}), ("circles", {})):
        add = AddItem(collection=collection, item={"id": "x-1", "cards": cards, **more})
        with pytest.raises(InvalidCaseError):
            add.apply(noor())


def test_taking_voices_apart_again_loses_nothing_of_what_anyone_said():
    """Two voices laid beside each other, in front of both of them, can be taken apart again."""
    start = noor()
    merge = AddItem(
        collection="comparisons", item={"id": "v-1", "cards": ["f-1", "f-2"], "verdict": "agree"}
    )

    merged = merge.apply(start)
    differing = EditItem(collection="comparisons", id="v-1", fields={"verdict": "differ"}).apply(
        merged
    )
    apart = RemoveItem(collection="comparisons", id="v-1").apply(differing)

    assert merged.factors == differing.factors == start.factors
    assert apart == start


def test_a_circle_goes_when_one_of_its_cards_goes():
    """A circle with a gap keeps nothing going."""
    after = without(noor_assessed(), "f-2")

    assert after.circles == ()


def test_a_corrected_sentence_goes_with_its_card_and_the_others_stay():
    """No sentence speaks of a card that is no longer on the table."""
    after = without(noor_assessed(), "f-2")

    assert [one.id for one in after.sentences] == ["z-2"]


def test_undo_brings_back_what_went_with_a_card():
    """A card removed by mistake comes back with all that was said about it."""
    start = noor_assessed()
    after, history = changed(start, History(), RemoveItem(collection="factors", id="f-2"))

    assert history.before(after, history.to_undo()) == start


@pytest.mark.parametrize(
    ("collection", "more"),
    [
        ("comparisons", {"verdict": "agree"}),
        ("circles", {}),
        ("sentences", {"about": "away", "language": "nl", "made": "GEHEIM-3", "words": "GEHEIM-4"}),
    ],
)
@pytest.mark.parametrize("goes_first", [True, False], ids=["card-removed-first", "card-there"])
def test_what_speaks_of_an_erased_card_is_in_no_version(collection, more, goes_first):
    """Erased is erased, also where somebody quoted it."""
    case, history = changed(
        noor(),
        History(),
        AddItem(collection="factors", item={"id": "f-9", "words": "GEHEIM-1"}),
    )
    about = {"id": "x-9", "cards": ["f-9", "f-1"], **more}
    case, history = changed(case, history, AddItem(collection=collection, item=about))
    case, history = changed(
        case, history, EditItem(collection=collection, id="x-9", fields={"cards": ["f-1", "f-9"]})
    )
    if goes_first:
        case, history = changed(case, history, RemoveItem(collection="factors", id="f-9"))
    assert "f-9" in history.model_dump_json()

    left, erased = case.without_item("factors", "f-9"), history.without_item("f-9")

    told = [left, erased, *(erased.at_number(left, n) for n in range(len(erased.versions) + 1))]
    for one in told:
        text = one.model_dump_json()
        assert "GEHEIM" not in text
        assert "f-9" not in text
    assert erased.at_number(left, 0) == noor()


def test_a_safety_check_is_shared_with_nobody():
    """What was said about safety stays with the therapist."""
    for label in ("team", "parents", "youth"):
        with pytest.raises(InvalidCaseError):
            ShareItem(collection="assessment.safety", id="y-1", labels=(label,)).apply(
                noor_assessed()
            )


@pytest.mark.parametrize(
    "door",
    [
        AddItem(
            collection="assessment.safety",
            item={"id": "y-2", "on": "2026-11-24", "answer": "yes", "shared_with": ["team"]},
        ),
        EditItem(collection="assessment.safety", id="y-1", fields={"shared_with": ["team"]}),
        AddItem(collection="notes", item={"id": "n-2", "words": "bellen", "shared_with": ["team"]}),
    ],
    ids=["written", "edited", "note"],
)
def test_what_is_never_shared_gets_no_audience_by_another_door(door):
    """Neither while it is written nor by changing it later."""
    with pytest.raises(InvalidCaseError):
        door.apply(noor_assessed())


def test_the_assessment_is_changed_part_by_part_and_never_as_a_whole():
    """One field typed elsewhere does not take the safety check with it."""
    after = EditField(path="assessment.onset", value="sinds de brugklas").apply(noor_assessed())

    assert after.assessment.onset == "sinds de brugklas"
    assert after.assessment.safety == noor_assessed().assessment.safety
    for path in ("assessment", "assessment.safety"):
        with pytest.raises(InvalidCaseError):
            EditField(path=path, value={"onset": "x"}).apply(noor_assessed())


def test_a_case_of_before_the_assessment_still_opens():
    """Nobody loses a case by taking a newer version."""
    added = {
        "comparisons",
        "circles",
        "sentences",
        "said_back_shared_with",
        "assessment",
    }
    document = json.loads(noor().model_dump_json())
    older = {name: value for name, value in document.items() if name not in added}
    for day in older["log"]:
        del day["authorised"], day["complaints"]

    assert added <= document.keys()
    assert Case.model_validate_json(json.dumps(older)) == noor()


def test_the_history_of_before_the_assessment_still_opens_and_can_be_undone():
    """What was changed with an older version can be taken back with this one."""
    older = {
        "versions": [
            {
                "number": 1,
                "at": "2026-11-20T10:00:00",
                "verb": "field",
                "part": "problem",
                "before": {"problem": "school lukt niet"},
                "born": [],
            }
        ]
    }
    history = History.model_validate_json(json.dumps(older))

    assert history.at_number(noor(), 0).problem == "school lukt niet"
