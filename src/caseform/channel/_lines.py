"""One message is one line of JSON."""

import json
from typing import Any

from caseform.errors import ChannelError

# A large case is some 300 kB; this leaves room for a long history and stops a runaway line.
MESSAGE_LIMIT_BYTES = 32 * 1024 * 1024


def to_line(message: dict[str, Any]) -> bytes:
    r"""Return `message` as one line of UTF-8.

    Example:
        >>> to_line({"ask": "case"})
        b'{"ask": "case"}\n'
    """
    return json.dumps(message, ensure_ascii=False).encode() + b"\n"


def from_line(line: bytes) -> dict[str, Any]:
    r"""Return the message in `line`.

    Raises:
        ChannelError: It is not a JSON object on one line.

    Example:
        >>> from_line(b'{"ask": "case"}\n')
        {'ask': 'case'}
    """
    try:
        message = json.loads(line)
    except ValueError as error:
        raise ChannelError("errors.channel-garbled") from error
    if not isinstance(message, dict):
        raise ChannelError("errors.channel-garbled")
    return message
