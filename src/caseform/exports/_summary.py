"""What a paper says, before any format: sections of words, lists, tables and pictures.

Every format is made from this one value, so that a page, a notebook and a printed sheet say the
same.
"""

from dataclasses import dataclass
from typing import Literal

from caseform import pictures
from caseform.pictures import PictureName
from caseform.projection.rooms import Paper
from caseform.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words that stand by themselves.

    Args:
        words: As they were typed, line breaks included.
        tone: ``lead`` is large, ``quiet`` is small.
    """

    words: str
    tone: Literal["plain", "lead", "quiet"] = "plain"
    block: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing on a list.

    Args:
        words: What it is.
        detail: What stands beside it, quieter.
        is_done: Whether its box is ticked; None where it has no box.
        is_now: Whether it is the one for now.
    """

    words: str
    detail: str = ""
    is_done: bool | None = None
    is_now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list; nothing in it is numbered."""

    entries: tuple[Entry, ...]
    block: Literal["listing"] = "listing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label with what belongs to it.

    Args:
        label: What it is.
        words: What belongs to it; empty words are a place to write.
        lines: How many lines there are to write on.
    """

    label: str
    words: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labels with what belongs to them."""

    facts: tuple[Fact, ...]
    block: Literal["facts"] = "facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under heads; an empty cell is a place to write."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    block: Literal["table"] = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of the room, drawn when a format asks for it.

    Args:
        name: Which picture.
        projection: What it shows.
        part: A number of its own where one paper has the same picture more than once.
    """

    name: PictureName
    projection: Paper
    part: int = 0
    block: Literal["picture"] = "picture"

    @property
    def file_name(self) -> str:
        """What it is called where it is a file; no name and no word of the case."""
        return f"{self.name}-{self.part}.png" if self.part else f"{self.name}.png"

    @property
    def alt_text(self) -> str:
        """What it says, for someone who cannot see it."""
        return pictures.alt_text(self.name, self.projection)

    def svg(self) -> str:
        """Return it as one ``<svg>`` element."""
        return pictures.svg(self.name, self.projection, part=self.part)

    def image(self) -> str:
        """Return it as an SVG file of its own, with the typeface inside."""
        return pictures.image(self.name, self.projection)

    def png(self) -> bytes:
        """Return it as a PNG."""
        return pictures.png(self.name, self.projection)


Block = Paragraph | Listing | Facts | Table | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a paper.

    Args:
        name: What it is, such as ``step-card``; the same in every language.
        heading: What stands above it.
        blocks: What stands in it, top to bottom.
        is_overleaf: Whether it begins the back of the sheet.
    """

    name: str
    heading: str
    blocks: tuple[Block, ...]
    is_overleaf: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One whole paper.

    Args:
        kind: The kind of room it is for.
        language: Its language.
        title: Its title; holds no name.
        for_whom: Whom it is for.
        made_on: The day in words.
        invented: What every page of a demo case says; empty for a real case.
        problem: The family's own name for the problem, or empty.
        sections: Its parts, most needed first.
        closing: What stands at the foot.
    """

    kind: Literal["youth", "parents", "school", "team", "therapist"]
    language: Language
    title: str
    for_whom: str
    made_on: str
    invented: str
    problem: str
    sections: tuple[Section, ...]
    closing: str
