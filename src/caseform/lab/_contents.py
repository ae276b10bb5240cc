"""The workbooks as JupyterLab sees them: there to be read, never to be written."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import nbformat
from jupyter_server.services.contents.checkpoints import AsyncCheckpoints
from jupyter_server.services.contents.manager import AsyncContentsManager
from tornado.web import HTTPError

from caseform.lab._places import WORKBOOKS

Model = dict[str, Any]


class NoCheckpoints(AsyncCheckpoints):
    """Says that a checkpoint was made, and makes none: a workbook never changes."""

    async def create_checkpoint(self, contents_mgr: Any, path: str) -> Model:
        """Return a checkpoint that is the workbook itself."""
        return {"id": "shipped", "last_modified": datetime.now(UTC)}

    async def list_checkpoints(self, path: str) -> list[Model]:
        """Return no checkpoint."""
        return []

    async def restore_checkpoint(self, contents_mgr: Any, checkpoint_id: str, path: str) -> None:
        """Leave the workbook as it is, which is how it was."""

    async def rename_checkpoint(self, checkpoint_id: str, old_path: str, new_path: str) -> None:
        """Do nothing: there is no checkpoint."""

    async def delete_checkpoint(self, checkpoint_id: str, path: str) -> None:
        """Do nothing: there is no checkpoint."""


class Workbooks(AsyncContentsManager):
    """Serves the shipped workbooks, trusted, and writes nothing anywhere.

    Saving a workbook answers as if it had been saved, so that JupyterLab has nothing to ask;
    everything else that would make, change or remove a file is refused.
    """

    checkpoints_class = NoCheckpoints

    async def dir_exists(self, path: str) -> bool:
        """Return whether `path` is the one folder there is."""
        return path.strip("/") == ""

    async def is_hidden(self, path: str) -> bool:
        """Return False: what is not a workbook does not exist here."""
        return False

    async def file_exists(self, path: str = "") -> bool:
        """Return whether `path` is a shipped workbook."""
        return self._workbook(path) is not None

    async def get(
        self,
        path: str,
        content: bool = True,
        type: str | None = None,
        format: str | None = None,
        require_hash: bool = False,
    ) -> Model:
        """Return a workbook, or the list of them for the empty path.

        Raises:
            HTTPError: 404, there is no such workbook.
        """
        if await self.dir_exists(path):
            return self._listing(content)
        workbook = self._workbook(path)
        if workbook is None or type == "directory":
            raise HTTPError(404, "There is no such workbook")
        return self._notebook(workbook, content, require_hash)

    async def save(self, model: Model, path: str = "") -> Model:
        """Answer as if `path` had been saved, and write nothing.

        Raises:
            HTTPError: 403, `path` is not a workbook.
        """
        workbook = self._workbook(path)
        if workbook is None:
            raise HTTPError(403, "Nothing is written beside the workbooks")
        return self._notebook(workbook, False, False)

    async def delete_file(self, path: str) -> None:
        """Refuse.

        Raises:
            HTTPError: 403, always.
        """
        raise HTTPError(403, "A workbook is not removed here")

    async def rename_file(self, old_path: str, new_path: str) -> None:
        """Refuse.

        Raises:
            HTTPError: 403, always.
        """
        raise HTTPError(403, "A workbook keeps its name")

    def get_extra_handlers(self) -> list[Any]:
        """Return none: no file is served as it lies on the disk."""
        return []

    def _workbook(self, path: str) -> Path | None:
        name = path.strip("/").removesuffix(".ipynb")
        file = Path(self.root_dir) / f"{name}.ipynb"
        return file if name in WORKBOOKS and file.is_file() else None

    def _listing(self, content: bool) -> Model:
        there = [self._workbook(name) for name in WORKBOOKS] if content else []
        return self._model("", "directory", Path(self.root_dir)) | {
            "content": [self._notebook(book, False, False) for book in there if book]
            if content
            else None,
            "format": "json" if content else None,
        }

    def _notebook(self, file: Path, content: bool, require_hash: bool) -> Model:
        model = self._model(file.name, "notebook", file)
        if content:
            notebook = nbformat.read(file, as_version=4)
            for cell in notebook.cells:
                # Ours, from the package: its widgets are shown without asking for trust.
                if cell.cell_type == "code":
                    cell.metadata["trusted"] = True
            model |= {"content": notebook, "format": "json"}
        if require_hash:
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            model |= {"hash": digest, "hash_algorithm": "sha256"}
        return model

    def _model(self, name: str, kind: str, file: Path) -> Model:
        changed = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        return {
            "name": name,
            "path": name,
            "type": kind,
            "writable": False,
            "created": changed,
            "last_modified": changed,
            "mimetype": None,
            "size": file.stat().st_size if kind == "notebook" else None,
            "content": None,
            "format": None,
            "hash": None,
            "hash_algorithm": None,
        }
