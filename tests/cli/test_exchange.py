"""What goes out of a case and what comes back in."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from jsonschema import Draft202012Validator

from caseform import store
from cli._terminal import Outcome
from cli.conftest import TODAY, Lay

Tell = Callable[..., Outcome]


def _case_in(path: Path) -> dict[str, object]:
    opened = store.open_published(path)
    case: dict[str, object] = opened.document["case"]
    opened.lock()
    return case


def _exported(tell: Tell, path: Path, folder: Path) -> Path:
    told = tell("export", path, "--to", "therapist", "--as", "json", "-o", folder)
    assert told.code == 0
    return Path(told.out.strip())


def test_a_case_that_goes_out_as_json_comes_back_equal(lay: Lay, tell: Tell, home: Path) -> None:
    """To the clinic that keeps its own copies: nothing is lost on the way."""
    path = lay("return")
    whole = _case_in(path)
    document = _exported(tell, path, home / "out")
    tell("restore", path, 1)
    assert _case_in(path) != whole

    told = tell("import", path, "--from", "json", document)

    assert told.code == 0
    assert _case_in(path) == whole
    assert json.loads(document.read_text(encoding="utf-8")) == whole


def test_what_comes_in_is_one_more_version(lay: Lay, tell: Tell, home: Path) -> None:
    """To the therapist: reading the wrong copy can be undone."""
    path = lay("return")
    document = _exported(tell, path, home / "out")
    tell("restore", path, 1)
    before = _case_in(path)

    tell("import", path, "--from", "json", document)
    newest = json.loads(tell("history", path, "--json").out)[-1]
    tell("undo", path)

    assert newest["verb"] == "import"
    assert _case_in(path) == before


@pytest.mark.parametrize("kind", ["attendance-csv", "gedcom"])
def test_sources_that_come_later_say_so(kind: str, lay: Lay, tell: Tell) -> None:
    """To whoever tries: not now is another answer than not at all."""
    path = lay("return")
    before = path.read_bytes()

    told = tell("import", path, "--from", kind, "some-file")

    assert told.code == 4
    assert told.is_one_plain_sentence(), told.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("kind", ["pdf", "docx", "ics,pdf", "html,pdf"])
def test_papers_that_come_later_say_so_and_write_nothing(
    kind: str, lay: Lay, tell: Tell, home: Path
) -> None:
    """To whoever tries: no half of what was asked."""
    told = tell("export", lay("return"), "--to", "school", "--as", kind, "-o", home / "out")

    assert told.code == 4
    assert told.is_one_plain_sentence(), told.err
    assert not (home / "out").exists()


@pytest.mark.parametrize("room", ["youth", "parents", "youth+parents", "school", "team"])
def test_each_room_gets_its_papers(room: str, lay: Lay, tell: Tell, home: Path) -> None:
    """To everyone: a page to take along, opening without a network."""
    told = tell("export", lay("return"), "--to", room, "--as", "html,json,ipynb", "-o", "out")

    written = [home / line for line in told.out.splitlines()]
    assert told.code == 0
    assert [path.suffix for path in written] == [".html", ".json", ".ipynb"]
    assert all(path.name.startswith(f"caseform-{TODAY}-") for path in written)
    assert all(path.stat().st_mode & 0o077 == 0 for path in written)
    page = written[0].read_text(encoding="utf-8")
    assert re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""", page) == []
    json.loads(written[1].read_text(encoding="utf-8"))


@pytest.mark.parametrize("room", ["youth", "parents", "school", "therapist"])
def test_a_calendar_holds_the_agreed_days_and_no_word_of_the_case(
    room: str, lay: Lay, tell: Tell, home: Path
) -> None:
    """To whoever looks over a shoulder: an appointment, and nothing else."""
    told = tell("export", lay("return"), "--to", room, "--as", "ics", "-o", "out", "--lang", "nl")

    (path,) = [home / line for line in told.out.splitlines()]
    calendar = path.read_bytes().decode("utf-8")
    assert told.code == 0
    assert path.stat().st_mode & 0o077 == 0
    assert set(re.findall("SUMMARY:(.*)\r", calendar)) == {"Afspraak"}
    assert calendar.count("BEGIN:VEVENT") >= 3
    assert not re.search("Sem|moeder|Jansen|school|hek|bankje|caseform", calendar, re.I)


def test_where_no_day_was_agreed_there_is_no_calendar(lay: Lay, tell: Tell, home: Path) -> None:
    """To whoever tries: a plain sentence, and no empty file."""
    told = tell("export", lay("home"), "--to", "youth", "--as", "html,ics", "-o", home / "out")

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert not (home / "out").exists()


def test_a_summary_notebook_holds_no_code(lay: Lay, tell: Tell, home: Path) -> None:
    """To whoever opens it in Jupyter: words and pictures, nothing that runs."""
    told = tell("export", lay("return"), "--to", "youth+parents", "--as", "ipynb", "-o", home)

    notebook = nbformat.read(told.out.strip(), as_version=4)
    nbformat.validate(notebook)
    assert {cell.cell_type for cell in notebook.cells} == {"markdown"}
    assert "widgets" not in notebook.metadata


def test_what_is_not_shared_does_not_go_out(lay: Lay, tell: Tell, home: Path) -> None:
    """To the therapist: a private card stays private on paper."""
    path = lay("return")
    factors = _case_in(path)["factors"]
    assert isinstance(factors, list)
    private = [factor["words"] for factor in factors if not factor["shared_with"]]
    ours = [f["words"] for f in factors if {"youth", "parents"} <= set(f["shared_with"])]

    tell("export", path, "--to", "youth+parents", "--as", "json", "-o", home / "out")
    therapist = _exported(tell, path, home / "out").read_text(encoding="utf-8")

    paper = next((home / "out").glob("*family.json")).read_text(encoding="utf-8")
    assert private
    assert ours
    assert all(words in therapist for words in (*private, *ours))
    assert not any(words in paper for words in private)
    assert all(words in paper for words in ours)


def test_the_therapists_page_holds_what_no_room_sees(lay: Lay, tell: Tell, home: Path) -> None:
    """To the therapist: everything, for one's own use."""
    path = lay("return")
    factors = _case_in(path)["factors"]
    assert isinstance(factors, list)
    private = [factor["words"] for factor in factors if not factor["shared_with"]]

    told = tell("export", path, "--to", "therapist", "--as", "html", "-o", home / "out")

    page = Path(told.out.strip()).read_text(encoding="utf-8")
    assert private
    assert all(words in page for words in private)


@pytest.mark.parametrize("room", ["nobody", "youth+nobody", "parent:p-nobody", "therapist+youth"])
def test_a_room_that_does_not_exist_gets_nothing(
    room: str, lay: Lay, tell: Tell, home: Path
) -> None:
    """To the family: a slip in the name of a room shows nothing to anyone."""
    told = tell("export", lay("return"), "--to", room, "--as", "json", "-o", home / "out")

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert not (home / "out").exists()


def test_the_format_is_told_as_json_schema(lay: Lay, tell: Tell, home: Path) -> None:
    """To whoever reads a case with another program, also in twenty years."""
    document = json.loads(_exported(tell, lay("return"), home).read_text(encoding="utf-8"))

    told = tell("schema")

    schema = json.loads(told.out)
    assert told.code == 0
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document)
    assert not Draft202012Validator(schema).is_valid(document | {"unknown": 1})


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace('"alias"', '"nickname"', 1),
        lambda text: text[: len(text) // 2],
        lambda text: '{"format": 1}',
        lambda text: "[]",
        lambda text: text.replace('"return_plan": {', '"return_plan": {"unknown": 1, ', 1),
    ],
    ids=["unknown-field", "cut-short", "another-format", "a-list", "unknown-field-inside"],
)
def test_what_is_not_a_case_is_refused_whole(
    spoil: Callable[[str], str], lay: Lay, tell: Tell, home: Path
) -> None:
    """To the therapist: no half of a case, and no sentence silently dropped."""
    path = lay("return")
    whole = _exported(tell, path, home).read_text(encoding="utf-8")
    spoiled = spoil(whole)
    assert spoiled != whole
    (home / "spoiled.json").write_text(spoiled, encoding="utf-8")
    before = path.read_bytes()

    told = tell("import", path, "--from", "json", home / "spoiled.json")

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert path.read_bytes() == before


def test_another_case_does_not_come_in_over_this_one(lay: Lay, tell: Tell, home: Path) -> None:
    """To both families: two cases are never mixed up."""
    path = lay("home")
    document = _exported(tell, lay("return"), home)
    before = path.read_bytes()

    told = tell("import", path, "--from", "json", document)

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert path.read_bytes() == before


def test_a_source_that_is_not_there_is_named_plainly(lay: Lay, tell: Tell) -> None:
    """To whoever mistyped a file."""
    told = tell("import", lay("home"), "--from", "json", "nosuch.json")

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
