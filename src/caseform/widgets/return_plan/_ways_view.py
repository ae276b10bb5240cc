"""Other ways than this school, and formal measures, as they stand in this region."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from caseform.catalogue import AlternativeEntry, Catalogue, MeasureEntry
from caseform.model import (
    Alternative,
    AlternativeState,
    Answer,
    Case,
    EditItem,
    Finding,
    FormalMeasure,
    LettingGoReason,
    PersonKind,
)
from caseform.text import Language, Text, say
from caseform.widgets.return_plan._ready_view import finding_view
from caseform.widgets.return_plan._sources import entry_source, rule_source
from caseform.widgets.return_plan._ways import QUESTIONS, WAYS, open_before

_LETTING_GO = "letting-go-of-school"
_EXAM_BOARD = "exam-board"


def ways_view(
    case: Case, language: Language, rules: Catalogue, found: Sequence[Finding], *, today: date
) -> dict[str, Any]:
    """Return what is weighed and what there is in this region; the other country is left out.

    Args:
        case: The case.
        language: The language of the words.
        rules: The catalogue.
        found: What the rules have to say about the case.
        today: From which a check of the law ages.
    """

    def words(key: str) -> str:
        return say(f"ways.{key}", language)

    plan = case.return_plan
    ways = {way.option for way in plan.alternatives}
    measures = {one.measure for one in plan.measures}
    return {
        "title": words("title"),
        "alone": words("alone"),
        "letting_go": words("letting-go"),
        "letting_go_sources": rule_source(rules, "R-X7", language, today=today),
        "findings": [
            finding_view(case, one, language, rules, today=today)
            for one in found
            if one.where == WAYS or one.rule == "R-M5"
        ],
        "weighed": {
            "title": words("weighed"),
            "empty": "" if plan.alternatives else words("weighed-empty"),
            "rows": [
                _way(case, one, language, rules, found, today=today) for one in plan.alternatives
            ],
        },
        "options": {
            "title": words("options"),
            "hint": words("options-hint"),
            "rows": [
                _option(entry, language, today=today)
                for entry in rules.alternatives.values()
                if entry.law in (None, case.region.law) and entry.id not in ways
            ],
        },
        "measures": {
            "title": words("measures"),
            "hint": words("measures-hint"),
            "weighed": [
                _measure(case, one, language, rules, found, today=today) for one in plan.measures
            ],
            "rows": [
                _measure_option(entry, language, today=today)
                for entry in rules.measures.values()
                if entry.law == case.region.law and entry.id not in measures
            ],
        },
        "words": _words(language),
    }


def _words(language: Language) -> dict[str, Any]:
    def words(key: str) -> str:
        return say(f"ways.{key}", language)

    named = (
        "weigh",
        "remove",
        "against",
        "against-side",
        "how-here",
        "how-here-hint",
        "questions",
        "steering",
    )
    named += ("why", "return-link", "return-link-hint", "contact", "contact-hint", "agreed")
    named += ("nobody", "review", "state", "in-favour", "own-in-favour", "own-against", "own-hint")
    named += ("halts", "worrying", "begun", "reason-title", "reason-text", "reason-label")
    return {
        **{name.replace("-", "_"): words(name) for name in (*named, "reason-do")},
        "close": say("return.close", language),
        "source": say("prepare.source", language),
        "answers": [
            # Not to know yet is where each of these begins.
            {"id": one.value, "text": say(f"prepare.answer-{one}", language)}
            for one in (Answer.YES, Answer.NO)
        ],
        "asked": [{"id": name, "text": words(name.replace("_", "-"))} for name in QUESTIONS],
        "states": [
            {
                "id": state.value,
                "text": words(f"state-{state}"),
                "is_in_force": state.is_in_force,
            }
            for state in AlternativeState
        ],
        "reasons": [{"id": one.value, "text": words(f"why-{one}")} for one in LettingGoReason],
    }


def _option(entry: AlternativeEntry, language: Language, *, today: date) -> dict[str, Any]:
    return {
        "id": entry.id,
        "name": entry.name.in_(language),
        "text": entry.text.in_(language),
        "against": [entry.against.in_(language)],
        "from_age": say("ways.from-age", language, age=entry.from_age) if entry.from_age else "",
        "sources": entry_source(entry, language, today=today),
    }


def _way(
    case: Case,
    way: Alternative,
    language: Language,
    rules: Catalogue,
    found: Sequence[Finding],
    *,
    today: date,
) -> dict[str, Any]:
    entry = rules.alternatives.get(way.option)
    about = _option(entry, language, today=today) if entry is not None else _unknown(way.option)
    return {
        **about,
        **_standing(case, way, language, rules, found, today=today),
        "fold": way.option,
        "is_measure": False,
        "words": way.words,
        "leaves_school": entry is not None and entry.leaves_school,
        "asked": {name: _known(getattr(way, name)) for name in QUESTIONS},
        "asks_steering": way.option == _EXAM_BOARD,
        "steering": _known(way.is_self_steering),
        "asks_why": way.option == _LETTING_GO,
        "why": way.why.value if way.why is not None else None,
        "return_link": way.return_link,
        "contact": way.contact,
        "agreed": [
            {"id": person.id, "called": person.called, "on": person.id in way.agreed_by}
            for person in case.people
            if person.kind is not PersonKind.THERAPIST
        ],
        "review_on": way.review_on.isoformat() if way.review_on is not None else "",
        "open": _still_open(case, way, language, rules, today=today),
    }


def _measure_option(entry: MeasureEntry, language: Language, *, today: date) -> dict[str, Any]:
    def listed(side: tuple[Text, ...]) -> list[str]:
        return [one.in_(language) for one in side] or [say("ways.nothing-named", language)]

    return {
        "id": entry.id,
        "name": entry.name.in_(language),
        "text": entry.text.in_(language),
        "in_favour": listed(entry.in_favour),
        "against": listed(entry.against),
        "sources": entry_source(entry, language, today=today),
    }


def _measure(
    case: Case,
    taken: FormalMeasure,
    language: Language,
    rules: Catalogue,
    found: Sequence[Finding],
    *,
    today: date,
) -> dict[str, Any]:
    entry = rules.measures.get(taken.measure)
    about = (
        _measure_option(entry, language, today=today)
        if entry is not None
        else {**_unknown(taken.measure), "in_favour": []}
    )
    return {
        **about,
        **_standing(case, taken, language, rules, found, today=today),
        "fold": taken.measure,
        "is_measure": True,
        "own_in_favour": taken.in_favour,
        "own_against": taken.against,
        "halts": _known(taken.halts),
        "worrying": taken.worrying,
        "on": taken.on.isoformat() if taken.on is not None else "",
        "open": [],
    }


def _standing(
    case: Case,
    held: Alternative | FormalMeasure,
    language: Language,
    rules: Catalogue,
    found: Sequence[Finding],
    *,
    today: date,
) -> dict[str, Any]:
    return {
        "id": held.id,
        "state": held.state.value,
        "state_words": say(f"ways.state-{held.state}", language),
        "findings": [
            finding_view(case, one, language, rules, today=today)
            for one in found
            if one.where == held.id
        ],
    }


def _still_open(
    case: Case, way: Alternative, language: Language, rules: Catalogue, *, today: date
) -> list[str]:
    """Return what would be open if it were chosen now, for the question that choosing asks."""
    chosen = EditItem(collection=WAYS, id=way.id, fields={"state": AlternativeState.CHOSEN.value})
    still_open = open_before(chosen.apply(case), way.id, today=today)
    return [one.message(language, rules) for one in still_open]


def _unknown(entry_id: str) -> dict[str, Any]:
    """Return what is shown of an entry that this version does not know."""
    return {"name": entry_id, "text": "", "against": [], "from_age": "", "sources": []}


def _known(given: Answer) -> str | None:
    return None if given is Answer.UNKNOWN else given.value
