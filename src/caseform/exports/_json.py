"""The projection of a room as data, for whoever wants to take it to another program."""

import json
from collections.abc import Mapping
from typing import Any

from caseform.projection.rooms import RoomProjection, projection_to_json


def to_json(projection: RoomProjection) -> str:
    """Return what the room may see as JSON that a person can read.

    Example:
        >>> from datetime import date
        >>> from caseform.projection.rooms import YouthRoom, projection_from_json
        >>> room = YouthRoom(language="nl", is_invented=True, today=date(2026, 11, 24))
        >>> projection_from_json(to_json(room)) == room
        True
    """
    return data_to_json(json.loads(projection_to_json(projection)))


def data_to_json(document: Mapping[str, Any]) -> str:
    """Return plain data as JSON that a person can read."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
