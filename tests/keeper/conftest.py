import asyncio
import threading

import pytest

from caseform import keeper, store
from caseform.channel import Address, Client
from caseform.keeper import Keeper
from caseform.model import History
from support.cases import noor


class Screen:
    """A wall screen without a process: it notes which channel it was given."""

    def __init__(self, channel_file, language, port):
        self.channel_file, self.is_stopped = channel_file, False

    address = "http://127.0.0.1:1/"

    def wait_ready(self):
        """Be ready at once."""

    def stop(self):
        """Note that it was stopped."""
        self.is_stopped = True


class Open:
    """A keeper that serves a case, as tests hold it."""

    def __init__(self, path, unlocked):
        self.path, self.screens = path, []
        self._ready = threading.Event()
        self.keeper = Keeper(path, unlocked, show=self._show)
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()
        assert self._ready.wait(5)

    def client(self):
        """Return one more client of the desk."""
        return Client(self.address)

    def _show(self, *told):
        self.screens.append(Screen(*told))
        return self.screens[-1]

    def _serve(self):
        asyncio.run(self.keeper.serve(self._heard))

    def _heard(self, address: Address):
        self.address = address
        self._ready.set()


@pytest.fixture
def runtime(tmp_path, monkeypatch):
    """A run-time folder of this test's own."""
    monkeypatch.setenv("CASEFORM_RUNTIME_DIR", str(tmp_path / "run"))
    return tmp_path / "run"


@pytest.fixture
def opened(tmp_path, runtime):
    """Noor's case, open at a keeper."""
    path = tmp_path / "ijsvogel.caseform"
    document = keeper.to_document(noor(), History())
    held = Open(path, store.create_published(path, document))
    yield held
    if held.thread.is_alive():
        client = held.client()
        client.ask("lock")
        held.thread.join(10)
        client.close()
