"""A workbook's kernel: it keeps no history, writes no log and leaves no crash report."""

import importlib
import logging
import os
from typing import Any

import platformdirs
from ipykernel.kernelapp import IPKernelApp

from caseform.processes import keep_nothing, quiet_config

# By name: what a notebook imports stands beside this layer, not below it.
_NEEDED = (
    "caseform.workbook",
    "caseform.widgets.picture",
    "caseform.widgets.return_plan",
    "caseform.widgets.log",
)


class WorkbookKernel(IPKernelApp):
    """IPython's kernel without the user's own IPython settings."""

    def load_config_file(self, *args: Any, **kwargs: Any) -> None:
        """Read no settings but ours."""

    def init_crash_handler(self) -> None:
        """Write no crash report: it would hold what was on the page."""


def main() -> None:
    """Import what a page needs, then wait for it."""
    keep_nothing()
    # The list of fonts is made once for all cases; it holds no word of any.
    os.environ.setdefault("MPLCONFIGDIR", platformdirs.user_cache_dir("caseform"))
    # While the browser loads JupyterLab this process has nothing else to do.
    for module in _NEEDED:
        importlib.import_module(module)
    config = quiet_config()
    config.Application.log_level = logging.CRITICAL
    WorkbookKernel.launch_instance(config=config)


if __name__ == "__main__":
    main()
