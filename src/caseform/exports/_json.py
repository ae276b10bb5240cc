"""The projection of a room as data, for whoever wants to take it to another program."""

import json

from caseform.projection.rooms import Paper, projection_to_json


def to_json(projection: Paper) -> str:
    """Return what the room may see as JSON that a person can read.

    Example:
        >>> from datetime import date
        >>> from caseform.projection.rooms import YouthRoom, projection_from_json
        >>> room = YouthRoom(language="nl", is_invented=True, today=date(2026, 11, 24))
        >>> projection_from_json(to_json(room)) == room
        True
    """
    document = json.loads(projection_to_json(projection))
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
