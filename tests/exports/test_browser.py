"""Papers opened the way a family opens them: by a double click, in a real browser."""

import itertools
import re
from functools import cache

import pytest

from caseform.exports import to_html
from support.payloads import PAYLOADS
from support.rooms import ROOMS, TODAY, filled, parents_room, school_room, therapist_paper

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


def _pages(page) -> int:
    """How many sheets of A4 come out of a printer."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize(("kind", "most"), [("youth", 2), ("parents", 3), ("school", 1)])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_rich_paper_prints_on_few_pages(kind, most, language, open_page):
    """It goes along in a pocket, on a fridge, or in a teacher's bag."""
    assert _pages(open_page(html_of(ROOMS[kind](language)))) <= most


# Each fills its field many times over.
LONG = {
    "sentences": "Sem fietst met moeder tot het hek en blijft daar zolang hij wil. " * 12,
    "words": "Onafscheidelijkheidsverklaring " * 30,
    "one word": "Wijbewegenmeermetelkaarnaarschool" * 20,
    "capitals": "W" * 900,
}


@pytest.mark.parametrize("words", LONG.values(), ids=LONG.keys())
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_for_school_is_one_sheet_whatever_was_typed(words, language, open_page):
    """It is filled in together, in half an hour; a second sheet is not there."""
    room = filled(school_room(language), itertools.repeat(words))
    pencilled = tuple(day.model_copy(update={"is_agreed": False}) for day in room.days)
    full = room.model_copy(
        update={
            "days": pencilled,
            "agreements": room.agreements * 5,
            "adjustments": (words,) * 9,
            "exempts": (words,) * 3,
        }
    )

    page = open_page(to_html(full))

    assert _pages(page) == 1
    assert re.search("Niet alles paste|Not everything fitted", page.locator("footer").inner_text())


@pytest.mark.parametrize("words", LONG.values(), ids=LONG.keys())
def test_the_week_is_one_side_of_a_sheet_whatever_was_typed(words, open_page):
    """What hangs on the fridge has nothing on its back that the morning needs."""
    room = filled(parents_room(), itertools.repeat(words))
    front = {
        "how": room.how.model_copy(update={"hard_week": words}),
        "days": tuple(day.model_copy(update={"is_agreed": False}) for day in room.days),
        "present": ("moeder",),
    }
    of_the_back = ("cards", "links", "circles", "voices", "said", "views", "agreements", "goals")
    emptied = {name: () for name in (*of_the_back, "accommodations")}
    alone = room.model_copy(update={**front, **emptied})
    with_back = alone.model_copy(update={"goals": ("samen ontbijten",)})

    assert _pages(open_page(to_html(alone))) == 1
    assert _pages(open_page(to_html(with_back))) == 2


@pytest.mark.parametrize("kind", ["parents", "school"])
def test_an_empty_sheet_is_one_page_to_write_on(kind, open_page):
    """Before anything was planned it is of use too."""
    empty = type(ROOMS[kind]())(language="nl", is_invented=True, today=TODAY)
    page = open_page(to_html(empty))

    assert _pages(page) == 1
    assert page.locator(".line").count() >= 2
    assert not re.search("Niet alles paste", page.locator("footer").inner_text())


def test_the_step_card_is_a_card_of_a6(open_page):
    """It is cut out, and fits behind a phone."""
    page = open_page(html_of(ROOMS["youth"]("nl")))
    page.emulate_media(media="print")
    box = page.locator(".section-step-card").bounding_box()

    in_mm = [round(box[side] / 96 * 25.4) for side in ("width", "height")]

    assert in_mm == [105, 148]


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
