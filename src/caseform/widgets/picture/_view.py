"""What the board shows: a case, a language and who is watching, as plain worded values."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from caseform import catalogue
from caseform.model import Case, Certainty, Factor, Link, PersonKind, Place, Role
from caseform.text import Language, listed, say
from caseform.widgets._bar import OpenRoom, audiences_of
from caseform.widgets.picture._changes import audiences, seeing_both
from caseform.widgets.picture._told import told_view, voices_of, work_view

SIDES = ("away", "home", "toward")
NOBODY = "nobody"

# Words that only the browser shows, when something happens there.
_WORDS = (
    "title",
    "tray",
    "tray-empty",
    "empty",
    "modes",
    "mode-place",
    "mode-link",
    "layers",
    "all-layers",
    "keys",
    "link-first",
    "link-second",
    "link-stop",
    "link-ask",
    "link-ask-hint",
    "link-more",
    "link-less",
    "moved",
    "moved-tray",
    "added",
    "card",
    "done",
    "remove",
    "words",
    "said-by",
    "since",
    "since-hint",
    "place",
    "side",
    "working-idea",
    "working-idea-hint",
    "role",
    "strength",
    "certainty",
    "share",
    "share-nobody",
    "share-here",
    "withdraw",
    "links",
    "links-empty",
    "links-in-words",
    "sign",
    "sign-more",
    "sign-less",
    "unlink",
    "share-link",
    "clash",
    "clash-text",
    "clash-mine",
    "clash-theirs",
    "clash-keep-mine",
    "clash-keep-theirs",
    "voices",
    "voices-empty",
    "voices-choose",
    "voices-agree",
    "voices-differ",
    "voices-split",
    "works-on",
    "works-on-empty",
    "here-title",
    "here-clear",
)


def picture_view(
    case: Case,
    language: Language,
    *,
    room: OpenRoom | None = None,
    speaker: str | None = None,
    lit: str | None = None,
    days: Sequence[date] = (),
) -> dict[str, Any]:
    """Return the board as plain, worded values.

    Args:
        case: The case.
        language: Of the words.
        room: The open room, if there is one.
        speaker: Id of the person whose words the next card will be.
        lit: The circle that is drawn now, as its name.
        days: The days on which the case was changed.
    """
    together = bool(room and room.is_together)
    people = audiences_of(case, room, language)
    names = {each["id"]: each["text"] for each in people}
    here = [each for each in people if each["here"]]
    return {
        "words": {name: say(f"picture.{name}", language) for name in _WORDS},
        "sides": [{"id": side, "text": say(f"picture.side-{side}", language)} for side in SIDES],
        "rows": [
            {"id": place.value, "text": say(f"picture.place-{place.value}", language)}
            for place in Place
        ],
        "cards": [
            _card(case, card, language, names, asks_ideas=not together) for card in case.factors
        ],
        "links": [
            _link(case, link, language, list(names)) for link in case.links if _has_ends(case, link)
        ],
        "layers": _layers(case, language),
        "people": _people(case, language),
        "entry": _entry(case, room, speaker, language, [each["text"] for each in here]),
        "ideas": None if together else _ideas(language),
        "audiences": [{"id": label, "text": text} for label, text in names.items()],
        "here": [each["id"] for each in here],
        "work": work_view(case),
        "told": told_view(case, language, names=names, together=together, lit=lit, days=days),
    }


def called(case: Case, person_id: str | None, language: Language) -> str:
    """Return what the one who said something is called on the board; empty for nobody.

    Example:
        >>> from datetime import date
        >>> from caseform.model import Person, Region
        >>> me = Person(id="p-1", kind=PersonKind.THERAPIST, called="Anouk")
        >>> case = Case(
        ...     id="c-1", alias="a", region=Region.VL, created_on=date(2026, 11, 2), people=(me,)
        ... )
        >>> called(case, "p-1", "nl")
        'ik'
    """
    person = case.person(person_id)
    if person is None:
        return ""
    therapists = [one for one in case.people if one.kind is PersonKind.THERAPIST]
    return say("picture.me", language) if therapists == [person] else person.called


def source_of(card: Factor, language: Language) -> str:
    """Return the catalogue's term for `card` and where it stands; empty for own words.

    Example:
        >>> source_of(Factor(id="f-1", words="gepest", entry="being-bullied"), "en")[:20]
        'From the catalogue: '
    """
    entry = catalogue.load().factors.get(card.entry or "")
    if entry is None:
        return ""
    where = ", ".join(entry.citations) or ", ".join(entry.lines)
    return say("picture.source", language, term=entry.text.in_(language), where=where)


def _card(
    case: Case, card: Factor, language: Language, names: dict[str, str], *, asks_ideas: bool
) -> dict[str, Any]:
    side = card.side
    by = called(case, card.said_by, language)
    may_see = audiences(case, card, list(names))
    eye = _shared(may_see, names, language)
    keeps, strong = card.role is Role.PERPETUATING, card.role is Role.PROTECTIVE
    marks = {
        "keeps": say("picture.role-perpetuating", language) if keeps else "",
        "strong": say("picture.role-protective", language) if strong else "",
        "weight": _weight(card, language),
    }
    half = "" if (card.place and side) or not (card.place or side) else _half(card, side, language)
    voices = voices_of(case, card, language, called)
    said = say("picture.said-by-whom", language, name=by) if by else ""
    label = (card.words, said, half, *marks.values(), voices["seen"], eye)
    return {
        "id": card.id,
        "words": card.words,
        "by": by,
        "layer": card.said_by if by else NOBODY,
        "place": card.place and card.place.value,
        "side": side,
        "half": half,
        "eye": eye,
        **marks,
        **voices,
        "bars": card.strength or 0,
        "label": ". ".join(part for part in label if part),
        "said_by": card.said_by if by else None,
        "since": card.since,
        "role": card.role and card.role.value if asks_ideas else None,
        "strength": str(card.strength) if card.strength and asks_ideas else None,
        "certainty": card.certainty and card.certainty.value if asks_ideas else None,
        "audiences": may_see,
        "has_source": bool(card.entry and asks_ideas),
    }


def _weight(card: Factor, language: Language) -> str:
    if card.strength is None:
        return ""
    return say("picture.weighs", language, what=say(f"picture.strength-{card.strength}", language))


def _half(card: Factor, side: str | None, language: Language) -> str:
    """Return what is known of a card that cannot lie on the board yet."""
    if card.place is not None:
        return say(f"picture.place-{card.place.value}", language)
    return say(f"picture.side-{side}", language)


def _shared(may_see: list[str], names: dict[str, str], language: Language) -> str:
    if not may_see:
        return ""
    return say("picture.shared", language, who=listed([names[each] for each in may_see], language))


def _has_ends(case: Case, link: Link) -> bool:
    # A case that was made elsewhere may hold a loose link; the board shows what it can.
    return all(case.find("factors", end) is not None for end in (link.source, link.target))


def _link(case: Case, link: Link, language: Language, known: list[str]) -> dict[str, Any]:
    one, other = (case.find("factors", end).words for end in (link.source, link.target))
    key = f"picture.link-{link.sign or 'open'}-in-words"
    seen = audiences(case, link, known)
    return {
        "id": link.id,
        "source": link.source,
        "target": link.target,
        "sign": link.sign and link.sign.value,
        "text": say(key, language, one=one, other=other),
        "shared": bool(seen),
        "can_share": bool(seen or seeing_both(case, link.source, link.target, known)),
    }


def _people(case: Case, language: Language) -> list[dict[str, str]]:
    return [
        {"id": NOBODY, "text": say("picture.nobody", language)},
        *({"id": one.id, "text": called(case, one.id, language)} for one in case.people),
    ]


def _layers(case: Case, language: Language) -> list[dict[str, str]]:
    """Return who has a card on the board, in the order of the people."""
    speakers = {card.said_by if case.person(card.said_by) else None for card in case.factors}
    layers = [
        {"id": one.id, "text": called(case, one.id, language)}
        for one in case.people
        if one.id in speakers
    ]
    if None in speakers:
        layers.append({"id": NOBODY, "text": say("picture.nobody", language)})
    return layers


def _entry(
    case: Case, room: OpenRoom | None, speaker: str | None, language: Language, here: list[str]
) -> dict[str, Any]:
    together = bool(room and room.is_together)
    hint = ""
    if together:
        hint = say("picture.together", language, who=listed(here, language))
    elif room is not None:
        hint = say("picture.room-open", language)
    return {
        "label": say("picture.new-card", language),
        "placeholder": say("picture.new-card-placeholder", language),
        "add": say("picture.add", language),
        "speaker_label": say("picture.who", language),
        "speaker": speaker if case.person(speaker) else NOBODY,
        "together": together,
        "hint": hint,
        "for_me": say("picture.for-me", language),
        "for_me_hint": say("picture.for-me-hint", language),
        "offered": say("picture.offered", language),
    }


def _ideas(language: Language) -> dict[str, list[dict[str, str]]]:
    def choices(name: str, values: list[str]) -> list[dict[str, str]]:
        return [{"id": each, "text": say(f"picture.{name}-{each}", language)} for each in values]

    return {
        "role": choices("role", [role.value for role in Role]),
        "strength": choices("strength", ["1", "2", "3"]),
        "certainty": choices("certainty", [each.value for each in Certainty]),
    }
