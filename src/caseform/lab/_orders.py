"""What the process that starts a server tells it, on one line of its standard input."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from caseform.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What a Lab server needs to know; the token travels here and not on a command line.

    Args:
        folder: The private folder where it may write; removed when it ends.
        token: What a browser shows the first time; a cookie takes its place at once.
        port: Port on 127.0.0.1.
        language: Language of the frame around the pages.
        first: Name of the workbook that opens first, without its ending.
        workbooks: The folder that holds the workbooks.
    """

    folder: str
    token: str
    port: int
    language: Language
    first: str
    workbooks: str

    def line(self) -> str:
        """Return these orders as one line."""
        return json.dumps(asdict(self)) + "\n"

    @classmethod
    def from_line(cls, line: str) -> "Orders":
        """Return the orders on `line`."""
        return cls(**json.loads(line))

    def place(self, *parts: str) -> str:
        """Return a folder inside the private folder; it is made if it is not there."""
        folder = Path(self.folder, *parts)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return str(folder)
