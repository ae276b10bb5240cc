"""What holds for every kernel of ours: nothing that it was shown stays on the disk."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traitlets.config import Config


def keep_nothing() -> None:
    """Make files for their owner alone, and write no core file if this process crashes."""
    os.umask(0o077)
    try:
        import resource
    except ImportError:  # Windows writes no core files
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def quiet_config() -> "Config":
    """Return settings of a kernel that remembers nothing: no history file, no ``Out[n]``."""
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.db_log_output = False
    config.InteractiveShell.cache_size = 0
    config.InteractiveShellApp.ignore_cwd = True
    config.InteractiveShellApp.exec_PYTHONSTARTUP = False
    return config
