"""A finding, worded for the page, with where its rule comes from."""

from collections.abc import Iterable

from caseform import catalogue
from caseform.catalogue import Basis
from caseform.model import Case, Finding
from caseform.text import LANGUAGES, Language, listed, say


def said(finding: Finding, language: Language, rules: catalogue.Catalogue) -> dict[str, str]:
    """Return one finding as the page shows it."""
    return {
        "rule": finding.rule,
        "text": finding.message(language, rules),
        "weight": finding.severity.value,
        "weight_words": say(f"return.weight-{finding.severity.value}", language),
        "source": source(rules, finding.rule, language),
    }


def young_named(case: Case, language: Language) -> str:
    """Return the young person's name for in a sentence, where a case without a name has one too."""
    young = case.young_person
    # A new case calls them so until someone fills in a name.
    unnamed = [say("words.room-youth", one) for one in LANGUAGES]
    if young is None or young.called in unnamed:
        return say("weeks.if-young-person", language)
    return young.called


def source(rules: catalogue.Catalogue, rule: str, language: Language) -> str:
    """Return where a rule comes from: what it rests on, and the texts with their lines."""
    entry = rules.rules.get(rule)
    if entry is None:
        return ""
    blanks = _rests_on(rules, entry.basis, entry.lines, language)
    return say("return.source", language, rule=rule, **blanks).strip()


def origin(
    rules: catalogue.Catalogue, basis: Basis, lines: Iterable[str], language: Language
) -> str:
    """Return where an example comes from: what it rests on, and the texts with their lines."""
    return say("ladder.source", language, **_rests_on(rules, basis, lines, language))


def _rests_on(
    rules: catalogue.Catalogue, basis: Basis, lines: Iterable[str], language: Language
) -> dict[str, str]:
    return {
        "basis": rules.bases[basis].in_(language) if basis in rules.bases else "",
        "lines": listed([_where(place, language) for place in lines], language),
    }


def _where(place: str, language: Language) -> str:
    text, _, lines = place.partition(":")
    return say("return.lines", language, text=text, lines=lines.replace("-", "–"))
