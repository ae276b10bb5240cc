"""Pasted text and CSV as rows of cells, with the number of the line on which each begins."""

import csv
import re
from contextlib import suppress
from typing import NamedTuple

from caseform.errors import InvalidCaseError

MOST_LINES = 200
MOST_CHARACTERS = 20_000

_HTML = re.compile(r"<(?:!doctype|html|head|body|table|tbody|tr|td|div|span|p|br)\b", re.IGNORECASE)
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")


class Row(NamedTuple):
    """One row of cells; empty cells are kept, since a column has a meaning."""

    line: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells in which something stands."""
        return tuple(cell for cell in self.cells if cell)


def rows_of(text: str) -> tuple[Row, ...]:
    r"""Return the rows in `text` in which something stands.

    Raises:
        InvalidCaseError: It is too long, or no plain text.

    Example:
        >>> rows_of("dag;vak\n\nma;gym")
        (Row(line=1, cells=('dag', 'vak')), Row(line=3, cells=('ma', 'gym')))
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InvalidCaseError("timetable.empty")
    if len(text) > MOST_CHARACTERS or text.strip("\n").count("\n") >= MOST_LINES:
        raise InvalidCaseError("timetable.too-long", lines=MOST_LINES, characters=MOST_CHARACTERS)
    if text.startswith("%PDF"):
        raise InvalidCaseError("timetable.pdf")
    if _UNREADABLE.search(text):
        raise InvalidCaseError("timetable.wrong-encoding")
    if _HTML.search(text):
        raise InvalidCaseError("timetable.html")
    reader = csv.reader(text.splitlines(keepends=True), delimiter=_delimiter(text))
    rows, line = [], 1
    for cells in reader:
        row = Row(line, tuple(_tidy(cell) for cell in cells))
        line = reader.line_num + 1
        if row.filled:
            rows.append(row)
    if not rows:
        raise InvalidCaseError("timetable.empty")
    return tuple(rows)


def decoded(raw: bytes) -> str:
    r"""Return the text of a file, with or without a byte order mark.

    What is no Unicode is read as a spreadsheet on Windows writes it in the west of Europe.

    Raises:
        InvalidCaseError: Its letters are written in another way.

    Example:
        >>> decoded(b"\xef\xbb\xbfma;gym"), decoded(b"ma;caf\xe9")
        ('ma;gym', 'ma;café')
    """
    marked = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            return raw.decode(encoding)
    raise InvalidCaseError("timetable.wrong-encoding")


def _delimiter(text: str) -> str:
    first = next(line for line in text.splitlines() if line.strip())
    return next((sign for sign, where in (("\t", text), (";", first)) if sign in where), ",")


def _tidy(cell: str) -> str:
    lines = (" ".join(line.split()) for line in cell.split("\n"))
    return "\n".join(line for line in lines if line)
