"""Search as you type: which wordings fit the words typed so far."""

import re
import unicodedata
from collections.abc import Mapping

# Of a longer word that is found nowhere, this much of the end is let go, but never so much that
# fewer letters than the second number are left: "verhuisden" finds "verhuisd".
_LONGEST_ENDING = 4
_SHORTEST_STEM = 4


def found(typed: str, wordings: Mapping[str, str]) -> list[str]:
    """Return the keys whose wording holds every word of `typed`, best first.

    Example:
        >>> cards = {"a": "Buikpijn vóór school", "b": "Pijnlijke ruzie", "c": "Kookles"}
        >>> found("PIJN", cards)
        ['b', 'a']
        >>> found("voor sch", cards), found("kooklessen", cards), found("", cards)
        (['a'], ['c'], [])
    """
    sought = _words(typed)
    if not sought:
        return []
    split = {key: _words(wording) for key, wording in wordings.items()}
    return _ranked(sought, split) or _ranked([_stem(word) for word in sought], split)


def _ranked(sought: list[str], split: Mapping[str, list[str]]) -> list[str]:
    distances = {key: _distance(sought, words) for key, words in split.items()}
    fitting = [(far, key) for key, far in distances.items() if far is not None]
    return [key for _, key in sorted(fitting, key=lambda pair: pair[0])]


def _distance(sought: list[str], words: list[str]) -> int | None:
    """Return how many sought words stand only inside a word; None if one stands nowhere."""
    distance = 0
    for part in sought:
        if any(word.startswith(part) for word in words):
            continue
        if not any(part in word for word in words):
            return None
        distance += 1
    return distance


def _stem(word: str) -> str:
    return word[: max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING)]


def _words(wording: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", wording.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.findall(r"[^\W_]+", plain)
