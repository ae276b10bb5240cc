"""The kernels of a room: one per page, and one process more that waits for the next page.

A waiting process has imported the library and nothing else. It learns what the room may see when
it is taken, so a page never shows what was withdrawn before it was asked for.
"""

import asyncio
import sys
from collections import defaultdict
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, NamedTuple, Protocol

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Dict, Unicode

# A page that asked for a kernel and then never connected, such as a download without a browser.
NEVER_CAME_S = 30.0
# The next process starts when the page has had the machine to itself.
REFILL_AFTER_S = 2.0
WATCH_EVERY_S = 0.25
# A process can die while it waits; that the next ones do so too has another cause.
START_TRIES = 4

# The first widget of a process costs ten times what the next one does. This one is empty, is
# shown to nobody and is closed again.
REHEARSAL = """
import anywidget
rehearsal = anywidget.AnyWidget()
display(rehearsal)
rehearsal.layout.close()
rehearsal.close()
del rehearsal, anywidget
"""


class Page(Protocol):
    """The socket of one open page."""

    def close(self) -> None:
        """End the connection to the page."""


class Waiting(NamedTuple):
    """A process that waits for a page, and a client that already reaches it."""

    kernel_id: str
    client: AsyncKernelClient


class RoomKernelSpecs(KernelSpecManager):
    """Knows one kernel: this Python, started with the library imported.

    Kernels that are installed elsewhere on the machine are never used for a room.
    """

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return the one kernel there is, whatever the notebook calls it."""
        return KernelSpec(
            argv=[sys.executable, "-P", "-m", "caseform.view._kernel", "-f", "{connection_file}"],
            display_name="caseform",
            language="python",
            metadata={"supported_encryption": "curve"},
        )

    def get_all_specs(self) -> dict[str, Any]:
        """Return the one kernel there is, under its usual name."""
        spec = self.get_kernel_spec("python3")
        return {"python3": {"resource_dir": "", "spec": spec.to_dict()}}


class RoomKernels(AsyncMappingKernelManager):
    """Hands each page a process that was waiting, and ends it when the page is gone."""

    environment = Dict(help="Environment of each kernel, whole.").tag(config=True)
    folder = Unicode(help="Where kernels run; a private folder.").tag(config=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self._next: asyncio.Task[Waiting] | None = None
        self._pages: defaultdict[str, set[Page]] = defaultdict(set)
        self._taken: set[str] = set()
        self._working: set[asyncio.Future[None]] = set()
        self._watcher: asyncio.Task[None] | None = None

    def cwd_for_path(self, path: str, **kwargs: Any) -> str:
        """Return the private folder, wherever the notebook lies."""
        return self.folder

    async def warm(self) -> None:
        """See to it that one process waits."""
        if self._watcher is None:
            self._watcher = asyncio.create_task(self._watch())
        if self._next is None:
            self._next = asyncio.create_task(self._start())
        await asyncio.wait([self._next])

    async def take(self) -> Waiting:
        """Return a process that waited, and later start the one after it.

        Raises:
            RuntimeError: No process can be started on this machine now.
        """
        for _ in range(START_TRIES):
            await self.warm()
            if self._next is None:  # another page was quicker
                continue
            task, self._next = self._next, None
            if task.exception() is None and await self.is_alive(task.result().kernel_id):
                return self._handed_over(task.result())
        raise RuntimeError("no kernel")

    def _handed_over(self, waiting: Waiting) -> Waiting:
        loop = asyncio.get_running_loop()
        loop.call_later(REFILL_AFTER_S, lambda: self._begin(self.warm()))
        loop.call_later(NEVER_CAME_S, self._end_if_alone, waiting.kernel_id)
        self._taken.add(waiting.kernel_id)
        return waiting

    def came(self, kernel_id: str, page: Page) -> None:
        """Note that `page` is connected."""
        self._pages[kernel_id].add(page)

    def went(self, kernel_id: str, page: Page) -> None:
        """Note that `page` is gone, and end its kernel: a page that comes back gets a fresh one."""
        self._pages[kernel_id].discard(page)
        self._end_if_alone(kernel_id)

    async def end(self, kernel_id: str) -> None:
        """End one kernel and let go of its pages."""
        for page in self._pages.pop(kernel_id, set()):
            page.close()
        self._taken.discard(kernel_id)
        if kernel_id in self:
            # A kernel of a room has nothing to save, so it needs no time to say goodbye.
            with suppress(RuntimeError, KeyError):
                await self.shutdown_kernel(kernel_id, now=True)

    async def end_all(self) -> None:
        """End every kernel, the waiting one too."""
        if self._watcher:
            self._watcher.cancel()
        if self._next:
            self._next.cancel()
            with suppress(asyncio.CancelledError, Exception):
                (await self._next).client.stop_channels()
        for kernel_id in list(self.list_kernel_ids()):
            await self.end(kernel_id)

    async def _start(self) -> Waiting:
        kernel_id = await self.start_kernel(
            kernel_name="python3", path="", env=dict(self.environment)
        )
        client = self.get_kernel(kernel_id).client()
        client.start_channels()
        await client.wait_for_ready(timeout=60)
        client.allow_stdin = False
        await client.execute_interactive(
            REHEARSAL, store_history=False, allow_stdin=False, output_hook=lambda message: None
        )
        return Waiting(kernel_id, client)

    def _end_if_alone(self, kernel_id: str) -> None:
        if kernel_id in self._taken and not self._pages.get(kernel_id):
            self._begin(self.end(kernel_id))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        # The loop itself holds a task weakly; one that nobody holds may vanish half done.
        task = asyncio.ensure_future(work)
        self._working.add(task)
        task.add_done_callback(self._working.discard)

    async def _watch(self) -> None:
        # A kernel that died takes its page along: the page then comes back with a fresh one.
        while True:
            await asyncio.sleep(WATCH_EVERY_S)
            for kernel_id in self._taken | set(self.list_kernel_ids()):
                if kernel_id not in self or not await self.is_alive(kernel_id):
                    await self.end(kernel_id)
