"""The room's page in a real Chromium."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from caseform.view import ViewServer

pytestmark = pytest.mark.browser

INJECTED = """async () => {
  window.ran = [];
  const script = document.createElement("script");
  script.textContent = "window.ran.push('inline')";
  document.body.append(script);
  const button = document.createElement("button");
  button.setAttribute("onclick", "window.ran.push('handler')");
  document.body.append(button);
  button.click();
  setTimeout("window.ran.push('text')", 0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  return window.ran;
}"""


@dataclass
class Visit:
    """One page, usable, and what it took to get there."""

    page: Page
    asked: list[str] = field(default_factory=list)
    answers: list[Response] = field(default_factory=list)


@pytest.fixture(scope="module")
def visit(chromium: Browser, server: ViewServer) -> Iterator[Visit]:
    """The page, usable, with all that it asked and was answered."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    made = Visit(context.new_page())
    made.page.on("request", lambda request: made.asked.append(request.url))
    made.page.on("websocket", lambda socket: made.asked.append(socket.url))
    made.page.on("response", lambda answer: made.answers.append(answer))
    made.page.goto(server.address)
    made.page.locator("[data-state=live]").wait_for(timeout=15_000)
    yield made
    context.close()


def test_a_room_can_use_its_page(visit: Visit) -> None:
    """What is pressed on the wall reaches the case's own machine and comes back."""
    expect(visit.page.get_by_role("main")).to_contain_text("kookles")

    visit.page.get_by_role("button", name="pressed").click()

    expect(visit.page.get_by_role("button", name="pressed 1")).to_be_visible()


def test_a_page_asks_little_and_only_of_this_machine(visit: Visit, server: ViewServer) -> None:
    """Nothing leaves the machine, and the picture is there before anyone waits for it."""
    here = re.compile(rf"(blob:)?(http|ws)://127\.0\.0\.1:{server.port}/")

    assert [url for url in visit.asked if not here.match(url)] == []
    assert len(visit.asked) <= 20


def test_the_page_has_no_word_about_the_case_around_it(visit: Visit, server: ViewServer) -> None:
    """A window's title and its address are seen on a shared screen and stay in lists."""
    assert visit.page.title() == "caseform"
    assert visit.page.url == f"http://127.0.0.1:{server.port}/"


def test_the_page_is_paper_before_anything_else(visit: Visit, page: Page) -> None:
    """A white flash in a dark room is a fright."""
    page.route("**/static/*.js", lambda route: route.abort())
    page.context.add_cookies(visit.page.context.cookies())

    page.goto(visit.page.url, wait_until="commit")

    page.get_by_role("main").wait_for(state="attached")
    # A browser paints nothing before the sheets of the head are there, whatever they are for.
    sheets = page.locator("link[rel=stylesheet]")
    assert sheets.count() == page.locator("head > link[rel=stylesheet]:not([media])").count() > 0
    for element in ("body", "#room"):
        expect(page.locator(element)).to_have_css("background-color", "rgb(251, 248, 243)")


def test_the_page_is_for_reading_not_for_a_translator(visit: Visit) -> None:
    """A browser that translates or checks spelling sends words elsewhere."""
    assert visit.page.locator("html").get_attribute("lang") == "nl"
    assert visit.page.locator("html").get_attribute("translate") == "no"
    assert visit.page.locator("body").get_attribute("spellcheck") == "false"
    assert visit.page.get_by_role("main").count() == 1


def test_the_page_s_own_style_is_applied_under_the_policy(visit: Visit) -> None:
    """The widget brings its style; the policy allows no style element for it."""
    colour = visit.page.get_by_role("heading").evaluate("e => getComputedStyle(e).color")

    assert colour == "rgb(1, 2, 3)"


def test_an_injected_script_does_not_run(visit: Visit) -> None:
    """Text is never code, even if a page of ours would one day forget it."""
    assert visit.page.evaluate(INJECTED) == []


def test_the_same_script_runs_where_the_policy_is_off(chromium: Browser, visit: Visit) -> None:
    """The test above can fail: without the policy its script does run."""
    context = chromium.new_context(bypass_csp=True)
    context.add_cookies(visit.page.context.cookies())
    page = context.new_page()
    page.goto(visit.page.url)

    assert page.evaluate(INJECTED) == ["inline", "handler", "text"]
    context.close()


def test_nothing_of_the_page_is_kept(visit: Visit) -> None:
    """A laptop that is lent out shows nobody the last room from its cache."""
    told = {a.url: a.headers.get("cache-control") for a in visit.answers if a.url[:4] == "http"}

    assert len(told) >= 5
    assert set(told.values()) == {"no-store"}


def test_no_script_stands_in_the_page_itself(visit: Visit) -> None:
    """Then no script needs an exception in the policy."""
    (body,) = [answer.text() for answer in visit.answers if answer.url == visit.page.url]

    assert "kookles" in body
    assert re.findall(r"<script(?![^>]*\ssrc=)", body) == []
    assert re.findall(r"\son\w+=|<style|style=", body) == []


def test_the_shipped_page_is_drawn_under_the_policy(
    page: Page, channel, begin_shipped, tmp_path: Path
) -> None:
    """The page that families see, not a small one of the tests, works within these walls."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    channel.show("de pauze met Noah")

    page.goto(begin_shipped().address)
    page.locator("[data-state=live]").wait_for()
    page.keyboard.press("ArrowRight")

    expect(page.get_by_role("main")).to_contain_text("de pauze met Noah")
    page.screenshot(path=tmp_path / "room.png")
    assert said == []
    assert len(asked) <= 20
