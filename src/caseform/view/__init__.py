"""The page that one room sees on a wall screen: a server of its own, and the page's kernel side.

`start` runs a standalone Voilà for one room in a process of its own. `RoomView` is what that
server's kernels open: a page that follows one room's projection and never held anything else.
"""

from caseform.view._room import RoomView
from caseform.view._server import ViewServer, start

__all__ = ["RoomView", "ViewServer", "start"]
