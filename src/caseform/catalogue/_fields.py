"""How a field of a TOML row is read, and refused when it is not what it should be."""

import re
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, cast

from caseform.catalogue._entries import Law
from caseform.text import LANGUAGES, Text

_LINES = re.compile(r"(\d{3}):\d+(-\d+)?")

Row = dict[str, Any]
Word = TypeVar("Word", bound=StrEnum)


class FieldError(Exception):
    """A field of a row is missing or impossible."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(field)


def one_of(row: Row, field: str, *words: str) -> Any:
    """Return the word of `field`, one of `words`."""
    if row.get(field) not in words:
        raise FieldError(field)
    return row[field]


def whole(row: Row, field: str) -> int | None:
    """Return the whole number of `field`, or None."""
    number = row.get(field)
    if number is not None and not isinstance(number, int):
        raise FieldError(field)
    return number


def ages(row: Row) -> tuple[int, int]:
    """Return the first and last age."""
    span = row["ages"]
    if not isinstance(span, list) or len(span) != 2:
        raise FieldError("ages")
    if not all(isinstance(age, int) for age in span):
        raise FieldError("ages")
    return (span[0], span[1])


def only(row: Row, *fields: str) -> None:
    """Refuse a field that nobody would read: most likely it is misspelt."""
    for field in row:
        if field not in fields:
            raise FieldError(field)


def text(row: Row, field: str) -> Text:
    """Return the wording of `field` in every language."""
    wording = row.get(field)
    if not isinstance(wording, dict):
        raise FieldError(field)
    for language in LANGUAGES:
        words = wording.get(language)
        if not isinstance(words, str) or not words.strip() or words != words.strip():
            raise FieldError(f"{field}.{language}")
    only(wording, *LANGUAGES)
    return Text(**wording)


def string(row: Row, field: str, *, empty: bool = False) -> str:
    """Return the words of `field`."""
    words = row.get(field)
    if not isinstance(words, str) or not (words or empty):
        raise FieldError(field)
    return words


def strings(row: Row, field: str, *, empty: bool = False) -> tuple[str, ...]:
    """Return the list of words of `field`."""
    words = row.get(field)
    if not isinstance(words, list) or not (words or empty):
        raise FieldError(field)
    if not all(isinstance(word, str) and word for word in words):
        raise FieldError(field)
    return tuple(words)


def lines(row: Row, sources: frozenset[str]) -> tuple[str, ...]:
    """Return the passages of the sources that an entry rests on."""
    passages = strings(row, "lines")
    for passage in passages:
        match = _LINES.fullmatch(passage)
        if match is None or match[1] not in sources:
            raise FieldError("lines")
    return passages


def word(words: type[Word], value: object, field: str) -> Word:
    """Return `value` as one of the words of an enumeration."""
    try:
        return words(cast(str, value))
    except ValueError as error:
        raise FieldError(field) from error


def law(row: Row) -> Law:
    """Return the law under which an entry holds."""
    named = row.get("law")
    if named == "NL" or named == "VL":
        return cast(Law, named)
    raise FieldError("law")


def checked_on(row: Row) -> date | None:
    """Return the day on which the entry was last held against the law; None if it never was."""
    written = row.get("checked_on", "")
    try:
        return date.fromisoformat(written) if written else None
    except (TypeError, ValueError) as error:
        raise FieldError("checked_on") from error


def reviewed(row: Row) -> bool:
    """Return whether a clinician has read the entry: a name and a day, or neither."""
    review = row.get("review")
    if not isinstance(review, dict) or set(review) != {"by", "on"}:
        raise FieldError("review")
    by, on = review["by"], review["on"]
    if by == "" and on == "":
        return False
    try:
        date.fromisoformat(on)
    except (TypeError, ValueError) as error:
        raise FieldError("review.on") from error
    if not isinstance(by, str) or not by:
        raise FieldError("review.by")
    return True
