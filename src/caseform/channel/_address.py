"""Where a keeper listens and with which secret one client may come in."""

import json
import os
from pathlib import Path
from typing import NamedTuple

from caseform.errors import ChannelError

VARIABLE = "CASEFORM_CHANNEL"


class Address(NamedTuple):
    """Where a keeper listens, and the secret of one client.

    Args:
        port: Port on 127.0.0.1.
        secret: What this client shows first; it decides what the client may ask.
    """

    port: int
    secret: str

    def write(self, path: Path) -> None:
        """Write this address to `path`, for its owner's eyes only."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_name(path.name + ".part")
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(self._asdict(), file)
        draft.replace(path)

    @classmethod
    def read(cls, path: Path) -> "Address":
        """Return the address in `path`.

        Raises:
            ChannelError: No keeper has left a readable address there.
        """
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise ChannelError("errors.keeper-gone") from error

    @classmethod
    def given(cls) -> Path | None:
        """Return the channel file that whoever started this process left for it, if any."""
        named = os.environ.get(VARIABLE)
        return Path(named) if named else None
