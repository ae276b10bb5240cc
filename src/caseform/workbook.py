"""What a notebook imports: it opens the case and arranges pages, and decides nothing.

A workbook never names a file. The Lab server leaves the address of the open case for its kernels;
a workbook that is run by itself (plain JupyterLab, a test) opens an invented case that lives in
its own process.

A reload of the page runs the cells again in the same kernel, so a kernel keeps its one workbook
and each of its pages.
"""

from datetime import date
from functools import cache
from typing import Any

from caseform.channel import Address
from caseform.session import CaseSession, in_this_process
from caseform.text import known_language


class Workbook:
    """The open case, and the pages that show it.

    Args:
        session: The open case.

    Example:
        >>> workbook = Workbook.open()
        >>> workbook.session.case.is_invented
        True
    """

    def __init__(self, session: CaseSession) -> None:
        self.session = session
        self._pages: dict[type[Any], Any] = {}

    @classmethod
    def open(cls) -> "Workbook":
        """Return this kernel's workbook: on the open case, or on an invented one."""
        return _opened()

    def start(self) -> Any:
        """Return the page with the cases: open, lock, new, demo."""
        from caseform.widgets.start import StartPage

        return self._page(StartPage)

    def assessment(self) -> Any:
        """Return the page that prepares."""
        from caseform.widgets.assessment import AssessmentPage

        return self._page(AssessmentPage)

    def picture(self) -> Any:
        """Return the page with the board."""
        from caseform.widgets.picture import PicturePage

        return self._page(PicturePage)

    def return_plan(self) -> Any:
        """Return the page with the graded return."""
        from caseform.widgets.return_plan import ReturnPlanPage

        return self._page(ReturnPlanPage)

    def log(self) -> Any:
        """Return the page with the day."""
        from caseform.widgets.log import LogPage

        return self._page(LogPage)

    def papers(self) -> Any:
        """Return the page with what goes to whom."""
        from caseform.widgets.papers import PapersPage

        return self._page(PapersPage)

    def _page(self, kind: type[Any]) -> Any:
        if kind not in self._pages:
            self._pages[kind] = kind(self.session)
        return self._pages[kind]


@cache
def _opened() -> Workbook:
    given = Address.given()
    if given is not None:
        return Workbook(CaseSession.following(given))
    from caseform import demo

    case, history = demo.cases("return", today=date.today(), language=known_language("nl"))
    return Workbook(CaseSession(in_this_process(case, history)))
