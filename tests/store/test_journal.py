import pytest
from pyrage import x25519

from caseform import store
from caseform.errors import StoreError

from .conftest import Crash, document


def test_what_was_being_typed_is_there_after_a_crash(unlocked, path):
    """The sentence that was half finished when the battery died is on the screen again."""
    journal = unlocked.journal()
    journal.write({"picture.note": "de kat sl"})
    journal.write({"picture.note": "de kat slaapt", "log.words": "goed"})

    found = store.open_published(path).journal().read()

    assert found == {"picture.note": "de kat slaapt", "log.words": "goed"}


def test_a_field_that_is_saved_is_cleared_and_the_last_one_takes_the_file_along(unlocked, path):
    """Old drafts do not come back from the dead."""
    journal = unlocked.journal()
    journal.write({"a": "1", "b": "2"})

    journal.clear("a")
    assert store.open_published(path).journal().read() == {"b": "2"}
    journal.clear("b")
    journal.clear("never typed")

    assert not (path.parent / ".zeester.journal").exists()


def test_text_typed_after_recovery_is_readable_with_the_passphrase(secret_case, by_passphrase):
    """Both keys open the journal, as they do the case."""
    path, recovery_key = secret_case
    store.open_with_recovery(path, recovery_key).journal().write({"note": "de kat"})

    assert store.open_with(path, by_passphrase).journal().read() == {"note": "de kat"}


@pytest.mark.parametrize("content", [b"", b"stuk", b"\0" * 300])
def test_a_journal_that_cannot_be_read_never_stands_in_the_way(unlocked, path, content):
    """The case opens; the unreadable piece is put aside, not thrown away."""
    journal = path.parent / ".zeester.journal"
    journal.write_bytes(content)

    reopened = store.open_published(path)

    assert reopened.document == document(0)
    assert reopened.journal().read() == {}
    reopened.journal().write({"note": "verder"})
    assert (path.parent / ".zeester.journal.unread").read_bytes() == content


def test_the_journal_of_another_key_is_put_aside(unlocked, path):
    """A journal that was carried along with the wrong file is not overwritten."""
    from caseform.store._document import seal

    stranger = (str(x25519.Identity.generate().to_public()),)
    (path.parent / ".zeester.journal").write_bytes(seal(b'{"note": "van een ander"}', stranger))

    assert store.open_published(path).journal().read() == {}
    assert (path.parent / ".zeester.journal.unread").exists()


def test_a_crash_at_any_step_keeps_the_text_before_or_after(
    unlocked, path, crashing_at_each_step: Crash
):
    """At most the last second is lost."""
    unlocked.journal().write({"note": "de kat"})

    def write(machine: store.Machine) -> None:
        store.open_published(path, machine=machine).journal().write({"note": "de kat slaapt"})

    for _ in crashing_at_each_step(write):
        found = store.open_published(path).journal()
        assert found.read() in ({"note": "de kat"}, {"note": "de kat slaapt"})
        found.write({"note": "de kat"})


def test_a_locked_journal_tells_nothing_and_loses_nothing(unlocked, path):
    """The screen is cleared; the text waits for the passphrase."""
    journal = unlocked.journal()
    journal.write({"note": "de kat"})
    unlocked.lock()

    with pytest.raises(StoreError, match=r"errors\.case-locked"):
        journal.write({"note": "iets"})

    assert store.open_published(path).journal().read() == {"note": "de kat"}
