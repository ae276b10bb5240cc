"""The other cases that are open now, for the alias menu of each page."""

import time
from collections.abc import Sequence

from caseform.errors import CaseformError
from caseform.session._session import CaseSession
from caseform.session._shelf import Shelf

# Asking every keeper at each redraw of a page would slow a gesture down.
_REMEMBERED_S = 5.0


class OpenCases:
    """The other open cases beside the one that these pages show.

    Args:
        session: The case that these pages show.
        shelf: The case files of this user.
    """

    def __init__(self, session: CaseSession, shelf: Shelf | None = None) -> None:
        self._session = session
        self._shelf = shelf or Shelf(today=session.today)
        self._known: tuple[tuple[str, str], ...] = ()
        self._asked_at = float("-inf")

    def others(self) -> Sequence[tuple[str, str]]:
        """Return id and alias of each other open case."""
        if time.monotonic() - self._asked_at > _REMEMBERED_S:
            opened = [self._shelf.open_case(path) for path in self._shelf.paths()]
            here = self._session.case.id if self._session.case is not None else ""
            self._known = tuple(
                (case.id, case.alias) for case in opened if case is not None and case.id != here
            )
            self._asked_at = time.monotonic()
        return self._known

    def show(self, case_id: str) -> None:
        """Bring that case to these pages.

        Raises:
            CaseformError: It is no longer open.
        """
        for path in self._shelf.paths():
            case = self._shelf.open_case(path)
            if case is not None and case.id == case_id:
                address = self._shelf.unlock(path, passphrase=None, language=self._session.language)
                self._session.show_case(address)
                self._asked_at = float("-inf")
                return
        raise CaseformError("errors.keeper-gone")
