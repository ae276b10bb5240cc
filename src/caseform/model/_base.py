"""What every part of a case has in common."""

import secrets
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

ID_PATTERN = r"^[a-z][a-z0-9-]{0,40}$"
LABEL_PATTERN = r"^(youth|parents|parent:[a-z][a-z0-9-]{0,40}|school|network|team)$"

# Longer than any session's longest answer; a slip of the paste key is refused instead of stored.
WORDS_LIMIT = 20_000

Id = Annotated[str, Field(pattern=ID_PATTERN)]
Label = Annotated[str, Field(pattern=LABEL_PATTERN)]
Words = Annotated[str, Field(max_length=WORDS_LIMIT)]


class Value(BaseModel):
    """A part of a case: never changed, only replaced."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Item(Value):
    """A part of a case that can be shared by itself.

    Args:
        id: Stable and never used again, also not after the item is gone.
        shared_with: The audiences that may see it; empty means the therapist alone.
        said_by: Id of the person who said or saw it, where someone did.
        recorded_on: The day on which it was written down.
    """

    id: Id
    shared_with: tuple[Label, ...] = ()
    said_by: Id | None = None
    recorded_on: date | None = None


def new_id(kind: str) -> str:
    """Return an id that nothing else has, such as ``f-4c1d90ab``.

    The id is drawn by chance: a running number would tell how many items there are that a room
    may not see.

    Example:
        >>> new_id("f") != new_id("f"), len(new_id("f"))
        (True, 10)
    """
    return f"{kind}-{secrets.token_hex(4)}"
