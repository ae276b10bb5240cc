"""What tests of the board share."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser._board import Board, Live, WithRoom
from browser._harness import mounted
from caseform.model import Case
from caseform.session import CaseSession, in_this_process
from caseform.widgets import _assets
from caseform.widgets._page import Page
from caseform.widgets.picture import PicturePage
from support.cases import TODAY, noor


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Callable[..., Board]]:
    """Return what shows a board on a case."""
    with contextlib.ExitStack() as open_pages:

        def show(case: Case | None = None, *, together: bool | None = None, **size: Any) -> Board:
            case = case or noor()
            way = in_this_process(case) if together is None else WithRoom(case, together=together)
            python = PicturePage(CaseSession(way, today=lambda: TODAY))
            css = _assets.styles("picture")
            shown = open_pages.enter_context(
                mounted(chromium, "picture", python.view, css=css, **size)
            )
            return Board(shown, python)

        yield show


@pytest.fixture
def live(chromium: Browser) -> Iterator[Callable[..., Live]]:
    """Return what shows any page on a case, answered by Python."""
    with contextlib.ExitStack() as open_pages:

        def show(kind: type[Page], case: Case, **size: Any) -> Live:
            python = kind(CaseSession(in_this_process(case), today=lambda: TODAY))
            css = _assets.styles(kind.bundle_name)
            return Live(
                open_pages.enter_context(
                    mounted(chromium, kind.bundle_name, python.view, css=css, **size)
                ),
                python,
            )

        yield show
