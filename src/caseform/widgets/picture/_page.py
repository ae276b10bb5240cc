"""The page with the board, and what happens when it is used."""

from datetime import date
from typing import Any

from caseform import catalogue
from caseform.catalogue import FactorEntry
from caseform.errors import ClashError, InvalidCaseError
from caseform.model import Case, Change, EditItem, LinkSign, PersonKind, RemoveItem
from caseform.text import say, say_count
from caseform.widgets._bar import audiences_of
from caseform.widgets._page import Page
from caseform.widgets.picture import _changes
from caseform.widgets.picture._reading_intents import ReadingIntents
from caseform.widgets.picture._view import picture_view, source_of

# A gesture is answered within a second or two; the names of older ones are not needed any more.
_HEARD = 40


class PicturePage(ReadingIntents, Page):
    """The page with the board: cards, their places, and what keeps what going."""

    bundle_name = "picture"
    workbook = "20_picture"

    def __init__(self, session: Any) -> None:
        self._speaker: str | None = None
        self._heard: tuple[str, ...] = ()
        self._removed: tuple[Case, str] | None = None
        self._case_id: str | None = None
        self._lit: str | None = None
        self._days: tuple[date, ...] = ()
        super().__init__(session)

    def refresh(self) -> None:
        """Show the page as it is now; what belonged to another case, or a locked one, is let go."""
        case_id = None if self.session.is_locked else self.session.case.id
        if case_id != self._case_id:
            self._case_id, self._speaker, self._removed = case_id, None, None
            self._lit, self._days = None, ()
        if case_id and self.session.today() not in self._days:
            # The first change of today makes one day more to look back from.
            self._days = self.session.days()
        super().refresh()

    def page_view(self) -> dict[str, Any]:
        """Return what the browser draws, and which of its gestures are already in it."""
        session = self.session
        view = picture_view(
            session.case,
            session.language,
            room=session.room,
            speaker=self._speaker,
            lit=self._lit,
            days=self._days,
        )
        return {**view, "heard": list(self._heard)}

    def intent_search(self, intent: dict[str, Any]) -> None:
        """Offer entries of the catalogue that fit what was typed so far."""
        typed, speaker = str(intent["text"]), self._person(intent.get("said_by"))
        found = catalogue.load().search(typed, self.language, watching=self._is_watched, limit=6)
        offered = [self._offer(entry, speaker) for entry in found]
        self.send({"kind": "found", "nr": intent["nr"], "entries": offered})

    def intent_speaker(self, intent: dict[str, Any]) -> None:
        """Remember whose words the next card will be."""
        self._speaker = self._person(intent["id"])

    def intent_add_card(self, intent: dict[str, Any]) -> None:
        """Lay one card: in one's own words, or as the catalogue says it."""
        for_me = bool(intent.get("for_me"))
        speaker = self._own if for_me else self._person(intent.get("said_by"))
        entry = catalogue.load().factors.get(str(intent.get("entry") or ""))
        words = self._wording(entry, speaker) if entry else str(intent["text"])
        # Offered just before the room opened: then it is for the therapist alone.
        kept_back = entry is not None and entry.sensitive and self._is_watched
        self.session.apply(
            _changes.adding(
                self.session.case,
                words,
                said_by=speaker,
                today=self.session.today(),
                entry=entry,
                place=intent.get("place"),
                side=intent.get("side"),
            ),
            for_me=for_me or kept_back,
        )

    def intent_add_cards(self, intent: dict[str, Any]) -> None:
        """Lay one card for each line that was pasted."""
        lines = [line for line in map(str, intent["lines"]) if line.strip()]
        if len(lines) > _changes.MOST_LINES:
            raise InvalidCaseError("errors.too-many-cards", most=_changes.MOST_LINES)
        for_me = bool(intent.get("for_me"))
        self.session.apply(
            _changes.adding_lines(
                self.session.case,
                lines,
                said_by=self._own if for_me else self._person(intent.get("said_by")),
                today=self.session.today(),
            ),
            for_me=for_me,
        )
        self.notice(say_count("picture.pasted", self.language, len(lines)))

    def intent_move_card(self, intent: dict[str, Any]) -> None:
        """Lay a card in another cell, or elsewhere in its own."""
        # Whatever comes of it, the browser may stop drawing its own idea of it.
        self._heard = (*self._heard, str(intent["nr"]))[-_HEARD:]
        self._apply(
            _changes.moving(
                self.session.case,
                intent["id"],
                place=intent["place"],
                side=intent["side"],
                before=intent["before"],
                along=intent.get("along", ()),
            )
        )

    def intent_source(self, intent: dict[str, Any]) -> None:
        """Say where the catalogue has a card from."""
        card = self.session.case.find("factors", intent["id"])
        if card is None:
            raise InvalidCaseError("errors.no-longer-there")
        text = source_of(card, self.language)
        self.send({"kind": "source", "id": card.id, "text": text})

    def intent_reword(self, intent: dict[str, Any]) -> bool:
        """Write a text on a card; if it was changed elsewhere meanwhile, ask which stays."""
        card_id, name, text = intent["id"], str(intent["name"]), str(intent["text"])
        try:
            self.session.apply(_changes.rewording(card_id, name, text, was=intent.get("was")))
        except ClashError:
            theirs = getattr(self.session.case.find("factors", card_id), name)
            self.send(
                {
                    "kind": "clash",
                    "id": card_id,
                    "name": name,
                    "field": intent.get("field"),
                    "mine": text,
                    "theirs": theirs,
                }
            )
            return True
        return False

    def intent_set(self, intent: dict[str, Any]) -> None:
        """Answer one question about a card, or take the answer back."""
        value = intent["value"]
        if intent["name"] == "strength" and value is not None:
            value = int(value)
        if intent["name"] == "said_by":
            value = self._person(value)
        self.session.apply(_changes.setting(self.session.case, intent["id"], intent["name"], value))

    def intent_share(self, intent: dict[str, Any]) -> None:
        """Share a card with one audience, or no longer."""
        self.session.apply(
            _changes.sharing(
                self.session.case,
                intent["id"],
                str(intent["label"]),
                bool(intent["on"]),
                known=self._labels,
            )
        )

    def intent_share_here(self, intent: dict[str, Any]) -> None:
        """Share a card with everyone present."""
        if self.session.room is None:
            raise InvalidCaseError("errors.room-not-open")
        self.session.apply(
            _changes.sharing_here(
                self.session.case, intent["id"], self.session.room.room, known=self._labels
            )
        )

    def intent_withdraw(self, intent: dict[str, Any]) -> None:
        """Keep a card to the therapist alone."""
        self.session.apply(_changes.withdrawing(intent["id"]))

    def intent_link(self, intent: dict[str, Any]) -> None:
        """Tie two cards."""
        case, source, target = self.session.case, intent["source"], intent["target"]
        both = _changes.seeing_both(case, source, target, self._labels)
        self.session.apply(
            _changes.linking(
                case, source, target, LinkSign(intent["sign"]), today=self.session.today()
            ),
            # An arrow to a card that someone here may not see is not everyone's either.
            for_me=not set(self._here) <= set(both),
        )

    def intent_sign_link(self, intent: dict[str, Any]) -> None:
        """Say whether a link gives more or less."""
        fields = {"sign": intent["sign"]}
        self.session.apply(EditItem(collection="links", id=intent["id"], fields=fields))

    def intent_share_link(self, intent: dict[str, Any]) -> None:
        """Share a link with whoever sees both of its cards, or with nobody."""
        self.session.apply(
            _changes.sharing_link(
                self.session.case, intent["id"], bool(intent["on"]), known=self._labels
            )
        )

    def intent_unlink(self, intent: dict[str, Any]) -> None:
        """Take a link away."""
        self.session.apply(RemoveItem(collection="links", id=intent["id"]))

    def intent_remove_card(self, intent: dict[str, Any]) -> None:
        """Take a card off the board, and offer to lay it back."""
        before = self.session.case
        self.session.apply(RemoveItem(collection="factors", id=intent["id"]))
        self._removed = (before, intent["id"])
        self.send(
            {
                "kind": "removed",
                "id": intent["id"],
                "text": say("picture.removed", self.language),
                "back": say("picture.bring-back", self.language),
            }
        )

    def intent_bring_back(self, intent: dict[str, Any]) -> None:
        """Lay the card back that was removed last, and nothing else."""
        if self._removed is None or self._removed[1] != intent["id"]:
            raise InvalidCaseError("errors.no-longer-there")
        (before, card_id), self._removed = self._removed, None
        # It keeps the audiences that it had, whoever is watching now.
        self.session.apply(_changes.bringing_back(before, card_id, self.session.case), for_me=True)

    @property
    def _is_watched(self) -> bool:
        return self.session.room is not None

    @property
    def _here(self) -> list[str]:
        people = audiences_of(self.session.case, self.session.room, self.language)
        return [each["id"] for each in people if each["here"]]

    @property
    def _own(self) -> str | None:
        """Who speaks on a card that is for the therapist alone: nobody else in the room."""
        therapists = [p.id for p in self.session.case.people if p.kind is PersonKind.THERAPIST]
        return therapists[0] if len(therapists) == 1 else None

    def _person(self, person_id: Any) -> str | None:
        person = self.session.case.person(person_id)
        return person.id if person else None

    def _wording(self, entry: FactorEntry, speaker: str | None) -> str:
        person = self.session.case.person(speaker)
        by_youth = person is not None and person.kind is PersonKind.YOUNG_PERSON
        return _changes.wording(entry, self.language, by_youth=by_youth, watching=self._is_watched)

    def _offer(self, entry: FactorEntry, speaker: str | None) -> dict[str, str]:
        # The clinician's term is not for eyes that look along.
        term = "" if self._is_watched else entry.text.in_(self.language)
        place = say(f"picture.place-{entry.place.value}", self.language)
        return {
            "id": entry.id,
            "text": self._wording(entry, speaker),
            "hint": " · ".join(part for part in (place, term) if part),
        }

    def _apply(self, change: Change | None) -> None:
        if change is not None:
            self.session.apply(change)
