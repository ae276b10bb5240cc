"""caseform as it runs: commands, keepers and servers in a home of their own, gone afterwards."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from caseform import keeper
from caseform.channel import Address, Client

_STARTS_WITHIN_S = 90.0
_ENDS_WITHIN_S = 20.0
_KEEPER = "caseform.cli.keeper_process"


@dataclass
class Running:
    """A command that shows pages, from its line ``ready`` on.

    Attributes:
        process: Its process; servers and kernels are below it, the keeper is not.
        addresses: What it printed: ``workbooks`` and ``family``, or the one of `show`.
        is_under: Whether it runs under another command, such as strace.
    """

    process: subprocess.Popen[str]
    addresses: dict[str, str]
    is_under: bool = False

    def stop(self) -> None:
        """Press Ctrl-C, and wait until it is gone."""
        if self.process.poll() is None:
            # What runs under strace is its child; strace itself would only let go of it.
            below = psutil.Process(self.process.pid).children() if self.is_under else []
            psutil.Process(below[0].pid if below else self.process.pid).send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(_ENDS_WITHIN_S)
        self.process.kill()
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()


class Home:
    """A user's home with nothing in it, and what is started there.

    All that caseform writes goes below `folder`: documents, settings, run-time and temporary
    files. The folder's name is short, because a socket's name has to be.

    Args:
        folder: An empty folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        places = {
            "HOME": "home",
            "USERPROFILE": "home",
            "APPDATA": "home",
            "LOCALAPPDATA": "home",
            "XDG_DATA_HOME": "data",
            "XDG_CONFIG_HOME": "config",
            "XDG_CACHE_HOME": "cache",
            "XDG_STATE_HOME": "state",
            "XDG_RUNTIME_DIR": "x",
            "CASEFORM_RUNTIME_DIR": "r",
            "TMPDIR": "tmp",
            "TEMP": "tmp",
            "TMP": "tmp",
        }
        self.own = {name: str(folder / place) for name, place in places.items()}
        for place in set(self.own.values()):
            Path(place).mkdir(mode=0o700, exist_ok=True)
        # A mark by which the processes of this home are known, whoever their parent is.
        self.own["CASEFORM_TEST_HOME"] = str(folder)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of what is started here."""
        left = {name: value for name, value in os.environ.items() if name != "CASEFORM_PASSPHRASE"}
        return left | self.own

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Make this home the one of the test's own process."""
        before = dict(os.environ)
        os.environ.update(self.own)
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)

    def command(
        self,
        *words: str | Path,
        passphrase: str | None = None,
        expect: int | None = 0,
        under: Sequence[str] = (),
    ) -> subprocess.CompletedProcess[str]:
        """Run ``caseform`` with these words to its end.

        Args:
            words: Verb, file and flags.
            passphrase: Given the way a script gives it.
            expect: The exit code that it must end with; None takes any.
            under: What to run it under, such as ``["strace", "-f"]``.
        """
        given = {"CASEFORM_PASSPHRASE": passphrase} if passphrase else {}
        done = subprocess.run(
            [*under, sys.executable, "-P", "-m", "caseform", *map(str, words)],
            env=self.environment | given,
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=_STARTS_WITHIN_S,
        )
        assert expect is None or done.returncode == expect, (done.stdout, done.stderr)
        return done

    @contextmanager
    def running(
        self, *words: str | Path, passphrase: str | None = None, under: Sequence[str] = ()
    ) -> Iterator[Running]:
        """Start ``caseform`` with these words, and yield it once it has printed ``ready``.

        Args:
            words: Such as ``"demo", "--no-browser"``.
            passphrase: Given the way a script gives it.
            under: What to run it under, such as ``["strace", "-f"]``.
        """
        given = {"CASEFORM_PASSPHRASE": passphrase} if passphrase else {}
        process = subprocess.Popen(
            [*under, sys.executable, "-P", "-m", "caseform", *map(str, words)],
            env=self.environment | given,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert process.stdout is not None
        started = Running(process, {}, is_under=bool(under))
        try:
            for line in process.stdout:
                if line.strip() == "ready":
                    break
                name, _, address = line.strip().rpartition(" ")
                started.addresses[name.strip()] = address
            assert process.poll() is None, "it ended before it was ready"
            yield started
        finally:
            started.stop()

    @contextmanager
    def keeper(
        self,
        path: Path,
        *,
        passphrase: str | None = None,
        under: Sequence[str] = (),
        module: str = _KEEPER,
    ) -> Iterator["KeeperProcess"]:
        """Start the keeper of the case at `path`.

        Args:
            path: The case file.
            passphrase: Its passphrase; a published case needs none.
            under: What to run it under.
            module: What is run; another than our own is a keeper with a planted fault.
        """
        held = KeeperProcess.started(self, path, passphrase=passphrase, under=under, module=module)
        try:
            yield held
        finally:
            held.stop()

    def processes(self) -> list[psutil.Process]:
        """Return every process that was started here and still lives."""
        found = []
        for process in psutil.process_iter():
            with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
                lives = process.status() != psutil.STATUS_ZOMBIE
                if (
                    lives
                    and process.environ().get("CASEFORM_RUNTIME_DIR")
                    == self.own["CASEFORM_RUNTIME_DIR"]
                ):
                    found.append(process)
        return found

    def processes_of(self, module: str) -> list[psutil.Process]:
        """Return the living Python processes here that run `module`."""
        return [one for one in self.processes() if _words_of(one)[2:4].count(module)]

    def end(self) -> None:
        """End every process that was started here."""
        left = self.processes()
        for process in left:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(left, timeout=_ENDS_WITHIN_S)


@dataclass
class KeeperProcess:
    """A keeper and a first client of it.

    Attributes:
        process: Its process (of strace, where it runs under that).
        path: The case file.
        client: The first client.
    """

    process: subprocess.Popen[str]
    path: Path
    client: Client

    @classmethod
    def started(
        cls,
        home: Home,
        path: Path,
        *,
        passphrase: str | None = None,
        under: Sequence[str] = (),
        module: str = _KEEPER,
    ) -> "KeeperProcess":
        """Start a keeper; `Home.keeper` ends it too."""
        process = subprocess.Popen(
            [*under, sys.executable, "-P", "-m", module],
            env=home.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        wanted = {"path": str(path), "passphrase": passphrase, "recovery": None, "lang": "nl"}
        process.stdin.write(json.dumps(wanted) + "\n")
        process.stdin.close()
        answer = json.loads(process.stdout.readline() or '{"error": "silence"}')
        assert "port" in answer, answer
        return cls(process, path, Client(Address(answer["port"], answer["secret"])))

    def join(self) -> Client:
        """Return one more client."""
        return Client(keeper.own_address(self.client))

    def open_room(self, room: str) -> str:
        """Open a room, and return the address of its page."""
        answer = self.client.ask("room-open", room=room, wait=True)
        return str(answer["state"]["room"]["address"])

    def kill(self) -> None:
        """End it as a crash would."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """Lock the case, and wait until the keeper is gone."""
        if self.process.poll() is None:
            with suppress(Exception):
                self.client.ask("lock")
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(_ENDS_WITHIN_S)
        self.process.kill()
        self.process.wait()
        self.client.close()
        if self.process.stdout:
            self.process.stdout.close()


@contextmanager
def temporary_home() -> Iterator[Home]:
    """Yield a fresh home; what was started in it is ended and its files are removed."""
    folder = Path(tempfile.mkdtemp(prefix="cf-", dir="/tmp" if os.name == "posix" else None))
    home = Home(folder)
    try:
        yield home
    finally:
        home.end()
        shutil.rmtree(folder, ignore_errors=True)


def eventually(
    holds: Callable[[], object], *, within_s: float = 15.0, every_s: float = 0.05
) -> bool:
    """Return whether `holds()` becomes true within that time."""
    until = time.monotonic() + within_s
    while not (held := holds()) and time.monotonic() < until:
        time.sleep(every_s)
    return bool(held)


def _words_of(process: psutil.Process) -> list[str]:
    with suppress(psutil.NoSuchProcess):
        return process.cmdline()
    return []
