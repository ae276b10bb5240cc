"""What happened in order, whether safety was asked about, and where the support stands."""

from datetime import date
from typing import Any

from caseform import catalogue
from caseform.model import Answer, CareSystem, Case, CaseEvent, SafetyCheck, latest_level
from caseform.text import Language, day_words, say, short_day_words
from caseform.widgets.assessment._changes import SAFETY_NOTE, has_note
from caseform.widgets.assessment._questions_view import source_words

# A region's own system first; the other one stays within reach.
_SYSTEMS = {
    "NL": (CareSystem.TIER, CareSystem.PHASE),
    "VL": (CareSystem.PHASE, CareSystem.TIER),
}


def timeline_view(case: Case, language: Language, *, today: date) -> dict[str, Any]:
    """Return what happened, the oldest first; what has no date comes before what has one.

    A day of this year is named without its year.
    """

    def words(key: str, **blanks: object) -> str:
        return say(f"prepare.{key}", language, **blanks)

    order = sorted(case.events, key=lambda one: one.on or date.min)
    return {
        "title": words("time-title"),
        "hint": words("time-hint"),
        "empty": "" if order else words("time-empty"),
        "onset": {"label": words("onset"), "text": case.assessment.onset},
        "events": [_event(one, language, today=today) for one in order],
        "add": words("time-add"),
        "form": {
            "new": words("time-add"),
            "words": words("event-words"),
            "words_hint": words("event-words-hint"),
            "on": words("event-on"),
            "about": words("event-about"),
            "about_hint": words("event-about-hint"),
            "changes_plan": words("event-changes-plan"),
            "changes_plan_hint": words("event-changes-plan-hint"),
            "is_transition": words("event-is-transition"),
            "is_transition_hint": words("event-is-transition-hint"),
            "do": words("event-do"),
            "do_new": words("event-do-new"),
            "close": words("close"),
        },
    }


def _event(one: CaseEvent, language: Language, *, today: date) -> dict[str, Any]:
    when = day_words(one.on, language) if one.on else ""
    year = str(one.on.year) if one.on and one.on.year != today.year else ""
    return {
        "id": one.id,
        "when": one.about or " ".join(part for part in (when, year) if part),
        "words": one.words,
        "turn": say("prepare.event-turn", language) if one.changes_plan else "",
        "edit": say("prepare.event-edit", language, what=one.words),
        "remove": say("prepare.event-remove", language),
        "told": {
            "words": one.words,
            "on": one.on.isoformat() if one.on else "",
            "about": one.about,
            "changes_plan": one.changes_plan,
            "is_transition": one.is_transition,
        },
    }


def safety_view(case: Case, language: Language, *, today: date) -> dict[str, Any]:
    """Return when safety was asked about, and the notes that followed a yes."""

    def words(key: str, **blanks: object) -> str:
        return say(f"prepare.{key}", language, **blanks)

    checks = sorted(case.assessment.safety, key=lambda one: one.on)
    newest = checks[-1] if checks else None
    asked_today = newest is not None and newest.on == today
    return {
        "title": words("safety-title"),
        "hint": words("safety-hint"),
        "alone": words("alone"),
        "status": words(f"safety-status-{newest.answer}", on=day_words(newest.on, language))
        if newest
        else words("safety-status-none"),
        "ask": words("safety-ask"),
        "options": [
            {"id": answer.value, "text": words(f"safety-{answer}")}
            for answer in (Answer.NO, Answer.YES)
        ],
        "chosen": newest.answer.value if newest and asked_today else None,
        "notes": [_safety_note(one, language) for one in reversed(checks) if _is_noted(one)],
        "earlier": words("safety-earlier"),
        "without": [
            {
                "id": one.id,
                "text": words(f"safety-status-{one.answer}", on=day_words(one.on, language)),
            }
            for one in reversed(checks)
            if not _is_noted(one) and one is not newest
        ],
        "region": {
            "title": words("safety-region"),
            "text": words("safety-region-empty"),
        },
    }


def _is_noted(one: SafetyCheck) -> bool:
    return one.answer is Answer.YES or has_note(one)


def _safety_note(one: SafetyCheck, language: Language) -> dict[str, Any]:
    def words(key: str, **blanks: object) -> str:
        return say(f"prepare.{key}", language, **blanks)

    return {
        "id": one.id,
        "title": words("safety-note", on=day_words(one.on, language)),
        "remove": words("safety-remove"),
        "on": {"label": words("safety-on"), "value": one.on.isoformat()},
        "fields": [
            {
                "name": name,
                "label": words(f"safety-{name}"),
                "hint": words(f"safety-{name}-hint"),
                "value": getattr(one, name),
            }
            for name in SAFETY_NOTE
        ],
        "next": {
            "label": words("safety-next"),
            "value": one.next_contact_on.isoformat() if one.next_contact_on else "",
        },
    }


def levels_view(case: Case, language: Language) -> dict[str, Any]:
    """Return tier and phase as thought, the system of the case's own region first."""
    return {
        "title": say("prepare.levels-title", language),
        "hint": say("prepare.levels-hint", language),
        "alone": say("prepare.alone", language),
        "reason": say("prepare.level-reason", language),
        "reason_hint": say("prepare.level-reason-hint", language),
        "source": say("prepare.source", language),
        "systems": [
            _system(case, system, language, own=at == 0)
            for at, system in enumerate(_SYSTEMS[case.region.law])
        ],
    }


def _system(case: Case, system: CareSystem, language: Language, *, own: bool) -> dict[str, Any]:
    newest = latest_level(case, system)
    earlier = [one for one in case.assessment.levels if one.system is system and one is not newest]
    options = {
        int(id.rpartition("-")[2]): entry
        for id, entry in catalogue.load().care_levels.items()
        if id.startswith(f"{system}-")
    }
    return {
        "id": system.value,
        "title": say(f"prepare.levels-{system}", language),
        "own": "" if own else say("prepare.levels-other", language),
        "options": [
            {
                "id": str(level),
                "text": entry.name.in_(language),
                "about": entry.text.in_(language),
                "source": source_words(entry, language),
            }
            for level, entry in sorted(options.items())
        ],
        "chosen": str(newest.level) if newest else None,
        "on": _since(newest.recorded_on, language) if newest else "",
        "reason": newest.reason if newest else "",
        "earlier": [
            {
                "on": short_day_words(one.recorded_on, language) if one.recorded_on else "",
                "words": " · ".join(
                    part for part in (options[one.level].name.in_(language), one.reason) if part
                )
                if one.level in options
                else one.reason,
            }
            for one in reversed(earlier)
        ],
    }


def _since(on: date | None, language: Language) -> str:
    return say("prepare.version-of", language, on=day_words(on, language)) if on else ""
