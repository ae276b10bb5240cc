"""Papers in a folder: whole or not at all, for their owner only, under a name that says nothing."""

import errno
import os
import stat
import tempfile
from datetime import date

import pytest

from caseform.errors import CaseformError, NotBuiltError, StoreError
from caseform.exports import FORMATS, LATER, check_kinds, file_name, render, to_json, write
from caseform.projection.rooms import projection_from_json
from caseform.text import LANGUAGES, sentence
from support.rooms import ROOMS, parents_room, youth_room


def test_every_format_is_written_for_its_owner_only(tmp_path):
    """Another user of the laptop reads nothing."""
    old = os.umask(0)
    try:
        paths = write(youth_room(), tuple(FORMATS), tmp_path)
    finally:
        os.umask(old)

    assert [path.suffix for path in paths] == [".html", ".ics", ".json", ".ipynb"]
    assert sorted(tmp_path.iterdir()) == sorted(paths)
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}
    assert paths[2].read_text(encoding="utf-8") == to_json(youth_room())


@pytest.mark.parametrize(
    ("kind", "language", "name"),
    [
        ("youth", "nl", "caseform-2026-11-24-gezin.html"),
        ("parents", "nl", "caseform-2026-11-24-ouders.html"),
        ("school", "en", "caseform-2026-11-24-school.html"),
        ("team", "en", "caseform-2026-11-24-team.html"),
    ],
)
def test_a_file_name_holds_a_date_and_a_kind_of_room(kind, language, name):
    """A list of recent files tells nobody whom it is about."""
    assert file_name(ROOMS[kind](language), "html", date(2026, 11, 24)) == name


def test_json_is_the_projection_and_reads_back_equal(room):
    """The family's data is theirs."""
    assert projection_from_json(to_json(room)) == room


@pytest.mark.parametrize("kind", LATER)
def test_a_format_that_comes_later_says_so_and_writes_nothing(kind, tmp_path):
    """Nobody gets half of what was asked for."""
    with pytest.raises(NotBuiltError) as caught:
        write(youth_room(), ["html", kind], tmp_path)

    assert kind in sentence(caught.value, "nl")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kinds", [(), ("xls",), ("html", "../x")])
def test_a_format_that_does_not_exist_is_refused(kinds):
    """A slip of the keyboard makes no file."""
    with pytest.raises(CaseformError, match=r"errors\.format-unknown"):
        check_kinds(kinds)


def test_render_gives_what_is_written():
    """A preview and the file are the same."""
    assert render(youth_room(), "json") == to_json(youth_room())


def test_a_disk_that_fills_up_leaves_the_folder_as_it_was(tmp_path):
    """No half page is handed to a parent."""
    resource = pytest.importorskip("resource")
    (earlier,) = write(parents_room(), ["json"], tmp_path)
    before = earlier.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(StoreError, match=r"errors\.papers-disk-full"):
            write(
                parents_room("en").model_copy(update={"language": "nl"}), ["json", "html"], tmp_path
            )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert list(tmp_path.iterdir()) == [earlier]
    assert earlier.read_bytes() == before


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.EROFS, "errors.papers-folder-refused"),
        (errno.EACCES, "errors.papers-folder-refused"),
        (errno.ENOSPC, "errors.papers-disk-full"),
        (errno.EIO, "errors.papers-not-written"),
    ],
)
def test_each_way_of_failing_is_one_plain_sentence(number, key, tmp_path, monkeypatch):
    """In the reader's language, with what is safe and what to do."""

    def fail(*args: object, **settings: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "mkstemp", fail)

    with pytest.raises(StoreError) as caught:
        write(youth_room(), ["html"], tmp_path)

    assert caught.value.key == key
    assert all(sentence(caught.value, language).endswith(".") for language in LANGUAGES)


def test_a_folder_that_cannot_be_made_is_named_as_such(tmp_path):
    """A file stands where the folder should be."""
    (tmp_path / "map").write_text("")

    with pytest.raises(StoreError, match=r"errors\.papers-folder-missing"):
        write(youth_room(), ["json"], tmp_path / "map" / "papieren")


def test_a_newer_paper_takes_the_place_of_the_earlier_one(tmp_path):
    """One paper per day and room, the newest."""
    write(youth_room(), ["html"], tmp_path)
    (path,) = write(youth_room().model_copy(update={"problem": "nieuw"}), ["html"], tmp_path)

    assert "nieuw" in path.read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == [path]
