"""The therapist's bar: what it shows, and what happens when it is used."""

from collections.abc import Sequence
from typing import Any, Protocol

from caseform.model import AddItem, Case, Change, PersonKind, new_id
from caseform.text import LANGUAGES, Language, known_language, say

# The pages that exist, in the order of a week; the first name is the workbook's.
PLACES = (
    ("10_assessment", "bar.prepare"),
    ("20_picture", "bar.picture"),
    ("40_return_plan", "bar.plan"),
    ("50_log", "bar.log"),
    ("70_papers", "bar.papers"),
)
_LANGUAGE_NAMES: dict[Language, str] = {"nl": "Nederlands", "en": "English"}
_KEYS = (
    ("N", "bar.key-note"),
    ("H", "bar.key-hold"),
    ("B", "bar.key-blank"),
    ("Alt", "bar.key-alt"),
    ("Ctrl Z", "bar.key-undo"),
    ("Ctrl Shift Z", "bar.key-redo"),
    ("Esc", "bar.key-escape"),
)
NOTE_FIELD = "bar.note"


class OpenRoom(Protocol):
    """The room beside the case, as the session tells it."""

    room: str
    is_held: bool
    is_blank: bool
    is_together: bool
    address: str | None
    trouble: str | None
    trouble_blanks: dict[str, Any]


class Session(Protocol):
    """What a page needs of the open case."""

    case: Case
    language: Language
    saved: str
    trouble: str | None
    trouble_blanks: dict[str, Any]
    room: OpenRoom | None
    can_undo: bool
    can_redo: bool
    is_locked: bool
    drafts: dict[str, str]

    def observe(self, handler: Any, names: Sequence[str]) -> None:
        """Call `handler` when one of `names` changes."""

    def apply(self, change: Change) -> None:
        """Apply `change`."""

    def undo(self) -> None:
        """Take back the newest change."""

    def redo(self) -> None:
        """Take back the newest undo."""

    def save_again(self) -> None:
        """Try once more to save."""

    def type(self, field: str, text: str) -> None:
        """Keep what is being typed; empty text forgets it."""

    def speak(self, language: str) -> None:
        """Switch the language."""

    def open_room(self, room: str) -> None:
        """Open the room, or change who is present."""

    def close_room(self) -> None:
        """Close the room."""

    def hold(self, on: bool) -> None:
        """Freeze the room, or let go."""

    def blank(self, on: bool) -> None:
        """Clear the room, or show it again."""

    def together(self, on: bool) -> None:
        """Make new cards everyone's who is present, or stop doing so."""

    def touch(self) -> None:
        """Say that someone is at work here."""

    def lock(self) -> None:
        """Save and drop the key."""


class Neighbours(Protocol):
    """The other cases that are open now."""

    def others(self) -> Sequence[tuple[str, str]]:
        """Return id and alias of each."""

    def show(self, case_id: str) -> None:
        """Bring that case to these pages."""


def bar_view(
    session: Session | None,
    language: Language,
    *,
    here: str,
    others: Sequence[tuple[str, str]] = (),
) -> dict[str, Any]:
    """Return what the bar shows: plain values, already worded.

    Args:
        session: The open case; None on the start page while none is.
        language: Of the words.
        here: The workbook that the bar stands above.
        others: Id and alias of the other cases that are open.
    """
    languages = {
        "label": say("bar.language", language),
        "chosen": language,
        "all": [{"id": each, "text": _LANGUAGE_NAMES[each]} for each in LANGUAGES],
    }
    if session is None or session.is_locked:
        return {"languages": languages, "places": {"label": "", "all": []}}
    return {
        "alias": session.case.alias,
        "invented": say("bar.invented", language) if session.case.is_invented else None,
        "menu": {
            "label": say("bar.case-menu", language, alias=session.case.alias),
            "start": say("bar.start", language),
            "lock": say("bar.lock", language),
            "others": [{"id": case_id, "text": alias} for case_id, alias in others],
        },
        "places": {
            "label": say("bar.places", language),
            "all": [
                {"workbook": workbook, "text": say(key, language), "here": workbook == here}
                for workbook, key in PLACES
            ],
        },
        "more": _more(language),
        "undo": {"text": say("bar.undo", language), "can": session.can_undo},
        "redo": {"text": say("bar.redo", language), "can": session.can_redo},
        "saved": _saved(session, language),
        "room": _room(session, language),
        "languages": languages,
        "note": {
            "label": say("bar.note", language),
            "placeholder": say("bar.note-placeholder", language),
            "keys": say("bar.note-keys", language),
            "close": say("bar.note-close", language),
            "kept": say("bar.note-kept", language),
        },
    }


def _more(language: Language) -> dict[str, Any]:
    return {
        "text": say("bar.more", language),
        "places": [],
        "note": say("bar.key-note", language),
        "lab": say("bar.lab", language),
        "labHint": say("bar.lab-hint", language),
        "keys": {
            "title": say("bar.keys", language),
            "all": [{"keys": keys, "text": say(key, language)} for keys, key in _KEYS],
        },
    }


def _saved(session: Session, language: Language) -> dict[str, Any]:
    words = {"saved": "bar.saved", "saving": "bar.saving"}.get(session.saved, "bar.not-saved")
    why = session.trouble or "bar.not-saved-sentence"
    told = say(why, language, **session.trouble_blanks) if session.saved == "failed" else None
    return {
        "state": session.saved,
        "text": say(words, language),
        "trouble": told,
        "again": say("bar.save-again", language),
    }


def _room(session: Session, language: Language) -> dict[str, Any]:
    room = session.room
    people = audiences_of(session.case, room, language)
    here = [person["text"] for person in people if person["here"]]
    return {
        "label": say("bar.room", language),
        "open": room is not None,
        "face": " · ".join(here) if room else say("bar.room-off", language),
        "people": people,
        "ask": say("bar.room-ask", language),
        "rule": say("bar.room-rule", language),
        "start": say("bar.room-start", language),
        "change": say("bar.room-change", language),
        "end": say("bar.room-close", language),
        "wall": say("bar.room-wall", language),
        "preparing": say("bar.room-preparing", language),
        "address": room.address if room else None,
        "trouble": (
            say(room.trouble, language, **room.trouble_blanks) if room and room.trouble else None
        ),
        "hold": {"text": say("bar.hold", language), "on": bool(room and room.is_held)},
        "blank": {"text": say("bar.blank", language), "on": bool(room and room.is_blank)},
        "together": {
            "text": say("bar.together", language),
            "hint": say("bar.together-hint", language),
            "on": bool(room and room.is_together),
        },
    }


def audiences_of(case: Case, room: OpenRoom | None, language: Language) -> list[dict[str, Any]]:
    """Return who can be present or shared with; each id is a label that a room is written with."""
    present = set(room.room.split("+")) if room else set()
    young = case.young_person
    people = [("youth", young.called if young else say("bar.youth", language), "")]
    for caregiver in case.caregivers:
        people.append((f"parent:{caregiver.id}", caregiver.called, _relation(caregiver)))
    kinds = {person.kind for person in case.people}
    if PersonKind.SCHOOL in kinds or case.school.contacts:
        people.append(("school", say("bar.school", language), ""))
    if case.network or kinds & {PersonKind.NETWORK, PersonKind.RELATIVE}:
        people.append(("network", say("bar.network", language), ""))
    people.append(("team", say("bar.team", language), ""))
    return [
        {
            "id": label,
            "text": words,
            "hint": hint,
            # A room opened for the parents as one holds each of them.
            "here": label in present or (label.startswith("parent:") and "parents" in present),
        }
        for label, words, hint in people
    ]


def _relation(caregiver: Any) -> str:
    return "" if caregiver.relation in ("", caregiver.called) else caregiver.relation


class BarIntents:
    """What happens when the bar is used. A page inherits it."""

    session: Any
    neighbours: Neighbours | None
    _language: Language

    def intent_typing(self, intent: dict[str, Any]) -> None:
        """Keep what is being typed in the journal."""
        self.session.type(intent["field"], intent["text"] or "")

    def intent_awake(self, intent: dict[str, Any]) -> None:
        """Keep the case open: someone is reading."""
        if self.session is not None and not self.session.is_locked:
            self.session.touch()

    def intent_language(self, intent: dict[str, Any]) -> None:
        """Switch the language of every page."""
        if self.session is None:
            self._language = known_language(intent["language"])
        else:
            self.session.speak(intent["language"])

    def intent_undo(self, intent: dict[str, Any]) -> None:
        """Take back the newest change."""
        self.session.undo()

    def intent_redo(self, intent: dict[str, Any]) -> None:
        """Take back the newest undo."""
        self.session.redo()

    def intent_save_again(self, intent: dict[str, Any]) -> None:
        """Try once more to save."""
        self.session.save_again()

    def intent_lock(self, intent: dict[str, Any]) -> None:
        """Save and drop the key."""
        self.session.lock()

    def intent_note(self, intent: dict[str, Any]) -> None:
        """Keep one private line."""
        words = intent["text"].strip()
        if words:
            today = self.session.today().isoformat()
            note = {"id": new_id("n"), "words": words, "recorded_on": today}
            # A note has no audience, so Together cannot reach it.
            self.session.apply(AddItem(collection="notes", item=note))

    def intent_room_open(self, intent: dict[str, Any]) -> None:
        """Open the room for those present, or change who is present."""
        self.session.open_room("+".join(intent["people"]))

    def intent_room_close(self, intent: dict[str, Any]) -> None:
        """Close the room."""
        self.session.close_room()

    def intent_room_hold(self, intent: dict[str, Any]) -> None:
        """Freeze the room, or let go."""
        self.session.hold(bool(intent["on"]))

    def intent_room_blank(self, intent: dict[str, Any]) -> None:
        """Clear the room, or show it again."""
        self.session.blank(bool(intent["on"]))

    def intent_together(self, intent: dict[str, Any]) -> None:
        """Make new cards everyone's who is present, or stop doing so."""
        self.session.together(bool(intent["on"]))

    def intent_switch_case(self, intent: dict[str, Any]) -> None:
        """Bring another open case to these pages."""
        if self.neighbours is not None:
            self.neighbours.show(intent["id"])
