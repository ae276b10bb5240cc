"""A session: one case as a kernel sees it, and the same case in each kernel."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import platformdirs
import pytest

from caseform import keeper, store
from caseform.channel import Client
from caseform.demo import cases
from caseform.errors import CaseformError, ChannelError, InvalidCaseError
from caseform.model import EditField, EditItem, History
from caseform.session import CaseSession, OpenCases, Shelf, in_this_process
from support.cases import TODAY, noor
from support.running import eventually


@pytest.fixture
def local():
    """A session within this process."""
    return CaseSession(in_this_process(noor()), today=lambda: TODAY)


@pytest.fixture
def shelf(home):
    """A shelf with two cases; invented ones, since their key costs nothing to derive."""
    shelf = Shelf(today=lambda: TODAY)
    folder = Path(platformdirs.user_documents_dir()) / "caseform"
    folder.mkdir(parents=True)
    for alias in ("Zeester", "Kraanvogel"):
        case = noor().model_copy(update={"id": f"c-{alias.lower()}", "alias": alias})
        document = keeper.to_document(case, History())
        store.create_published(folder / f"{alias}.caseform", document).lock()
    return shelf


def unlock(shelf, alias):
    (path,) = [path for path in shelf.paths() if path.stem == alias]
    return shelf.unlock(path, passphrase=None, language="nl")


@pytest.fixture
def kernels(tmp_path):
    """Two kernels of one Lab server, before any case is open."""
    file = tmp_path / "channel.json"
    return CaseSession.following(file), CaseSession.following(file)


def alias(session):
    return session.case.alias if session.case is not None and not session.is_locked else None


def test_before_a_case_is_open_the_page_speaks_the_language_of_its_frame(tmp_path, monkeypatch):
    """Who works in English is not greeted in Dutch."""
    monkeypatch.setenv("CASEFORM_LANGUAGE", "en")

    assert CaseSession.following(tmp_path / "channel.json").language == "en"


def test_a_change_is_seen_and_can_be_taken_back_and_forth(local):
    """Undo has no end."""
    seen = []
    local.observe(lambda change: seen.append(change["new"].problem), names="case")

    local.apply(EditField(path="problem", value="de bus is te vol"))
    local.undo()
    local.redo()

    assert seen == ["de bus is te vol", "naar school gaan lukt niet", "de bus is te vol"]
    assert (local.can_undo, local.can_redo) == (True, False)


class Overtaking:
    """A way on which the push that a save failed arrives before the answer that it began."""

    def __init__(self):
        self._inner = in_this_process(noor())
        self._listeners = []

    def ask(self, what, **fields):
        """Return the answer; before that of a change comes a push that was told after it."""
        answer = self._inner.ask(what, **fields)
        if what == "change":
            later = {**self._inner.ask("state")["state"], "saved": "failed"}
            for listener in self._listeners:
                listener({"push": "state", "state": later})
        return answer

    def on_push(self, listener):
        """Note who listens."""
        self._listeners.append(listener)


def test_an_answer_that_comes_late_does_not_undo_what_was_told_after_it():
    """*Saving* does not stay on the bar for ever where saving has failed."""
    session = CaseSession(Overtaking(), today=lambda: TODAY)

    session.apply(EditField(path="problem", value="de bus is te vol"))

    assert session.saved == "failed"


def test_a_refused_change_leaves_the_case_as_it_was(local):
    """An error says what is safe, and it is."""
    before = local.case

    with pytest.raises(InvalidCaseError):
        local.apply(EditItem(collection="factors", id="f-9", fields={"words": "x"}))

    assert local.case is before


def test_what_is_typed_is_a_draft_until_it_is_forgotten(local):
    """Half a sentence is kept as half a sentence."""
    local.type("log.words", "Noah z")
    assert local.drafts == {"log.words": "Noah z"}

    local.type("log.words", "")

    assert local.drafts == {}


def test_without_a_keeper_a_room_and_a_switch_are_refused_in_one_sentence(local, home):
    """A workbook that is run by itself says what it cannot do."""
    for act in (
        lambda: local.open_room("youth"),
        local.lock,
        lambda: local.show_case(None),
    ):
        with pytest.raises(ChannelError):
            act()


def test_before_a_case_is_open_pages_have_nothing_to_show(kernels):
    """The start page is there first."""
    for session in kernels:
        assert session.is_locked
        assert session.case is None
        with pytest.raises(CaseformError):
            session.apply(EditField(path="problem", value="x"))


def test_opening_a_case_shows_it_in_every_kernel(shelf, kernels):
    """The plan opens on the case that was unlocked on the start page."""
    one, other = kernels

    one.show_case(unlock(shelf, "Zeester"))

    assert alias(one) == "Zeester"
    assert eventually(lambda: alias(other) == "Zeester")


def test_switching_moves_every_kernel_and_drops_the_drafts_of_the_other_case(shelf, kernels):
    """No word of one child ends up on the page of another."""
    one, other = kernels
    one.show_case(unlock(shelf, "Zeester"))
    assert eventually(lambda: alias(other) == "Zeester")
    other.type("log.words", "iets van Zeester")

    one.show_case(unlock(shelf, "Kraanvogel"))

    assert eventually(lambda: alias(other) == "Kraanvogel")
    assert (one.drafts, other.drafts) == ({}, {})


def test_what_one_kernel_changes_the_other_shows(shelf, kernels):
    """Open pages follow within a second."""
    one, other = kernels
    one.show_case(unlock(shelf, "Zeester"))
    assert eventually(lambda: alias(other) == "Zeester")

    one.apply(EditField(path="problem", value="de bus is te vol"))

    assert eventually(lambda: other.case.problem == "de bus is te vol", within_s=2)


def test_locking_clears_every_kernel_and_unlocking_brings_them_back(shelf, kernels):
    """Whoever finds the laptop open finds nothing."""
    one, other = kernels
    one.show_case(unlock(shelf, "Zeester"))
    assert eventually(lambda: alias(other) == "Zeester")
    other.type("log.words", "half")

    one.lock()

    assert eventually(lambda: one.is_locked and other.is_locked)
    assert other.drafts == {}
    with pytest.raises(CaseformError):
        other.apply(EditField(path="problem", value="x"))

    one.show_case(unlock(shelf, "Zeester"))

    assert eventually(lambda: alias(one) == alias(other) == "Zeester")
    assert other.drafts == {"log.words": "half"}


def test_the_alias_menu_lists_the_other_open_cases_and_switches(shelf, kernels):
    """Two families in one afternoon, one click apart."""
    one, other = kernels
    unlock(shelf, "Kraanvogel")
    one.show_case(unlock(shelf, "Zeester"))
    neighbours = OpenCases(one, shelf)

    (there,) = neighbours.others()
    assert there[1] == "Kraanvogel"
    neighbours.show(there[0])

    assert alias(one) == "Kraanvogel"
    assert eventually(lambda: alias(other) == "Kraanvogel")


def test_a_case_that_was_locked_meanwhile_is_not_switched_to(shelf, kernels):
    """The menu was older than the lock."""
    one, _ = kernels
    address = unlock(shelf, "Kraanvogel")
    one.show_case(unlock(shelf, "Zeester"))
    neighbours = OpenCases(one, shelf)
    ((case_id, _),) = neighbours.others()
    client = Client(address)
    client.ask("lock")
    client.close()

    with pytest.raises(CaseformError):
        neighbours.show(case_id)

    assert alias(one) == "Zeester"


def test_a_workbook_by_itself_looks_back_over_the_days_of_its_history():
    """What changed since the last talk can be shown without a keeper too."""
    case, history = cases("return", today=TODAY)
    session = CaseSession(in_this_process(case, history), today=lambda: TODAY)
    days = session.days()

    assert len(days) >= 8
    assert list(days) == sorted(set(days))
    assert session.case_on(days[-1]) == case
    assert session.case_on(days[0] - timedelta(days=1)) == history.at_number(case, 0)
    told = [session.case_on(day) for day in days]
    assert all(earlier != later for earlier, later in pairwise(told))


def test_what_is_done_today_is_one_more_day_and_leaves_the_earlier_ones(local):
    """The page of last week shows last week."""
    assert local.days() == ()

    local.apply(EditField(path="problem", value="de bus is te vol"))

    (today,) = local.days()
    assert local.case_on(today).problem == "de bus is te vol"
    assert local.case_on(today - timedelta(days=1)) == noor()
