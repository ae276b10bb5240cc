"""Papers opened the way a family opens them: by a double click, in a real browser."""

import itertools
import re
from functools import cache

import pytest

from caseform.exports import to_html
from support.payloads import PAYLOADS
from support.rooms import ROOMS, filled, therapist_paper

html_of = cache(to_html)

pytestmark = pytest.mark.browser


@pytest.fixture
def open_page(chromium, tmp_path):
    """Opens a page from a file and collects what it asks for, says and runs."""
    context = chromium.new_context(viewport={"width": 1000, "height": 1200})
    page = context.new_page()
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("dialog", lambda dialog: (page.said.append(dialog.message), dialog.dismiss()))

    def open_it(document: str):
        path = tmp_path / "paper.html"
        path.write_text(document, encoding="utf-8")
        page.goto(path.as_uri())
        page.locator("footer").wait_for()
        return page

    yield open_it
    context.close()


def _asked_for(page) -> list[str]:
    own = re.compile(r"^(data:|file:.*/paper\.html$)")
    return [url for url in page.asked if not own.match(url)]


@pytest.mark.parametrize("kind", ROOMS)
def test_a_page_from_a_file_asks_for_nothing_and_says_nothing(kind, open_page):
    """What is written about a child stays on this machine."""
    page = open_page(html_of(ROOMS[kind]("nl")))

    assert _asked_for(page) == []
    assert page.said == []
    assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")


@pytest.mark.parametrize("start", [0, 13])
@pytest.mark.parametrize("kind", ROOMS)
def test_no_payload_runs_with_the_policy_or_without(kind, start, open_page):
    """Text is never code; the policy is only the second lock."""
    words = itertools.cycle(PAYLOADS[start:] + PAYLOADS[:start])
    locked = to_html(filled(ROOMS[kind]("nl"), words))

    for document in (locked, re.sub(r"<meta http-equiv=[^>]+>", "", locked)):
        page = open_page(document)

        assert page.evaluate("window.hit") is None
        assert _asked_for(page) == []
        assert page.locator("script, iframe, object, img, a, input, form, link").count() == 0


@pytest.mark.parametrize("kind", ["youth", "parents", "school"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_rich_paper_prints_on_two_pages(kind, language, open_page):
    """It goes along in a pocket or on a fridge."""
    printed = open_page(html_of(ROOMS[kind](language))).pdf(prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2


def test_the_words_invented_case_come_back_on_every_printed_page(open_page):
    """A loose second page still says so."""
    page = open_page(html_of(ROOMS["youth"]("nl")))
    page.emulate_media(media="print")

    shown = page.locator(".running").evaluate("one => getComputedStyle(one).display")

    assert shown == "table-header-group"


@pytest.mark.parametrize("part", ["said", "views"])
def test_what_grows_long_has_the_whole_width_of_the_therapists_paper(part, open_page):
    """Half a column beside nothing is two pages more to read."""
    page = open_page(html_of(therapist_paper()))

    inner = page.locator(".sections").bounding_box()["width"]
    assert page.locator(f".section-{part}").bounding_box()["width"] == pytest.approx(inner, abs=1)


@pytest.mark.parametrize("width", [360, 820, 1280])
def test_nothing_sticks_out_of_the_page(width, open_page):
    """On a phone, a tablet and a laptop."""
    for kind in ROOMS:
        page = open_page(html_of(ROOMS[kind]("nl")))
        page.set_viewport_size({"width": width, "height": 900})

        assert page.evaluate("document.documentElement.scrollWidth") <= width
