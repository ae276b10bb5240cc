"""Workbooks with a small page of their own, so that the shell is tested and not what it shows."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Browser, Page

from caseform import lab

_PLAIN: dict[str, Any] = {"channel_file": None, "language": "en"}

NAMES = ("20_picture", "40_return_plan", "50_log")

SETUP = '''
import anywidget, os, traitlets

class Board(anywidget.AnyWidget):
    _esm = """
    export default { render({ model, el }) {
      el.classList.add("cf");
      const put = (tag, text, press) => {
        const node = document.createElement(tag);
        node.textContent = text;
        if (press) node.addEventListener("click", press);
        el.append(node);
        return node;
      };
      const send = (name, detail) => () =>
        window.dispatchEvent(new CustomEvent(`caseform:${name}`, { detail }));
      put("h1", `Page ${model.get("name")}`);
      for (const workbook of ["20_picture", "40_return_plan", "50_log"]) {
        put("button", `to ${workbook}`, send("goto", { workbook }));
      }
      put("button", "ordinary", send("lab-on"));
      put("button", "reopen", send("reopen", { workbook: "50_log" }));
      put("button", "add", () => model.send({ kind: "add" }));
      const count = put("output", "0 cards");
      model.on("change:count", () => { count.textContent = `${model.get("count")} cards`; });
      put("textarea", "");
      put("p", `kernel ${model.get("kernel")}`);
    } };
    """
    name = traitlets.Unicode("").tag(sync=True)
    count = traitlets.Int(0).tag(sync=True)
    kernel = traitlets.Int(0).tag(sync=True)

    def __init__(self, name):
        super().__init__(name=name, kernel=os.getpid())
        self.on_msg(lambda widget, intent, buffers: setattr(self, "count", self.count + 1))
'''


def _lay_down(folder: Path) -> Path:
    folder.mkdir()
    for name in NAMES:
        notebook = new_notebook(
            metadata={
                "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
            },
            cells=[
                new_markdown_cell("# A title nobody sees"),
                new_code_cell(SETUP, metadata={"tags": ["setup"]}),
                new_code_cell(f"Board({name!r})", metadata={"tags": ["page"]}),
            ],
        )
        nbformat.write(notebook, folder / f"{name}.ipynb")
    return folder


@pytest.fixture
def workbooks(tmp_path: Path) -> Path:
    """A folder with three workbooks, each a heading, some buttons and a counter."""
    return _lay_down(tmp_path / "workbooks")


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run-time folder and a home folder of this test alone."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("CASEFORM_RUNTIME_DIR", str(tmp_path / "runtime"))
    return tmp_path / "runtime"


@pytest.fixture
def serve(workbooks: Path, runtime: Path) -> Iterator[Callable[..., lab.LabServer]]:
    """Start a server on those workbooks; it is stopped after the test."""
    servers: list[lab.LabServer] = []

    def start(**options: Any) -> lab.LabServer:
        servers.append(lab.start(**_PLAIN | {"workbooks": workbooks} | options))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[lab.LabServer, Path]]:
    """A server that a module's tests share, and its workbooks; nobody ends its kernels."""
    folder = tmp_path_factory.mktemp("lab")
    server = lab.start(**_PLAIN, workbooks=_lay_down(folder / "workbooks"))
    server.wait_ready()
    yield server, folder / "workbooks"
    server.stop()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A window of a laptop, with a browser profile of its own."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()
