"""What the parts of several papers are made of."""

from collections.abc import Iterator

from caseform.exports._summary import Block, Fact, Facts, Listing, Paragraph, Section, Table
from caseform.projection.rooms import ShownDay, ShownHow, ShownStep
from caseform.text import Language, listed, say, short_day_words

# What one sheet of A4 holds, looked at in a browser with long words.
IN_A_DAY = 44
A_NAME = 26
IN_AN_ENTRY = 75
A_LINE = 80

_MORE = "…"
# Beside a letter of an ordinary width; other capitals are taken for a third wider.
_WIDTHS = {
    **dict.fromkeys(".,:;'’!", 0.6),
    **dict.fromkeys("mw", 1.6),
    **dict.fromkeys("MW@%", 1.9),
}


def section(language: Language, name: str, key: str, *blocks: Block | None) -> Section:
    """Return a part of a paper under its heading, without the blocks that are not there."""
    shown = tuple(block for block in blocks if block)
    return Section(name=name, heading=say(f"papers.{key}", language), blocks=shown)


def facts_of(
    how: ShownHow, language: Language, fields: tuple[str, ...], *, most: int | None = None
) -> tuple[Fact, ...]:
    """Return how it goes, field by field; what was not talked about yet is a line to write on.

    Args:
        how: How it goes.
        language: The language of the paper.
        fields: Which fields, in their order.
        most: How many characters there is room for; None where a paper may be as long as it is.
    """
    told = [(field, getattr(how, field.replace("-", "_")) or "") for field in fields]
    return tuple(
        Fact(
            label=say(f"papers.how-{field}", language),
            words=words if most is None else cut(words, most),
        )
        for field, words in told
    )


def known(language: Language, *facts: Fact) -> Section | None:
    """Return how it goes, without what was not talked about yet."""
    told = tuple(fact for fact in facts if fact.words)
    return section(language, "how", "how", Facts(facts=told)) if told else None


def step_now(steps: tuple[ShownStep, ...]) -> ShownStep | None:
    """Return the step that is done now; the first one where none is."""
    return next((step for step in steps if step.is_now), steps[0] if steps else None)


def in_pencil(days: tuple[ShownDay, ...], language: Language) -> Paragraph | None:
    """Return which of `days` are not agreed yet and may still move."""
    pencilled = [short_day_words(day.on, language) for day in days if not day.is_agreed]
    if not pencilled:
        return None
    words = say("papers.pencil-note", language, days=listed(pencilled, language))
    return Paragraph(words=words, tone="quiet")


def cut(words: str, most: int) -> str:
    """Return `words`, shortened at the end of a word where there is no room for more.

    Args:
        words: What was typed.
        most: For how many letters of an ordinary width there is room.

    Example:
        >>> cut("bij het hek aan de kant van de fietsen", 20)
        'bij het hek aan de…'
        >>> cut("bij het hek", 20)
        'bij het hek'
    """
    line = " ".join(words.split())
    if _room(line) <= most:
        return line
    kept = line
    while _room(kept) >= most:
        kept = kept[:-1]
    # A word that is longer than there is room for is broken; any other is left out whole.
    whole = kept.rpartition(" ")[0] if line[len(kept)] != " " else kept
    return f"{(whole or kept).rstrip(' ,.;:')}{_MORE}"


def _room(words: str) -> float:
    """Return how many letters of an ordinary width take as much room, at the least."""
    return sum(_WIDTHS.get(letter, 1.3 if letter.isupper() else 1.0) for letter in words)


def is_cut(part: Section) -> bool:
    """Return whether words of `part` were shortened."""
    return any(words.endswith(_MORE) for words in _words(part))


def _words(part: Section) -> Iterator[str]:
    for block in part.blocks:
        match block:
            case Paragraph(words=words):
                yield words
            case Facts(facts=facts):
                yield from (fact.words for fact in facts)
            case Listing(entries=entries):
                yield from (entry.words for entry in entries)
            case Table(rows=rows):
                yield from (line for row in rows for cell in row for line in cell.splitlines())
