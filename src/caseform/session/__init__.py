"""The case that is open in a workbook: the one thing in a kernel that changes."""

from caseform.session._open_cases import OpenCases
from caseform.session._session import CaseSession, RoomState
from caseform.session._shelf import Shelf, check_passphrase, new_case
from caseform.session._ways import Way, in_this_process, to_keeper

__all__ = [
    "CaseSession",
    "OpenCases",
    "RoomState",
    "Shelf",
    "Way",
    "check_passphrase",
    "in_this_process",
    "new_case",
    "to_keeper",
]
