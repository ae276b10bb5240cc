"""The room's server process: ``python -m caseform.view``, with its orders on standard input."""

import json
import sys

from caseform.view._orders import Orders


def main() -> None:
    """Read the orders, then serve until nobody holds the other end of standard input."""
    orders = Orders.read(sys.stdin.readline())
    # An optional check of web addresses, of which a room has none, compiles a grammar for a whole
    # second when it is imported; without it the same libraries do without the check.
    sys.modules.setdefault("rfc3987_syntax", None)

    from caseform.view._app import PortInUseError, RoomApp

    app = RoomApp.for_room(orders, report=_report)
    try:
        app.start()
    except PortInUseError:
        _report({"error": "errors.port-in-use"})
        sys.exit(2)


def _report(said: dict[str, object]) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
