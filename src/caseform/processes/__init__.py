"""Processes of our own: a server that ends with whoever started it, and kernels that keep nothing.

The Lab server and the room's server live in processes of their own and know nothing of each
other; how such a process is started, heard and ended is the same.
"""

from caseform.processes._kernels import keep_nothing, quiet_config
from caseform.processes._places import runtime_place
from caseform.processes._server import ServerProcess

__all__ = ["ServerProcess", "keep_nothing", "quiet_config", "runtime_place"]
