"""A timetable that comes in from a calendar file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caseform import store
from cli._terminal import Outcome
from cli.conftest import Lay
from timetable.test_ics import calendar, each_week

Tell = Callable[..., Outcome]


def _subjects(path: Path) -> list[str]:
    opened = store.open_published(path)
    blocks = opened.document["case"]["school"]["timetable"]
    opened.lock()
    return [block["subject"] for block in blocks]


def test_a_timetable_comes_in_and_can_be_undone(lay: Lay, tell: Tell, home: Path) -> None:
    """To the therapist: the school's own file, and one step back if it was the wrong one."""
    path = lay("return")
    before = _subjects(path)
    source = home / "rooster.ics"
    source.write_text(calendar(*each_week(4), *each_week(4, "1000", "1050", "koken")), "utf-8")

    told = tell("import", path, "--from", "ics", source)

    assert told.code == 0
    assert told.out.splitlines()[0] == "The timetable was read: 2 blocks a week."
    assert "read from Monday 23 November" in told.out
    assert _subjects(path) == ["wiskunde", "koken"]
    tell("undo", path)
    assert _subjects(path) == before


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"BEGIN:VCALENDAR\r\nnonsense",
        b"\xff\xd8\xff\xe0 a photo",
        calendar(*each_week(2), *each_week(2, "0900", "0950", "gym")).encode(),
        b"<html><body>rooster</body></html>",
        None,
    ],
    ids=["empty", "garbled", "picture", "overlap", "page", "absent"],
)
def test_a_file_that_is_no_timetable_changes_nothing(
    raw: bytes | None, lay: Lay, tell: Tell, home: Path
) -> None:
    """To the therapist: one sentence, and the case as it was."""
    path = lay("return")
    before = path.read_bytes()
    if raw is not None:
        (home / "rooster.ics").write_bytes(raw)

    told = tell("import", path, "--from", "ics", "rooster.ics")

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert path.read_bytes() == before
