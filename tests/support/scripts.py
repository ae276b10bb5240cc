"""What a user lays through the pages, told as a list: people, cards, links, circles, answers.

A journey follows a script line by line; `laid` gives the case that should come of it.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from caseform.demo._data import worded
from caseform.model import (
    AbsenceType,
    AddItem,
    Answer,
    Case,
    LinkSign,
    PersonKind,
    Place,
    Verdict,
)
from caseform.text import Language
from caseform.widgets.picture._changes import side_fields

ScriptName = Literal["return", "home", "truancy"]
Side = Literal["away", "home", "toward"]

SCRIPTS: tuple[ScriptName, ...] = ("return", "home", "truancy")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedPerson:
    """Someone who is written down before they speak.

    Args:
        key: What the rest of the script calls them.
        kind: Where they stand in the case.
        called: What they are called.
    """

    key: str
    kind: PersonKind
    called: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedCard:
    """A card and where it is laid.

    Args:
        key: What the rest of the script calls it.
        by: Key of the person who says it.
        words: What stands on it.
        place: Its row; None leaves it in the tray.
        side: Its column; None leaves it in the tray.
    """

    key: str
    by: str
    words: str
    place: Place | None
    side: Side | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedLink:
    """A link from one card to another, with the sign that is chosen."""

    source: str
    target: str
    sign: LinkSign


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedComparison:
    """Cards that are laid beside each other, and whether they agree."""

    cards: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedAnswer:
    """An answer to a question of the catalogue, and whose it is."""

    about: str
    answer: Answer
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One case as it is built through the pages alone.

    Args:
        name: Which case.
        alias: What the case is called.
        region: Where the school stands.
        people: Who is written down first, the young person first.
        cards: In the order in which they are said.
        links: In the order in which they are tied.
        comparisons: What is laid beside each other.
        circles: The circles that are chosen, each card working on the next.
        answers: What is answered on the four types.
        suggests: The type that the table then suggests; None while it still asks.
        also: A type that goes together with it.
    """

    name: ScriptName
    alias: str
    region: str
    people: tuple[ScriptedPerson, ...]
    cards: tuple[ScriptedCard, ...]
    links: tuple[ScriptedLink, ...]
    comparisons: tuple[ScriptedComparison, ...]
    circles: tuple[tuple[str, ...], ...]
    answers: tuple[ScriptedAnswer, ...]
    suggests: AbsenceType | None
    also: AbsenceType | None


def script(name: ScriptName, language: Language = "nl") -> Script:
    """Return the script of a case, worded in one language."""
    written = (Path(__file__).parent / "scripts" / f"{name}.toml").read_text(encoding="utf-8")
    told = worded(tomllib.loads(written), language)
    return Script(
        name=name,
        alias=told["alias"],
        region=told["region"],
        people=tuple(
            ScriptedPerson(**{**one, "kind": PersonKind(one["kind"])}) for one in told["people"]
        ),
        cards=tuple(_card(one) for one in told["cards"]),
        links=tuple(
            ScriptedLink(**{**one, "sign": LinkSign(one["sign"])}) for one in told["links"]
        ),
        comparisons=tuple(
            ScriptedComparison(cards=tuple(one["cards"]), verdict=Verdict(one["verdict"]))
            for one in told["comparisons"]
        ),
        circles=tuple(tuple(one["cards"]) for one in told["circles"]),
        answers=tuple(
            ScriptedAnswer(**{**one, "answer": Answer(one["answer"])}) for one in told["answers"]
        ),
        suggests=AbsenceType(told["suggests"]) if "suggests" in told else None,
        also=AbsenceType(told["also"]) if "also" in told else None,
    )


def plan_script(language: Language = "nl") -> dict[str, Any]:
    """Return what a plan is made of that is made through the page alone, in one language."""
    written = (Path(__file__).parent / "scripts" / "plan.toml").read_text(encoding="utf-8")
    return worded(tomllib.loads(written), language)


def laid(case: Case, told: Script, *, on: date) -> Case:
    """Return `case` with everything that `told` lays, as the pages would leave it.

    Ids are made of the keys of the script, so that a test can name them: ``p-mother``,
    ``f-corridor``. A person that `case` has already stays as they are.

    Args:
        case: A case, with or without people of its own.
        told: The script.
        on: The day on which it is laid.
    """
    for collection, item in _items(told):
        if case.find(collection, item["id"]) is None:
            add = AddItem(collection=collection, item={**item, "recorded_on": on.isoformat()})
            case = add.apply(case)
    return case


def _items(told: Script) -> Iterator[tuple[str, dict[str, Any]]]:
    for person in told.people:
        item = {"id": f"p-{person.key}", "kind": person.kind.value, "called": person.called}
        yield "people", item
    for card in told.cards:
        item = {"id": f"f-{card.key}", "words": card.words, "said_by": f"p-{card.by}"}
        yield "factors", {**item, "place": card.place, **side_fields(card.side)}
    for number, link in enumerate(told.links, start=1):
        ends = {"source": f"f-{link.source}", "target": f"f-{link.target}"}
        yield "links", {"id": f"k-{number}", **ends, "sign": link.sign.value}
    for number, one in enumerate(told.comparisons, start=1):
        yield (
            "comparisons",
            {"id": f"v-{number}", "cards": _ids(one.cards), "verdict": one.verdict.value},
        )
    for number, cards in enumerate(told.circles, start=1):
        yield "circles", {"id": f"o-{number}", "cards": _ids(cards)}
    for number, one in enumerate(told.answers, start=1):
        item = {"id": f"q-{number}", "about": one.about, "answer": one.answer.value}
        yield "assessment.observations", {**item, "said_by": f"p-{one.by}"}


def _ids(cards: tuple[str, ...]) -> list[str]:
    return [f"f-{card}" for card in cards]


def _card(told: dict[str, Any]) -> ScriptedCard:
    place = told.get("place")
    return ScriptedCard(
        key=told["key"],
        by=told["by"],
        words=told["words"],
        place=Place(place) if place else None,
        side=told.get("side"),
    )
