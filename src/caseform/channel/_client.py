"""One end of the channel, as a workbook, a room or a command holds it."""

import itertools
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from caseform.channel._address import Address
from caseform.channel._lines import MESSAGE_LIMIT_BYTES, from_line, to_line
from caseform.errors import CaseformError, ChannelError, ClashError

Push = Callable[[dict[str, Any]], None]

# A save takes milliseconds; unlocking another case runs a key derivation of some seconds.
ANSWER_WAIT_S = 30.0


class Client:
    """A connection to the keeper of one case.

    `ask` waits for the keeper's answer. What the keeper tells unasked (a new version of the case,
    a projection) arrives through `on_push`, on the client's own reading thread.

    Args:
        address: Where the keeper listens, and this client's secret.

    Raises:
        ChannelError: No keeper listens there, or it does not know the secret.
    """

    def __init__(self, address: Address) -> None:
        self._numbers = itertools.count(1)
        self._answers: dict[int, SimpleQueue[dict[str, Any]]] = {}
        self._listeners: list[Push] = []
        self._writing = threading.Lock()
        self._closed = threading.Event()
        try:
            self._socket = socket.create_connection(("127.0.0.1", address.port), timeout=5)
        except OSError as error:
            raise ChannelError("errors.keeper-gone") from error
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.settimeout(None)
        self._lines = self._socket.makefile("rb")
        threading.Thread(target=self._read, name="caseform-channel", daemon=True).start()
        self.welcome = self.ask("hello", secret=address.secret)

    @classmethod
    def from_file(cls, path: Path) -> "Client":
        """Return a connection to the keeper whose address stands in `path`."""
        return cls(Address.read(path))

    @property
    def is_closed(self) -> bool:
        """Whether the keeper, or we, ended the connection."""
        return self._closed.is_set()

    def ask(self, what: str, **fields: Any) -> dict[str, Any]:
        """Return the keeper's answer to `what`.

        Raises:
            ChannelError: The keeper is gone, or refuses.
            ClashError: The same field was changed elsewhere meanwhile.
            CaseformError: Any other sentence that the keeper wants the user to read.
        """
        number = next(self._numbers)
        answers = self._answers[number] = SimpleQueue()
        try:
            self._send({"ask": what, "number": number, **fields})
            answer = answers.get(timeout=ANSWER_WAIT_S)
        except Empty as error:
            raise ChannelError("errors.keeper-gone") from error
        finally:
            del self._answers[number]
        if "error" in answer:
            kinds = {"clash": ClashError, "channel": ChannelError}
            kind = kinds.get(answer.get("kind", ""), CaseformError)
            raise kind(answer["error"], **answer.get("blanks", {}))
        return answer

    def on_push(self, listener: Push) -> None:
        """Call `listener` with each message that the keeper sends unasked.

        ``{"push": "gone"}`` is the last one, sent by this client when the connection ends.
        """
        self._listeners.append(listener)

    def close(self) -> None:
        """End the connection."""
        self._closed.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _send(self, message: dict[str, Any]) -> None:
        if self._closed.is_set():
            raise ChannelError("errors.keeper-gone")
        try:
            with self._writing:
                self._socket.sendall(to_line(message))
        except OSError as error:
            raise ChannelError("errors.keeper-gone") from error

    def _read(self) -> None:
        # A connection that breaks ends like one that is closed: everyone waiting is told.
        with suppress(OSError, ValueError, ChannelError):
            while line := self._lines.readline(MESSAGE_LIMIT_BYTES):
                message = from_line(line)
                if "push" in message:
                    self._tell(message)
                elif (waiting := self._answers.get(message.get("number", 0))) is not None:
                    waiting.put(message)
        self._closed.set()
        for waiting in list(self._answers.values()):
            waiting.put({"error": "errors.keeper-gone", "kind": "channel"})
        self._tell({"push": "gone"})

    def _tell(self, message: dict[str, Any]) -> None:
        for listener in list(self._listeners):
            listener(message)
