"""What holds for every page, said once: views of invented cases, and how they are looked at."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser._harness import NARROW, WIDE, Mounted, mounted
from caseform import demo
from caseform.model import Case
from caseform.session import new_case
from caseform.text import LANGUAGES
from caseform.widgets import _assets
from caseform.widgets._page import Page
from support.cases import TODAY
from support.pages import session

# Wide and narrow, and a laptop at 200%.
SIZES = (
    {"size": WIDE},
    {"size": NARROW},
    {"size": WIDE, "zoom": 2},
)
SIZE_NAMES = ("wide", "narrow", "zoomed")


def looks(*cases: str, sizes: Sequence[str] = SIZE_NAMES) -> pytest.MarkDecorator:
    """Give a test each of `cases` in each size, in turn in each language.

    For a release it is each case in each size and each language.
    """
    chosen = [(about, name) for about, name in zip(SIZES, SIZE_NAMES, strict=True) if name in sizes]
    is_release = os.environ.get("CASEFORM_RELEASE") == "1"
    params = [
        pytest.param(case, language, about, id=f"{case}-{language}-{name}")
        for n, case in enumerate(cases)
        for m, (about, name) in enumerate(chosen)
        for k, language in enumerate(LANGUAGES)
        if is_release or (n + m + k) % len(LANGUAGES) == 0
    ]
    return pytest.mark.parametrize(("case", "language", "about"), params)


LONG = "Onafscheidelijkheidsverklaring" * 4

# What a finger or a tired hand can hit; inside a sentence a link may be smaller.
_SMALL = """() => [...document.querySelectorAll(
    'button, select, input:not([type=checkbox]), textarea, label:has(input[type=checkbox])')]
  .filter((node) => node.checkVisibility({visibilityProperty: true}))
  .map((node) => [node.getBoundingClientRect(), node])
  .filter(([box]) => box.width < 43.5 || box.height < 43.5)
  .map(([box, node]) => `${Math.round(box.width)}x${Math.round(box.height)} ${node.textContent}`)"""

_WIDER = """() => [...document.querySelectorAll('html, .cf, .cf-main, .cf-dialog-body')]
  .filter((node) => node.scrollWidth > node.clientWidth + 1)
  .map((node) => `${node.className} ${node.scrollWidth} > ${node.clientWidth}`)"""

_UNREACHED = """() => [...document.querySelectorAll('button, select, input, textarea, a[href]')]
  .filter((node) => node.checkVisibility({visibilityProperty: true}) && !node.disabled)
  .filter((node) => !/^(radio|tab)$/.test(node.getAttribute('role')) || node.tabIndex === 0)
  .filter((node) => !node.dataset.reached)
  .map((node) => node.outerHTML.slice(0, 120))"""


@cache
def told(name: str, language: str) -> Case:
    """Return an invented case; ``new`` was begun just now."""
    if name == "new":
        return new_case("Zeester", region="nl-midden", language="nl", today=TODAY)
    return demo.cases(name, today=TODAY, language=language)[0]  # type: ignore[arg-type]


def view_of(kind: type[Page], name: str = "return", language: str = "nl") -> dict[str, Any]:
    """Return what the page would send for that case."""
    return kind(session(told(name, language), language)).view


@contextmanager
def shown(
    browser: Browser, kind: type[Page], view: dict[str, Any], **about: Any
) -> Iterator[Mounted]:
    """Show the page."""
    css = _assets.styles(kind.bundle_name)
    with mounted(browser, kind.bundle_name, view, css=css, **about) as page:
        yield page


def check_calm(page: Mounted) -> None:
    """Assert what holds everywhere: readable, reachable, and no wider than the screen."""
    assert page.axe() == []
    assert page.page.evaluate(_WIDER) == []
    assert page.page.evaluate(_SMALL) == []


def check_reached_by_keyboard(page: Mounted) -> None:
    """Assert that the tab key comes by everything that can be used."""
    count = page.page.locator("button, select, input, textarea, a[href]").count()
    for _ in range(count + 5):
        page.page.keyboard.press("Tab")
        page.page.evaluate("document.activeElement.dataset.reached = '1'")
    assert page.page.evaluate(_UNREACHED) == []


def check_survives(page: Mounted, view: dict[str, Any], label: str, field: str) -> None:
    """Assert that half-typed words are journalled, and survive a redraw with the focus on them.

    Args:
        page: The page.
        view: What Python sends anew.
        label: Of the field.
        field: Its name in the journal.
    """
    box = page.page.get_by_label(label, exact=True)
    box.click()
    box.press("Control+End")
    box.press_sequentially("Noah zw")
    page.page.wait_for_timeout(1200)
    assert {"kind": "typing", "field": field, "text": box.input_value()} in page.sent

    page.show({**view, "drafts": {}})
    box.press_sequentially("aaide")

    assert box.input_value().endswith("Noah zwaaide")
    assert box.evaluate("node => node === document.activeElement")
