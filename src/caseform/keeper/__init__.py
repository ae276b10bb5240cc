"""One process per open case: it alone holds the key, applies verbs and writes the file."""

from caseform.keeper._desk import Desk, from_document, to_document
from caseform.keeper._folder import join_file, runtime_folder
from caseform.keeper._launch import own_address, reach, running
from caseform.keeper._room import RoomServer, ShowRoom
from caseform.keeper._server import Keeper

__all__ = [
    "Desk",
    "Keeper",
    "RoomServer",
    "ShowRoom",
    "from_document",
    "join_file",
    "own_address",
    "reach",
    "running",
    "runtime_folder",
    "to_document",
]
