import pytest

from caseform.errors import InvalidCaseError
from caseform.model import AddItem, EditItem, History, RemoveItem, ShareItem
from model.walks import changed, redone, undone
from support.cases import noor

WORDS = EditItem(collection="factors", id="f-1", fields={"words": "hoofdpijn"})
SHARE = ShareItem(collection="factors", id="f-4", labels=("youth",))


def test_undo_and_redo_walk_back_and_forth():
    """A slip of the mouse in front of a family costs nothing."""
    start = noor()
    one, history = changed(start, History(), WORDS)
    two, history = changed(one, history, SHARE)

    back, history = undone(two, history)
    further, history = undone(back, history)
    again, history = redone(further, history)
    newest, history = redone(again, history)

    assert (back, further, again, newest) == (one, start, one, two)
    assert history.to_redo() is None


def test_a_new_change_ends_what_could_be_redone():
    """Redo never brings back what was left behind."""
    case, history = changed(noor(), History(), WORDS)
    case, history = undone(case, history)
    case, history = changed(case, history, SHARE)

    assert history.to_redo() is None
    case, history = undone(case, history)
    assert case == noor()


def test_any_version_can_be_had_again():
    """A wrong edit noticed three weeks later is not the end."""
    one, history = changed(noor(), History(), WORDS)
    two, history = changed(one, history, SHARE)

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
    case, history = changed(noor(), History(), secret)
    case, history = changed(case, history, link)
    edited = EditItem(collection="factors", id="f-9", fields={"words": "GEHEIM-3"})
    case, history = changed(case, history, edited)
    case, history = changed(case, history, RemoveItem(collection="factors", id="f-9"))
    assert "GEHEIM" in history.model_dump_json()

    erased = history.without_item("f-9")

    assert "GEHEIM" not in erased.model_dump_json()
    assert erased.at_number(case, 1).find("factors", "f-9") is None
