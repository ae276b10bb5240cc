"""A paper as a notebook: Markdown and still pictures; no code, no outputs, no widget state."""

import sys
from base64 import b64encode
from collections.abc import Iterable, Iterator

from caseform.exports._papers import summary
from caseform.exports._summary import (
    Block,
    Entry,
    Facts,
    Listing,
    Paragraph,
    Picture,
    Section,
    Summary,
    Table,
)
from caseform.projection.rooms import Paper

_CALM = frozenset("',?% ")
_TO_WRITE = "…"


def to_notebook(projection: Paper) -> str:
    """Return the paper of a room as a summary notebook.

    What people typed is escaped, so that no letter of it is read as Markdown, HTML or a formula.
    Pictures are attached to their cells. Cells have the names of their sections as ids.

    Example:
        >>> import json
        >>> from datetime import date
        >>> from caseform.projection.rooms import YouthRoom
        >>> room = YouthRoom(language="nl", is_invented=True, today=date(2026, 11, 24))
        >>> {cell["cell_type"] for cell in json.loads(to_notebook(room))["cells"]}
        {'markdown'}
    """
    # An optional check of web addresses, which no notebook of ours needs, builds a grammar when
    # it is imported; that takes ten times as long as all the rest.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    import nbformat

    paper = summary(projection)
    cells = [_cell("title", _title(paper), {})]
    for section in paper.sections:
        cells.append(_cell(section.name, _section(section), _attachments(section)))
    cells.append(_cell("closing", _closing(paper), {}))
    notebook = nbformat.v4.new_notebook(cells=cells)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    return f"{nbformat.writes(notebook)}\n"  # type: ignore[no-untyped-call]


def _cell(name: str, markdown: str, attachments: dict[str, dict[str, str]]) -> object:
    import nbformat

    cell = nbformat.v4.new_markdown_cell(markdown, id=name)  # type: ignore[no-untyped-call]
    if attachments:
        cell["attachments"] = attachments
    return cell


def _title(paper: Summary) -> str:
    below = [paper.invented, paper.for_whom, paper.made_on, paper.problem]
    return "\n\n".join([f"# {escaped(paper.title)}", *(paragraph(one) for one in below if one)])


def _closing(paper: Summary) -> str:
    return "\n\n".join(paragraph(words) for words in (paper.closing, paper.invented) if words)


def _section(section: Section) -> str:
    parts = [f"## {escaped(section.heading)}", *(_block(block) for block in section.blocks)]
    return "\n\n".join(parts)


def _attachments(section: Section) -> dict[str, dict[str, str]]:
    return {
        block.file_name: {"image/png": b64encode(block.png()).decode()}
        for block in section.blocks
        if isinstance(block, Picture)
    }


def _block(block: Block) -> str:
    match block:
        case Paragraph(words=words, tone=tone):
            return f"**{paragraph(words)}**" if tone == "lead" else paragraph(words)
        case Listing(entries=entries):
            return "\n".join(_entry(entry) for entry in entries)
        case Facts(facts=facts):
            return "\n".join(
                f"- **{escaped(fact.label)}** {escaped(fact.words) or _TO_WRITE}"
                if fact.label
                else f"- {escaped(fact.words) or _TO_WRITE}"
                for fact in facts
            )
        case Table():
            return "\n".join(_table(block))
        case Picture():
            return f"![{escaped(block.alt_text, in_attribute=True)}](attachment:{block.file_name})"


def _entry(entry: Entry) -> str:
    box = {None: "", True: "☑ ", False: "☐ "}[entry.is_done]
    words = f"**{escaped(entry.words)}**" if entry.is_now else escaped(entry.words)
    return f"- {box}{words}{f' · {escaped(entry.detail)}' if entry.detail else ''}"


def _table(table: Table) -> Iterator[str]:
    yield _row(escaped(head) for head in table.heads)
    yield _row("---" for _ in table.heads)
    for row in table.rows:
        yield _row(escaped(cell) for cell in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def paragraph(words: str) -> str:
    """Return `words` as Markdown that shows them as they are, line by line."""
    lines = (escaped(line) for line in words.splitlines())
    return "  \n".join(line for line in lines if line)


def escaped(words: str, *, in_attribute: bool = False) -> str:
    """Return `words` as Markdown of one line in which nothing is markup.

    Punctuation becomes a character reference, which Markdown never reads as structure. A dollar
    sign and a backslash also stand in an element of their own, because a notebook looks for
    formulas after Markdown was read, and only within one element.

    Args:
        words: What was typed.
        in_attribute: Whether they stand where no element can, as in the words for a picture.

    Example:
        >>> escaped("# buikpijn *erg*, 's ochtends")
        "&#35; buikpijn &#42;erg&#42;, 's ochtends"
    """
    line = " ".join(words.split())
    return "".join(
        _escaped(character, line[n - 1 : n], line[n + 1 : n + 2], in_attribute)
        for n, character in enumerate(line)
    )


def _escaped(character: str, before: str, after: str, in_attribute: bool) -> str:
    if character.isalnum() or character in _CALM or ord(character) > 0x9F:
        return character
    if ord(character) < 0x20 or 0x7F <= ord(character) <= 0x9F:
        return " "
    # The full stop at the end of a sentence is no list number and no address.
    if character == "." and not before.isdigit() and after in {"", " "}:
        return character
    reference = f"&#{ord(character)};"
    if character in "$\\" and not in_attribute:
        return f"<span>{reference}</span>"
    return reference
