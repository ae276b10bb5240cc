"""The process of a Lab server: ``python -m caseform.lab``, orders on standard input."""

import json
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from caseform.lab._orders import Orders


def main() -> None:
    """Serve the workbooks until whoever started this process lets go of its standard input."""
    os.umask(0o077)
    orders = Orders.from_line(sys.stdin.readline())
    # The reports go where our starter listens; a stray print of someone else must not.
    reports = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    # jsonschema would build a grammar of internationalised addresses, for a format that nothing
    # here uses; that takes longer than everything else together.
    sys.modules["rfc3987_syntax"] = None
    extensions = _extension_folders()
    _move_in(orders)

    with _without_node():
        from caseform.lab._lab import WorkbookLab
    from caseform.lab._settings import settings

    server = WorkbookLab.initialize_server(argv=[], config=settings(orders, extensions))

    async def begin() -> None:
        tell_ready()
        # The kernel of the first page starts while the browser is still loading JupyterLab.
        name = f"{orders.first}.ipynb"
        await server.session_manager.create_session(
            path=name, name=name, type="notebook", kernel_name="python3"
        )

    def tell_ready() -> None:
        reports.write(json.dumps({"ready": True}) + "\n")
        reports.flush()

    def wait_for_the_end() -> None:
        sys.stdin.read()
        server.io_loop.add_callback_from_signal(server.stop)

    server.io_loop.add_callback(begin)
    threading.Thread(target=wait_for_the_end, name="caseform-lab-end", daemon=True).start()
    server.start()


@contextmanager
def _without_node() -> Iterator[None]:
    # While it is imported, JupyterLab has Node, wherever it finds one, read the settings of builds
    # that never happen here; that takes as long as all the rest of its start.
    path = os.environ.get("PATH", os.defpath)
    os.environ["PATH"] = os.devnull
    try:
        yield
    finally:
        os.environ["PATH"] = path


def _extension_folders() -> list[str]:
    # Asked before we move in: the widget manager lies wherever pip or conda put it.
    from jupyter_core.paths import jupyter_path

    return jupyter_path("labextensions")


def _move_in(orders: Orders) -> None:
    # Everything that Jupyter, IPython and matplotlib like to leave in a home folder.
    os.environ |= {
        "JUPYTER_NO_CONFIG": "1",
        "JUPYTER_CONFIG_DIR": orders.place("config"),
        "JUPYTER_DATA_DIR": orders.place("data"),
        "JUPYTER_RUNTIME_DIR": orders.place("runtime"),
        "IPYTHONDIR": orders.place("ipython"),
        "TMPDIR": orders.place("temporary"),
        "TEMP": orders.place("temporary"),
        "TMP": orders.place("temporary"),
    }
    tempfile.tempdir = orders.place("temporary")


if __name__ == "__main__":
    main()
