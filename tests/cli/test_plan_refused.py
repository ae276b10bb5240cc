"""Commands about a plan that are given what is not right: in both languages, one sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caseform.model import EditField, EditItem
from cli._terminal import Outcome
from cli.conftest import Lay

Tell = Callable[..., Outcome]

PLACES = {"en": "en_GB.UTF-8", "nl": "nl_BE.UTF-8"}
# What follows the file in each command.
COMMANDS = {
    "plan": (),
    "plan-json": ("--json",),
    "plan-write": ("--write",),
    "check": (),
    "check-json": ("--json",),
    "export": ("--to", "school", "--as", "ics", "-o", "papers"),
    "import": ("--from", "ics", "rooster.ics"),
}
WEEK = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261123T083000\r\n"
    b"DTEND:20261123T092000\r\nRRULE:FREQ=WEEKLY;COUNT=6\r\nSUMMARY:gym\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture(params=sorted(PLACES))
def language(home: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The language of the computer."""
    monkeypatch.setenv("LANG", PLACES[request.param])
    return str(request.param)


def _refused(told: Outcome, language: str) -> None:
    assert (told.code, told.out) == (2, ""), told
    assert told.is_one_plain_sentence(), told.err
    # A word of the sentence that the other language does not have.
    words = set(told.err.lower().replace(".", " ").replace(":", " ").split())
    dutch = {"niet", "is", "dit", "bestand", "er", "de", "het", "kies", "geen", "nog"} & words
    english = {"not", "the", "this", "file", "there", "no", "choose", "nothing"} & words
    assert (len(english) > len(dutch)) == (language == "en"), told.err


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("raw", [b"Dear madam,", b"PK\x03\x04 cut short", None])
def test_what_is_no_case_is_refused_by_every_command_about_a_plan(
    name: str, raw: bytes | None, language: str, tell: Tell, home: Path
) -> None:
    """To whoever picked the wrong file: it is left as it was, and no paper comes of it."""
    path = home / "letter.caseform"
    (home / "rooster.ics").write_bytes(WEEK)
    if raw is not None:
        path.write_bytes(raw)

    told = tell(name.partition("-")[0], path, *COMMANDS[name])

    _refused(told, language)
    assert (path.read_bytes() if path.exists() else None) == raw
    assert not (home / "papers").exists()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"BEGIN:VCALENDAR\r\nnonsense",
        b"\xff\xd8\xff\xe0 a photo",
        b"<html>rooster</html>",
        None,
    ],
    ids=["empty", "garbled", "picture", "page", "absent"],
)
def test_a_calendar_that_is_none_is_refused_in_the_language_of_the_computer(
    raw: bytes | None, language: str, lay: Lay, tell: Tell, home: Path
) -> None:
    """To the therapist: what to do is told in words that one reads."""
    path = lay("return")
    before = path.read_bytes()
    if raw is not None:
        (home / "rooster.ics").write_bytes(raw)

    told = tell("import", path, *COMMANDS["import"])

    _refused(told, language)
    assert path.read_bytes() == before


def test_a_calendar_without_an_agreed_day_is_refused_and_leaves_no_folder(
    language: str, lay: Lay, tell: Tell, home: Path
) -> None:
    """To whoever would send it: no empty calendar, in the case or beside it."""
    path = lay("home")
    before = path.read_bytes()

    told = tell("export", path, *COMMANDS["export"])

    _refused(told, language)
    assert path.read_bytes() == before
    assert not list(home.glob("papers/*"))


@pytest.mark.parametrize(
    "command", [("plan",), ("plan", "--json"), ("plan", "--write"), ("check",)]
)
def test_a_plan_on_facts_that_contradict_each_other_is_no_fault_of_ours(
    command: tuple[str, ...], language: str, lay: Lay, tell: Tell
) -> None:
    """To the therapist: two lessons at once and a date that passed are told, and nothing breaks."""
    block = {"starts": "08:00", "ends": "23:00", "weekday": 1}
    path = lay(
        "return",
        "shipped",
        EditItem(collection="school.timetable", id="b-mon-1", fields=block),
        EditField(path="school.effort_until", value="2020-01-01"),
    )
    before = path.read_bytes()

    told = tell(command[0], path, *command[1:])

    assert told.code in (0, 1, 3)
    assert told.out
    assert "Traceback" not in told.err
    assert "--write" in command or path.read_bytes() == before
