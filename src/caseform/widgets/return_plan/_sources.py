"""Where a rule, a point or another entry comes from, and how far it was looked at."""

from datetime import date
from typing import Any

from caseform import catalogue
from caseform.text import Language, day_words, listed, say
from caseform.widgets.assessment._questions_view import source_words
from caseform.widgets.return_plan._said import source


def rule_source(
    rules: catalogue.Catalogue, rule: str, language: Language, *, today: date
) -> list[str]:
    """Return where a rule comes from, in sentences: its texts, its review, and the law's dates."""
    entry = rules.rules.get(rule)
    if entry is None:
        return []
    review = [] if entry.reviewed else [say("ready.not-reviewed", language)]
    return [source(rules, rule, language), *review, *_dates_of_law(entry, language, today)]


def entry_source(entry: Any, language: Language, *, today: date) -> list[str]:
    """Return where a point, a way, a measure or one side of a pull comes from, in sentences."""
    return [source_words(entry, language), *_dates_of_law(entry, language, today)]


def _dates_of_law(entry: Any, language: Language, today: date) -> list[str]:
    """Return when the source was written and when somebody held the entry against the law."""
    if getattr(entry, "law", None) is None or not hasattr(entry, "checked_on"):
        return []
    texts = dict.fromkeys(line.partition(":")[0] for line in entry.lines)
    sources = catalogue.load().sources
    dates = [sources[text].published for text in texts if sources[text].published]
    written = (
        say("ready.law-written", language, dates=listed(dates, language))
        if dates
        else say("ready.law-undated", language)
    )
    return [written, _checked(entry.checked_on, language, today)]


def _checked(on: date | None, language: Language, today: date) -> str:
    if on is None:
        return say("ready.law-never-checked", language)
    key = "ready.law-stale" if catalogue.is_stale(on, today) else "ready.law-checked"
    return say(key, language, on=f"{day_words(on, language)} {on.year}")
