import base64
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from pyrage import x25519

from caseform import store
from caseform.errors import StoreError
from caseform.store._container import Container, pack, unpack
from caseform.store._keys import MAX_WORK_FACTOR, sealed_key, work_factor

from .conftest import NEW_WORDS, WORDS, Crash, document


def test_a_case_opens_with_its_passphrase_and_its_recovery_key(secret_case):
    """Who forgets the passphrase still has the paper in the drawer."""
    path, recovery_key = secret_case

    assert store.open(path, WORDS).document == document(0)
    assert store.open_with_recovery(path, recovery_key).document == document(0)
    # As typed over from paper.
    typed = recovery_key.lower()[:30] + "  " + recovery_key.lower()[30:] + "\n"
    assert store.open_with_recovery(path, typed).document == document(0)


def test_a_wrong_key_says_so_and_leaves_the_file_as_it_was(secret_case):
    """A typing mistake is not called damage."""
    path, _ = secret_case
    before = path.read_bytes()

    with pytest.raises(StoreError, match=r"errors\.passphrase-wrong"):
        store.open(path, "een dak van leem")
    with pytest.raises(StoreError, match=r"errors\.recovery-key-wrong"):
        store.open_with_recovery(path, "AGE-SECRET-KEY-1ZEESTER")
    with pytest.raises(StoreError, match=r"errors\.key-does-not-fit"):
        store.open_with_recovery(path, str(x25519.Identity.generate()))
    with pytest.raises(StoreError, match=r"errors\.file-not-published"):
        store.open_published(path)

    assert path.read_bytes() == before


def test_an_empty_passphrase_is_refused_when_a_case_is_made(path):
    """A case that anyone can open is never made by accident."""
    with pytest.raises(StoreError, match=r"errors\.passphrase-empty"):
        store.create(path, document(0), "  ")

    assert list(path.parent.iterdir()) == []


def test_a_passphrase_fits_however_the_keyboard_writes_it(new_key):
    """An é from a Mac and an é from Windows are the same é."""
    identity, key_age, _ = new_key

    opened = store.Passphrase(unicodedata.normalize("NFD", NEW_WORDS)).identity(key_age, "x")

    assert str(opened) == str(identity)


def test_no_key_is_ever_printed(secret_case):
    """A screenshot of an error, or a log, gives nothing away."""
    path, recovery_key = secret_case
    unlocked = store.open_with_recovery(path, recovery_key)
    shown = [
        unlocked,
        unlocked._key,
        unlocked.journal(),
        store.Passphrase(WORDS),
        store.RecoveryKey(recovery_key),
    ]

    assert [
        thing for thing in shown if "SECRET" in f"{thing!r} {thing}" or WORDS in repr(thing)
    ] == []


def test_the_recovery_key_is_known_once_and_stored_nowhere(path, secret_case):
    """Only the paper has it."""
    sealed, recovery_key = secret_case

    assert store.open_with_recovery(sealed, recovery_key).recovery_key is None
    for file in sealed.parent.rglob("*"):
        assert not file.is_file() or recovery_key.encode() not in file.read_bytes()


def with_work_factor(key_age: bytes, factor: bytes) -> bytes:
    return re.sub(rb"(-> scrypt \S+) \d+", rb"\1 " + factor, key_age, count=1)


@pytest.mark.parametrize("factor", [b"23", b"30", b"63", b"64", b"99"])
def test_a_costly_key_is_refused_before_any_work_is_done(secret_case, factor):
    """A file from a stranger cannot take all the memory of the laptop."""
    path, _ = secret_case
    shell = unpack(path.read_bytes(), path.name)
    path.write_bytes(pack(Container(with_work_factor(shell.key_age, factor), shell.case_age), "x"))

    with pytest.raises(StoreError, match=r"errors\.key-too-costly"):
        store.open(path, WORDS)


@pytest.mark.parametrize("factor", [b"0", b"019", b"+19", b"-1", b"100", b"", b"19 19"])
def test_a_key_that_does_not_say_its_cost_is_damaged(secret_case, factor):
    """What cannot be read for certain is not tried."""
    path, _ = secret_case
    shell = unpack(path.read_bytes(), path.name)
    strange = with_work_factor(shell.key_age, factor)
    shutil.rmtree(path.parent / ".zeester.backups")
    path.write_bytes(pack(Container(strange, shell.case_age), "x"))

    with pytest.raises(StoreError, match=r"errors\.file-damaged"):
        store.open(path, WORDS)


def test_a_second_recipient_in_the_key_does_not_hide_its_cost(secret_case):
    """The line that is looked at is the line that counts."""
    path, _ = secret_case
    shell = unpack(path.read_bytes(), path.name)
    first, _, rest = shell.key_age.partition(b"\n")
    salt = base64.b64encode(b"0" * 16).rstrip(b"=")
    doubled = first + b"\n-> scrypt " + salt + b" 10\n" + b"A" * 43 + b"\n" + rest
    path.write_bytes(pack(Container(doubled, shell.case_age), "x"))

    with pytest.raises(StoreError, match=r"errors\.(file-damaged|passphrase-wrong)"):
        store.open(path, WORDS)


@pytest.mark.usefixtures("full_cost")
def test_our_own_keys_are_costly_enough_and_not_too_costly():
    """Guessing passphrases takes a thief a second each on a machine like this one."""
    factor = work_factor(sealed_key(x25519.Identity.generate(), WORDS))

    assert factor is not None
    assert 17 <= factor <= MAX_WORK_FACTOR


def test_a_damaged_key_is_called_damage_when_a_backup_shows_it(secret_case, by_passphrase):
    """Nobody doubts their memory because of a bad sector."""
    path, _ = secret_case
    shell = unpack(path.read_bytes(), path.name)
    damaged = bytearray(shell.key_age)
    damaged[90] ^= 1
    path.write_bytes(pack(Container(bytes(damaged), shell.case_age), "x"))

    with pytest.raises(StoreError, match=r"errors\.file-damaged"):
        store.open_with(path, by_passphrase)


def test_a_new_passphrase_holds_for_the_file_its_backups_and_its_journal(
    secret_case, by_passphrase
):
    """A passphrase that somebody saw is of no use any more, on any file in this place."""
    path, recovery_key = secret_case
    unlocked = store.open_with(path, by_passphrase)
    unlocked.save(document(1))
    unlocked.journal().write({"note": "de kat"})

    unlocked.change_passphrase(WORDS, NEW_WORDS)
    unlocked.save(document(2))
    unlocked.journal().write({"note": "de kat slaapt"})

    key = store.Passphrase(NEW_WORDS)
    assert [checked.trouble for checked in store.verify(path, key)] == [None] * 4
    reopened = store.open_with(path, key)
    assert reopened.document == document(2)
    assert reopened.journal().read() == {"note": "de kat slaapt"}
    assert not any(checked.is_intact for checked in store.verify(path, by_passphrase))
    assert store.open_with_recovery(path, recovery_key).document == document(2)


def test_the_old_passphrase_is_asked_before_a_new_one_is_set(secret_case, by_passphrase):
    """A child at the open laptop cannot lock the therapist out."""
    path, _ = secret_case
    unlocked = store.open_with(path, by_passphrase)

    with pytest.raises(StoreError, match=r"errors\.passphrase-wrong"):
        unlocked.change_passphrase("een gok", NEW_WORDS)
    with pytest.raises(StoreError, match=r"errors\.recovery-only"):
        unlocked.set_passphrase(NEW_WORDS)

    assert store.open_with(path, by_passphrase).document == document(0)


def test_after_recovery_a_new_passphrase_can_be_set(secret_case):
    """Forgetting it once is no reason to need the paper for ever."""
    path, recovery_key = secret_case

    store.open_with_recovery(path, recovery_key).set_passphrase(NEW_WORDS)

    key = store.Passphrase(NEW_WORDS)
    assert store.open_with(path, key).document == document(0)
    assert all(checked.is_intact for checked in store.verify(path, key))


@pytest.mark.parametrize("opened_with_recovery", [False, True], ids=["passphrase", "recovery"])
def test_a_crash_at_any_step_of_a_new_passphrase_shuts_nobody_out(
    secret_case,
    by_passphrase,
    new_key,
    tmp_path,
    crashing_at_each_step: Crash,
    opened_with_recovery,
):
    """At every moment one of the two passphrases opens the file and all that lies beside it."""
    path, recovery_key = secret_case
    identity, key_age, new = new_key
    old = by_passphrase
    before = store.open_with(path, old)
    before.save(document(1))
    before.journal().write({"note": "de kat"})
    original = tmp_path / "origineel"
    shutil.copytree(path.parent, original)
    key: store.Key = store.RecoveryKey(recovery_key) if opened_with_recovery else old

    def change(machine: store.Machine) -> None:
        store.open_with(path, key, machine=machine)._move_to(identity, key_age)

    opened_by = []
    for _ in crashing_at_each_step(change):
        for words in (new, old):
            try:
                opened = store.open_with(path, words)
            except StoreError:
                continue
            opened_by.append(words)
            assert opened.document == document(1)
            if not opened_with_recovery:
                assert opened.journal().read() == {"note": "de kat"}
                for backup in opened.backups():
                    assert opened.read_backup(backup)
            break
        else:
            pytest.fail("neither passphrase opens the case")
        assert store.open_with_recovery(path, recovery_key).journal().read() == {"note": "de kat"}
        shutil.rmtree(path.parent)
        shutil.copytree(original, path.parent)

    assert opened_by[0] is old
    assert opened_by[-1] is new
    assert len(opened_by) > 20


def test_an_invented_case_has_no_passphrase_of_its_own(unlocked):
    """It would look protected and not be."""
    with pytest.raises(StoreError, match=r"errors\.published-has-no-passphrase"):
        unlocked.change_passphrase("voorbeeld", "een dak van riet")


def test_an_invented_case_says_so_and_opens_with_the_published_passphrase(
    unlocked, path, secret_case
):
    """Anyone can look how a case file is made."""
    assert store.is_published(path)
    assert unlocked.is_published
    assert store.open(path, "voorbeeld").document == document(0)

    assert not store.is_published(secret_case[0])


def test_a_sealed_key_from_another_case_does_not_open_this_one(secret_case, path):
    """Two halves of two files are not a case."""
    mine, _ = secret_case
    theirs = store.create_published(path, document(5))
    key_age = unpack(theirs.path.read_bytes(), "x").key_age
    case_age = unpack(mine.read_bytes(), "x").case_age
    Path(mine).write_bytes(pack(Container(key_age, case_age), "x"))

    with pytest.raises(StoreError, match=r"errors\.key-does-not-fit"):
        store.open_published(mine)
