"""Interface words: gettext catalogues read straight from their ``.po`` files."""

import gettext
import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from caseform.text._text import Language


@cache
def _area(area: str, language: Language) -> gettext.GNUTranslations:
    # The .po is read as it is, so there is no compiled copy that could be out of date.
    source = files("caseform.text") / "locale" / language / f"{area}.po"
    compiled = io.BytesIO()
    with source.open("rb") as written:
        write_mo(compiled, read_po(written, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def say(key: str, language: Language, **blanks: object) -> str:
    """Return the words behind `key`, with its blanks filled.

    Args:
        key: Where the words appear, such as ``board.add-card``.
        language: ``nl`` or ``en``.
        blanks: What fills the named blanks, already worded.

    Raises:
        KeyError: There is no such key in that language.

    Example:
        >>> say("errors.passphrase-wrong", "en")
        'That passphrase does not open this case. Nothing was changed.'
    """
    words = _area(key.partition(".")[0], language).gettext(key)
    if words == key:
        raise KeyError(f"{key} has no words in {language}")
    return words.format(**blanks) if blanks else words


def say_count(key: str, language: Language, count: int, **blanks: object) -> str:
    """Return the words behind `key` for `count` things; the blank ``{count}`` is filled.

    Example:
        >>> say_count("words.days", "nl", 1), say_count("words.days", "nl", 3)
        ('1 dag', '3 dagen')
    """
    words = _area(key.partition(".")[0], language).ngettext(key, key, count)
    if words == key:
        raise KeyError(f"{key} has no words in {language}")
    return words.format(count=count, **blanks)


class Sayable(Protocol):
    """An error, or anything else that carries the key of its sentence."""

    key: str
    blanks: dict[str, Any]


def sentence(error: Sayable, language: Language) -> str:
    """Return the one plain sentence that says what went wrong.

    Example:
        >>> from caseform.errors import CaseformError
        >>> sentence(CaseformError("errors.passphrase-wrong"), "nl")
        'Met deze wachtzin gaat de casus niet open. Er is niets veranderd.'
    """
    return say(error.key, language, **error.blanks)


def listed(words: Sequence[str], language: Language) -> str:
    """Return `words` as a person would list them.

    Example:
        >>> listed(["Sem", "moeder", "mevrouw Jansen"], "nl")
        'Sem, moeder en mevrouw Jansen'
    """
    return format_list(list(words), locale=language)
