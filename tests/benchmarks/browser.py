"""A Chromium that reaches this machine alone, and the clocks that run inside a page."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

# As a therapist's laptop or a wall screen has it.
SIZE = {"width": 1280, "height": 800}
WAIT_MS = 90_000.0
PRESS_AGAIN_MS = 500

# Visible texts "card N", also inside shadow roots, where Panel draws.
_COUNT = """
const count = () => {
  let found = 0;
  const look = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.shadowRoot) look(node.shadowRoot);
      if (node.nodeType === Node.TEXT_NODE && /^\\s*card \\d+\\s*$/.test(node.data)
          && node.parentElement?.getBoundingClientRect().height > 0) found += 1;
    }
  };
  look(document);
  return found;
};
"""

_WAIT_FOR_CARDS = f"""
(least) => new Promise((resolve) => {{
  {_COUNT}
  const look = () => count() >= least ? resolve() : requestAnimationFrame(look);
  look();
}})
"""

# From the press to the frame that shows one card more; null if it does not come in time.
_PRESS = f"""
(button, patience) => new Promise((resolve) => {{
  {_COUNT}
  const before = count();
  const pressed = performance.now();
  const look = () => {{
    const now = performance.now() - pressed;
    if (count() > before) resolve(now);
    else if (now > patience) resolve(null);
    else requestAnimationFrame(look);
  }};
  button.click();
  look();
}})
"""

# Notes when the words are seen, as a wall clock that all pages share.
_WATCH_FOR_WORDS = """
(words) => {
  window.__seen = null;
  const look = () => {
    const seen = [...document.querySelectorAll(".cf *")].some((node) =>
      node.childElementCount === 0 && node.textContent.includes(words)
      && node.getBoundingClientRect().height > 0);
    if (seen) window.__seen = performance.timeOrigin + performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open a Chromium: the system's own, else the one that Playwright keeps.

    It finds no other machine: what a page asks of one is refused at once, which flatters the
    pages that ask.
    """
    system = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=Path(system) if system else None,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        )
        yield browser
        browser.close()


class Visit:
    """One look at one address, in a window without cookies and with an empty cache.

    Args:
        browser: Whose window.
    """

    def __init__(self, browser: Browser) -> None:
        self._context = browser.new_context(viewport=SIZE)
        self._context.set_default_timeout(WAIT_MS)
        self.page: Page = self._context.new_page()
        self.asked: list[str] = []
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("websocket", lambda socket: self._note(socket.url))
        self._started = 0.0

    def open(self, address: str) -> None:
        """Go there; the clock starts."""
        self._started = time.perf_counter()
        self.page.goto(address, wait_until="commit", timeout=WAIT_MS)

    def seconds(self) -> float:
        """Return how long ago the address was asked for."""
        return time.perf_counter() - self._started

    def wait_for(self, selector: str, *, state: Any = "visible") -> float:
        """Wait until `selector` is there, and return how long after the start that was."""
        self.page.locator(selector).first.wait_for(state=state, timeout=WAIT_MS)
        return self.seconds()

    def wait_for_cards(self, least: int) -> float:
        """Wait until that many cards of the small page are seen."""
        again = time.monotonic() + WAIT_MS / 1000
        while True:
            try:
                self.page.evaluate(_WAIT_FOR_CARDS, least)
                return self.seconds()
            except Error:
                # The page went on to another address while we looked.
                if time.monotonic() > again:
                    raise
                time.sleep(0.02)

    def press(self, patience_ms: float) -> float | None:
        """Press the small page's button; return the milliseconds until one more card is seen."""
        button = self.page.get_by_role("button", name="Add a card").first
        took: float | None = button.evaluate(_PRESS, patience_ms)
        return took

    def wait_until_usable(self) -> float:
        """Press until a press is answered, and return how long after the start that was."""
        while True:
            try:
                if self.press(PRESS_AGAIN_MS) is not None:
                    return self.seconds()
            except Error:
                if self.seconds() > WAIT_MS / 1000:
                    raise

    def watch_for(self, words: str) -> None:
        """Begin to look for `words` in each frame; `seen_at` tells when they came."""
        self.page.evaluate(_WATCH_FOR_WORDS, words)

    def seen_at(self) -> float:
        """Wait for the words of `watch_for`; return the wall clock's seconds when they came."""
        until = time.monotonic() + WAIT_MS / 1000
        while time.monotonic() < until:
            seen: float | None = self.page.evaluate("window.__seen")
            if seen is not None:
                return seen / 1000
            time.sleep(0.01)
        raise TimeoutError("words never came")

    def close(self) -> None:
        """Close the window."""
        self._context.close()

    def _note(self, url: str) -> None:
        if not url.startswith(("data:", "blob:")):
            self.asked.append(url)


@contextmanager
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a window for one look."""
    made = Visit(browser)
    try:
        yield made
    finally:
        made.close()
