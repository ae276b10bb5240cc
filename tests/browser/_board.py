"""A board in a browser, with the real page in Python behind it."""

from typing import Any

from playwright.sync_api import Locator

from browser._harness import Mounted
from caseform.model import Case
from caseform.session import in_this_process


class WithRoom(in_this_process):
    """A way on which a room is open, *Together* or not."""

    def __init__(self, case: Case, *, together: bool) -> None:
        self._room = {"room": "youth+parent:p-2", "is_together": together}
        super().__init__(case)

    def _state(self) -> dict[str, Any]:
        return {**super()._state(), "room": self._room}


class Live:
    """A page on show, with Python behind it.

    Args:
        shown: The page in the browser.
        python: The page in Python.
    """

    def __init__(self, shown: Mounted, python: Any) -> None:
        self.shown = shown
        self.page = shown.page
        self.python = python

    @property
    def case(self) -> Case:
        """The case as it is now."""
        case: Case = self.python.session.case
        return case

    def answer(self) -> list[dict[str, Any]]:
        """Let Python hear all that was done, and show what it makes of it."""
        intents = self.shown.take()
        self.python.send = lambda content, buffers=None: self.shown.tell(content)
        for intent in intents:
            self.python._handle_custom_msg(intent, [])
        self.shown.show(self.python.view)
        return intents


class Board(Live):
    """A board on show, with Python behind it."""

    def card(self, card_id: str) -> Locator:
        """Return a card on the board."""
        return self.page.locator(f"[data-card={card_id}] .cf-pic-card")

    def cell_of(self, card_id: str) -> str | None:
        """Return the name of the cell that a card lies in."""
        return self.page.locator(f"[data-cell]:has([data-card={card_id}])").get_attribute(
            "data-cell"
        )

    def cards_in(self, cell: str) -> list[str]:
        """Return the ids of the cards in a cell, in the order shown."""
        ids: list[str] = self.page.locator(f"[data-cell='{cell}'] [data-card]").evaluate_all(
            "cards => cards.map(card => card.dataset.card)"
        )
        return ids

    def focused(self) -> str | None:
        """Return the id of the card that has the focus."""
        found: str | None = self.page.evaluate(
            "document.activeElement.closest('[data-card]')?.dataset.card ?? null"
        )
        return found

    def drag(self, card_id: str, cell: str, *, by: tuple[int, int] = (30, 30)) -> None:
        """Drag a card into a cell by mouse."""
        start = self.card(card_id).bounding_box()
        end = self.page.locator(f"[data-cell='{cell}']").bounding_box()
        assert start is not None
        assert end is not None
        mouse = self.page.mouse
        mouse.move(start["x"] + 20, start["y"] + 15)
        mouse.down()
        mouse.move(start["x"] + 30, start["y"] + 5, steps=3)
        mouse.move(end["x"] + by[0], end["y"] + by[1], steps=8)
        mouse.up()
