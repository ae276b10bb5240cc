"""How each one sees it and what was tried: one row for each, and one thing to do at a time."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from caseform.model import Case, Person, PersonKind
from caseform.text import Language, day_words, listed, say
from caseform.widgets._bar import OpenRoom, audiences_of
from caseform.widgets._people import people_view
from caseform.widgets.assessment._changes import audiences, versions
from caseform.widgets.assessment._rows import ROWS, audience_of, rows

_GLANCE = 220


def rows_view(
    case: Case, language: Language, *, today: date, room: OpenRoom | None
) -> dict[str, Any]:
    """Return the ten rows with what each said and tried, as plain, worded values."""

    def words(key: str, **blanks: object) -> str:
        return say(f"prepare.{key}", language, **blanks)

    known = audiences_of(case, room, language)
    has_begun = case.assessment.perspectives or case.tried
    seated = [
        _seat(case, row.name, person, language, today=today, known=known)
        for row in rows(case)
        for person in (row.people or (None,))
    ]
    return {
        "title": words("views-title"),
        "hint": words("views-hint"),
        "empty": words("views-empty") if case.people and not has_begun else "",
        "people": people_view(case, language),
        "rows": seated,
        "asked": words("view-asked"),
        "asked_hint": words("view-asked-hint"),
        "did": words("tried-did"),
        "did_hint": words("tried-did-hint"),
        "effect": words("tried-effect"),
        "needed": words("tried-needed"),
        "needed_hint": words("tried-needed-hint"),
        "tried": words("tried"),
        "column_did": words("tried-column-did"),
        "column_needed": words("tried-column-needed"),
        "here": words("share-here") if any(one["here"] for one in known) else "",
        "withdraw": words("share-withdraw"),
    }


def _seat(
    case: Case,
    row: str,
    person: Person | None,
    language: Language,
    *,
    today: date,
    known: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    """Return one person's place in the tables; without a person it invites."""
    place = say(f"prepare.row-{row}", language)
    if person is None:
        return {
            "id": row,
            "who": None,
            "called": place,
            "place": "",
            "nobody": say("prepare.row-nobody", language),
            "add": say("prepare.row-add", language),
            "kind": ROWS[row].value,
        }
    said = versions(case.assessment.perspectives, person.id)
    did = versions(case.tried, person.id)
    return {
        "id": f"{row}-{person.id}",
        "who": person.id,
        "called": person.called,
        "place": _place(person, place, language),
        "glance": _glance(said[0].words if said else ""),
        "not_yet": say("prepare.view-not-yet", language),
        "view": {
            "words": said[0].words if said else "",
            "on": _on(said[0].on, language, today=today) if said else "",
            "earlier": _fold(
                say("prepare.view-earlier", language),
                [{"on": day_words(one.on, language), "words": one.words} for one in said[1:]],
            ),
        },
        "tried": {
            **{name: getattr(did[0], name) if did else "" for name in ("did", "effect", "needed")},
            "on": _on(did[0].on, language, today=today) if did else "",
            "earlier": _fold(
                say("prepare.tried-earlier", language),
                [
                    {
                        "on": day_words(one.on, language) if one.on else "",
                        "words": "\n".join(
                            part for part in (one.did, one.effect, one.needed) if part
                        ),
                    }
                    for one in did[1:]
                ],
            ),
        },
        "share": _share(case, person, said, language, known=known) if said else None,
    }


def _share(
    case: Case,
    person: Person,
    said: Sequence[Any],
    language: Language,
    *,
    known: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    """Return who may see how `person` sees it: their own audience first."""
    labels = [one["id"] for one in known]
    now = audiences(case, said[0], labels)
    own = audience_of(person)
    before = [
        (one, [label for label in audiences(case, one, labels) if label not in now])
        for one in said[1:]
    ]
    still = next((one for one, left in before if left), None)
    names = {one["id"]: one["text"] for one in known}
    seen = [names[label] for label in now]
    return {
        "label": say("prepare.share", language, name=person.called),
        "face": listed(seen, language) if seen else say("prepare.share-nobody", language),
        "is_shared": bool(seen) or still is not None,
        "options": [
            {
                "label": one["id"],
                "text": one["text"],
                "hint": say("prepare.share-own", language) if one["id"] == own else "",
                "on": one["id"] in now,
            }
            for one in sorted(known, key=lambda one: one["id"] != own)
        ],
        "still": say("prepare.share-still", language, on=day_words(still.on, language))
        if still is not None
        else "",
    }


def _place(person: Person, place: str, language: Language) -> str:
    relation = person.relation if person.relation != person.called else ""
    if person.kind is PersonKind.YOUNG_PERSON:
        return place
    return relation or say(f"people.kind-{person.kind}", language)


def _on(on: date | None, language: Language, *, today: date) -> str:
    if on is None:
        return ""
    if on == today:
        return say("prepare.version-today", language)
    return say("prepare.version-of", language, on=day_words(on, language))


def _fold(label: str, entries: list[dict[str, str]]) -> dict[str, Any] | None:
    return {"label": f"{label} ({len(entries)})", "entries": entries} if entries else None


def _glance(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _GLANCE else line[: _GLANCE - 1] + "…"
