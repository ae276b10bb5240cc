"""The shelf: where cases are found, begun and opened."""

import json

import pytest

from caseform import store
from caseform.channel import Client
from caseform.errors import CaseformError, StoreError
from caseform.model import Region
from caseform.session import Shelf, check_passphrase, new_case
from caseform.text import sentence
from support.cases import TODAY

PASSPHRASE = "zeven natte zeesterren"


@pytest.fixture
def shelf(tmp_path):
    """A shelf in a folder of its own."""
    return Shelf(tmp_path / "cases", today=lambda: TODAY)


def begin(shelf, alias="Zeester", **about):
    told = {"region": "vl", "language": "nl", "age": 14, "passphrase": PASSPHRASE, **about}
    return shelf.begin(alias, **told)


def test_a_new_case_is_a_file_that_opens_with_its_passphrase(shelf):
    """Five answers, and the rest can wait."""
    path, recovery = begin(shelf)

    unlocked = store.open(path, PASSPHRASE)
    case = unlocked.document["case"]
    assert path.name == "Zeester.caseform"
    assert (case["alias"], case["region"], case["created_on"]) == ("Zeester", "vl", "2026-11-24")
    assert [(one["kind"], one["age"]) for one in case["people"]] == [("young-person", 14)]
    assert recovery.startswith("AGE-SECRET-KEY-")
    unlocked.lock()


def test_the_recovery_key_is_written_nowhere(shelf, tmp_path):
    """Who has the laptop has no key."""
    _, recovery = begin(shelf)

    for path in tmp_path.rglob("*"):
        assert not path.is_file() or recovery.encode() not in path.read_bytes()


def test_the_list_keeps_paths_and_nothing_of_a_case(shelf, tmp_path):
    """Even an alias stays in the case."""
    path, _ = begin(shelf)
    other, _ = begin(shelf, "Kraanvogel")

    kept = json.loads((tmp_path / "cases" / "cases.json").read_text("utf-8"))

    assert kept == [str(other.resolve()), str(path.resolve())]
    assert (tmp_path / "cases" / "cases.json").stat().st_mode & 0o077 == 0


def test_a_file_that_is_gone_is_not_offered(shelf):
    """A stick that was taken out is no error."""
    path, _ = begin(shelf)
    path.unlink()

    assert shelf.paths() == ()


def test_a_list_that_cannot_be_read_is_an_empty_list(shelf, tmp_path):
    """A damaged list costs a click, not a case."""
    path, _ = begin(shelf)
    (tmp_path / "cases" / "cases.json").write_text("{", encoding="utf-8")

    assert shelf.paths() == (path.resolve(),)


def test_a_case_laid_in_the_folder_of_cases_is_offered_by_itself(shelf):
    """A colleague hands over a file; nobody types where it is."""
    path, _ = begin(shelf)
    brought = path.with_name("Kraanvogel.caseform")
    brought.write_bytes(path.read_bytes())

    assert shelf.paths() == (path.resolve(), brought.resolve())


@pytest.mark.parametrize("alias", ["", "  ", "a/b", "..", "c:\\x", "wie?", ".verborgen"])
def test_an_alias_that_is_no_file_name_is_refused(shelf, alias):
    """The file is named as the case is, so that it is found again."""
    with pytest.raises(StoreError) as error:
        begin(shelf, alias)

    assert error.value.key == "errors.alias-unfit"
    assert shelf.paths() == ()


def test_a_second_case_of_the_same_alias_leaves_the_first_alone(shelf):
    """No case is written over."""
    path, _ = begin(shelf)
    before = path.read_bytes()

    with pytest.raises(StoreError):
        begin(shelf)

    assert path.read_bytes() == before


@pytest.mark.parametrize("passphrase", ["", "kort", "elf tekens!"])
def test_a_short_passphrase_makes_nothing(shelf, passphrase):
    """A stolen laptop is not opened by guessing."""
    with pytest.raises(StoreError) as error:
        begin(shelf, passphrase=passphrase)

    assert "12" in sentence(error.value, "nl")
    assert shelf.paths() == ()


def test_a_long_enough_passphrase_is_left_as_it_is():
    """Spaces and capitals are part of it."""
    assert check_passphrase(" Zeven natte  zeesterren") == " Zeven natte  zeesterren"


def test_an_empty_case_holds_no_one():
    """Nothing is invented about a child."""
    case = new_case("Zeester", region="nl-zuid", language="en", today=TODAY)

    assert (case.region, case.language, case.people) == (Region.NL_ZUID, "en", ())


def test_a_wrong_passphrase_is_one_sentence_and_a_right_one_or_the_recovery_key_opens(home):
    """Nothing was changed, and that is said; the sheet from the drawer opens it too."""
    shelf = Shelf(today=lambda: TODAY)
    path, recovery = begin(shelf)

    with pytest.raises(CaseformError) as error:
        shelf.unlock(path, passphrase="zeven natte zeesterre", language="nl")

    assert sentence(error.value, "nl") == (
        "Met deze wachtzin gaat de casus niet open. Er is niets veranderd."
    )
    assert shelf.open_case(path) is None
    for secret in (PASSPHRASE, recovery):
        client = Client(shelf.unlock(path, passphrase=secret, language="nl"))
        assert shelf.open_case(path).alias == "Zeester"
        client.ask("lock")
        client.close()


def test_an_invented_case_is_fresh_each_time_and_never_on_the_list(home):
    """Whoever looked around left nothing behind."""
    shelf = Shelf(today=lambda: TODAY)
    path = shelf.lay_out_demo("home", language="nl")
    path.write_bytes(b"")

    again = shelf.lay_out_demo("home", language="nl")

    assert again == path
    assert store.is_published(path)
    assert shelf.paths() == ()
