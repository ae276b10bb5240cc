"""A whole plan made through the page alone: one script, and three hands to make it with.

Each hand makes no other gesture and counts what it did. Where things are is looked up in the page,
as eyes do; nothing is done that way.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, expect

from browser._board import Live

# How many presses of Tab lie between what has the focus and what is looked for.
_STOPS_AWAY = """(wanted) => {
  const here = wanted.closest(".cf-popover, dialog") ?? document;
  const stops = [...here.querySelectorAll("button, select, input, textarea, a[href]")].filter(
    (node) => node.checkVisibility({visibilityProperty: true}) && !node.disabled
      && node.tabIndex >= 0);
  return stops.indexOf(wanted) - stops.indexOf(document.activeElement);
}"""
_HAS_FOCUS = "node => node === document.activeElement"
_AMONG = "node => [...node.parentElement.children].indexOf(node)"


class Planner(ABC):
    """A hand on the page with the plan.

    Args:
        live: The page.
        heard: Called after all that was done was answered.
    """

    def __init__(self, live: Live, heard: Callable[[], None]) -> None:
        self.live = live
        self.page = live.page
        self.actions = 0
        self._heard = heard

    def press(self, what: Locator) -> None:
        """Press a button, tick a box, choose one of a few, open a tab."""
        self._press(what)
        self._answered()

    def write(self, where: Locator, words: str, *, enter: bool = False) -> None:
        """Write words in a field, in place of what stood there."""
        self._go_into(where)
        where.page.keyboard.press("Control+a")
        where.page.keyboard.insert_text(words)
        self.actions += 1
        # Leaving the field keeps what was written in it.
        where.page.keyboard.press("Enter" if enter else "Tab")
        self._answered()

    def date(self, where: Locator, day: str) -> None:
        """Fill in a day; the browser draws the parts of it, outside of the page."""
        self._go_into(where)
        where.fill(day)
        self.actions += 1
        self._answered()

    def choose(self, where: Locator, text: str) -> None:
        """Choose in a list."""
        self._choose(where, text)
        self._answered()

    def move_up(self, grip: Locator, places: int) -> None:
        """Move a step up the ladder."""
        self._move_up(grip, places)
        self._answered()

    @abstractmethod
    def close(self, opener: Locator) -> None:
        """Close the panel that `opener` opened."""

    @abstractmethod
    def _press(self, what: Locator) -> None: ...

    @abstractmethod
    def _go_into(self, where: Locator) -> None: ...

    @abstractmethod
    def _choose(self, where: Locator, text: str) -> None: ...

    @abstractmethod
    def _move_up(self, grip: Locator, places: int) -> None: ...

    def _answered(self) -> None:
        if self.live.shown.sent:
            self.live.answer()
            self._heard()


class ByKeyboard(Planner):
    """Uses the keyboard alone."""

    def close(self, opener: Locator) -> None:
        """Escape; the focus is where it was."""
        self._keys("Escape")
        expect(opener).to_be_focused()

    def _keys(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)
        self.actions += times

    def _go_into(self, where: Locator) -> None:
        expect(where).to_be_visible()
        node = where.element_handle()
        # A field for a date has stops of its own, so that one counts again on the way.
        for _ in range(12):
            if node.evaluate(_HAS_FOCUS):
                return
            away = node.evaluate(_STOPS_AWAY)
            self._keys("Tab" if away >= 0 else "Shift+Tab", abs(away) or 1)
        raise AssertionError(f"the tab key never comes by {where}")

    def _press(self, what: Locator) -> None:
        expect(what).to_be_visible()
        role = what.get_attribute("role")
        if role in ("radio", "tab"):
            group = what.locator("xpath=..")
            self._go_into(group.locator("[tabindex='0']"))
            start = group.locator("[tabindex='0']").evaluate(_AMONG)
            way = what.evaluate(_AMONG) - start
            self._keys("ArrowRight" if way > 0 else "ArrowLeft", abs(way))
            if not way:
                self._keys("Space")
            return
        self._go_into(what)
        self._keys("Space" if what.get_attribute("type") == "checkbox" else "Enter")

    def _choose(self, where: Locator, text: str) -> None:
        self._go_into(where)
        for _ in range(60):
            now, wanted = where.evaluate(
                "(node, text) => [node.selectedIndex,"
                " [...node.options].findIndex((one) => one.text === text)]",
                text,
            )
            if now == wanted:
                return
            self._keys("ArrowDown" if wanted > now else "ArrowUp")
            self._answered()
        raise AssertionError(f"the arrows never come by {text}")

    def _move_up(self, grip: Locator, places: int) -> None:
        for _ in range(places):
            self._go_into(grip)
            self._keys("ArrowUp")
            self._answered()


class _Pointing(Planner, ABC):
    """What touch and mouse have in common: everything is pressed where it is seen."""

    def close(self, opener: Locator) -> None:
        """Press it again."""
        self._press(opener)

    def _go_into(self, where: Locator) -> None:
        self._press(where)

    def _choose(self, where: Locator, text: str) -> None:
        # A browser draws the list of a select itself, outside of the page.
        where.select_option(label=text)
        self.actions += 1

    def _move_up(self, grip: Locator, places: int) -> None:
        above = grip.locator("xpath=ancestor::li[1]")
        for _ in range(places):
            above = above.locator("xpath=preceding-sibling::li[1]")
        grip.scroll_into_view_if_needed()
        start, end = grip.bounding_box(), above.bounding_box()
        assert start is not None
        assert end is not None
        self._draw((start["x"] + 12, start["y"] + 20), end["y"] + 5)
        self.actions += 1

    @abstractmethod
    def _draw(self, start: tuple[float, float], to: float) -> None: ...


class ByMouse(_Pointing):
    """Uses the mouse, and the keyboard for words only."""

    def _press(self, what: Locator) -> None:
        what.click()
        self.actions += 1

    def _draw(self, start: tuple[float, float], to: float) -> None:
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move(start[0], start[1] - 30, steps=5)
        mouse.move(start[0], to, steps=8)
        self.page.wait_for_timeout(200)
        mouse.up()


class ByTouch(_Pointing):
    """Uses fingers, and the keyboard on the screen for words only."""

    def __init__(self, live: Live, heard: Callable[[], None]) -> None:
        super().__init__(live, heard)
        self._finger: Any = live.page.context.new_cdp_session(live.page)
        self._finger.send(
            "Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 1}
        )

    def _press(self, what: Locator) -> None:
        what.scroll_into_view_if_needed()
        box = what.bounding_box()
        assert box is not None
        self._touch("touchStart", (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
        self._touch("touchEnd")
        self.page.wait_for_timeout(30)
        self.actions += 1

    def _draw(self, start: tuple[float, float], to: float) -> None:
        x, y = start
        self._touch("touchStart", (x, y))
        self.page.wait_for_timeout(300)
        for part in (0.2, 0.5, 0.8, 1):
            self._touch("touchMove", (x, y + (to - y) * part))
            self.page.wait_for_timeout(60)
        self._touch("touchEnd")

    def _touch(self, kind: str, *points: tuple[float, float]) -> None:
        places = [{"x": x, "y": y} for x, y in points]
        self._finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})


PLANNERS: dict[str, type[Planner]] = {
    "keyboard": ByKeyboard,
    "touch": ByTouch,
    "mouse": ByMouse,
}
