"""The same small page in Voilà, Streamlit and Panel, and as a file: heading, ten cards, a button.

Voilà is the one that caseform itself is built on, with its stock template. The other two, and
the other solver of `plans`, live in a virtual environment of their own, made once in the user's
cache folder.
"""

import hashlib
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
import platformdirs
from processes import fair_environment, running, wait_until

HERE = Path(__file__).parent
CARDS = 10

_VOILA_PAGE = """
import ipywidgets as w

cards = w.VBox([w.HTML(f"<p>card {n}</p>") for n in range(1, 11)])
button = w.Button(description="Add a card")

def add(_):
    cards.children += (w.HTML(f"<p>card {len(cards.children) + 1}</p>"),)

button.on_click(add)
w.VBox([w.HTML("<h1>Small page</h1>"), cards, button])
"""

_STREAMLIT_PAGE = """
import streamlit as st

if "count" not in st.session_state:
    st.session_state.count = 10

def add():
    st.session_state.count += 1

st.title("Small page")
for n in range(1, st.session_state.count + 1):
    st.markdown(f"card {n}")
st.button("Add a card", on_click=add)
"""

_PANEL_PAGE = """
import panel as pn

pn.extension()
cards = pn.Column(*[pn.pane.Markdown(f"card {n}") for n in range(1, 11)])
button = pn.widgets.Button(name="Add a card")

def add(_):
    cards.append(pn.pane.Markdown(f"card {len(cards) + 1}"))

button.on_click(add)
pn.Column("# Small page", cards, button).servable()
"""

_STATIC_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Small page</title>
<link rel="icon" href="data:,">
<h1>Small page</h1><div id="cards"></div><button>Add a card</button>
<script>
const cards = document.getElementById("cards");
const add = () => {
  const card = document.createElement("p");
  card.textContent = `card ${cards.childElementCount + 1}`;
  cards.append(card);
};
for (let n = 0; n < 10; n += 1) add();
document.querySelector("button").addEventListener("click", add);
</script></html>
"""


@dataclass(frozen=True)
class Peer:
    """A server that shows the small page.

    Args:
        name: What it is called in the table.
        address: What a browser opens.
        pid: The server's process.
    """

    name: str
    address: str
    pid: int


@contextmanager
def serving(folder: Path) -> Iterator[tuple[list[Peer], list[str]]]:
    """Serve the small page in each way that works here.

    Args:
        folder: Where the pages are laid down.

    Yields:
        The servers, and a sentence for each that could not be started.
    """
    peers: list[Peer] = []
    troubles: list[str] = []
    with ExitStack() as stack:
        for name, command, path in _commands(folder, troubles):
            port = _free_port()
            line = [part.format(port=port) if isinstance(part, str) else part for part in command]
            process = stack.enter_context(running(line, folder=folder))
            address = f"http://127.0.0.1:{port}{path}"
            try:
                wait_until(lambda at=address: _answers(at), name)
            except TimeoutError:
                troubles.append(f"{name} could not be started here, so it is not compared.")
            else:
                peers.append(Peer(name, address, process.pid))
        yield peers, troubles


def _commands(folder: Path, troubles: list[str]) -> Iterator[tuple[str, list[str | Path], str]]:
    (folder / "static").mkdir()
    (folder / "static" / "index.html").write_text(_STATIC_PAGE, encoding="utf-8")
    yield "static page", [
        sys.executable, "-m", "http.server", "{port}", "--bind", "127.0.0.1",
        "--directory", folder / "static",
    ], "/"  # fmt: skip

    cell = nbformat.v4.new_code_cell(_VOILA_PAGE)
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata=kernel)
    nbformat.write(notebook, folder / "small.ipynb")
    yield "Voilà", [
        sys.executable, "-m", "voila", folder / "small.ipynb", "--no-browser", "--port={port}",
    ], "/"  # fmt: skip

    python = installed(troubles)
    if python is None:
        return
    (folder / "small_streamlit.py").write_text(_STREAMLIT_PAGE, encoding="utf-8")
    yield "Streamlit", [
        python, "-m", "streamlit", "run", folder / "small_streamlit.py", "--server.headless=true",
        "--server.port={port}", "--server.address=127.0.0.1", "--browser.gatherUsageStats=false",
    ], "/"  # fmt: skip

    (folder / "small_panel.py").write_text(_PANEL_PAGE, encoding="utf-8")
    yield "Panel", [
        python, "-m", "panel", "serve", folder / "small_panel.py", "--port={port}",
        "--address=127.0.0.1",
    ], "/small_panel"  # fmt: skip


def installed(troubles: list[str]) -> Path | None:
    """Return the Python that has the peers; install them the first time.

    Args:
        troubles: Gets a sentence where they could not be installed.
    """
    wanted, along = HERE / "peers.txt", HERE / "peers-constraints.txt"
    pins = wanted.read_bytes() + along.read_bytes() + sys.version.encode()
    name = f"peers-{hashlib.sha256(pins).hexdigest()[:10]}"
    place = Path(platformdirs.user_cache_dir("caseform-benchmarks")) / name
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = place / "installed"
    if done.exists():
        return python
    print("Installing the peers, once …", file=sys.stderr, flush=True)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    try:
        for command in (
            [sys.executable, "-m", "venv", "--clear", place],
            [*pip, "-r", wanted, "-c", along],
        ):
            subprocess.run(
                command, check=True, capture_output=True, timeout=900, env=fair_environment()
            )
    except (OSError, subprocess.SubprocessError) as error:
        troubles.append(
            f"The peers could not be installed ({type(error).__name__}),"
            " so nothing is compared with them."
        )
        return None
    done.touch()
    return python


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def _answers(address: str) -> bool:
    # Not the page itself: asking for it would warm up what is measured.
    try:
        urllib.request.urlopen(address.rsplit("/", 1)[0] + "/favicon.ico", timeout=2).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
