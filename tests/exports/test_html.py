"""A paper as a page: nothing of it is code, nothing of it asks for anything."""

import itertools
import re
from functools import cache
from html.parser import HTMLParser

import pytest

from caseform.exports import to_html
from caseform.exports._html import _policy, _style
from caseform.projection.rooms import YouthRoom, projection_from_json, projection_to_json
from support.payloads import PAYLOADS
from support.rooms import ROOMS, TODAY, filled, school_room

SHOWN = {
    "html", "head", "meta", "title", "style", "body", "div", "p", "header", "h1", "h2", "br",
    "strong", "main", "section", "dl", "dt", "dd", "ul", "li", "span", "table", "thead", "tbody",
    "tr", "th", "td", "figure", "footer", "svg", "g", "defs", "path", "pattern", "rect", "text",
}  # fmt: skip


html_of = cache(to_html)


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: dict[str, set[str]] = {}
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, set()).add(value or "")

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("kind", ROOMS)
def test_what_people_typed_adds_no_element_and_no_attribute(kind):
    """Text is never code, in no field and in no picture."""
    plain = _Page(html_of(ROOMS[kind]("nl")))
    hostile = _Page(to_html(filled(ROOMS[kind]("nl"), itertools.cycle(PAYLOADS))))

    assert plain.tags <= SHOWN
    assert hostile.tags <= SHOWN
    assert set(hostile.attributes) <= set(plain.attributes)
    assert not any(name.startswith("on") for name in hostile.attributes)
    assert {"src", "href", "style", "action"}.isdisjoint(hostile.attributes)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_payload_is_shown_as_it_was_typed(payload):
    """A family can read back what it wrote, whatever it wrote."""
    room = YouthRoom(language="nl", is_invented=True, today=TODAY, problem=payload)

    shown = _Page(to_html(room)).text

    assert " ".join(payload.replace("\x00", "�").split()) in " ".join(
        shown.replace("\x00", "�").split()
    )


@pytest.mark.parametrize("kind", ROOMS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_equal_rooms_give_the_same_page(kind, language):
    """What is hidden cannot show on paper, because the paper never knew it."""
    room = ROOMS[kind](language)
    twin = projection_from_json(projection_to_json(room))

    assert html_of(room) == to_html(twin)


def test_a_page_holds_everything_it_needs(room):
    """It opens on a train."""
    page = html_of(room).replace("http://www.w3.org/2000/svg", "")

    assert not re.search(r"https?:|//[a-z]+\.|@import|<link|<script", page)
    assert set(re.findall(r"url\((?!#)([a-z]+):", page)) == {"data"}


def test_the_policy_of_a_page_names_its_one_style_sheet(room):
    """Even a page that someone tampered with runs nothing."""
    page = html_of(room)

    assert _policy(_style()) in page.replace("&#39;", "'")
    assert "default-src 'none'" in _policy(_style())
    assert "unsafe" not in _policy(_style())
    assert page.count("<style>") == 1


def test_a_page_is_in_the_language_of_the_room(room):
    """A screen reader speaks it rightly."""
    assert f'<html lang="{room.language}">' in html_of(room)


def test_every_id_stands_once_on_a_page(room):
    """A heading that names a section names only that one."""
    ids = re.findall(r' id="([^"]+)"', html_of(room))

    assert len(ids) == len(set(ids))


def test_a_paper_for_a_real_case_does_not_say_invented():
    """And the other way round it would be a lie."""
    assert "verzonnen" not in to_html(school_room().model_copy(update={"is_invented": False}))


def test_a_page_says_that_its_case_is_invented(room):
    """Nobody takes a demo for a child."""
    assert re.search("verzonnen casus|invented case", html_of(room))
