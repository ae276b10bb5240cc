"""The words of the interface: complete in both languages, used, and kind."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

import caseform
from caseform.text import LANGUAGES

PACKAGE = Path(caseform.__file__).parent
LOCALE = PACKAGE / "text" / "locale"
AREAS = sorted(path.stem for path in (LOCALE / "nl").glob("*.po"))

# What looks like a key but is the name of a file.
_SUFFIXES = ("caseform", "css", "html", "ipynb", "js", "json", "log", "po", "py", "toml")
_KEY = re.compile(rf"({'|'.join(AREAS)})\.[a-z0-9][a-zA-Z0-9_-]*")
# Filled in the browser, where what fills it is known.
_FILLED_LATER = {"view.fault"}
# Filled by `say` itself, or the name of one of its own arguments.
_OUR_OWN = {"key", "language"}

# Words that a family or a young person never reads about themselves, in any form.
UNKIND = re.compile(
    r"\b(weiger\w*|geweigerd|verzui\w*|toegeven|toegegeven|geeft toe|terugval\w*|accommodatie\w*"
    r"|eis|eisen|eist|refus\w*|truan\w*|giv\w+ in|relaps\w*|accommodat\w*|demand\w*)\b",
    re.IGNORECASE,
)


class Call(NamedTuple):
    """One place in the code that asks for words.

    Args:
        where: File and line.
        key: The key, or a pattern for one that is put together.
        blanks: What is filled in; None where the code does not show it.
    """

    where: str
    key: str
    blanks: frozenset[str] | None


@cache
def _words(area: str, language: str) -> Catalog:
    with (LOCALE / language / f"{area}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def _messages(area: str, language: str) -> dict[str, Message]:
    # A message with plural forms has both under one key.
    return {
        message.id if isinstance(message.id, str) else message.id[0]: message
        for message in _words(area, language)
        if message.id
    }


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _blanks(message: Message) -> set[str]:
    return {name for form in _forms(message) for _, name, _, _ in Formatter().parse(form) if name}


KEYS = {key: message for area in AREAS for key, message in _messages(area, "en").items()}


@cache
def _modules() -> dict[str, ast.Module]:
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _asks() -> Iterator[Call]:
    """Yield each `say`, `say_count` and raised error whose key stands there in full."""
    for module, tree in _modules().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            first = node.args[0]
            if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
                continue
            name = _called(node)
            if name in ("say", "say_count", "words") or name.endswith("Error"):
                given: frozenset[str] | None = frozenset(k.arg or "**" for k in node.keywords)
                if name == "say_count":
                    given = (given or frozenset()) | {"count"}
                if "**" in (given or ()):
                    given = None
                yield Call(f"{module}:{node.lineno}", first.value, given)


@cache
def _said_in_code() -> tuple[frozenset[str], frozenset[str]]:
    """Return every text that stands in the code, and every pattern of a text put together."""
    texts: set[str] = set()
    patterns: set[str] = set()
    for tree in _modules().values():
        inside = {
            id(part) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for part in n.values
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if id(node) not in inside:
                    texts.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                patterns.add(
                    "".join(
                        re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
                        for part in node.values
                    )
                )
            elif isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant):
                patterns.add(re.escape(str(node.left.value)) + ".+")
    for template in (*PACKAGE.rglob("*.j2"), *PACKAGE.rglob("*.html")):
        texts |= set(re.findall(r"""["']([\w.-]+)["']""", template.read_text(encoding="utf-8")))
    return frozenset(texts), frozenset(patterns)


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_say_the_same_things(area: str) -> None:
    """To a colleague who works in English: nothing is missing, and no blank stays open."""
    dutch, english = _messages(area, "nl"), _messages(area, "en")

    assert dutch.keys() == english.keys()
    for key in english:
        assert _blanks(dutch[key]) == _blanks(english[key]), key
        assert len(_forms(dutch[key])) == len(_forms(english[key])), key


def test_both_languages_have_the_same_areas() -> None:
    """To a translator: one file beside each file."""
    assert sorted(path.stem for path in (LOCALE / "en").glob("*.po")) == AREAS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_every_key_has_words_in_every_form(area: str, language: str) -> None:
    """To everyone: no empty button, and one day is not *1 days*."""
    for key, message in _messages(area, language).items():
        assert key.startswith(f"{area}."), key
        assert all(form.strip() for form in _forms(message)), key
        assert len(_forms(message)) in (1, 2), key
        assert not message.fuzzy, key
        if len(_forms(message)) == 2:
            assert message.id == (key, key)
            assert "count" in _blanks(message), key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_no_key_stands_twice(area: str, language: str) -> None:
    """To a translator: what is corrected is what is read."""
    text = (LOCALE / language / f"{area}.po").read_text(encoding="utf-8")
    keys = re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)

    assert sorted(keys) == sorted(set(keys))


def test_no_blank_has_the_name_of_something_else() -> None:
    """To the next developer: a sentence that fails to fill is a sentence nobody reads."""
    assert [key for key, message in KEYS.items() if _blanks(message) & _OUR_OWN] == []


def test_every_key_that_the_code_asks_for_exists() -> None:
    """To everyone: no page that fails because a word is missing."""
    missing = [
        f"{call.where} asks for {call.key}"
        for call in _asks()
        if _KEY.fullmatch(call.key) and call.key not in KEYS
    ]
    missing += [
        text
        for text in _said_in_code()[0]
        if _KEY.fullmatch(text)
        and text[-1] != "-"
        and text.partition(".")[2] not in _SUFFIXES
        and text not in KEYS
    ]

    assert missing == []


def test_every_blank_is_filled() -> None:
    """To everyone: nobody reads {file}."""
    open_blanks = [
        f"{call.where} leaves {sorted(_blanks(KEYS[call.key]) - call.blanks)} open in {call.key}"
        for call in _asks()
        if call.key in KEYS and call.blanks is not None and call.key not in _FILLED_LATER
        if not _blanks(KEYS[call.key]) <= call.blanks
    ]

    assert open_blanks == []


def test_no_words_are_left_that_nothing_says() -> None:
    """To a translator: no work on words that nobody will read."""
    texts, patterns = _said_in_code()
    # A pattern that is all blank fits everything, and so tells nothing.
    telling = [re.compile(p) for p in patterns if re.search("[a-z]", p.replace(".+", ""))]

    def is_said(key: str) -> bool:
        rest = key.partition(".")[2]
        return {key, rest, rest.replace("-", "_")} & texts != set() or any(
            pattern.fullmatch(part) for pattern in telling for part in (key, rest)
        )

    assert [key for key in KEYS if not is_said(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", ["room", "view"])
def test_a_room_never_hears_an_unkind_word(area: str, language: str) -> None:
    """To the young person and the parents: the family's own words for it, and no blame."""
    unkind = {
        key: form
        for key, message in _messages(area, language).items()
        for form in _forms(message)
        if UNKIND.search(form)
    }

    assert unkind == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_for_the_family_hold_no_unkind_word(language: str) -> None:
    """To the young person and the parents: the same on paper, which stays on the fridge."""
    unkind = {
        key: form
        for key, message in _messages("papers", language).items()
        for form in _forms(message)
        if UNKIND.search(form)
    }

    assert unkind == {}


@pytest.mark.parametrize(
    "sentence", ["Sem weigert school.", "Hij geeft toe.", "School refusal", "een eis", "terugval"]
)
def test_an_unkind_word_would_be_noticed(sentence: str) -> None:
    """To whoever trusts these tests: they can turn red."""
    assert UNKIND.search(sentence)
