"""The type of absence as a working idea, and the numbers that sources and the law speak of."""

import math
from datetime import date
from typing import Any

from babel.numbers import format_decimal

from caseform import assessment, catalogue
from caseform.assessment import ThresholdResult, ThresholdState, TypeEvidence
from caseform.model import AbsenceType, Case, latest_idea
from caseform.school_calendar import SchoolCalendar
from caseform.text import Language, day_words, listed, say, say_count, short_day_words, span_words
from caseform.widgets.assessment._questions_view import (
    question_view,
    source_words,
    speakers_view,
)

_DISRUPTION = "kearney-disruption"
# What a sum of minutes may miss by being kept as a fraction.
_HAIR = 1e-6


def types_view(case: Case, language: Language, *, today: date) -> dict[str, Any]:
    """Return the evidence, the suggestion, the therapist's own idea and the thresholds."""

    def words(key: str, **blanks: object) -> str:
        return say(f"prepare.{key}", language, **blanks)

    known = catalogue.load()
    return {
        "title": words("types-title"),
        "hint": words("types-hint"),
        "alone": words("types-alone"),
        "source": words("source"),
        "parts": {
            "label": words("types-parts"),
            "all": [
                {"id": part, "text": words(f"types-{part}")} for part in ("criteria", "numbers")
            ],
        },
        "speakers": speakers_view(case, language),
        "types": [_type(case, one, language) for one in assessment.type_evidence(case, known)],
        "suggestion": _suggestion(case, language),
        "idea": _idea(case, language),
        "thresholds": thresholds_view(case, language, today=today),
    }


def _type(case: Case, evidence: TypeEvidence, language: Language) -> dict[str, Any]:
    known = catalogue.load()
    entry = known.absence_types[evidence.kind]
    return {
        "id": evidence.kind.value,
        "name": entry.name.in_(language),
        "about": entry.text.in_(language),
        "source": source_words(entry, language),
        "fits": say(f"prepare.fits-{evidence.fits}", language),
        "questions": [
            question_view(case, one.entry, language, by_source=True) for one in evidence.criteria
        ],
        "readings": [
            say(
                f"prepare.reading-{reading.fits}",
                language,
                source=known.sources[reading.source].by.partition(",")[0],
                marks=len(reading.marks),
            )
            for reading in evidence.readings
        ],
        "readings_title": say("prepare.readings", language),
    }


def _suggestion(case: Case, language: Language) -> dict[str, Any]:
    known = catalogue.load()
    made = assessment.suggestion(case, known)
    named = [
        known.absence_types[kind].name.in_(language) for kind in (made.kind, made.also) if kind
    ]
    asked = [known.questions[id].text.in_(language) for id in made.missing]
    return {
        "title": say("prepare.suggestion", language),
        "text": listed(named, language) if named else say("prepare.suggestion-none", language),
        "reasons": [reason.in_(language) for reason in made.reasons],
        "missing": {
            "label": say_count("prepare.suggestion-missing", language, len(asked)),
            "questions": asked,
        }
        if asked
        else None,
        "source": " · ".join((known.bases[made.basis].in_(language), *made.lines)),
        "yours": say("prepare.suggestion-yours", language),
    }


def _idea(case: Case, language: Language) -> dict[str, Any]:
    names = catalogue.load().absence_types
    newest = latest_idea(case)
    return {
        "title": say("prepare.idea", language),
        "hint": say("prepare.idea-hint", language),
        "options": [
            {"id": kind.value, "text": names[kind].name.in_(language)} for kind in AbsenceType
        ],
        "chosen": newest.kind.value if newest else None,
        "reason": {
            "label": say("prepare.idea-reason", language),
            "hint": say("prepare.version-of", language, on=day_words(newest.recorded_on, language))
            if newest and newest.recorded_on
            else "",
            "value": newest.reason if newest else "",
        },
        "earlier_label": say("prepare.idea-earlier", language),
        "earlier": [
            {
                "on": short_day_words(one.recorded_on, language) if one.recorded_on else "",
                "words": " · ".join(
                    part for part in (names[one.kind].name.in_(language), one.reason) if part
                ),
            }
            for one in reversed(case.assessment.ideas)
            if one is not newest
        ],
    }


def thresholds_view(case: Case, language: Language, *, today: date) -> dict[str, Any]:
    """Return each number beside what the log says, with what it was counted over."""

    def words(key: str, **blanks: object) -> str:
        return say(f"prepare.{key}", language, **blanks)

    known = catalogue.load()
    results = assessment.thresholds(
        case, known, today=today, calendar=SchoolCalendar.for_case(case)
    )
    picked = any(one.entry.unit == "half-days" for one in results)
    about = case.assessment
    return {
        "title": words("numbers-title"),
        "hint": words("numbers-hint"),
        "how": words("numbers-how"),
        "rows": [_threshold(one, language) for one in results],
        "question": question_view(case, known.questions[_DISRUPTION], language),
        "period": {
            "title": words("period"),
            "hint": words("period-hint"),
            "days": [
                {
                    "name": name,
                    "label": words(name.replace("_", "-")),
                    "value": day.isoformat() if day else "",
                }
                for name, day in (
                    ("counted_from", about.counted_from),
                    ("counted_until", about.counted_until),
                )
            ],
        }
        if picked
        else None,
    }


def _threshold(one: ThresholdResult, language: Language) -> dict[str, Any]:
    entry = one.entry
    measured = "" if one.value is None else _amount(one.value, entry.unit, language)
    over = span_words(one.first, one.last, language) if one.first and one.last else ""
    days = (
        say("prepare.days-known", language, known=one.known_days, all=one.school_days)
        if one.school_days
        else ""
    )
    published = entry.published or say("prepare.published-unknown", language)
    return {
        "id": entry.id,
        "text": entry.text.in_(language),
        "state": one.state.value,
        "state_words": _state(one, language),
        "is_judgement": entry.number is None,
        "number": _limit(one, language),
        "counted": measured,
        "facts": " · ".join(part for part in (over, days) if part),
        "published": say("prepare.published", language, on=published),
        "checked": _checked(one, language),
        "is_stale": one.is_stale,
        "more": [
            *([entry.note.in_(language)] if entry.note else []),
            *(each.in_(language) for each in one.sentences),
            source_words(entry, language),
        ],
    }


def _limit(one: ThresholdResult, language: Language) -> str:
    entry = one.entry
    if entry.number is None:
        return ""
    if entry.up_to is None:
        amount = _amount(entry.number, entry.unit, language)
    else:
        span = f"{entry.number}–{entry.up_to}"
        amount = say(f"prepare.unit-{entry.unit}-part", language, number=span)
    window = say_count("prepare.window", language, entry.weeks) if entry.weeks else ""
    return f"{amount} {window}".strip()


def _state(one: ThresholdResult, language: Language) -> str:
    if one.entry.number is None and one.state is not ThresholdState.ASK:
        return say(f"prepare.judged-{one.state}", language)
    return say(f"prepare.state-{one.state}", language)


def _amount(value: float, unit: str, language: Language) -> str:
    """Return an amount in words, never rounded up to a line that it did not reach."""
    if value % 1 == 0:
        return say_count(f"prepare.unit-{unit}", language, int(value))
    if unit == "hours":
        minutes = math.floor(value * 60 + _HAIR)
        return say(
            "prepare.unit-hours-minutes", language, hours=minutes // 60, minutes=minutes % 60
        )
    tenths = math.floor(value * 10 + _HAIR) / 10
    number = format_decimal(tenths, format="#,##0.0", locale=language)
    return say(f"prepare.unit-{unit}-part", language, number=number)


def _checked(one: ThresholdResult, language: Language) -> str:
    on = one.entry.checked_on
    if on is None:
        return say("prepare.checked-never", language)
    key = "prepare.checked-long-ago" if one.is_stale else "prepare.checked"
    return say(key, language, on=f"{day_words(on, language)} {on.year}")
