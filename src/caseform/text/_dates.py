"""Dates in words, for the language of the reader."""

from datetime import date

from babel.dates import format_date, format_skeleton

from caseform.text._text import Language


def day_words(day: date, language: Language) -> str:
    """Return a date as it is read aloud.

    Example:
        >>> day_words(date(2026, 11, 24), "nl"), day_words(date(2026, 11, 24), "en")
        ('dinsdag 24 november', 'Tuesday 24 November')
    """
    pattern = "EEEE d MMMM"
    return format_date(day, pattern, locale=_locale(language))


def short_day_words(day: date, language: Language) -> str:
    """Return a date for a narrow column.

    Example:
        >>> short_day_words(date(2026, 11, 24), "nl"), short_day_words(date(2026, 11, 24), "en")
        ('di 24 nov', 'Tue 24 Nov')
    """
    return format_date(day, "EEE d MMM", locale=_locale(language)).replace(".", "")


def weekday_words(weekday: int, language: Language) -> str:
    """Return the name of a weekday; Monday is 0.

    Example:
        >>> weekday_words(0, "nl"), weekday_words(4, "en")
        ('maandag', 'Friday')
    """
    return format_date(date(2024, 1, 1 + weekday), "EEEE", locale=_locale(language))


def span_words(first: date, last: date, language: Language) -> str:
    """Return a stretch of days.

    Example:
        >>> span_words(date(2026, 11, 23), date(2026, 11, 27), "nl")
        '23 nov – 27 nov'
    """
    return f"{_day_month(first, language)} – {_day_month(last, language)}"


def stretch_words(first: date, last: date | None, language: Language) -> str:
    """Return one day, or a stretch of days with their weekdays, for a narrow column.

    Example:
        >>> stretch_words(date(2026, 11, 26), date(2026, 12, 2), "nl")
        'do 26 nov – wo 2 dec'
    """
    if last is None or last == first:
        return short_day_words(first, language)
    return f"{short_day_words(first, language)} – {short_day_words(last, language)}"


def _day_month(day: date, language: Language) -> str:
    return format_skeleton("MMMd", day, locale=_locale(language)).replace(".", "")


def _locale(language: Language) -> str:
    # British order and spelling; Dutch and Flemish dates read the same.
    return "en_GB" if language == "en" else "nl"
