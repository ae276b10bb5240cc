"""The base of every page of the therapist: a view goes out, intents come in."""

import logging
import re
import secrets
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets as t

from caseform.errors import CaseformError
from caseform.session import OpenCases
from caseform.text import Language, say, sentence
from caseform.widgets import _assets
from caseform.widgets._bar import BarIntents, Neighbours, Session, bar_view

_log = logging.getLogger(__name__)
_KIND = re.compile(r"[a-z][a-z-]{0,40}")
_WATCHED = ("case", "language", "saved", "trouble", "room", "can_undo", "can_redo", "is_locked")


class Page(BarIntents, anywidget.AnyWidget):
    """One page on the open case.

    A page of its own sets `bundle_name` and `workbook` (and `needs_case` to False where there is
    something to see without an open case), gives `page_view`, and has a method
    ``intent_move_card(intent)`` for each intent ``{"kind": "move-card", …}`` that its JavaScript
    sends. An intent either does what it says or raises a `CaseformError`, whose sentence is then
    shown. An intent that carries ``field`` ends the journal entry of that field once it succeeded;
    a method that returns True keeps it, because something about those words was asked back.

    Args:
        session: The open case; None on the start page while none is.
        language: Of the words while no case is open.
        neighbours: The other open cases, for the alias menu; by default those of this user.
    """

    bundle_name: ClassVar[str]
    workbook: ClassVar[str]
    needs_case: ClassVar[bool] = True

    view = t.Dict().tag(sync=True)

    def __init__(
        self,
        session: Session | None,
        *,
        language: Language = "nl",
        neighbours: Neighbours | None = None,
    ) -> None:
        self.session: Any = session
        if neighbours is None and getattr(session, "channel_file", None) is not None:
            neighbours = OpenCases(self.session)
        self.neighbours = neighbours
        self._language: Language = language
        self._shown: tuple[Any, ...] | None = None
        self._is_busy = False
        # An intent and what the session tells arrive on two threads of the kernel.
        self._drawing = threading.RLock()
        super().__init__()
        self.on_msg(self._on_intent)
        if session is not None:
            session.observe(self._on_session, names=_WATCHED)
        self.refresh()

    @property
    def _esm(self) -> str:
        return _assets.bundle(self.bundle_name)

    @property
    def _css(self) -> str:
        return _assets.styles(self.bundle_name)

    @property
    def language(self) -> Language:
        """The language of the words on this page."""
        return self.session.language if self.session is not None else self._language

    def page_view(self) -> dict[str, Any]:
        """Return what this page shows besides the bar: plain values, already worded.

        A page gives its own; this one shows the bar alone.
        """
        return {}

    def locked_view(self) -> dict[str, Any] | None:
        """Return what is shown instead of the page while the case is locked, else None."""
        if not self.needs_case or self.session is None or not self.session.is_locked:
            return None
        return {
            "title": say("bar.locked-title", self.language),
            "text": say("bar.locked", self.language),
            "open": say("bar.locked-open", self.language),
        }

    def refresh(self) -> None:
        """Show the page as it is now.

        Only needed after a change that the session does not tell of, such as the chosen day.
        """
        # One at a time: a drawing that began earlier is never laid over a newer one.
        with self._drawing:
            self._shown = self._state()
            self.view = self._view()

    def notice(self, text: str, *, tone: str = "calm", field: str | None = None) -> None:
        """Say one sentence at the foot of the page.

        Args:
            text: The sentence.
            tone: ``calm`` goes away by itself, ``problem`` stays until it was read.
            field: The field whose commit was refused; its words come back.
        """
        self.send({"kind": "notice", "tone": tone, "text": text, "field": field})

    def _view(self) -> dict[str, Any]:
        language = self.language
        words = {"close": say("bar.close", language), "unsaved": say("bar.unsaved", language)}
        locked = self.locked_view()
        if locked is not None:
            return {"language": language, "words": words, "locked": locked, "drafts": {}}
        others = self.neighbours.others() if self.neighbours is not None else ()
        return {
            "language": language,
            "words": words,
            # Which case it is: the browser starts anew with another, so that no word stays behind.
            "case": self.session.case.id if self._is_open else None,
            "bar": bar_view(self.session, language, here=self.workbook, others=others),
            "page": self.page_view(),
            "drafts": self._drafts(),
        }

    @property
    def _is_open(self) -> bool:
        return self.session is not None and not self.session.is_locked

    def _drafts(self) -> dict[str, str]:
        return dict(self.session.drafts) if self._is_open else {}

    def _state(self) -> tuple[Any, ...]:
        if self.session is None:
            return (self._language,)
        return tuple(getattr(self.session, name) for name in _WATCHED)

    def _on_session(self, change: object) -> None:
        # Several traits change in one go; the page is made once for all of them.
        if not self._is_busy and not _same(self._shown, self._state()):
            self._draw()

    def _on_intent(self, widget: object, intent: Any, buffers: object) -> None:
        kind = intent.get("kind") if isinstance(intent, dict) else None
        act = _method(self, kind)
        if act is None:
            _log.warning("an intent of a kind that %s does not know", type(self).__name__)
            return
        self._is_busy = True
        try:
            self._act(act, intent)
        finally:
            self._is_busy = False
        if kind == "typing":
            # The browser has these words; here they are kept for a page that is reloaded.
            self.view["drafts"] = self._drafts()
        elif kind != "awake":
            self._draw()
        # What came in while this page was busy was left for now.
        self._on_session(None)

    def _act(self, act: Callable[[dict[str, Any]], bool | None], intent: dict[str, Any]) -> None:
        field = intent.get("field")
        try:
            is_open_question = act(intent) is True
            if is_open_question or intent["kind"] == "typing":
                return
            if field is not None and self._is_open:
                self.session.type(field, "")
        except CaseformError as error:
            self.notice(sentence(error, self.language), tone="problem", field=field)
        except Exception as error:
            number = _logged(error)
            self.notice(say("bar.did-not-work", self.language, number=number), field=field)

    def _draw(self) -> None:
        try:
            self.refresh()
        except Exception as error:
            number = _logged(error)
            self.notice(say("bar.not-drawn", self.language, number=number), tone="problem")


def _logged(error: Exception) -> str:
    """Log where `error` happened, and return the number under which."""
    number = secrets.token_hex(3)
    # Never what was in it: an error's words may be words of a case.
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    at = f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else "?"
    _log.error("%s: %s at %s", number, type(error).__name__, at)
    return number


def _method(page: Page, kind: object) -> Any:
    if not isinstance(kind, str) or not _KIND.fullmatch(kind):
        return None
    return getattr(page, f"intent_{kind.replace('-', '_')}", None)


def _same(one: tuple[Any, ...] | None, other: tuple[Any, ...]) -> bool:
    # By identity first: comparing two whole cases is slow, and a new one is rarely equal.
    return (
        one is not None
        and len(one) == len(other)
        and all(
            a is b or (isinstance(a, str | bool) and a == b)
            for a, b in zip(one, other, strict=True)
        )
    )
