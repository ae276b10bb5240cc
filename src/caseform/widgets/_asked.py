"""What a dialog asked for: done, or refused with its words still there."""

from collections.abc import Callable
from typing import Any

from caseform.errors import CaseformError
from caseform.text import sentence


def answer(page: Any, what: str, act: Callable[[], object]) -> bool:
    """Do what the dialog `what` asked for, and tell it whether it may close.

    A dialog lies over the page, so a refusal is said inside it. Once taken, the journal of its
    fields (their names begin with `what` and a dot) ends.

    Args:
        page: The page that the dialog belongs to.
        what: Name of the dialog.
        act: Does it, or raises a `CaseformError`.

    Returns:
        Whether it was done.
    """
    try:
        act()
    except CaseformError as error:
        page.send({"kind": "answer", "what": what, "problem": sentence(error, page.language)})
        return False
    if not page.session.is_locked:
        for field in [name for name in page.session.drafts if name.startswith(f"{what}.")]:
            page.session.type(field, "")
    page.send({"kind": "answer", "what": what, "problem": ""})
    return True
