"""What a room sees, in a real browser, from the sofa."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from browser._harness import NARROW, WIDE, Mounted, mounted
from browser._pages import looks
from caseform.projection.rooms import RoomProjection, ShownCard
from caseform.widgets import _assets
from caseform.widgets.room import RoomPage, slides_of
from support.payloads import PAYLOADS
from support.rooms import ROOMS, cards, filled, ring_room, youth_room

pytestmark = pytest.mark.browser
LONG = "Onafscheidelijkheidsverklaring" * 4

_SMALL_TEXT = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || /^(SCRIPT|STYLE)$/.test(node.tagName)) continue;
    if (!node.checkVisibility({visibilityProperty: true}) || node.closest('.cf-unseen')) continue;
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (size < 28) found.push(`${size} ${walker.currentNode.data}`);
  }
  return found;
}"""

_OVERLAPS = """() => {
  const all = (name) => [...document.querySelectorAll(name)];
  const boxes = all('.cf-room-small').map((node) => node.getBoundingClientRect());
  const level = (name) => Number(getComputedStyle(all(name)[0]).zIndex) || 0;
  const apart = (a, b) =>
    a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  return {
    ties: all('.cf-room-link').length,
    over: level('.cf-room-columns') > level('.cf-room-links'),
    meet: boxes.some((one, n) => boxes.some((other, m) => n < m && !apart(one, other))),
  };
}"""


def view_of(projection: RoomProjection) -> dict[str, Any]:
    """Return what the room's page is told."""
    page = RoomPage()
    page.show(projection)
    return page.view


@contextmanager
def room(browser: Browser, projection: RoomProjection, **about: Any) -> Iterator[Mounted]:
    """Show a room."""
    css = _assets.styles("room", "room")
    with mounted(browser, "room", view_of(projection), css=css, **about) as page:
        yield page


def go_to(page: Mounted, key: str, projection: RoomProjection) -> None:
    """Press Next until that slide is there."""
    keys = [slide["key"] for slide in slides_of(projection)]
    for _ in range(keys.index(key)):
        page.page.keyboard.press("ArrowRight")


@looks(*ROOMS, sizes=("wide", "narrow"))
def test_every_slide_is_read_from_the_sofa(chromium, case, language, about):
    """No text under 28 pixels, nothing wider than the wall, nothing axe would name."""
    projection, size = ROOMS[case](language), about["size"]
    with room(chromium, projection, size=size) as page:
        for slide in slides_of(projection):
            expect(page.page.locator("h1")).to_have_text(slide["title"])
            assert page.page.evaluate(_SMALL_TEXT) == []
            assert (
                page.page.evaluate("document.querySelector('.cf-room').scrollWidth")
                <= (size["width"])
            )
            assert page.axe() == []
            page.page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_title_stands_at_one_height(chromium, size):
    """Nothing jumps when the page is turned."""
    projection = youth_room()
    with room(chromium, projection, size=size) as page:
        heights = set()
        for slide in slides_of(projection):
            expect(page.page.locator("h1")).to_have_text(slide["title"])
            heights.add(page.page.locator("h1").bounding_box()["y"])
            page.page.keyboard.press("ArrowRight")

    assert len(heights) == 1


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_ties_are_seen_or_said_on_every_screen(chromium, size):
    """Where there is no room for arrows, each tie is a sentence below."""
    projection = youth_room()
    with room(chromium, projection, size=size) as page:
        go_to(page, "picture", projection)
        ties = page.page.locator(".cf-room-ties > li")

        expect(ties).to_have_count(len(projection.links))
        expect(ties.first).to_be_visible(visible=size == NARROW)
        expect(page.page.locator(".cf-room-links")).to_be_visible(visible=size == WIDE)


@pytest.mark.parametrize("count", range(4, 12))
def test_the_sign_of_more_is_there_only_when_a_card_lies_under_the_foot(chromium, count):
    """A sign that points at nothing is soon not believed."""
    many = tuple(ShownCard(words=f"kaart {n}, met wat woorden", side="away") for n in range(count))
    side = ShownCard(words="kookles", side="toward")
    about = {"cards": (*many, side), "links": (), "circles": (), "voices": ()}
    projection = youth_room().model_copy(update=about)
    with room(chromium, projection) as page:
        go_to(page, "picture", projection)
        last = page.page.get_by_text(f"kaart {count - 1}, met wat woorden")
        foot = page.page.locator(".cf-room-foot").bounding_box()
        card = page.page.locator(".cf-room-small").filter(has=last).bounding_box()
        is_under = card["y"] + card["height"] > foot["y"] + 1

        expect(page.page.get_by_role("button", name="Er staat nog meer onder")).to_be_visible(
            visible=is_under
        )


@pytest.mark.parametrize("name", ["youth", "school"])
def test_every_slide_but_the_picture_fits_the_wall(chromium, name):
    """Nobody has to scroll while a child is talking."""
    projection = ROOMS[name]()
    with room(chromium, projection) as page:
        for slide in slides_of(projection):
            over = page.page.evaluate(
                "() => { const r = document.querySelector('.cf-room');"
                " return r.scrollHeight - r.clientHeight; }"
            )
            assert over <= 8, slide["key"]
            page.page.keyboard.press("ArrowRight")


def test_the_whole_picture_is_calm(chromium):
    """Cards beside each other, ties behind them, at 1280 by 800."""
    projection = youth_room()
    with room(chromium, projection) as page:
        go_to(page, "picture", projection)
        expect(page.page.locator(".cf-room-link").first).to_be_attached()

        assert page.page.evaluate(_OVERLAPS) == {"ties": 4, "over": True, "meet": False}


_RING = """() => {
  const cards = [...document.querySelectorAll('.cf-room-small')];
  const boxes = cards.map((node) => node.getBoundingClientRect());
  const near = (box, x, y) =>
    x > box.left - 3 && x < box.right + 3 && y > box.top - 3 && y < box.bottom + 3;
  const frame = document.querySelector('.cf-room-ring .cf-room-links').getBoundingClientRect();
  const tips = [...document.querySelectorAll('.cf-room-ring .cf-room-tip')].map((node) => {
    const at = node.getPointAtLength(0);
    return [at.x + frame.left, at.y + frame.top];
  });
  const apart = (a, b) =>
    a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  return {
    arrives: tips.map(([x, y]) => boxes.findIndex((box) => near(box, x, y))),
    meet: boxes.some((one, n) => boxes.some((other, m) => n < m && !apart(one, other))),
    dashed: document.querySelectorAll('.cf-room-ring .cf-room-link-less').length,
  };
}"""


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("count", [2, 3, 5, 6])
def test_each_arrow_of_a_circle_arrives_at_the_next_card(chromium, count, size):
    """Round to the start, on a wall and on a tablet, also after it was turned."""
    projection = ring_room(count)
    round_ = [*range(1, count), 0]
    with room(chromium, projection, size=size) as page:
        go_to(page, "circle-0", projection)
        for turned in (size, {"width": size["height"], "height": size["width"]}):
            page.page.set_viewport_size(turned)
            page.page.wait_for_timeout(200)

            drawn = page.page.evaluate(_RING)

            assert drawn["arrives"] == round_
            assert not drawn["meet"]
            assert drawn["dashed"] == (1 if count > 2 else 0)


def test_what_does_not_fit_says_so_and_is_reached(chromium):
    """Twenty cards are not hidden under the edge of the wall."""
    many = tuple(ShownCard(words=f"kaart {n} met wat meer woorden", side="away") for n in range(20))
    side = ShownCard(words="kookles", side="toward")
    projection = youth_room().model_copy(update={"cards": (*many, side), "links": ()})
    with room(chromium, projection) as page:
        expect(page.page.get_by_role("button", name="Er staat nog meer onder")).to_be_hidden()
        go_to(page, "picture", projection)
        more = page.page.get_by_role("button", name="Er staat nog meer onder")
        expect(more).to_be_visible()
        assert page.axe() == []

        for _ in range(8):
            page.page.keyboard.press("ArrowDown")

        expect(page.page.get_by_text("kaart 19 met wat meer woorden")).to_be_in_viewport()
        expect(more).to_be_hidden()


def test_a_card_that_was_just_said_comes_into_sight(chromium):
    """The young person sees that it was heard."""
    projection = youth_room()
    page_model = RoomPage()
    page_model.show(projection)
    with room(chromium, projection) as page:
        new = ShownCard(words="het busje is te vol", speaker="Sem")
        page_model.show(projection.model_copy(update={"cards": (*projection.cards, new)}))

        page.show(page_model.view)

        expect(page.page.get_by_text("het busje is te vol")).to_be_visible()


def test_a_change_elsewhere_leaves_the_slide_where_it_is(chromium):
    """The talk is about this question."""
    projection = youth_room()
    with room(chromium, projection) as page:
        go_to(page, "steps", projection)

        page.show(view_of(projection.model_copy(update={"cards": cards("nl")[:4], "links": ()})))

        expect(page.page.locator("h1")).to_have_text("De volgende stap")


def test_blank_leaves_no_word_in_the_browser(chromium):
    """Gone is gone, also behind the curtain."""
    projection = youth_room()
    page_model = RoomPage()
    page_model.show(projection)
    page_model.blank()
    with room(chromium, projection) as page:
        go_to(page, "picture", projection)

        page.show(page_model.view)

        expect(page.page.locator("#here")).to_have_text("Even pauze")
        html = page.page.locator("#here").inner_html()
        assert not [word for word in ("Sem", "buikpijn", "Jansen", "bankje") if word in html]


def test_the_page_closes_softly_when_told_to(chromium):
    """Someone leaves, and the wall is empty before the next one opens."""
    with room(chromium, youth_room()) as page:
        page.tell({"kind": "close"})

        expect(page.page.locator(".cf-room")).to_be_empty()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_long_words_wrap(chromium, size):
    """What a child says may be one long word."""
    projection = filled(youth_room(), (LONG for _ in range(1000)))
    with room(chromium, projection, size=size) as page:
        for slide in slides_of(projection):
            width = page.page.evaluate("document.querySelector('.cf-room').scrollWidth")
            assert width <= size["width"], slide["key"]
            page.page.keyboard.press("ArrowRight")


def test_text_that_tries_to_be_more_stays_text(chromium):
    """What people type is shown as they typed it."""
    supply = (PAYLOADS[n % len(PAYLOADS)] for n in range(1000))
    projection = filled(youth_room(), supply)
    with room(chromium, projection) as page:
        for _ in slides_of(projection):
            page.page.keyboard.press("ArrowRight")

        assert page.page.evaluate("window.hit") is None


def test_everything_is_reached_by_the_tab_key(chromium):
    """A clicker, a keyboard or a finger turns the page."""
    with room(chromium, youth_room()) as page:
        page.page.keyboard.press("Tab")
        expect(page.page.get_by_role("button", name="Verder")).to_be_focused()
        page.page.keyboard.press("Enter")
        expect(page.page.locator("h1")).to_have_text("Wat er net gezegd is")

        box = page.page.get_by_role("button", name="Terug").bounding_box()

    assert box["width"] >= 44
    assert box["height"] >= 44
