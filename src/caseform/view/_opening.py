"""Running the notebook of a room's page in a process that waited for it."""

import asyncio
import logging
import secrets
from typing import Any, NamedTuple

from nbformat import NotebookNode

from caseform.view._kernels import RoomKernels, Waiting

RUN_WAIT_S = 60.0

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


class PageFaultError(Exception):
    """The notebook failed, or showed no page. Holds the kind of error, never its words."""


async def open_page(notebook: NotebookNode, kernels: RoomKernels) -> Opened:
    """Run `notebook` in a process that was waiting, and return the page that it shows.

    The last widget that the notebook shows is the page. Nothing that it prints is kept.
    """
    waiting: Waiting | None = None
    try:
        waiting = await kernels.take()
        model, state = await asyncio.wait_for(_run(notebook, waiting), RUN_WAIT_S)
    except Exception as error:
        fault = secrets.token_hex(4)
        # Only the kind: the words of an exception may quote the case.
        kind = str(error) if isinstance(error, PageFaultError) else type(error).__name__
        _log.error("page %s failed: %s", fault, kind)
        if waiting is not None:
            await kernels.end(waiting.kernel_id)
        return Opened(fault=fault)
    finally:
        if waiting is not None:
            waiting.client.stop_channels()
    return Opened(waiting.kernel_id, model, state)


async def _run(notebook: NotebookNode, waiting: Waiting) -> tuple[str, dict[str, Any]]:
    # All cells in one request: each one more is a way there and back before the picture.
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    asked = waiting.client.execute(code, store_history=False, allow_stdin=False)
    states: dict[str, dict[str, Any]] = {}
    shown = ""
    while True:
        message = await waiting.client.get_iopub_msg()
        if message["parent_header"].get("msg_id") != asked:
            continue
        content = message["content"]
        match message["msg_type"]:
            case "comm_open" | "comm_msg" if "state" in content["data"]:
                states.setdefault(content["comm_id"], {}).update(content["data"]["state"])
            case "execute_result" | "display_data" if _WIDGET in content["data"]:
                shown = content["data"][_WIDGET]["model_id"]
            case "error":
                raise PageFaultError(content["ename"])
            case "status" if content["execution_state"] == "idle":
                break
    if shown not in states:
        raise PageFaultError("no page")
    return shown, states[shown]
