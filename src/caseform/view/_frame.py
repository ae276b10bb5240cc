"""The page around a room's picture: template, words, style, script and letters, read once."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

import jinja2

from caseform.look import css
from caseform.text import LANGUAGES, Language, say
from caseform.view._opening import Opened
from caseform.view._shipped import shipped

# Said here, since a machine's own table of types may be wrong and nothing may be sniffed.
_KINDS = {".js": "text/javascript; charset=UTF-8", ".css": "text/css; charset=UTF-8"}


class StaticFile(NamedTuple):
    """A file that the page needs, with its media type."""

    content: bytes
    kind: str


class Frame:
    """What stays the same from page to page.

    The style begins with the look that everything of caseform shares, letters included, so that a
    page asks for one style sheet and no font.

    Args:
        language: Language of the frame until the page says another.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        folder = shipped("templates") / "room"
        self.files = {file.name: _static(file) for file in (folder / "static").iterdir()}
        style = self.files["room.css"]
        self.files["room.css"] = style._replace(content=css("room").encode() + style.content)
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            enable_async=True,
        )
        self._page = self._templates.get_template("index.html.j2")

    def page(self, open_page: Callable[[], Awaitable[Opened]]) -> AsyncIterator[str]:
        """Return the page in pieces; `open_page` is awaited when the head has been sent."""
        words = {
            language: {"closed": say("view.closed", language), "fault": say("view.fault", language)}
            for language in LANGUAGES
        }
        return self._page.generate_async(
            language=self._language, open_page=open_page, words=json.dumps(words), pack=_pack
        )

    def refusal(self, *, closing: bool = False) -> str:
        """Return the page for whoever may not look, or no longer."""
        environment = self._templates.overlay(enable_async=False)
        template = environment.get_template("refused.html.j2")
        sentence = say("view.closed" if closing else "view.refused", self._language)
        return template.render(language=self._language, sentence=sentence)


def _pack(opened: Opened) -> str:
    return json.dumps(opened._asdict())


def _static(file: Path) -> StaticFile:
    return StaticFile(file.read_bytes(), _KINDS[file.suffix])
