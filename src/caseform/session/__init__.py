"""The case that is open in a workbook: the one thing in a kernel that changes."""

from caseform.session._session import CaseSession, RoomState
from caseform.session._ways import Way, in_this_process, to_keeper

__all__ = ["CaseSession", "RoomState", "Way", "in_this_process", "to_keeper"]
