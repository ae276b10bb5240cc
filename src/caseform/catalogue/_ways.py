"""From TOML rows to entries on other ways than school, formal measures, and pulls apart."""

from caseform.catalogue._entries import AlternativeEntry, MeasureEntry, PullEntry
from caseform.catalogue._fields import (
    FieldError,
    Row,
    checked_on,
    law,
    lines,
    only,
    reviewed,
    text,
    whole,
)
from caseform.text import Text

Sources = frozenset[str]


def alternative(id: str, row: Row, sources: Sources) -> AlternativeEntry:
    """Return help from outside, or another way than this school.

    Raises:
        FieldError: A field is missing or impossible.
    """
    only(
        row,
        *("name", "text", "against", "law", "from_age", "leaves_school", "lines", "review"),
    )
    if not isinstance(row.get("leaves_school"), bool):
        raise FieldError("leaves_school")
    return AlternativeEntry(
        id=id,
        name=text(row, "name"),
        text=text(row, "text"),
        against=text(row, "against"),
        law=law(row) if "law" in row else None,
        from_age=whole(row, "from_age"),
        leaves_school=row["leaves_school"],
        lines=lines(row, sources),
        reviewed=reviewed(row),
    )


def measure(id: str, row: Row, sources: Sources) -> MeasureEntry:
    """Return a formal measure.

    Raises:
        FieldError: A field is missing or impossible.
    """
    only(row, "name", "text", "in_favour", "against", "law", "lines", "checked_on", "review")
    return MeasureEntry(
        id=id,
        name=text(row, "name"),
        text=text(row, "text"),
        in_favour=_texts(row, "in_favour"),
        against=_texts(row, "against"),
        law=law(row),
        lines=lines(row, sources),
        checked_on=checked_on(row),
        reviewed=reviewed(row),
    )


def pull(id: str, row: Row, sources: Sources) -> PullEntry:
    """Return a question on which sources pull apart.

    Raises:
        FieldError: A field is missing or impossible.
    """
    only(row, "text", "first", "first_lines", "second", "second_lines", "both", "review")
    return PullEntry(
        id=id,
        text=text(row, "text"),
        first=text(row, "first"),
        first_lines=lines({"lines": row.get("first_lines")}, sources),
        second=text(row, "second"),
        second_lines=lines({"lines": row.get("second_lines")}, sources),
        both=text(row, "both"),
        reviewed=reviewed(row),
    )


def _texts(row: Row, field: str) -> tuple[Text, ...]:
    # Either side of a measure may be empty in the sources; an entry says so with an empty list.
    wordings = row.get(field)
    if not isinstance(wordings, list):
        raise FieldError(field)
    return tuple(text({field: wording}, field) for wording in wordings)
