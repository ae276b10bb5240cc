"""The ladder on the page with the graded return: its steps in order, and what to begin from."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from caseform import catalogue
from caseform.model import Case, DistressScale, ReturnStep
from caseform.projection.rooms import ShownStep
from caseform.text import Language, listed, say, say_count
from caseform.widgets.return_plan._said import origin, young_named
from caseform.widgets.return_plan._step_view import form_words, happened, step_form


def ladder_view(
    case: Case,
    language: Language,
    rules: catalogue.Catalogue,
    *,
    today: date,
    seen: Sequence[ShownStep] = (),
) -> dict[str, Any]:
    """Return the ladder, the first step first, and the ladders to begin from.

    Args:
        case: The case.
        language: The language of the words.
        rules: The catalogue.
        today: The day on which it is shown.
        seen: The steps that the young person is shown now.
    """

    def words(key: str, **blanks: object) -> str:
        return say(f"ladder.{key}", language, **blanks)

    steps = case.return_plan.steps
    return {
        "title": words("title"),
        "hint": words("hint") if steps else "",
        "empty": "" if steps else words("empty"),
        "add": words("add"),
        "add_hint": words("add-hint"),
        "begin": _begin(language, rules, is_first=not steps),
        "seen": _seen(case, language, seen),
        "words": form_words(language),
        "scale": scale_of(case).value,
        "steps": [_row(case, step, language, today) for step in steps],
    }


def _row(case: Case, step: ReturnStep, language: Language, today: date) -> dict[str, Any]:
    return {
        "id": step.id,
        "words": step.words,
        "is_now": step.id == case.return_plan.current,
        "is_skipped": step.is_skipped,
        "done": any(day.done and day.step == step.id for day in case.log),
        "rating": str(step.predicted) if step.predicted else "",
        "about": listed(_about(step, language), language),
        "drag": say("ladder.drag", language, step=step.words),
        "happened": happened(case, step, language),
        "form": step_form(case, step, language, today=today),
    }


def _about(step: ReturnStep, language: Language) -> list[str]:
    """Return what can be read of a step without opening it."""
    facts = []
    if step.blocks:
        facts.append(say_count("ladder.about-blocks", language, len(step.blocks)))
    elif step.lessons:
        facts.append(say_count("ladder.about-lessons", language, step.lessons))
    if step.minutes:
        facts.append(say("ladder.about-minutes", language, minutes=step.minutes))
    if step.at_least_days:
        facts.append(say("ladder.about-days", language, days=step.at_least_days))
    return facts


def scale_of(case: Case) -> DistressScale:
    """Return the scale that this young person was shown last; numbers where none was used yet."""
    used = [day.tension for day in sorted(case.log, key=lambda day: day.on) if day.tension]
    used += [step.predicted for step in case.return_plan.steps if step.predicted]
    return used[-1].scale if used else DistressScale.ZERO_TO_TEN


def _begin(language: Language, rules: catalogue.Catalogue, *, is_first: bool) -> dict[str, Any]:
    return {
        "label": say("ladder.begin" if is_first else "ladder.begin-more", language),
        "hint": say("ladder.begin-hint", language),
        "do": say("ladder.begin-do", language),
        "ladders": [
            {
                "id": name,
                "text": ladder.name.in_(language),
                "steps": [step.text.in_(language) for step in ladder.steps],
                "source": origin(rules, ladder.basis, ladder.lines, language),
            }
            for name, ladder in rules.ladders.items()
        ],
    }


def _seen(case: Case, language: Language, seen: Sequence[ShownStep]) -> dict[str, Any] | None:
    young = case.young_person
    if young is None or not case.return_plan.steps:
        return None
    return {
        "title": say("ladder.seen", language, name=young_named(case, language)),
        "none": "" if seen else say("ladder.seen-none", language),
        "hint": say("ladder.seen-hint", language),
        "now": say("ladder.step-now", language),
        "steps": [
            {"words": step.words, "is_now": step.is_now, "helps": step.helps} for step in seen
        ],
    }
