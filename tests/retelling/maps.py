"""The maps of maps.toml as cases, and the files in which they are told.

After a change of wording, read the new texts aloud before they are kept:

    PYTHONPATH=tests python -m retelling.maps
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from caseform.model import (
    Assessment,
    Bearing,
    Case,
    Circle,
    Comparison,
    Draw,
    Factor,
    Link,
    LinkSign,
    Person,
    PersonKind,
    Place,
    Region,
    ReturnPlan,
    ReturnStep,
    Role,
    Verdict,
)
from caseform.retelling import retell
from caseform.text import LANGUAGES, Language

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
MAPS: list[dict[str, Any]] = tomllib.loads((HERE / "maps.toml").read_text(encoding="utf-8"))["map"]

_PEOPLE = {
    "p-1": (PersonKind.YOUNG_PERSON, "Noor", "Noor"),
    "p-2": (PersonKind.CAREGIVER, "moeder", "mum"),
    "p-3": (PersonKind.CAREGIVER, "vader", "dad"),
    "p-4": (PersonKind.SCHOOL, "mevrouw Jansen", "Mrs Jansen"),
    "p-5": (PersonKind.YOUNG_PERSON, "ليلى", "ليلى"),
}
_STANDARD = ["p-1", "p-2", "p-3", "p-4"]
_SIDES = {
    "away": {"bearing": Bearing.AWAY_FROM_SCHOOL},
    "home": {"bearing": Bearing.AWAY_FROM_SCHOOL, "draw": Draw.HOME},
    "toward": {"bearing": Bearing.TOWARD_SCHOOL},
}
_SIGNS = {"more": LinkSign.MORE, "less": LinkSign.LESS, "open": None}


def case_of(told: dict[str, Any], language: Language) -> Case:
    """Return the map `told` as a case whose people speak `language`."""
    at = LANGUAGES.index(language)
    people = []
    for person in told.get("people", _STANDARD):
        kind, *called = _PEOPLE[person]
        people.append(Person(id=person, kind=kind, called=called[at]))
    return Case(
        id="c-map",
        alias="IJsvogel",
        region=Region.NL_MIDDEN,
        created_on=date(2026, 10, 1),
        is_invented=True,
        problem=told.get("problem", ("", ""))[at],
        assessment=Assessment(onset=told.get("onset", ("", ""))[at]),
        people=tuple(people),
        factors=tuple(_card(f"f-{n}", line, at) for n, line in enumerate(told["cards"], 1)),
        links=tuple(
            Link(id=f"k-{n}", source=source, target=target, sign=_SIGNS[sign])
            for n, (source, target, sign) in enumerate(map(str.split, told.get("links", ())), 1)
        ),
        circles=tuple(
            Circle(id=f"o-{n}", cards=tuple(cards))
            for n, cards in enumerate(told.get("circles", ()), 1)
        ),
        comparisons=tuple(
            Comparison(id=f"v-{n}", verdict=Verdict(verdict), cards=tuple(cards))
            for n, (verdict, *cards) in enumerate(told.get("compared", ()), 1)
        ),
        return_plan=ReturnPlan(
            steps=tuple(
                _step(f"s-{n}", line, at) for n, line in enumerate(told.get("steps", ()), 1)
            )
        ),
    )


def _card(card_id: str, line: str, at: int) -> Factor:
    *words, where, by = (part.strip() for part in f"{line} | ".split("|")[:4])
    marks = where.split()
    place = next((Place(mark) for mark in marks if mark in list(Place)), None)
    role = Role.PROTECTIVE if "strong" in marks else None
    fields: dict[str, Any] = next((_SIDES[mark] for mark in marks if mark in _SIDES), {})
    return Factor(id=card_id, words=words[at], place=place, role=role, said_by=by or None, **fields)


def _step(step_id: str, line: str, at: int) -> ReturnStep:
    *words, cards = (part.strip() for part in line.split("|"))
    return ReturnStep(id=step_id, words=words[at], factors=tuple(cards.split()))


def text_of(told: dict[str, Any]) -> str:
    """Return what stands in the golden file of a map: both languages, all of it and in short."""
    parts = [f"{told['name']}: {told['why']}"]
    for language in LANGUAGES:
        case = case_of(told, language)
        for short in (False, True):
            lines = retell(case, language, short=short, onset=not short)
            head = f"[{language}, {'for the room' if short else 'all of it'}]"
            parts.append("\n".join([head, *(line.text for line in lines)]))
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    for each in MAPS:
        (GOLDEN / f"{each['name']}.txt").write_text(text_of(each), encoding="utf-8")
