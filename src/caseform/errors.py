"""What can go wrong, sorted by who can repair it.

Each error carries the key of one plain sentence; the words themselves live with the other
interface words, so that a person reads them in their own language.
"""

from typing import Any


class CaseformError(Exception):
    """Something that a person can repair.

    Args:
        key: Key of the sentence in ``errors.po``, such as ``errors.file-damaged``.
        blanks: What fills the blanks of that sentence. Never a name or a word of a case.

    Example:
        >>> str(StoreError("errors.file-damaged", file="zeester.caseform"))
        "errors.file-damaged {'file': 'zeester.caseform'}"
    """

    def __init__(self, key: str, **blanks: str | int) -> None:
        self.key = key
        self.blanks: dict[str, Any] = dict(blanks)
        super().__init__(f"{key} {blanks}" if blanks else key)


class InvalidCaseError(CaseformError):
    """The case says something impossible; whoever typed it repairs it now."""


class IncompleteCaseError(CaseformError):
    """The case is sound so far, but this question cannot be answered yet."""


class CatalogueError(CaseformError):
    """A shipped entry is wrong; we repair it."""


class StoreError(CaseformError):
    """A case file cannot be read or written; it is left as it was."""


class ChannelError(CaseformError):
    """The keeper of the case does not answer, or refuses."""


class ClashError(CaseformError):
    """The same field was changed in two places; both texts are kept and the user chooses."""


class RoomError(CaseformError):
    """A room that does not exist for this case, or that may not be shown."""


class NotBuiltError(CaseformError):
    """A verb, format or source that comes later; the command line ends with 4."""
