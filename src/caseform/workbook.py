"""What a notebook imports: it opens the case and arranges pages, and decides nothing.

A workbook never names a file. The Lab server leaves the address of the open case for its kernels;
a workbook that is run by itself (plain JupyterLab, a test) opens an invented case that lives in
its own process.
"""

from datetime import date
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

    @classmethod
    def open(cls) -> "Workbook":
        """Return a workbook on the open case; on an invented one where no case is open."""
        given = Address.given()
        if given is not None:
            return cls(CaseSession.following(given))
        from caseform import demo

        case, history = demo.cases("return", today=date.today(), language=known_language("nl"))
        return cls(CaseSession(in_this_process(case, history)))

    def start(self) -> Any:
        """Return the page with the cases: open, lock, new, demo."""
        from caseform.widgets.start import StartPage

        return StartPage(self.session)

    def picture(self) -> Any:
        """Return the page with the board."""
        from caseform.widgets.picture import PicturePage

        return PicturePage(self.session)

    def return_plan(self) -> Any:
        """Return the page with the graded return."""
        from caseform.widgets.return_plan import ReturnPlanPage

        return ReturnPlanPage(self.session)

    def log(self) -> Any:
        """Return the page with the day."""
        from caseform.widgets.log import LogPage

        return LogPage(self.session)

    def papers(self) -> Any:
        """Return the page with what goes to whom."""
        from caseform.widgets.papers import PapersPage

        return PapersPage(self.session)
