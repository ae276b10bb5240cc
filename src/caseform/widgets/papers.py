"""Papers: who sees what, what a paper would look like for whom, and writing it to a folder."""

import base64
from operator import attrgetter
from pathlib import Path
from typing import Any

import platformdirs

from caseform import exports
from caseform.errors import InvalidCaseError
from caseform.exports import Block, Facts, Listing, Paragraph, Picture, Table
from caseform.model import (
    Agreement,
    Case,
    Change,
    Circle,
    EditField,
    FamilyAccommodation,
    LogDay,
    Perspective,
    ShareItem,
)
from caseform.projection.rooms import Room, RoomProjection
from caseform.text import Language, day_words, listed, say, short_day_words
from caseform.widgets._bar import audiences_of
from caseform.widgets._page import Page
from caseform.widgets._people import spread
from caseform.widgets.picture import sharing_told

# What can be shared, in the order of the page.
_SHARED = (
    "factors",
    "circles",
    "assessment.perspectives",
    "events",
    "return_plan.steps",
    "log",
    "agreements",
    "accommodations",
    "school.adjustments",
    "goals",
)
# What no room with this audience shows, whatever was ticked: there is nothing to tick then.
NEVER_SHOWN = {
    "accommodations": ("youth", "school"),
    "goals": ("youth", "school"),
    "school.adjustments": ("youth",),
    "events": ("school",),
}
# As many days as a room looks back.
_DAYS_SHOWN = 15
# Parts of the case that are no lists and have audiences of their own.
_FIELDS = {
    "problem": "problem_shared_with",
    "said_back": "said_back_shared_with",
    "return_plan": "return_plan.shared_with",
}
_WORDS_SHOWN = 120


class PapersPage(Page):
    """The page with what goes to whom."""

    bundle_name = "papers"
    workbook = "70_papers"

    def __init__(self, session: Any) -> None:
        self._for = ""
        self._written: tuple[str, ...] = ()
        self._drawn: tuple[RoomProjection, dict[str, Any]] | None = None
        super().__init__(session)

    def refresh(self) -> None:
        """Show the page as it is now; of a locked case no paper is kept."""
        if not self._is_open:
            self._drawn = None
        super().refresh()

    def page_view(self) -> dict[str, Any]:
        """Return what the browser draws."""
        case, language = self.session.case, self.session.language
        rooms = rooms_of(case, language)
        if self._for not in {room["id"] for room in rooms}:
            self._for = rooms[0]["id"]
        return {
            **papers_view(case, language, rooms=rooms, chosen=self._for),
            **self._preview(),
            "written": say("papers-page.written", language, files=listed(self._written, language))
            if self._written
            else "",
        }

    def _preview(self) -> dict[str, Any]:
        # Its pictures take longest of all that follows a change; most changes leave them alone.
        projection = self.session.preview(self._for)
        if self._drawn is None or self._drawn[0] != projection:
            self._drawn = (
                projection,
                {
                    "paper": paper_view(exports.summary(projection)),
                    "calendar": calendar_view(projection),
                },
            )
        return self._drawn[1]

    def intent_for(self, intent: dict[str, Any]) -> None:
        """Choose for whom the paper is."""
        self._for, self._written = str(intent["room"]), ()

    def intent_share(self, intent: dict[str, Any]) -> None:
        """Share one thing with one audience, or withdraw it."""
        self.session.apply(
            sharing(
                self.session.case,
                str(intent["collection"]),
                str(intent["id"]),
                str(intent["label"]),
                on=bool(intent["on"]),
            )
        )

    def intent_write(self, intent: dict[str, Any]) -> None:
        """Write the paper to the user's own folder for papers."""
        kinds = [str(kind) for kind in intent["kinds"]]
        written = exports.write(
            self.session.preview(self._for), kinds, papers_folder(), replace=False
        )
        self._written = tuple(path.name for path in written)


def papers_folder() -> Path:
    """Return the folder that papers are written to, among the user's documents."""
    return Path(platformdirs.user_documents_dir()) / "caseform"


def rooms_of(case: Case, language: Language) -> list[dict[str, str]]:
    """Return for whom a paper can be made, each with the room that it is the projection of."""

    def room(written: str, text: str) -> dict[str, str]:
        return {"id": str(Room.parse(written)), "text": text}

    young = case.young_person
    rooms = [room("youth", young.called if young else say("words.room-youth", language))]
    if case.parents_are_one_audience:
        rooms.append(room("parents", say("words.room-parents", language)))
    rooms += [room(f"parent:{person.id}", person.called) for person in case.caregivers]
    rooms.append(room("school", say("words.room-school", language)))
    rooms.append(room("team", say("words.room-team", language)))
    return rooms


def sharing(case: Case, collection: str, item_id: str, label: str, *, on: bool) -> Change:
    """Return the change that shares one thing with one audience, or withdraws it.

    Sharing with each parent by name leaves the word "parents" out: a label per person stays true
    when later one of them may no longer know what the other knows.

    Args:
        case: The case.
        collection: Path of a list, or of a field with audiences of its own.
        item_id: Which item; empty for a field.
        label: The audience.
        on: Share, or withdraw.

    Raises:
        InvalidCaseError: There is no such thing to share.
    """
    if collection in _FIELDS:
        path = _FIELDS[collection]
        held = attrgetter(path)(case)
        labels = _with(case, held, label, on=on)
        if collection == "said_back":
            return sharing_told(case, labels)
        return EditField(path=path, value=list(labels))
    item = case.find(collection, item_id) if collection in _SHARED else None
    if on and label in NEVER_SHOWN.get(collection, ()):
        raise InvalidCaseError("errors.no-such-part")
    if item is None:
        raise InvalidCaseError("errors.no-longer-there")
    labels = _with(case, item.shared_with, label, on=on)
    return ShareItem(collection=collection, id=item_id, labels=labels)


def papers_view(
    case: Case, language: Language, *, rooms: list[dict[str, str]], chosen: str
) -> dict[str, Any]:
    """Return who sees what, as plain, worded values."""

    def words(key: str, **blanks: object) -> str:
        return say(f"papers-page.{key}", language, **blanks)

    audiences = audiences_of(case, None, language)
    groups = [_case_group(case, language)]
    groups += [_group(case, collection, language) for collection in _SHARED]
    return {
        "title": words("title"),
        "for": {"label": words("for"), "options": rooms, "chosen": chosen},
        "sees": words("sees", who=next(one["text"] for one in rooms if one["id"] == chosen)),
        "tabs": {
            "label": words("tabs"),
            "paper": words("tab-paper"),
            "sharing": words("tab-sharing"),
        },
        "sharing": {
            "hint": words("sharing-hint"),
            "audiences": [{"label": one["id"], "text": one["text"]} for one in audiences],
            "groups": [group for group in groups if group["rows"]],
            "empty": "" if any(group["rows"] for group in groups) else words("sharing-empty"),
            "nobody": words("nobody"),
            "never": words("never"),
        },
        "formats": {
            "label": words("formats"),
            "options": [
                {"id": kind, "text": words(f"format-{kind}"), "hint": words(f"hint-{kind}")}
                for kind in exports.FORMATS
            ],
            "write": words("write"),
            "where": words("where", folder="/".join(papers_folder().parts[-2:])),
        },
    }


def paper_view(paper: exports.Summary) -> dict[str, Any]:
    """Return a paper as plain values, for a preview on the page."""
    return {
        "title": paper.title,
        "for_whom": paper.for_whom,
        "invented": paper.invented,
        "closing": paper.closing,
        "sections": [
            {
                "name": section.name,
                "heading": section.heading,
                "overleaf": section.is_overleaf,
                "blocks": [_block(block) for block in section.blocks],
            }
            for section in paper.sections
        ],
    }


def calendar_view(projection: RoomProjection) -> dict[str, Any]:
    """Return what would go into a calendar, line by line, before anyone is given it."""
    language = projection.language

    def words(key: str, **blanks: object) -> str:
        return say(f"papers-page.calendar-{key}", language, **blanks)

    held = exports.appointments(projection)
    title = say("papers.calendar-entry", language)
    entries = [
        words("entry", day=day_words(one.on, language), hours=_hours(one, language), title=title)
        for one in held
    ]
    notes = [words("hint"), words("stays")] if held else [words("empty")]
    if any(not day.is_agreed for day in projection.days):
        notes.append(words("pencil"))
    return {"title": words("title"), "entries": entries, "notes": notes}


def _hours(one: exports.Appointment, language: Language) -> str:
    if one.starts is None or one.ends is None:
        return say("papers-page.calendar-whole-day", language)
    return f"{one.starts:%H:%M}–{one.ends:%H:%M}"


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "words": block.words, "tone": block.tone}
        case Listing():
            entries = [
                {"words": e.words, "detail": e.detail, "box": e.is_done, "now": e.is_now}
                for e in block.entries
            ]
            return {"kind": "listing", "entries": entries}
        case Facts():
            facts = [
                {"label": one.label, "words": one.words, "lines": one.lines} for one in block.facts
            ]
            return {"kind": "facts", "facts": facts}
        case Table():
            return {"kind": "table", "heads": block.heads, "rows": block.rows}
        case Picture():
            # As an image a picture is inert: nothing in it is text of the page, or code.
            drawn = base64.b64encode(block.image().encode()).decode()
            return {
                "kind": "picture",
                "source": f"data:image/svg+xml;base64,{drawn}",
                "alt": block.alt_text,
            }


def _case_group(case: Case, language: Language) -> dict[str, Any]:
    rows = []
    if case.problem:
        rows.append(_row(case, "problem", "", case.problem, case.problem_shared_with))
    if case.factors:
        told = say("papers-page.said-back", language)
        rows.append(_row(case, "said_back", "", told, case.said_back_shared_with))
    return {"title": say("papers-page.group-case", language), "hint": "", "rows": rows}


def _group(case: Case, collection: str, language: Language) -> dict[str, Any]:
    items = case.items(collection)
    rows, hint = [], ""
    if collection == "log":
        # The newest first: that is what a room shows.
        items = sorted(case.log, key=lambda day: day.on, reverse=True)[:_DAYS_SHOWN]
    if collection == "return_plan.steps" and (case.return_plan.days or items):
        days = say("papers-page.plan-days", language)
        rows.append(_row(case, "return_plan", "", days, case.return_plan.shared_with))
        hint = say("papers-page.plan-hint", language)
    rows += [
        _row(case, collection, item.id, _words_of(case, item, language), item.shared_with)
        for item in items
    ]
    title = say(f"papers-page.group-{collection.replace('.', '-')}", language)
    return {"title": title, "hint": hint, "rows": rows}


def _words_of(case: Case, item: Any, language: Language) -> str:
    match item:
        case Circle():
            cards = (case.find("factors", card) for card in item.cards)
            words = " → ".join(card.words for card in cards if card is not None)
        case Perspective():
            person = case.person(item.who)
            day = short_day_words(item.on, language)
            words = _joined(person.called if person else "", day, item.words)
        case LogDay():
            far = say(f"log.far-{item.reached}", language) if item.reached else ""
            words = _joined(short_day_words(item.on, language), far, item.words)
        case Agreement() | FamilyAccommodation():
            words = item.what
        case _:
            words = item.words
    return words if len(words) <= _WORDS_SHOWN else words[: _WORDS_SHOWN - 1] + "…"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _row(
    case: Case, collection: str, item_id: str, words: str, shared_with: tuple[str, ...]
) -> dict[str, Any]:
    return {
        "collection": collection,
        "id": item_id,
        "words": words,
        "labels": spread(case, shared_with),
        "never": list(NEVER_SHOWN.get(collection, ())),
    }


def _with(case: Case, held: tuple[str, ...], label: str, *, on: bool) -> tuple[str, ...]:
    labels = spread(case, held)
    if on and label not in labels:
        labels.append(label)
    return tuple(one for one in labels if on or one != label)
