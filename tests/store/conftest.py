"""Case files for these tests: invented, small, and made in a folder of their own."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pyrage import x25519

from caseform import store
from caseform.store._keys import sealed_key

WORDS = "een dak van riet"
NEW_WORDS = "één huis van leem"


def document(number: int, words: str = "de kat slaapt") -> store.Document:
    """A document that can be told apart from every other."""
    return {"format": 1, "case": {"number": number, "words": words}, "history": list(range(3))}


class Clock:
    """A clock that goes on one minute each time it is asked."""

    def __init__(self, start: datetime = datetime(2026, 11, 23, 9, tzinfo=UTC)) -> None:
        self.time = start

    def __call__(self) -> datetime:
        """Return the next minute."""
        self.time += timedelta(minutes=1)
        return self.time


@pytest.fixture
def machine() -> store.Machine:
    """This machine, with a clock of its own."""
    return store.Machine(now=Clock())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the case of this test lives."""
    folder = tmp_path / "casussen"
    folder.mkdir()
    return folder / "zeester.caseform"


@pytest.fixture
def unlocked(path: Path, machine: store.Machine) -> store.Unlocked:
    """A case that is open; its key is the published one, so that no time goes to deriving it."""
    return store.create_published(path, document(0), machine=machine)


@pytest.fixture(scope="session")
def _sealed_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    path = tmp_path_factory.mktemp("sealed") / "zeester.caseform"
    recovery_key = store.create(path, document(0), WORDS).recovery_key
    assert recovery_key is not None
    return path.parent, recovery_key


@pytest.fixture(scope="session")
def by_passphrase() -> store.Passphrase:
    """The passphrase of `secret_case`; what it derived once, it remembers."""
    return store.Passphrase(WORDS)


@pytest.fixture(scope="session")
def new_key() -> tuple[x25519.Identity, bytes, store.Passphrase]:
    """A fresh identity, sealed under another passphrase, and that passphrase."""
    identity = x25519.Identity.generate()
    return identity, sealed_key(identity, NEW_WORDS), store.Passphrase(NEW_WORDS)


@pytest.fixture
def secret_case(_sealed_once: tuple[Path, str], tmp_path: Path) -> tuple[Path, str]:
    """A case under a passphrase (made once, copied here), and its recovery key."""
    folder, recovery_key = _sealed_once
    shutil.copytree(folder, tmp_path / "geheim")
    return tmp_path / "geheim" / "zeester.caseform", recovery_key


Crash = Callable[[Callable[[store.Machine], object]], Iterator[int]]


@pytest.fixture
def crashing_at_each_step() -> Crash:
    """Run something in a process that dies at its first, second, third... step to the disk."""

    def crash(action: Callable[[store.Machine], object]) -> Iterator[int]:
        step = 0
        while True:
            step += 1
            pid = os.fork()
            if pid == 0:
                try:
                    action(_dying_at(step))
                except BaseException:
                    os._exit(2)
                os._exit(0)
            code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            assert code in (0, 9), f"step {step} ended with {code}"
            yield step
            if code == 0:
                return

    return crash


def _dying_at(step: int) -> store.Machine:
    real, left = store.THIS_MACHINE, [step]

    def counted(act: Callable[..., None], half: Callable[..., None] | None = None):
        def do(*args: object) -> None:
            left[0] -= 1
            if left[0] == 0:
                if half is not None:
                    half(*args)
                os._exit(9)
            act(*args)

        return do

    return store.Machine(
        now=Clock(datetime(2026, 11, 24, 9, tzinfo=UTC)),
        write=counted(real.write, lambda descriptor, data: os.write(descriptor, data[:100])),
        flush_file=counted(real.flush_file),
        flush_folder=counted(real.flush_folder),
        replace=counted(real.replace),
    )
