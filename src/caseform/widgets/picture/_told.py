"""What is read from the board, as plain worded values: voices, circles, and sentences."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from caseform.model import Case, Circle, Comparison, Factor, Verdict
from caseform.retelling import Statement, circle_sentence, circles, is_circle, missing, retell
from caseform.text import Language, say, short_day_words
from caseform.widgets.picture._changes import audiences
from caseform.widgets.picture._reading import correction, seeing_circle

_WORDS = (
    "told",
    "told-hint",
    "told-empty",
    "told-edit",
    "told-yours",
    "told-changed",
    "told-keep",
    "told-take",
    "told-share",
    "told-length",
    "told-short",
    "told-full",
    "circles",
    "circles-hint",
    "circles-empty",
    "circle-choose",
    "circle-drop",
    "circle-show",
    "circle-share",
    "circle-open",
    "missing",
    "missing-none",
    "changed",
    "changed-hint",
    "changed-since",
    "changed-for",
    "changed-look",
    "changed-close",
    "legend-new",
    "legend-changed",
)
MODES = ("family", "team", "supervisor")


def told_view(
    case: Case,
    language: Language,
    *,
    names: dict[str, str],
    together: bool,
    lit: str | None,
    days: Sequence[date],
) -> dict[str, Any]:
    """Return what stands under the board.

    Args:
        case: The case.
        language: Of the words.
        names: The audiences of this case, by label.
        together: Whether a room looks along and adds: then no working idea is offered.
        lit: The circle that is drawn now, as its name.
        days: The days on which the case was changed.
    """
    short, whole = retell(case, language, short=True), retell(case, language, onset=True)
    made = frozenset(one.text for one in (*short, *whole))
    return {
        "words": {name: say(f"picture.{name}", language) for name in _WORDS},
        "short": _lines(case, language, short, made),
        "lines": _lines(case, language, whole, made),
        "shared_with": [label for label in names if label in case.said_back_shared_with],
        "audiences": [{"id": label, "text": text} for label, text in names.items()],
        "circles": None if together else _circles(case, language, list(names), lit),
        "missing": None
        if together
        else [{"id": one.id, "text": one.in_(language)} for one in missing(case)],
        "days": [
            {"id": day.isoformat(), "text": short_day_words(day, language)}
            for day in reversed(days)
        ],
        "modes": [{"id": mode, "text": say(f"picture.reader-{mode}", language)} for mode in MODES],
    }


def _lines(
    case: Case, language: Language, told: Iterable[Statement], made: frozenset[str]
) -> list[dict[str, Any]]:
    lines = []
    for one in told:
        edit = correction(case, one.about, one.text, language, still_made=made)
        lines.append(
            {
                "about": one.about,
                "cards": list(one.cards),
                "made": one.text,
                "text": edit.words if edit else one.text,
                "is_yours": edit is not None,
                # The correction stays; what it corrected reads otherwise by now.
                "is_changed": edit is not None and edit.made != one.text,
            }
        )
    return lines


def _circles(
    case: Case, language: Language, known: list[str], lit: str | None
) -> list[dict[str, Any]]:
    lying = {card.id for card in case.factors}
    chosen = {_ties(one.cards): one for one in case.circles if lying.issuperset(one.cards)}
    found = [(cards, chosen.get(_ties(cards))) for cards in circles(case)]
    closing = {_ties(cards) for cards, _ in found}
    # A chosen circle that no longer closes, or that calms itself by now, stays in sight.
    left = [(one.cards, one) for ties, one in chosen.items() if ties not in closing]
    return [_circle(case, *one, language, known, lit) for one in (*found, *left)]


def _ties(cards: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Return what a circle is tied by, the same wherever one begins to tell it."""
    return frozenset(zip(cards, (*cards[1:], *cards[:1]), strict=True))


def _circle(
    case: Case,
    cards: tuple[str, ...],
    circle: Circle | None,
    language: Language,
    known: list[str],
    lit: str | None,
) -> dict[str, Any]:
    name, closes = "+".join(cards), is_circle(case, cards)
    seen = audiences(case, circle, known) if circle else []
    return {
        "name": name,
        "cards": list(cards),
        "text": circle_sentence(case, cards, language) if closes else "",
        "words": [case.find("factors", card).words for card in cards],
        "id": circle.id if circle else None,
        "closes": closes,
        "shared": bool(seen),
        "can_share": bool(seen or (closes and seeing_circle(case, cards, known))),
        # One that no longer closes is not drawn, so that the other arrows come forward again.
        "lit": closes and name == lit,
    }


def voices_of(case: Case, card: Factor, language: Language, called: Any) -> dict[str, Any]:
    """Return what others say of the same: who agrees, and who sees it differently.

    Args:
        case: The case.
        card: The card.
        language: Of the words.
        called: Gives what the person with an id is called.
    """

    def others(held: Comparison) -> list[Factor]:
        found = (case.find("factors", one) for one in held.cards if one != card.id)
        return [one for one in found if one is not None]

    mine = [held for held in case.comparisons if card.id in held.cards]
    agree = [one for held in mine if held.verdict is Verdict.AGREE for one in others(held)]
    differ = [one for held in mine if held.verdict is Verdict.DIFFER for one in others(held)]
    return {
        "agree": [one.id for one in agree],
        "differ": [one.id for one in differ],
        "seen": say(
            "picture.seen-differently",
            language,
            names=", ".join(dict.fromkeys(called(case, one.said_by, language) for one in differ)),
        )
        if differ
        else "",
        "voices": [
            {
                "comparison": held.id,
                "card": one.id,
                "verdict": held.verdict.value,
                "words": one.words,
                "by": called(case, one.said_by, language),
            }
            for held in mine
            for one in others(held)
        ],
    }


def work_view(case: Case) -> dict[str, Any]:
    """Return the steps and goals, each with the cards that it works on."""
    return {
        "steps": [
            {"id": step.id, "text": step.words, "factors": list(step.factors)}
            for step in case.return_plan.steps
        ],
        "goals": [
            {"id": goal.id, "text": goal.words, "factors": list(goal.factors)}
            for goal in case.goals
        ],
    }
