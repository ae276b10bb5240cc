"""C2: cases that differ only in what a room may not see show it the same, byte for byte."""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from caseform import exports, pictures
from caseform.model import (
    EditField,
    Factor,
    FamilyAccommodation,
    Note,
    Relation,
    RelationKind,
    TriedAction,
)
from caseform.projection.build import build, room_sees
from caseform.projection.rooms import Room, projection_to_json
from support.cases import FATHER, MOTHER, TODAY, cases

PAIRS = 2000 if os.environ.get("CASEFORM_RELEASE") else 200
ROOMS = (
    "youth", "parents", "school", "team", "parent:p-2", "youth+parents", "youth+parent:p-3",
    "parents+school", "youth+parents+school", "parent:p-2+school", "youth+parent:p-2+school",
)  # fmt: skip


def _differ_only_in_what_is_hidden(case, room, draw):
    """Return `case` with everything that `room` may not see changed, added to, or put in order."""
    twin = case
    for collection in ("factors", "accommodations", "agreements", "log", "return_plan.steps"):
        for item in case.items(collection):
            if room_sees(case, room, item.shared_with):
                continue
            field = "what" if collection in ("accommodations", "agreements") else "words"
            changed = item.model_copy(update={field: "GEHEIM " + draw(st.text("abc", max_size=9))})
            if draw(st.booleans()):
                twin = twin.with_item(collection, changed)
            elif collection != "return_plan.steps":
                twin = twin.without_item(collection, item.id)
    if not room_sees(case, room, case.problem_shared_with):
        twin = EditField(path="problem", value="GEHEIM").apply(twin)
    for number in range(draw(st.integers(0, 4))):
        hidden = Factor(id=f"f-9{number}", words="GEHEIM")
        twin = twin.with_items("factors", (hidden, *twin.factors))
    twin = twin.with_item("notes", Note(id="n-9", words="GEHEIM"))
    twin = twin.with_item("tried", TriedAction(id="t-9", who="p-2", did="GEHEIM"))
    twin = twin.with_item(
        "relations",
        Relation(id="r-9", one="p-2", other="p-3", kind=RelationKind.TENSE, words="GEHEIM"),
    )
    return twin.with_item("accommodations", FamilyAccommodation(id="a-9", who="p-2", what="GEHEIM"))


def _seen_of(case, room):
    projection = build(case, room, language="nl", today=TODAY)
    return (
        projection_to_json(projection),
        exports.to_html(projection),
        pictures.force_field.svg(projection),
    )


@pytest.mark.gate
def test_what_a_room_may_not_see_changes_nothing_in_it():
    """A count, an order or a size would tell that something is kept from those present."""
    counted = {"pairs": 0, "different": 0}

    @seed(20261123)
    @settings(
        max_examples=PAIRS,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases(), room=st.sampled_from(ROOMS), data=st.data())
    def pairs(case, room, data):
        case = case.with_item("people", MOTHER).with_item("people", FATHER)
        room = Room.parse(room)
        twin = _differ_only_in_what_is_hidden(case, room, data.draw)
        counted["pairs"] += 1
        counted["different"] += twin != case
        one, other = _seen_of(case, room), _seen_of(twin, room)
        assert one == other
        assert "GEHEIM" not in "".join(other)

    pairs()

    print(
        f"\nC2: {counted['pairs']} pairs of cases, {counted['different']} of them different, all shown alike"
    )
    assert counted["pairs"] >= PAIRS
    assert counted["different"] >= PAIRS
