"""A page in a browser of which every word is kept: answers, frames, what is drawn, what is said."""

import base64
import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page, Response, WebSocket

# Every planted word begins like this, so that it can be told from any other, however written.
MARK = "kanarie"
_PLANTED = re.compile(MARK + r"[0-9a-f]{12}")

_ALL = """document.title + document.documentElement.outerHTML
  + [...document.querySelectorAll("input, textarea, select")].map((one) => one.value).join(" ")"""

# One slide after the other, from the first to the last; `LOOK` is what is kept of each.
WALK = """async () => {
  const seen = [];
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  // The last two buttons are the way back and the way on.
  const pressed = (at) => {
    const button = [...document.querySelectorAll(".cf-room-foot button")].at(at);
    if (!button || button.disabled) return false;
    button.click();
    return true;
  };
  for (let n = 0; n < 200 && pressed(-2); n += 1) await drawn();
  for (let n = 0; n < 200; n += 1) {
    await drawn();
    seen.push(LOOK);
    if (!pressed(-1)) break;
  }
  return seen;
}"""


@dataclass
class Watched:
    """A browser window that is watched from its first request.

    Attributes:
        page: Playwright's page.
        frames: What came over web sockets, and what went.
        said: What was written on the console, mistakes included.
    """

    page: Page
    frames: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    _answers: list[Response] = field(default_factory=list)
    _bodies: list[str] = field(default_factory=list)

    @classmethod
    def opened(cls, browser: Browser) -> "Watched":
        """Return a new window with no cookies, which is watched."""
        watched = cls(browser.new_context(viewport={"width": 1280, "height": 720}).new_page())
        page = watched.page
        page.on("response", lambda answer: watched._answers.append(answer))
        page.on("websocket", watched._listen)
        page.on("console", lambda message: watched.said.append(message.text))
        page.on("pageerror", lambda error: watched.said.append(str(error)))
        return watched

    def close(self) -> None:
        """Close the window."""
        self.page.context.close()

    def go(self, address: str) -> None:
        """Open the room's page, and wait until it is drawn."""
        self.page.goto(address)
        self.page.locator(".cf-room").wait_for(timeout=60_000)

    def heard(self) -> list[str]:
        """Return all that reached the browser: bodies, frames, and the console."""
        # Lets the events come in that the browser has told of meanwhile.
        self.page.wait_for_timeout(1)
        answers, self._answers[:] = list(self._answers), []
        self._bodies += [
            f"{answer.url} {answer.all_headers()} {_body(answer)}" for answer in answers
        ]
        return [*self._bodies, *self.frames, *self.said]

    def now(self) -> str:
        """Return what stands in the page at this moment."""
        return self.page.content()

    def drawn(self) -> list[str]:
        """Return what stands in the page, slide after slide."""
        seen: list[str] = self.page.evaluate(WALK.replace("LOOK", _ALL))
        return seen

    def forget(self) -> None:
        """Let go of what was heard until now."""
        self.heard()
        for kept in (self._bodies, self.frames, self.said):
            kept.clear()

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self.frames.append(_text(frame)))
        socket.on("framesent", lambda frame: self.frames.append(_text(frame)))


def planted_in(texts: list[str]) -> set[str]:
    """Return the planted words in `texts`."""
    return {word for text in texts for word in _PLANTED.findall(text.lower())}


def disguised_in(texts: list[str]) -> set[str]:
    """Return in which other ways of writing a planted word stands in `texts`."""
    everything = "\n".join(texts)
    raw = MARK.encode()
    forms = {
        "utf-16": raw.decode().encode("utf-16-le").decode("latin-1"),
        "hex": raw.hex(),
        "escaped": "".join(f"\\u{ord(letter):04x}" for letter in MARK),
        "entities": "".join(f"&#{ord(letter)};" for letter in MARK),
        "percent": "".join(f"%{byte:02X}" for byte in raw),
        "backwards": MARK[::-1],
    }
    for shift in range(3):
        # Without the letters at both ends, which depend on what stands around the word.
        written = base64.b64encode(b"\0" * shift + raw).decode().rstrip("=")
        forms[f"base64-{shift}"] = written[shift + 1 : len(written) - 1]
    return {name for name, form in forms.items() if form in everything}


def _text(frame: Any) -> str:
    return frame if isinstance(frame, str) else bytes(frame).decode("latin-1")


def _body(answer: Response) -> str:
    if answer.status in (204, 301, 302, 304):
        return ""
    return answer.body().decode("latin-1")
