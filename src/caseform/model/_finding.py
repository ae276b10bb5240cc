"""What a check or a plan has to say: which rule, how much it weighs, where, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from caseform.text import Language, Text, day_words, listed, say, weekday_words


class Severity(StrEnum):
    """How much a finding weighs.

    A hard one keeps a plan from being agreed until it is changed or set aside with a reason; a
    soft one may be dismissed; advice is only said.
    """

    HARD = "hard"
    SOFT = "soft"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence that is worded when its reader's language is known.

    Args:
        key: Where its words stand, such as ``plan.nobody-receives``.
        blanks: What fills its blanks. A date and a ``weekday`` (Monday is 0) are worded for the
            reader, and several words or phrases become a list.

    Example:
        >>> Phrase("plan.nobody-receives", {"weekday": 2}).in_("en")
        'On Wednesday there is nobody yet to receive.'
    """

    key: str
    blanks: Mapping[str, object] = field(default_factory=dict)

    def in_(self, language: Language) -> str:
        """Return the sentence in `language`."""
        return say(self.key, language, **worded(self.blanks, language))


@dataclass(frozen=True, slots=True)
class Sentences:
    """Whole sentences that fill one blank, one after the other."""

    parts: tuple[Phrase, ...]


def worded(blanks: Mapping[str, object], language: Language) -> dict[str, object]:
    """Return `blanks` as they are read aloud.

    Example:
        >>> worded({"day": date(2026, 11, 24), "names": ("Sem", "moeder")}, "nl")
        {'day': 'dinsdag 24 november', 'names': 'Sem en moeder'}
    """
    return {name: _worded(name, value, language) for name, value in blanks.items()}


def _worded(name: str, value: object, language: Language) -> object:
    if isinstance(value, date):
        return day_words(value, language)
    if name == "weekday" and isinstance(value, int):
        return weekday_words(value, language)
    if isinstance(value, Phrase):
        return value.in_(language)
    if isinstance(value, Sentences):
        return " ".join(part.in_(language) for part in value.parts)
    if isinstance(value, tuple):
        return listed([str(_worded(name, part, language)) for part in value], language)
    return value


class RuleEntry(Protocol):
    """A rule of the catalogue, as far as a finding needs it."""

    @property
    def message(self) -> Text:
        """What it says to the clinician."""


class RuleBook(Protocol):
    """The catalogue, as far as a finding needs it."""

    @property
    def rules(self) -> Mapping[str, RuleEntry]:
        """The rules by id."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say about this case.

    Args:
        rule: Id of the rule, such as ``R-T1``; empty where the calendar or ladder itself says it.
        severity: How much it weighs here.
        where: Id, date (ISO) or path of what it is about; empty for the whole case.
        blanks: What fills the blanks of its sentence.
        key: Key of a sentence that says it for this case; empty where the catalogue's own wording
            says enough.
    """

    rule: str
    severity: Severity
    where: str = ""
    blanks: Mapping[str, object] = field(default_factory=dict)
    key: str = ""

    def message(self, language: Language, catalogue: RuleBook | None = None) -> str:
        """Return what it says, in `language`.

        Args:
            language: The language of the reader.
            catalogue: Holds the wording of each rule; may be absent where `key` is given.

        Raises:
            KeyError: The wording stands in the catalogue, which has no such rule or is absent.

        Example:
            >>> finding = Finding("R-T1", Severity.HARD, key="plan.why-R-T1")
            >>> finding.message("en")
            'Monday comes after the weekend and is hard enough: no new step that day.'
        """
        if self.key:
            return Phrase(self.key, self.blanks).in_(language)
        if catalogue is None:
            raise KeyError(f"{self.rule} is worded in the catalogue")
        return catalogue.rules[self.rule].message.in_(language)
