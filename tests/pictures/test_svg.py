"""Pictures as files: the same bytes each time, and nothing in them but the picture."""

import os
import re
import subprocess
import sys
from xml.etree import ElementTree as Tree

import pytest

from caseform import pictures
from caseform.projection.rooms import (
    ShownCard,
    paper_from_json,
    projection_from_json,
    projection_to_json,
)
from support.rooms import ROOMS, team_room, therapist_paper, youth_room

DRAWN = """
import hashlib, sys
from caseform import pictures
from caseform.projection.rooms import projection_from_json
room = projection_from_json(sys.stdin.read())
for name in pictures.NAMES:
    print(hashlib.sha256(pictures.svg(name, room).encode()).hexdigest())
    print(hashlib.sha256(pictures.png(name, room)).hexdigest())
"""


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *((kind, "force-field") for kind in ROOMS),
        ("youth", "weeks"),
        ("team", "done"),
        ("youth", "circles"),
        ("parents", "perspectives"),
        ("team", "time-line"),
    ],
)
def test_equal_rooms_give_the_same_bytes(name, kind):
    """What is hidden cannot show in a picture, because the picture never knew it."""
    room = ROOMS[kind]("nl")
    twin = projection_from_json(projection_to_json(room))

    pictures.svg("force-field", team_room("en"))

    assert pictures.svg(name, room) == pictures.svg(name, twin)
    assert pictures.png(name, room) == pictures.png(name, twin)


def test_equal_papers_give_the_same_bytes():
    """The same for the one picture that no room has."""
    paper = therapist_paper()
    twin = paper_from_json(projection_to_json(paper))

    assert pictures.svg("role-grid", paper) == pictures.svg("role-grid", twin)
    assert pictures.png("role-grid", paper) == pictures.png("role-grid", twin)


def test_another_process_draws_the_same_bytes():
    """Neither the clock nor the order of a dictionary is in a picture."""
    printed = {
        subprocess.run(
            [sys.executable, "-c", DRAWN],
            input=projection_to_json(youth_room()),
            env=os.environ | {"PYTHONHASHSEED": seed},
            text=True,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(printed) == 1


@pytest.mark.parametrize("name", pictures.NAMES)
def test_a_picture_can_stand_in_a_page_with_a_strict_policy(name):
    """No style that reaches the page, no link, no date, no maker."""
    written = pictures.svg(name, therapist_paper())
    root = Tree.fromstring(written)

    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    attributes = {key for element in root.iter() for key in element.attrib}

    assert tags <= {"svg", "g", "defs", "path", "pattern", "rect", "text"}
    assert "style" not in attributes
    assert not any(key.startswith("on") or "href" in key for key in attributes)
    assert "http" not in written.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"20\d\d-|matplotlib", written, re.IGNORECASE)


def test_words_in_a_picture_are_escaped():
    """Text is never code."""
    card = ShownCard(words="<script>alert(1)</script>", speaker='"><img src=x>', side="away")
    written = pictures.svg("force-field", youth_room().model_copy(update={"cards": (card,)}))

    assert "<script" not in written
    assert "<img" not in written
    assert "&lt;script&gt;" in written


def test_the_same_picture_twice_on_a_page_has_ids_of_its_own():
    """A pattern of one board is not borrowed from the other."""
    first, second = (pictures.svg("force-field", youth_room(), part=part) for part in (0, 1))
    ids = [set(re.findall(r' id="([^"]+)"', written)) for written in (first, second)]

    assert ids[0]
    assert not ids[0] & ids[1]
    assert set(re.findall(r"url\(#([^)]+)\)", second)) <= ids[1]


def test_no_two_pictures_on_a_page_share_an_id():
    """Stripes of one picture are not borrowed from the next."""
    ids = [
        set(re.findall(r' id="([^"]+)"', pictures.svg(name, therapist_paper())))
        for name in pictures.NAMES
    ]

    assert all(ids)
    assert sum(map(len, ids)) == len(set().union(*ids))


def test_no_id_holds_a_word_of_the_case():
    """Who speaks is in the picture, and not in what a program calls its parts."""
    for name in pictures.NAMES:
        ids = " ".join(re.findall(r' id="([^"]+)"', pictures.svg(name, therapist_paper())))
        assert not re.search("Sem|moeder|buikpijn|kookles", ids)


def test_a_picture_as_an_image_brings_its_typeface():
    """In a preview the words fit their cards, as they do on paper."""
    written = pictures.image("force-field", youth_room())

    assert written.count("@font-face") == 2
    assert "url(data:font/woff2;base64," in written
    Tree.fromstring(written)


def test_importing_pictures_does_not_import_matplotlib():
    """A page that only needs the places of cards starts at once."""
    code = "import sys, caseform.pictures; print('matplotlib' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
