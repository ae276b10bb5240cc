"""People's own words, as they stand inside a sentence of ours."""

import unicodedata
from collections.abc import Iterable

from caseform.text import Language, listed

# About one line of a page; a longer card is recognised by how it begins.
LONGEST_QUOTE = 80
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
# They turn the reading direction of what stands around them.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINER = "\u200d"


def quoted(words: str, *, whole: bool = False) -> str:
    r"""Return what someone said between quotation marks, whole or shortened at a word.

    The words themselves are never changed: no capital, no ending; only a full stop at their end
    is left to the sentence around them. Words that are read from right to left keep to themselves,
    so that they do not turn that sentence.

    Args:
        words: What was said.
        whole: Whether all of it is told, however long.

    Example:
        >>> quoted("buikpijn."), quoted("  ik zei “nee”\nen ging weg ")
        ('“buikpijn”', '“ik zei ‘nee’ en ging weg”')
        >>> quoted("heel " * 30)[-12:]
        'heel heel …”'
    """
    one_line = " ".join("".join(c for c in words if c not in _TURNING).split())
    if one_line.endswith(".") and not one_line.endswith(".."):
        one_line = one_line[:-1] or one_line
    inner = (one_line if whole else _shortened(one_line)).replace("“", "‘").replace("”", "’")
    if any(unicodedata.bidirectional(character) in ("R", "AL") for character in inner):
        inner = f"{_ISOLATE}{inner}{_END_OF_ISOLATE}"
    return f"“{inner}”"


def quoted_list(words: Iterable[str], language: Language) -> str:
    """Return several quotations as a person would list them.

    Example:
        >>> quoted_list(["buikpijn", "moe"], "nl")
        '“buikpijn” en “moe”'
    """
    return listed([quoted(one) for one in words], language)


def _shortened(words: str) -> str:
    if len(words) <= LONGEST_QUOTE:
        return words
    head, blank, _ = words[: LONGEST_QUOTE + 1].rpartition(" ")
    if blank:
        return f"{head} …"
    # One endless word: cut between two characters as they are seen, never inside an emoji.
    end = LONGEST_QUOTE
    while end and (unicodedata.combining(words[end]) or _JOINER in words[end - 1 : end + 1]):
        end -= 1
    return f"{words[:end]}…"
