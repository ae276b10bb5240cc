"""Three ways to use the board: by keyboard alone, by touch alone, by mouse.

Each hand makes no other gesture, lays what a script tells, and counts what it did. Where things
are is looked up in the page, as eyes do; nothing is done that way.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator

from browser._board import Board
from caseform.text import say
from support.scripts import Script, ScriptedCard

SIGNS = {"more": "geeft meer", "less": "geeft minder"}
VERDICTS = {"agree": "zegt hetzelfde", "differ": "ziet het anders"}
ADD, KEEP, DONE = "Leg neer", "Bewaar deze kring", "Klaar"
BESIDE = "Leg dit kaartje naast dat van iemand anders"
_FOCUSED = "document.activeElement"


class Hand(ABC):
    """Lays a script on a board.

    Args:
        board: The board.
        told: The script.
    """

    def __init__(self, board: Board, told: Script) -> None:
        self.board = board
        self.page = board.page
        self.actions = 0
        self._told = told
        self._ids: dict[str, str] = {}
        self._speaker = ""

    def lay_all(self) -> None:
        """Do everything that the script tells for the board."""
        for card in self._told.cards:
            before = {each.id for each in self.board.case.factors}
            self.lay(card, self._called(card.by))
            self.board.answer()
            (self._ids[card.key],) = {each.id for each in self.board.case.factors} - before
        for card in self._told.cards:
            if card.place and card.side:
                self.place(self._ids[card.key], f"{card.place}/{card.side}")
            elif card.place:
                self.say_where(self._ids[card.key], say(f"picture.place-{card.place}", "nl"))
            self.board.answer()
        for link in self._told.links:
            self.tie(self._ids[link.source], self._ids[link.target], SIGNS[link.sign])
            self.board.answer()
        for one in self._told.comparisons:
            first, *others = one.cards
            for other in others:
                self.compare(self._ids[first], other, VERDICTS[one.verdict])
        for cards in self._told.circles:
            self.keep_circle({self._ids[card] for card in cards})
            self.board.answer()

    @abstractmethod
    def lay(self, card: ScriptedCard, speaker: str) -> None:
        """Lay a card of `speaker`."""

    @abstractmethod
    def place(self, card_id: str, cell: str) -> None:
        """Move a card to a cell."""

    @abstractmethod
    def say_where(self, card_id: str, row: str) -> None:
        """Say where a card belongs that draws or pushes nowhere yet."""

    @abstractmethod
    def tie(self, source: str, target: str, sign: str) -> None:
        """Link two cards."""

    @abstractmethod
    def compare(self, card_id: str, other: str, verdict: str) -> None:
        """Lay two voices beside each other."""

    @abstractmethod
    def keep_circle(self, cards: set[str]) -> None:
        """Keep the circle that goes by these cards."""

    def circle_of(self, cards: set[str]) -> str:
        """Return the name under which the circle by these cards stands on the page."""
        names: list[str] = self.page.locator("[data-circle]").evaluate_all(
            "nodes => nodes.map(node => node.dataset.circle)"
        )
        return next(name for name in names if set(name.split("+")) == cards)

    def label_of(self, key: str) -> str:
        """Return how the card `key` is named in a list."""
        card = next(each for each in self._told.cards if each.key == key)
        return f"{card.words} – {self._called(card.by)}"

    def _called(self, key: str) -> str:
        called = next(each.called for each in self._told.people if each.key == key)
        therapists = [each for each in self._told.people if each.kind == "therapist"]
        return "ik" if [each.key for each in therapists] == [key] else called


class Keyboard(Hand):
    """Uses the keyboard alone."""

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.actions += 1

    def tab_to(self, is_there: str, most: int = 400) -> None:
        """Press Tab until what has the focus is looked for; `is_there` is a test in JavaScript."""
        for _ in range(most):
            if self.page.evaluate(f"(node => {is_there})({_FOCUSED})"):
                return
            self.press("Tab")
        raise AssertionError(f"the tab key never comes by {is_there}")

    def choose(self, text: str) -> None:
        """Choose an option in the list that has the focus."""
        options: list[str] = self.page.evaluate(f"[...{_FOCUSED}.options].map(o => o.text)")
        now: int = self.page.evaluate(f"{_FOCUSED}.selectedIndex")
        way = options.index(text) - now
        self.press(*["ArrowDown" if way > 0 else "ArrowUp"] * abs(way))

    def lay(self, card: ScriptedCard, speaker: str) -> None:
        """K, the words, Enter; Tab and arrows where another person speaks."""
        if speaker != self._speaker:
            self.tab_to("node.tagName === 'SELECT'")
            self.choose(f"– {speaker}")
            self._speaker = speaker
        self.tab_to("node.matches('.cf-pic-typed input')")
        self.page.keyboard.insert_text(card.words)
        self.press("Enter")

    def place(self, card_id: str, cell: str) -> None:
        """Arrows, up from the tray and then aside."""
        self.tab_to(f"node.closest('[data-card]')?.dataset.card === '{card_id}'")
        for _ in range(12):
            now = self.board.cell_of(card_id)
            if now == cell:
                return
            self.press(self._toward(str(now), cell))
        raise AssertionError(f"{card_id} never came to {cell}")

    def _toward(self, now: str, cell: str) -> str:
        if now == "tray":
            return "ArrowUp"
        rows = ["youth", "family", "school", "peers", "community", "help-system"]
        sides = ["away", "home", "toward"]
        (row, side), (to_row, to_side) = now.split("/"), cell.split("/")
        if row != to_row:
            return "ArrowUp" if rows.index(to_row) < rows.index(row) else "ArrowDown"
        return "ArrowLeft" if sides.index(to_side) < sides.index(side) else "ArrowRight"

    def say_where(self, card_id: str, row: str) -> None:
        """Open the card, and go along the rows with the arrows."""
        self.tab_to(f"node.closest('[data-card]')?.dataset.card === '{card_id}'")
        self.press("Enter")
        self.tab_to(
            "node.getAttribute('role') === 'radio' && [...node.parentElement.children]"
            f".some(each => each.textContent.trim() === '{row}')"
        )
        text = f"{_FOCUSED}.textContent.trim()"
        if self.page.evaluate(text) == row:
            self.press("Enter")
        while self.page.evaluate(text) != row:
            self.press("ArrowRight")
        self.board.answer()
        self.press("Escape")

    def tie(self, source: str, target: str, sign: str) -> None:
        """L on the one, Enter on the other, and what the one does to the other."""
        self.tab_to(f"node.closest('[data-card]')?.dataset.card === '{source}'")
        self.press("l")
        self.tab_to(f"node.closest('[data-card]')?.dataset.card === '{target}'")
        self.press("Enter")
        self.tab_to(f"node.textContent.trim() === '{sign}'")
        self.press("Enter")

    def compare(self, card_id: str, other: str, verdict: str) -> None:
        """Open the card, choose the other, say how they stand."""
        self.tab_to(f"node.closest('[data-card]')?.dataset.card === '{card_id}'")
        self.press("Enter")
        self.tab_to("node.matches('.cf-pic-compare select')")
        self.choose(self.label_of(other))
        self.tab_to(
            f"!node.disabled && node.matches('.cf-pic-compare button') && "
            f"node.textContent.trim() === '{verdict}'"
        )
        self.press("Enter")
        self.board.answer()
        self.press("Escape")

    def keep_circle(self, cards: set[str]) -> None:
        """Tab to it."""
        circle = self.circle_of(cards)
        self.tab_to(
            f"node.closest('[data-circle]')?.dataset.circle === '{circle}' && "
            f"node.textContent.trim() === '{KEEP}'"
        )
        self.press("Enter")


class _Pointing(Hand, ABC):
    """What touch and mouse have in common: everything is pressed where it is seen."""

    @abstractmethod
    def press(self, what: Locator) -> None:
        """Press what is seen."""

    @abstractmethod
    def move(self, card_id: str, cell: str) -> None:
        """Drag a card to a cell."""

    def _button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def lay(self, card: ScriptedCard, speaker: str) -> None:
        """The line, the words, the button; the list where another person speaks."""
        if speaker != self._speaker:
            # A browser draws the list of a select itself, outside of the page.
            self.page.locator(".cf-pic-who select").select_option(label=f"– {speaker}")
            self.actions += 1
            self._speaker = speaker
        self.press(self.page.locator(".cf-pic-typed input"))
        self.page.keyboard.insert_text(card.words)
        self.press(self._button(ADD))

    def place(self, card_id: str, cell: str) -> None:
        """Drag it there."""
        self.move(card_id, cell)
        self.actions += 1

    def say_where(self, card_id: str, row: str) -> None:
        """Open the card and choose the row."""
        self.press(self.board.card(card_id))
        dialog = self.page.get_by_role("dialog")
        self.press(dialog.get_by_role("radio", name=row, exact=True))
        self.board.answer()
        self.press(dialog.get_by_role("button", name=DONE, exact=True))

    def tie(self, source: str, target: str, sign: str) -> None:
        """The mode for linking, one card, the other, the sign."""
        mode = self.page.get_by_role("radio", name="Verbinden")
        if mode.get_attribute("aria-checked") != "true":
            self.press(mode)
        self.press(self.board.card(source))
        self.press(self.board.card(target))
        self.press(self._button(sign))

    def compare(self, card_id: str, other: str, verdict: str) -> None:
        """Open the card, choose the other, say how they stand."""
        mode = self.page.get_by_role("radio", name="Plaatsen")
        if mode.get_attribute("aria-checked") != "true":
            self.press(mode)
        self.press(self.board.card(card_id))
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_label(BESIDE).select_option(label=self.label_of(other))
        self.actions += 1
        self.press(dialog.locator(".cf-pic-compare").get_by_role("button", name=verdict))
        self.board.answer()
        self.press(dialog.get_by_role("button", name=DONE, exact=True))

    def keep_circle(self, cards: set[str]) -> None:
        """Press its button."""
        circle = self.page.locator(f"[data-circle='{self.circle_of(cards)}']")
        self.press(circle.get_by_role("button", name=KEEP))


class Mouse(_Pointing):
    """Uses the mouse, and the keyboard for words only."""

    def press(self, what: Locator) -> None:
        """Click it."""
        what.click()
        self.actions += 1

    def move(self, card_id: str, cell: str) -> None:
        """Drag it."""
        self.board.card(card_id).scroll_into_view_if_needed()
        self.board.drag(card_id, cell)


class Touch(_Pointing):
    """Uses fingers, and the keyboard on the screen for words only."""

    def __init__(self, board: Board, told: Script) -> None:
        super().__init__(board, told)
        self._finger: Any = board.page.context.new_cdp_session(board.page)
        self._finger.send(
            "Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 1}
        )

    def press(self, what: Locator) -> None:
        """Tap it."""
        what.scroll_into_view_if_needed()
        box = what.bounding_box()
        assert box is not None
        at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self._touch("touchStart", at)
        self._touch("touchEnd")
        self.page.wait_for_timeout(30)
        self.actions += 1

    def move(self, card_id: str, cell: str) -> None:
        """Hold it for a moment, and draw it there."""
        card = self.board.card(card_id)
        card.scroll_into_view_if_needed()
        start = card.bounding_box()
        end = self.page.locator(f"[data-cell='{cell}']").bounding_box()
        assert start is not None
        assert end is not None
        x, y = start["x"] + 20, start["y"] + 15
        self._touch("touchStart", (x, y))
        self.page.wait_for_timeout(300)
        for part in (0.05, 0.3, 0.6, 0.9, 1):
            self._touch(
                "touchMove",
                ((end["x"] + 30 - x) * part + x, (end["y"] + 20 - y) * part + y),
            )
        self._touch("touchEnd")

    def _touch(self, kind: str, *points: tuple[float, float]) -> None:
        places = [{"x": x, "y": y} for x, y in points]
        self._finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})


HANDS: dict[str, Callable[[Board, Script], Hand]] = {
    "return": Keyboard,
    "home": Touch,
    "truancy": Mouse,
}
