"""The workbooks: short, without results, and never written."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import nbformat
import pytest
from tornado.web import HTTPError

from caseform import lab
from caseform.lab._contents import Workbooks

T = TypeVar("T")

SHIPPED = sorted(lab.workbooks_folder().glob("[0-9]*.ipynb"))


def _result(asked: Coroutine[Any, Any, T]) -> T:
    # In a thread of its own: a browser of an earlier test may hold the loop of this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asked).result()


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_workbook_opens_the_case_and_shows_one_page(file: Path) -> None:
    """For whoever brings the ordinary JupyterLab back: three cells that explain themselves."""
    notebook = nbformat.read(file, as_version=4)
    nbformat.validate(notebook)
    title, setup, page = notebook.cells
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert notebook.metadata.kernelspec.name == "python3"
    assert title.cell_type == "markdown"
    assert setup.source.endswith("workbook = Workbook.open()")
    assert setup.metadata.tags == ["setup"]
    assert page.source.startswith("workbook.")
    assert page.metadata.tags == ["page"]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_workbook_holds_no_result(file: Path) -> None:
    """For the family: nothing of a case can travel in a notebook."""
    notebook = nbformat.read(file, as_version=4)
    for cell in notebook.cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


def test_every_shipped_workbook_is_known_to_the_shell() -> None:
    """For the therapist: the bar leads to a page that exists."""
    assert {file.stem for file in SHIPPED} <= set(lab.WORKBOOKS)


def test_a_workbook_is_served_trusted_so_that_its_page_appears(workbooks: Path) -> None:
    """For the therapist: no question about trust, ever."""
    contents = Workbooks(root_dir=str(workbooks))
    served = _result(contents.get("20_picture.ipynb"))["content"]
    assert all(cell.metadata.trusted for cell in served.cells if cell.cell_type == "code")


def test_saving_is_answered_and_writes_nothing(workbooks: Path) -> None:
    """For the therapist: nothing to save, nothing to be asked."""
    contents = Workbooks(root_dir=str(workbooks))
    before = {file: file.read_bytes() for file in workbooks.rglob("*")}
    model = _result(contents.get("20_picture.ipynb"))
    model["content"]["cells"].clear()
    assert _result(contents.save(model, "20_picture.ipynb"))["name"] == "20_picture.ipynb"
    assert _result(contents.create_checkpoint("20_picture.ipynb"))["id"]
    assert {file: file.read_bytes() for file in workbooks.rglob("*")} == before


@pytest.mark.parametrize("path", ["note.txt", "90_own.ipynb", "../20_picture.ipynb", "view_room"])
def test_nothing_else_can_be_read_or_made(workbooks: Path, path: str) -> None:
    """For the privacy officer: the page offers no way to the disk."""
    (workbooks / "note.txt").write_text("never served")
    (workbooks / "90_own.ipynb").write_text("{}")
    contents = Workbooks(root_dir=str(workbooks))
    with pytest.raises(HTTPError, match="404"):
        _result(contents.get(path))
    with pytest.raises(HTTPError, match="403"):
        _result(contents.save({"type": "file", "content": "x"}, path))
