"""What happens when the school week is used."""

from datetime import time
from typing import Any

from caseform.errors import InvalidCaseError
from caseform.model import AddItem, EditItem, RemoveItem, new_id
from caseform.widgets._asked import answer


class TimetableIntents:
    """The gestures on the school week; mixed into the page."""

    session: Any

    def intent_add_block(self, intent: dict[str, Any]) -> None:
        """Add one block to the school week."""

        def add() -> None:
            block = {
                "id": new_id("b"),
                "weekday": int(intent["weekday"]),
                "starts": _clock(intent["starts"]),
                "ends": _clock(intent["ends"]),
                "subject": str(intent["subject"]).strip(),
            }
            self.session.apply(AddItem(collection="school.timetable", item=block))

        answer(self, "block", add)

    def intent_like_block(self, intent: dict[str, Any]) -> None:
        """Say how much the young person likes a lesson."""
        self.session.apply(
            EditItem(
                collection="school.timetable",
                id=str(intent["id"]),
                fields={"liking": intent.get("value")},
            )
        )

    def intent_remove_block(self, intent: dict[str, Any]) -> None:
        """Take one block out of the school week."""
        self.session.apply(RemoveItem(collection="school.timetable", id=str(intent["id"])))


def _clock(written: object) -> str:
    """Return a time of day as the case keeps it.

    Example:
        >>> _clock("8:30")
        '08:30:00'
    """
    hour, _, minute = str(written).strip().replace(".", ":").partition(":")
    try:
        return time(int(hour), int(minute or 0)).isoformat()
    except ValueError as error:
        raise InvalidCaseError("errors.no-time-of-day") from error
