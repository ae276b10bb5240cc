"""The words that people read, in Dutch and in English.

Interface words are gettext catalogues, one file per area of the program; a key names where the
words appear (``board.add-card``), and the part before the first dot is the file. Clinical words
live side by side in the case catalogue, as `Text`.
"""

from caseform.text._dates import (
    day_words,
    short_day_words,
    span_words,
    stretch_words,
    weekday_words,
)
from caseform.text._text import LANGUAGES, Language, Text, known_language
from caseform.text._words import listed, say, say_count, sentence

__all__ = [
    "LANGUAGES",
    "Language",
    "Text",
    "day_words",
    "known_language",
    "listed",
    "say",
    "say_count",
    "sentence",
    "short_day_words",
    "span_words",
    "stretch_words",
    "weekday_words",
]
