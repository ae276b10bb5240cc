"""Pictures of a room: the board and what is read from it, what happened, the coming days.

Each picture has two halves: one places with plain numbers, one draws. What a picture shows comes
from the projection of a room and from nothing else, so equal rooms give equal pictures, to the
byte. Each has a sentence that says the same for someone who cannot see it.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, get_args

from caseform.pictures import (
    circles,
    done,
    force_field,
    perspectives,
    role_grid,
    time_line,
    weeks,
)
from caseform.pictures._cards import link_words
from caseform.projection.rooms import Paper

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = [
    "NAMES",
    "PictureName",
    "alt_text",
    "circles",
    "done",
    "draw",
    "force_field",
    "image",
    "left_over",
    "link_words",
    "perspectives",
    "png",
    "role_grid",
    "svg",
    "time_line",
    "weeks",
]

PictureName = Literal[
    "force-field", "role-grid", "circles", "perspectives", "time-line", "weeks", "done"
]
NAMES: tuple[PictureName, ...] = get_args(PictureName)

_PICTURES: Mapping[PictureName, Any] = {
    "force-field": force_field,
    "role-grid": role_grid,
    "circles": circles,
    "perspectives": perspectives,
    "time-line": time_line,
    "weeks": weeks,
    "done": done,
}


def draw(name: PictureName, projection: Paper) -> "Figure":
    """Return the picture `name` of a room as a new figure that belongs to the caller."""
    figure: Figure = _PICTURES[name].draw(projection)
    return figure


def alt_text(name: PictureName, projection: Paper) -> str:
    """Return what the picture says, for someone who cannot see it."""
    words: str = _PICTURES[name].alt_text(projection)
    return words


def left_over(name: PictureName, projection: Paper) -> tuple[str, ...]:
    """Return the words that the picture shows only in part, whole.

    A paper prints them beside the picture, so that nothing someone said is lost.
    """
    words: tuple[str, ...] = _PICTURES[name].left_over(projection)
    return words


def svg(name: PictureName, projection: Paper, *, part: int = 0) -> str:
    """Return the picture as one ``<svg>`` element that can stand in a page.

    It holds no style sheet, no style attribute, no link and no date; its text is text, in the
    typeface that the page brings. Equal projections give equal bytes.

    Args:
        name: Which picture.
        projection: What it shows.
        part: Where a page has the same picture more than once: a number that keeps its ids apart.

    Example:
        >>> from datetime import date
        >>> from caseform.projection.rooms import ShownCard, YouthRoom
        >>> room = YouthRoom(
        ...     language="nl",
        ...     is_invented=True,
        ...     today=date(2026, 11, 24),
        ...     cards=(ShownCard(words="kookles <3", side="toward"),),
        ... )
        >>> "kookles &lt;3" in svg("force-field", room)
        True
    """
    from caseform.pictures._files import to_svg

    return to_svg(draw(name, projection), alt_text(name, projection), name, part)


def image(name: PictureName, projection: Paper) -> str:
    """Return the picture as an SVG file of its own, with the typeface inside.

    It is for where a picture is an image, such as the source of an ``<img>``; there it sees no
    typeface of the page, and words in another one would run out of their cards.
    """
    from caseform.pictures._files import with_typeface

    return with_typeface(svg(name, projection))


def png(name: PictureName, projection: Paper) -> bytes:
    """Return the picture as a PNG without metadata, sharp enough to print."""
    from caseform.pictures._files import to_png

    return to_png(draw(name, projection))
