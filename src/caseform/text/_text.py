"""One wording per language, kept together."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One wording per language, kept together so that a reviewer sees both.

    Args:
        nl: The Dutch wording.
        en: The English wording.

    Example:
        >>> Text(nl="kookles", en="cooking lesson").in_("nl")
        'kookles'
    """

    nl: str
    en: str

    def in_(self, language: Language) -> str:
        """Return the wording in `language`."""
        return self.nl if language == "nl" else self.en


def known_language(word: str | None) -> Language:
    """Return the language that `word` names; Dutch where it names none that we have.

    Example:
        >>> known_language("en_GB.UTF-8"), known_language("fr"), known_language(None)
        ('en', 'nl', 'nl')
    """
    return "en" if word and word.lower().startswith("en") else "nl"
