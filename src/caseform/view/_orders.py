"""What the starting process tells a room's server: one JSON line over its standard input.

Neither the command line nor the environment of a process is private on every system; its
standard input is.
"""

import json
from pathlib import Path
from typing import NamedTuple

from caseform.text import Language


class Orders(NamedTuple):
    """What one room's server needs to know.

    Args:
        folder: A private folder for connection files and the log; it is gone afterwards.
        channel_file: The channel file that opens this room's projection and nothing else.
        notebook: The notebook whose page is shown.
        token: What the first request shows to get a cookie.
        language: Language of the frame around the page.
        port: Port on 127.0.0.1; 0 takes a free one.
        environment: Environment of the kernels, whole.
    """

    folder: Path
    channel_file: Path
    notebook: Path
    token: str
    language: Language
    port: int
    environment: dict[str, str]

    def line(self) -> str:
        """Return these orders as one line."""
        return json.dumps(self._asdict(), default=str) + "\n"

    @classmethod
    def read(cls, line: str) -> "Orders":
        """Return the orders in `line`."""
        told = json.loads(line)
        for name in ("folder", "channel_file", "notebook"):
            told[name] = Path(told[name])
        return cls(**told)
