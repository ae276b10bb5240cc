"""A paper as a notebook: Markdown and still pictures, nothing that runs."""

import itertools
import json
import re
from base64 import b64decode
from functools import cache
from html.parser import HTMLParser

import mistune
import nbformat
import pytest

from caseform.exports import to_notebook
from caseform.exports._notebook import escaped, paragraph
from caseform.projection.rooms import projection_from_json, projection_to_json
from support.payloads import PAYLOADS
from support.rooms import ROOMS, filled, youth_room

read_markdown = mistune.create_markdown(
    escape=False, plugins=["table", "strikethrough", "url", "footnotes", "task_lists", "math"]
)


notebook_of = cache(to_notebook)


class _Read(HTMLParser):
    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.pieces: list[str] = []
        self.feed(str(read_markdown(markdown)))

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.pieces.append(data)


def _cells(room) -> list[dict]:
    return json.loads(notebook_of(room))["cells"]


def test_a_notebook_holds_no_code_and_no_state(room):
    """Opening it runs nothing."""
    notebook = json.loads(notebook_of(room))

    assert {cell["cell_type"] for cell in notebook["cells"]} == {"markdown"}
    assert notebook["metadata"] == {}
    assert all(cell["metadata"] == {} for cell in notebook["cells"])
    assert not any("outputs" in cell for cell in notebook["cells"])


def test_a_notebook_is_valid_and_its_cells_are_named(room):
    """Any notebook program can open it."""
    notebook = nbformat.reads(notebook_of(room), as_version=4)

    nbformat.validate(notebook)
    assert [cell.id for cell in notebook.cells][:1] == ["title"]
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


@pytest.mark.parametrize("kind", ROOMS)
def test_equal_rooms_give_the_same_notebook(kind):
    """What is hidden cannot show, because the notebook never knew it."""
    room = ROOMS[kind]("nl")

    assert notebook_of(room) == to_notebook(projection_from_json(projection_to_json(room)))


def test_pictures_are_attached_as_still_images():
    """They show without a kernel and without a network."""
    attached = {
        name: b64decode(data["image/png"])
        for cell in _cells(youth_room())
        for name, data in cell.get("attachments", {}).items()
    }

    assert set(attached) == {"force-field.png", "circles.png", "weeks.png", "done.png"}
    assert all(image.startswith(b"\x89PNG") for image in attached.values())
    assert all(b"tEXt" not in image for image in attached.values())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_typed_text_is_shown_and_is_nothing_else(payload):
    """Text is never Markdown, HTML or a formula."""
    read = _Read(f"- **x** {escaped(payload)}")

    assert read.tags <= {"ul", "li", "strong", "span", "p"}
    assert read.attributes == set()
    shown = " ".join("".join(read.pieces).split())
    assert shown == " ".join(["x", *payload.replace("\x00", " ").split()])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_formula_can_form_within_one_element(payload):
    """A notebook looks for formulas after Markdown was read; it finds none."""
    for piece in _Read(paragraph(payload)).pieces:
        assert not re.search(r"\$.+\$|\\[(\[]|\\begin", piece)


@pytest.mark.parametrize("kind", ROOMS)
def test_a_notebook_full_of_payloads_has_the_elements_of_any_other(kind):
    """In every field and every picture."""
    allowed = {
        "h1", "h2", "p", "br", "ul", "li", "strong", "span", "img", "table", "thead", "tbody", "tr",
        "th", "td",
    }  # fmt: skip
    for cell in _cells(filled(ROOMS[kind]("nl"), itertools.cycle(PAYLOADS))):
        read = _Read("".join(cell["source"]))

        assert read.tags <= allowed
        assert read.attributes <= {"src", "alt"}


def test_a_notebook_of_an_invented_case_says_so_at_both_ends(room):
    """Nobody takes a demo for a child."""
    cells = _cells(room)

    for cell in (cells[0], cells[-1]):
        assert re.search("verzonnen casus|invented case", "".join(cell["source"]))
