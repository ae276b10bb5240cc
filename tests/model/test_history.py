from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseform.errors import CaseformError, InvalidCaseError
from caseform.model import (
    AddItem,
    EditField,
    EditItem,
    History,
    MoveItem,
    RemoveItem,
    ShareItem,
)
from support.cases import noor

NOON = datetime(2026, 11, 24, 12)


def _changed(case, history, change):
    after = change.apply(case)
    if after == case:
        return case, history
    return after, history.noting(case, after, at=NOON, verb=change.verb)


def _undone(case, history):
    version = history.to_undo()
    earlier = history.before(case, version)
    return earlier, history.noting(case, earlier, at=NOON, verb="undo")


def _redone(case, history):
    version = history.to_redo()
    later = history.before(case, version)
    return later, history.noting(case, later, at=NOON, verb="redo")


WORDS = EditItem(collection="factors", id="f-1", fields={"words": "hoofdpijn"})
SHARE = ShareItem(collection="factors", id="f-4", labels=("youth",))


def test_undo_and_redo_walk_back_and_forth():
    """A slip of the mouse in front of a family costs nothing."""
    start = noor()
    one, history = _changed(start, History(), WORDS)
    two, history = _changed(one, history, SHARE)

    back, history = _undone(two, history)
    further, history = _undone(back, history)
    again, history = _redone(further, history)
    newest, history = _redone(again, history)

    assert (back, further, again, newest) == (one, start, one, two)
    assert history.to_redo() is None


def test_a_new_change_ends_what_could_be_redone():
    """Redo never brings back what was left behind."""
    case, history = _changed(noor(), History(), WORDS)
    case, history = _undone(case, history)
    case, history = _changed(case, history, SHARE)

    assert history.to_redo() is None
    case, history = _undone(case, history)
    assert case == noor()


def test_any_version_can_be_had_again():
    """A wrong edit noticed three weeks later is not the end."""
    one, history = _changed(noor(), History(), WORDS)
    two, history = _changed(one, history, SHARE)

    assert [history.at_number(two, n) for n in (0, 1, 2)] == [noor(), one, two]
    with pytest.raises(InvalidCaseError):
        history.at_number(two, 3)


def test_what_was_erased_is_in_no_version():
    """Erased is erased, also from the past."""
    secret = AddItem(collection="factors", item={"id": "f-9", "words": "GEHEIM-1"})
    link = AddItem(
        collection="links",
        item={"id": "k-9", "source": "f-9", "target": "f-1", "grounds": "GEHEIM-2"},
    )
    case, history = _changed(noor(), History(), secret)
    case, history = _changed(case, history, link)
    edited = EditItem(collection="factors", id="f-9", fields={"words": "GEHEIM-3"})
    case, history = _changed(case, history, edited)
    case, history = _changed(case, history, RemoveItem(collection="factors", id="f-9"))
    assert "GEHEIM" in history.model_dump_json()

    erased = history.without_item("f-9")

    assert "GEHEIM" not in erased.model_dump_json()
    assert erased.at_number(case, 1).find("factors", "f-9") is None


_CHANGES = st.one_of(
    st.builds(
        lambda n, words: AddItem(collection="factors", item={"id": f"f-{n}", "words": words}),
        st.integers(1, 40),
        st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=12),
    ),
    st.builds(
        lambda n, words: EditItem(collection="factors", id=f"f-{n}", fields={"words": words}),
        st.integers(1, 40),
        st.sampled_from(["a", "b", "c"]),
    ),
    st.builds(lambda n: RemoveItem(collection="factors", id=f"f-{n}"), st.integers(1, 40)),
    st.builds(
        lambda n, m: MoveItem(collection="factors", id=f"f-{n}", before=f"f-{m}"),
        st.integers(1, 40),
        st.integers(1, 40),
    ),
    st.builds(
        lambda n, labels: ShareItem(collection="factors", id=f"f-{n}", labels=tuple(labels)),
        st.integers(1, 40),
        st.lists(st.sampled_from(["youth", "school"]), unique=True),
    ),
    st.builds(
        lambda a, b, k: AddItem(
            collection="links", item={"id": f"k-{k}", "source": f"f-{a}", "target": f"f-{b}"}
        ),
        st.integers(1, 40),
        st.integers(1, 40),
        st.integers(1, 20),
    ),
    st.builds(
        lambda words: EditField(path="return_plan.how.travel", value=words),
        st.sampled_from(["fiets", "bus", ""]),
    ),
)


@settings(max_examples=60, deadline=None)
@given(changes=st.lists(_CHANGES, max_size=30))
def test_undo_back_to_the_start_gives_the_same_case(changes):
    """Undo has no end."""
    case, history = noor(), History()
    for change in changes:
        try:
            case, history = _changed(case, history, change)
        except CaseformError:
            continue

    while history.to_undo() is not None:
        case, history = _undone(case, history)

    assert case == noor()
