"""The server: only this machine, only our settings, and nothing left behind."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from http.cookiejar import CookieJar
from pathlib import Path

import psutil
import pytest
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager

from caseform import lab
from caseform.errors import ChannelError
from caseform.lab._kernels import WorkbookKernels
from caseform.text import sentence

Serve = Callable[..., lab.LabServer]


def _knock(server: lab.LabServer, path: str, *, with_token: bool) -> int:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    if with_token:
        opener.open(server.address)
    try:
        return int(opener.open(f"http://127.0.0.1:{server.port}{path}").status)
    except urllib.error.HTTPError as error:
        return error.code


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_importing_the_shell_loads_nothing_of_jupyter() -> None:
    """For whoever types `caseform --help`: the answer is there at once."""
    code = (
        "import sys, caseform.lab; "
        "slow = {'jupyterlab', 'jupyter_server', 'tornado', 'IPython', 'traitlets'}; "
        "print(sorted(slow & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_a_port_in_use_is_one_plain_sentence(serve: Serve) -> None:
    """For the therapist who has caseform open already."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen(1)
        port = taken.getsockname()[1]
        with pytest.raises(ChannelError) as refused:
            serve(port=port)
    assert str(port) in sentence(refused.value, "nl")


def test_a_server_that_cannot_start_says_so_and_leaves_nothing(serve: Serve, runtime: Path) -> None:
    """For the therapist with a broken installation: a sentence, not a traceback."""
    server = serve(environment={"PYTHONPATH": str(runtime / "nowhere"), "PYTHONHOME": "/nowhere"})
    with pytest.raises(ChannelError) as refused:
        server.wait_ready()
    assert refused.value.key == "errors.lab-not-started"
    assert not list(runtime.iterdir())


def test_without_the_address_every_door_is_closed(serve: Serve) -> None:
    """For the family: someone else on this machine sees no page and reaches no kernel."""
    server = serve()
    server.wait_ready()
    for path in ("/", "/lab", "/lab/tree/20_picture.ipynb", "/api/kernels", "/api/contents"):
        assert _knock(server, path, with_token=False) == 403, path


def test_what_a_therapist_never_needs_is_not_there(serve: Serve) -> None:
    """For the privacy officer: no terminal, no raw files, no conversion, no second view."""
    server = serve()
    server.wait_ready()
    for path in (
        "/api/terminals",
        "/files/20_picture.ipynb",
        "/view/20_picture.ipynb",
        "/nbconvert/html/20_picture.ipynb",
        "/api/nbconvert",
        "/voila",
        "/lsp/status",
        "/api/contents/..%2fhome",
    ):
        assert _knock(server, path, with_token=True) == 404, path


def test_a_users_own_jupyter_settings_change_nothing(serve: Serve, runtime: Path) -> None:
    """For whoever also uses Jupyter for other work: neither disturbs the other."""
    own = Path(os.environ["HOME"], ".jupyter")
    own.mkdir()
    (own / "jupyter_server_config.py").write_text("raise SystemExit('read by mistake')")
    before = _files(Path(os.environ["HOME"]))
    server = serve()
    server.wait_ready()
    assert _knock(server, "/lab/tree/20_picture.ipynb", with_token=True) == 200
    server.stop()
    assert _files(Path(os.environ["HOME"])) == before


def test_stopping_leaves_no_process_no_port_and_no_file(serve: Serve, runtime: Path) -> None:
    """For whoever closes the laptop: what was open is closed."""
    server = serve()
    server.wait_ready()
    assert _knock(server, "/api/kernels", with_token=True) == 200
    family = [psutil.Process(server.pid), *psutil.Process(server.pid).children(recursive=True)]
    server.stop()
    assert not any(process.is_running() for process in family)
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", server.port), timeout=1).close()
    assert not list(runtime.iterdir())


def test_a_kernel_that_is_being_started_is_not_listed_yet() -> None:
    """For a browser that asks at that very moment: an answer, and no error."""
    kernels = WorkbookKernels()
    kernels._kernels["being-started"] = ServerKernelManager()

    assert kernels.list_kernels() == []


def test_the_server_ends_with_the_program_that_started_it(workbooks: Path, runtime: Path) -> None:
    """For whoever ends caseform in the task manager: no server stays behind."""
    code = (
        "import sys, os; from pathlib import Path; from caseform import lab; "
        f"server = lab.start(channel_file=None, language='nl', workbooks=Path({str(workbooks)!r}));"
        " server.wait_ready(); print(server.pid, flush=True); os._exit(9)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    left = int(said.stdout)
    if psutil.pid_exists(left):
        psutil.wait_procs([psutil.Process(left)], timeout=10)
    assert not psutil.pid_exists(left)
