"""What can be wrong with a file, a folder or a disk: one plain sentence, and nothing changed."""

import json
import os
import shutil
import subprocess
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli._terminal import Outcome, left_over, run
from cli.conftest import WORDS, Lay

Tell = Callable[..., Outcome]


@contextmanager
def _mounted(folder: Path, *options: str) -> Iterator[None]:
    """Put another disk in the place of `folder`; skipped, loudly, where that is not allowed."""
    done = subprocess.run(["mount", *options, str(folder)], capture_output=True, check=False)
    if done.returncode:
        warnings.warn("DISK TEST SKIPPED: only root may mount a disk of its own", stacklevel=2)
        pytest.skip("only root may mount a disk that is full or may not be written to")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def small_disk(home: Path) -> Iterator[Path]:
    """A disk of one megabyte, in the folder of cases."""
    folder = home / "cases"
    if os.name != "posix" or os.geteuid():
        warnings.warn("DISK TEST SKIPPED: only root may mount a disk of its own", stacklevel=2)
        pytest.skip("only root may mount a disk that is full or may not be written to")
    with _mounted(folder, "-t", "tmpfs", "-o", "size=1m", "tmpfs"):
        yield folder


def _fill(folder: Path) -> None:
    with (folder / "filler").open("wb", buffering=0) as filler:
        while shutil.disk_usage(folder).free:
            filler.write(bytes(4096))


@contextmanager
def _read_only(folder: Path) -> Iterator[None]:
    """Take away the right to write; for root the disk itself has to refuse."""
    if os.geteuid() == 0:
        with _mounted(folder, "--bind", str(folder)):
            remount = ["mount", "-o", "remount,bind,ro", str(folder)]
            subprocess.run(remount, check=True, capture_output=True)
            yield
        return
    folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(0o700)


def _refused(told: Outcome, path: Path, before: bytes, home: Path) -> None:
    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert "fault of ours" not in told.err
    assert path.read_bytes() == before
    assert left_over(home / "run") == []


@pytest.mark.parametrize("command", ["check", "undo", "verify", "open", "show"])
def test_a_wrong_passphrase_opens_nothing(
    command: str, secret: Path, by_passphrase: Callable[[str], None], home: Path
) -> None:
    """To the family: only who knows the passphrase reads the case."""
    by_passphrase("een dak van stro")
    before = secret.read_bytes()

    told = run(command, secret, *(["--to", "school"] if command == "show" else []))

    _refused(told, secret, before, home)
    assert "passphrase" in told.err


@pytest.mark.parametrize("kept", [0, 10, 1000, -1])
@pytest.mark.parametrize("command", ["check", "plan", "undo", "history", "open"])
def test_a_truncated_file_is_named_as_such(
    command: str, kept: int, lay: Lay, tell: Tell, home: Path
) -> None:
    """To the therapist: the file is left for whoever may rescue it, and the way back is named."""
    path = lay("return")
    before = path.read_bytes()[:kept]
    path.write_bytes(before)

    told = tell(command, path)

    _refused(told, path, before, home)
    assert "caseform restore return.caseform backup" in told.err


def test_a_truncated_file_under_a_passphrase_names_its_backup(
    secret: Path, by_passphrase: Callable[[str], None], home: Path
) -> None:
    """To the therapist: the same for a real case."""
    before = secret.read_bytes()[:-1]
    secret.write_bytes(before)
    by_passphrase(WORDS)

    told = run("check", secret)

    _refused(told, secret, before, home)
    assert "caseform restore zeester.caseform backup" in told.err


def test_something_else_is_not_taken_for_a_case(home: Path, tell: Tell) -> None:
    """To whoever picked the wrong file."""
    path = home / "letter.caseform"
    path.write_text("Dear madam,", encoding="utf-8")

    told = tell("check", path)

    _refused(told, path, b"Dear madam,", home)


@pytest.mark.parametrize("command", ["check", "undo", "verify", "erase", "open"])
def test_a_file_that_is_not_there_is_named(command: str, tell: Tell, home: Path) -> None:
    """To whoever mistyped: no new file comes of it."""
    told = tell(command, home / "nosuch.caseform")

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert "nosuch.caseform" in told.err
    assert not (home / "nosuch.caseform").exists()


@pytest.mark.parametrize("command", [["undo"], ["restore", "1"], ["plan", "--write"]])
def test_a_folder_that_may_not_be_written_to_keeps_the_file(
    command: list[str], lay: Lay, tell: Tell, home: Path
) -> None:
    """To the therapist with a locked stick: nothing half done."""
    path = lay("return")
    before = path.read_bytes()

    with _read_only(path.parent):
        told = tell(command[0], path, *command[1:])

    _refused(told, path, before, home)


def test_a_case_in_a_folder_that_may_not_be_written_to_can_be_read(lay: Lay, tell: Tell) -> None:
    """To the therapist with a locked stick: looking is possible."""
    path = lay("return")

    with _read_only(path.parent):
        told = tell("check", path)

    assert (told.code, told.err) == (0, "")


def test_papers_are_refused_by_a_folder_that_may_not_be_written_to(
    lay: Lay, tell: Tell, home: Path
) -> None:
    """To the therapist: no paper that is only half there."""
    path = lay("return")
    folder = home / "papers"
    folder.mkdir()

    with _read_only(folder):
        told = tell("export", path, "--to", "school", "--as", "html,json", "-o", folder)

    _refused(told, path, path.read_bytes(), home)
    assert list(folder.iterdir()) == []


def test_a_new_case_is_refused_by_a_folder_that_may_not_be_written_to(
    tell: Tell, by_passphrase: Callable[[str], None], home: Path
) -> None:
    """To the therapist: no recovery key for a case that does not exist."""
    by_passphrase(WORDS)
    (home / "locked").mkdir()

    with _read_only(home / "locked"):
        told = tell("new", home / "locked" / "kievit.caseform")

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert "AGE-SECRET-KEY" not in told.out
    assert list((home / "locked").iterdir()) == []


def test_a_full_disk_keeps_the_file_and_says_so(
    small_disk: Path, lay: Lay, tell: Tell, home: Path
) -> None:
    """To the therapist: what was saved stays saved, and what was not is not pretended."""
    path = lay("return")
    _fill(small_disk)
    before = path.read_bytes()

    told = tell("undo", path)

    _refused(told, path, before, home)
    assert "full" in told.err
    (small_disk / "filler").unlink()
    assert tell("undo", path).code == 0


def test_papers_are_refused_by_a_full_disk(small_disk: Path, lay: Lay, tell: Tell) -> None:
    """To the family: no page that breaks off halfway."""
    path = lay("return")
    _fill(small_disk)
    listed = sorted(os.listdir(small_disk))

    told = tell("export", path, "--to", "school", "--as", "html", "-o", small_disk)

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert sorted(os.listdir(small_disk)) == listed


@pytest.mark.parametrize(
    "mark",
    [{"host": "another-laptop", "user": "me"}, {"host": "this-laptop", "user": "a-colleague"}],
    ids=["another-machine", "another-user"],
)
@pytest.mark.parametrize("command", [["undo"], ["check"], ["open"], ["erase"]])
def test_a_file_that_someone_else_has_open_is_left_alone(
    command: list[str], mark: dict[str, str], lay: Lay, tell: Tell, home: Path
) -> None:
    """To two colleagues with one shared folder: neither overwrites the other."""
    path = lay("return")
    held = path.with_name(f".{path.name}.held")
    held.write_text(json.dumps({**mark, "at": time.time()}), encoding="utf-8")
    before = path.read_bytes()

    told = tell(command[0], path, *command[1:])

    _refused(told, path, before, home)
    assert json.loads(held.read_text(encoding="utf-8"))["host"] == mark["host"]


def test_a_mark_that_was_left_long_ago_holds_nobody_up(lay: Lay, tell: Tell) -> None:
    """To the therapist whose other laptop ran out of power."""
    path = lay("return")
    held = path.with_name(f".{path.name}.held")
    mark = {"host": "another-laptop", "user": "me", "at": time.time() - 3600}
    held.write_text(json.dumps(mark), encoding="utf-8")

    told = tell("undo", path)

    assert told.code == 0
    assert not held.exists()
