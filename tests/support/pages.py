"""Pages of the therapist on a case in this process, used as the browser uses them."""

from typing import Any

from caseform.model import Case
from caseform.session import CaseSession, in_this_process
from caseform.widgets._page import Page
from support.cases import TODAY, noor


def session(case: Case | None = None, language: str = "nl") -> CaseSession:
    """Return a session on `case`, or on Noor's, on the day of these tests."""
    opened = CaseSession(in_this_process(case or noor()), today=lambda: TODAY)
    opened.language = language
    return opened


def send(page: Page, kind: str, **fields: Any) -> list[dict[str, Any]]:
    """Do what the browser does, and return what the page says back."""
    said: list[dict[str, Any]] = []
    page.send = lambda content, buffers=None: said.append(content)  # type: ignore[method-assign]
    page._handle_custom_msg({"kind": kind, **fields}, [])
    return said


def problem(said: list[dict[str, Any]]) -> str:
    """Return the one sentence of a refusal; fails where there is none or more than one."""
    (only,) = [each.get("problem") or each.get("text") for each in said]
    assert only
    assert only.count(". ") <= 2
    return str(only)
