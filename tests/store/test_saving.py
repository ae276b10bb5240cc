import errno
import os
import shutil
import stat
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseform import store
from caseform.errors import StoreError

from .conftest import Crash, document

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def drafts(path: Path) -> list[Path]:
    return list((path.parent / ".zeester.backups").glob("draft-*"))


# Each example saves over the one before it, as a day of work does.
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(case=json_values, history=json_values)
def test_what_was_saved_is_what_is_opened(unlocked, path, case, history):
    """Closing the laptop loses nothing, whatever was typed."""
    written = {"format": 1, "case": case, "history": history}

    unlocked.save(written)

    assert store.open_published(path).document == written


def test_a_document_of_another_shape_is_the_callers_mistake(unlocked):
    """Nothing lands in the file of which nobody knows how to read it back."""
    with pytest.raises(ValueError, match="a document has"):
        unlocked.save({"format": 1, "case": {}})


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_everything_of_ours_is_for_this_user_alone(path, umask):
    """Whoever shares the computer does not see the files, however it was set up."""
    before = os.umask(umask)
    try:
        unlocked = store.create_published(path, document(0))
        unlocked.save(document(1))
        unlocked.journal().write({"note": "de kat slaapt nog"})
        shutil.copy(path, path.parent / "elders")
        path.write_bytes(b"van buiten")
        with pytest.raises(StoreError):
            unlocked.save(document(2))
        path.unlink()
    finally:
        os.umask(before)
    (path.parent / "elders").unlink()

    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.rglob("*")}

    assert {name: mode for name, mode in modes.items() if mode != 0o600} == {
        ".zeester.backups": 0o700
    }


def test_no_word_of_the_case_is_on_the_disk(secret_case):
    """A stolen stick tells nothing: not in the file, a backup, a journal or a name."""
    path, recovery_key = secret_case
    unlocked = store.open_with_recovery(path, recovery_key)
    unlocked.save(document(1, words="kanarievogel"))
    unlocked.journal().write({"kanarievogel": "kanarievogel"})
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(StoreError):
        unlocked.save(document(2, words="kanarievogel"))

    files = [file for file in path.parent.rglob("*") if file.is_file()]

    assert len(files) > 4
    assert [file for file in files if b"kanarievogel" in file.read_bytes()] == []
    assert [file for file in files if "kanarievogel" in str(file)] == []


def test_a_change_from_outside_is_noticed_and_both_are_kept(unlocked, path, machine):
    """Two laptops and one sync folder: nobody's afternoon is overwritten."""
    store.open_published(path, machine=machine).save(document(1))
    theirs = path.read_bytes()

    with pytest.raises(StoreError, match=r"errors\.file-changed-elsewhere") as refused:
        unlocked.save(document(2))

    copy = path.parent / str(refused.value.blanks["copy"])
    assert path.read_bytes() == theirs
    assert store.open_published(copy).document == document(2)


def test_an_outside_change_of_the_same_size_and_date_is_noticed(unlocked, path):
    """Some sync programs keep the date of a file; its content is what counts."""
    before, data = path.stat(), bytearray(path.read_bytes())
    data[-200] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    with pytest.raises(StoreError, match=r"errors\.file-changed-elsewhere"):
        unlocked.save(document(1))


def test_there_is_one_copy_for_as_long_as_the_trouble_lasts(unlocked, path):
    """An evening of saving after a clash does not fill the folder with copies."""
    path.write_bytes(b"van buiten")

    for number in range(1, 4):
        with pytest.raises(StoreError):
            unlocked.save(document(number))

    [copy] = path.parent.glob("zeester.copy-*.caseform")
    assert store.open_published(copy).document == document(3)


def test_after_reading_the_outside_version_saving_goes_on(unlocked, path, machine):
    """Whoever chose between the two versions works on."""
    store.open_published(path, machine=machine).save(document(1))
    with pytest.raises(StoreError):
        unlocked.save(document(2))

    assert unlocked.reread() == document(1)
    unlocked.save(document(3))

    assert store.open_published(path).document == document(3)


def test_a_file_that_was_taken_away_is_not_put_back_unasked(unlocked, path):
    """Somebody moved the file on purpose; the work of today is still kept."""
    path.unlink()

    with pytest.raises(StoreError, match=r"errors\.file-gone") as refused:
        unlocked.save(document(1))

    assert not path.exists()
    copy = path.parent / str(refused.value.blanks["copy"])
    assert store.open_published(copy).document == document(1)


def test_two_programs_that_save_at_once_lose_nothing(path):
    """Every save that was acknowledged is in the history of the file."""
    store.create_published(path, document(0))

    refused: set[str] = set()

    def count_up(times: int) -> None:
        unlocked = store.open_published(path)
        for _ in range(times):
            while True:
                number = unlocked.document["case"]["number"]
                try:
                    unlocked.save(document(number + 1))
                    break
                except StoreError as error:
                    refused.add(error.key)
                    unlocked.reread()

    writers = [threading.Thread(target=count_up, args=(40,)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert store.open_published(path).document["case"]["number"] == 80
    assert refused <= {"errors.file-changed-elsewhere"}


class HeldError(PermissionError):
    """What Windows says while another program has a file open."""

    winerror = 32


def held(times: float, path: Path, slept: list[float]) -> store.Machine:
    real, left = store.THIS_MACHINE, [times]

    def refuse(draft: Path, target: Path) -> None:
        if target == path and left[0] > 0:
            left[0] -= 1
            raise HeldError(errno.EACCES, "used by another process")
        real.replace(draft, target)

    return replace(real, replace=refuse, sleep=slept.append)


def test_a_file_held_for_a_moment_is_saved_all_the_same(unlocked, path):
    """A virus scanner that looks at the file for a second is no trouble to anyone."""
    slept: list[float] = []
    patient = store.open_published(path, machine=held(20, path, slept))

    patient.save(document(1))

    assert store.open_published(path).document == document(1)
    assert sum(slept) == pytest.approx(1.0)


def test_a_file_held_for_longer_gives_a_named_copy_and_a_plain_sentence(unlocked, path):
    """After two seconds the user hears where the work is."""
    slept: list[float] = []
    patient = store.open_published(path, machine=held(float("inf"), path, slept))

    with pytest.raises(StoreError, match=r"errors\.file-held") as refused:
        patient.save(document(1))

    copy = path.parent / str(refused.value.blanks["copy"])
    assert store.open_published(copy).document == document(1)
    assert store.open_published(path).document == document(0)
    assert sum(slept) == pytest.approx(2.0)


def failing_at(step: int, number: int) -> tuple[store.Machine, Callable[[], bool]]:
    real, left = store.THIS_MACHINE, [step]

    def counted(act: Callable[..., None]) -> Callable[..., None]:
        def do(*args: object) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise OSError(number, os.strerror(number))
            act(*args)

        return do

    names = ("write", "flush_file", "flush_folder", "replace")
    faulty = replace(real, **{name: counted(getattr(real, name)) for name in names})
    return faulty, lambda: left[0] <= 0


TROUBLE = [
    (errno.ENOSPC, "errors.disk-full"),
    (errno.EDQUOT, "errors.disk-full"),
    (errno.EIO, "errors.save-failed"),
    (errno.EROFS, "errors.folder-read-only"),
    (errno.EACCES, "errors.folder-read-only"),
    (errno.EMFILE, "errors.save-failed"),
]


@pytest.mark.parametrize(("number", "key"), TROUBLE, ids=lambda value: str(value))
def test_trouble_at_any_step_is_one_sentence_and_leaves_a_whole_file(path, number, key):
    """A full stick in the middle of a session costs nothing that was saved."""
    store.create_published(path, document(0))
    for step in range(1, 100):
        faulty, met_trouble = failing_at(step, number)
        unlocked = store.open_published(path, machine=faulty)
        before = unlocked.document["case"]["number"]
        said = None
        try:
            unlocked.save(document(before + 1))
        except StoreError as error:
            said = error.key
        assert said in (None, key)
        if not met_trouble():
            break

        after = store.open_published(path).document
        assert after == document(before + 1) or (said and after == document(before))
        assert drafts(path) == []
        unlocked.save(document(100))
        assert store.open_published(path).document == document(100)

    assert step > 8, "every step to the disk was tried"


def test_a_crash_at_any_step_of_a_save_leaves_the_old_or_the_new(
    path, crashing_at_each_step: Crash
):
    """Killed at any moment, the file opens, and nothing is left lying about."""
    store.create_published(path, document(0))

    def save(machine: store.Machine) -> None:
        store.open_published(path, machine=machine).save(document(7))

    steps = []
    for step in crashing_at_each_step(save):
        steps.append(step)
        reopened = store.open_published(path)
        assert reopened.document in (document(0), document(7))
        assert drafts(path) == []
        reopened.save(document(0))

    assert len(steps) > 8


def test_a_crash_while_making_a_case_leaves_it_whole_or_absent(
    tmp_path, crashing_at_each_step: Crash
):
    """A case that half exists would look like one that was lost."""
    folders = iter(range(100))
    here = [tmp_path / "0"]

    def create(machine: store.Machine) -> None:
        store.create_published(here[0] / "zeester.caseform", document(0), machine=machine)

    here[0] = tmp_path / str(next(folders))
    here[0].mkdir()
    for _ in crashing_at_each_step(create):
        made = here[0] / "zeester.caseform"
        assert not made.exists() or store.open_published(made).document == document(0)
        here[0] = tmp_path / str(next(folders))
        here[0].mkdir()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    if not AS_ROOT:
        pytest.skip("SMALL AND CLOSED DISKS NOT TRIED: mounting one needs root")
    disk = tmp_path / "stick"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96k", "none", disk], check=True)
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_really_full_disk_leaves_the_file_as_it_was(small_disk):
    """The last thing saved is on the stick; the sentence asks for room."""
    path = small_disk / "zeester.caseform"
    unlocked = store.create_published(path, document(0))
    before = path.read_bytes()

    with pytest.raises(StoreError, match=r"errors\.disk-full"):
        unlocked.save(document(1, words="kat " * 50_000))

    assert path.read_bytes() == before
    assert drafts(path) == []
    assert unlocked.document == document(0)


def test_a_read_only_disk_can_be_read_and_says_that_it_cannot_be_written(small_disk):
    """A case on a locked stick opens; saving says why it does not work."""
    path = small_disk / "zeester.caseform"
    store.create_published(path, document(0))
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    unlocked = store.open_published(path)

    with pytest.raises(StoreError, match=r"errors\.folder-read-only"):
        unlocked.save(document(1))
    with pytest.raises(StoreError, match=r"errors\.folder-read-only"):
        unlocked.journal().write({"note": "de kat"})

    assert store.open_published(path).document == document(0)


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
def test_a_file_of_somebody_else_says_so(unlocked, path):
    """It is not damaged; it is closed to this user."""
    path.chmod(0)

    with pytest.raises(StoreError, match=r"errors\.file-no-permission"):
        store.open_published(path)


def test_a_folder_that_is_gone_is_named(unlocked, path):
    """The stick was pulled out; the text is still on the screen."""
    shutil.rmtree(path.parent)

    with pytest.raises(StoreError, match=r"errors\.folder-not-found"):
        unlocked.save(document(1))


def test_a_new_case_never_takes_the_place_of_another_file(path):
    """Choosing a name twice does not cost the first case."""
    path.write_bytes(b"iets anders")

    with pytest.raises(StoreError, match=r"errors\.file-exists"):
        store.create_published(path, document(0))

    assert path.read_bytes() == b"iets anders"


def test_a_new_case_does_not_mix_with_the_backups_of_an_earlier_one(unlocked, path):
    """Backups of a file that was thrown away by mistake may still be needed."""
    path.unlink()

    with pytest.raises(StoreError, match=r"errors\.backups-of-earlier-case"):
        store.create_published(path, document(0))


def test_a_link_to_a_case_stays_a_link(unlocked, path, tmp_path):
    """A shortcut on the desktop keeps pointing at the one file."""
    link = tmp_path / "snel.caseform"
    link.symlink_to(path)

    store.open_published(link).save(document(1))

    assert link.is_symlink()
    assert store.open_published(path).document == document(1)


def test_a_locked_case_saves_nothing_and_shows_nothing(unlocked):
    """After five idle minutes there is nothing left to look at."""
    journal = unlocked.journal()
    unlocked.lock()

    for refused in (lambda: unlocked.document, lambda: unlocked.save(document(1)), journal.read):
        with pytest.raises(StoreError, match=r"errors\.case-locked"):
            refused()
    assert repr(unlocked) == "Unlocked('zeester.caseform', locked)"
