"""A finding, worded for the page, with where its rule comes from."""

from caseform import catalogue
from caseform.model import Finding
from caseform.text import Language, listed, say


def said(finding: Finding, language: Language, rules: catalogue.Catalogue) -> dict[str, str]:
    """Return one finding as the page shows it."""
    return {
        "rule": finding.rule,
        "text": finding.message(language, rules),
        "weight": finding.severity.value,
        "weight_words": say(f"return.weight-{finding.severity.value}", language),
        "source": source(rules, finding.rule, language),
    }


def source(rules: catalogue.Catalogue, rule: str, language: Language) -> str:
    """Return where a rule comes from: what it rests on, and the texts with their lines."""
    entry = rules.rules.get(rule)
    if entry is None:
        return ""
    basis = rules.bases[entry.basis].in_(language) if entry.basis in rules.bases else ""
    lines = [_where(place, language) for place in entry.lines]
    return say(
        "return.source", language, rule=rule, basis=basis, lines=listed(lines, language)
    ).strip()


def _where(place: str, language: Language) -> str:
    text, _, lines = place.partition(":")
    return say("return.lines", language, text=text, lines=lines.replace("-", "–"))
