"""Running the notebook of a room's page in a process that waited for it."""

import copy
import logging
import secrets
from typing import Any, NamedTuple

from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from voila.execute import VoilaExecutor

from caseform.view._kernels import RoomKernels, Waiting

_WIDGET = "application/vnd.jupyter.widget-view+json"

_log = logging.getLogger("caseform.view")


class Opened(NamedTuple):
    """A page whose kernel has run, or the id of what went wrong.

    Args:
        kernel: Id of the page's kernel.
        model: Id of the page's widget.
        state: What the widget holds at this moment, so that the page can be drawn before its
            socket is open.
        fault: What to tell whoever looks into it; empty when all is well.
    """

    kernel: str = ""
    model: str = ""
    state: dict[str, Any] | None = None
    fault: str = ""


async def open_page(notebook: NotebookNode, kernels: RoomKernels) -> Opened:
    """Run `notebook` in a process that was waiting, and return the page that it shows.

    The last widget that the notebook shows is the page. Nothing that it prints is kept.
    """
    fault = secrets.token_hex(4)
    waiting: Waiting | None = None
    try:
        waiting = await kernels.take()
        executor = VoilaExecutor(copy.deepcopy(notebook), km=kernels.get_kernel(waiting.kernel_id))
        executor.kc = waiting.client
        model = await _run(executor)
        return Opened(waiting.kernel_id, model, executor.widget_state[model])
    except Exception as error:
        # Only the kind: the words of an exception may quote the case.
        kind = error.ename if isinstance(error, CellExecutionError) else type(error).__name__
        _log.error("page %s failed: %s", fault, kind)
        if waiting is not None:
            await kernels.end(waiting.kernel_id)
        return Opened(fault=fault)
    finally:
        if waiting is not None:
            waiting.client.stop_channels()


async def _run(executor: VoilaExecutor) -> str:
    shown = ""
    for index, cell in enumerate(executor.nb.cells):
        if cell.cell_type == "code":
            ran = await executor.async_execute_cell(cell, index, store_history=False)
            for output in ran.outputs:
                if _WIDGET in output.get("data", {}):
                    shown = output["data"][_WIDGET]["model_id"]
    return shown
