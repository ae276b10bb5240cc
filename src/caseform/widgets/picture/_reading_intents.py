"""What happens when the board is read: voices, circles, sentences, and what changed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from caseform.errors import InvalidCaseError
from caseform.model import Item, RemoveItem, Verdict
from caseform.retelling import differences, everything
from caseform.widgets._bar import audiences_of
from caseform.widgets.picture import _reading
from caseform.widgets.picture._changes import audiences, working_on
from caseform.widgets.picture._told import MODES

# What the labels of the young person and of each parent begin with.
_FAMILY = ("youth", "parent:")


class ReadingIntents:
    """The gestures under the board and on an opened card. The page with the board inherits it."""

    session: Any
    send: Any
    _lit: str | None

    @property
    def _labels(self) -> list[str]:
        people = audiences_of(self.session.case, self.session.room, self.session.language)
        return [each["id"] for each in people]

    def intent_compare(self, intent: dict[str, Any]) -> None:
        """Say that two people say the same, or see it differently."""
        self.session.apply(
            _reading.comparing(
                self.session.case,
                intent["one"],
                intent["other"],
                Verdict(intent["verdict"]),
                today=self.session.today(),
            )
        )

    def intent_split(self, intent: dict[str, Any]) -> None:
        """Take one card out of a comparison; what was said stays."""
        self.session.apply(
            _reading.splitting(self.session.case, intent["comparison"], intent["card"])
        )

    def intent_work_on(self, intent: dict[str, Any]) -> None:
        """Say that a step or a goal works on a card, or no longer."""
        collection = {"step": "return_plan.steps", "goal": "goals"}[intent["what"]]
        self.session.apply(
            working_on(
                self.session.case, collection, intent["item"], intent["id"], bool(intent["on"])
            )
        )

    def intent_light(self, intent: dict[str, Any]) -> None:
        """Draw one circle on the board, or none."""
        self._lit = intent["name"]

    def intent_choose_circle(self, intent: dict[str, Any]) -> None:
        """Keep a circle to look at."""
        cards = [str(card) for card in intent["cards"]]
        self.session.apply(
            _reading.choosing_circle(self.session.case, cards, today=self.session.today())
        )
        self._lit = "+".join(cards)

    def intent_drop_circle(self, intent: dict[str, Any]) -> None:
        """Let a circle go; its cards and links stay."""
        self.session.apply(RemoveItem(collection="circles", id=intent["id"]))

    def intent_share_circle(self, intent: dict[str, Any]) -> None:
        """Share a circle with whoever sees all of it, or with nobody."""
        self.session.apply(
            _reading.sharing_circle(
                self.session.case, intent["id"], bool(intent["on"]), known=self._labels
            )
        )

    def intent_correct(self, intent: dict[str, Any]) -> None:
        """Keep a sentence as it was corrected."""
        case = self.session.case
        change = _reading.correcting(
            case,
            str(intent["about"]),
            str(intent["made"]),
            str(intent["text"]),
            cards=intent["cards"],
            language=self.session.language,
            labels=case.said_back_shared_with,
            today=self.session.today(),
        )
        if change is not None:
            self.session.apply(change)

    def intent_share_told(self, intent: dict[str, Any]) -> None:
        """Let one audience more, or one less, read their part of the picture in words."""
        case = self.session.case
        label, on = str(intent["label"]), bool(intent["on"])
        if label not in self._labels:
            raise InvalidCaseError("errors.no-such-part")
        left = [each for each in case.said_back_shared_with if each != label]
        self.session.apply(_reading.sharing_told(case, [*left, label] if on else left))

    def intent_changed(self, intent: dict[str, Any]) -> None:
        """Say what changed since a day, for one of the readers."""
        mode = str(intent["mode"])
        if mode not in MODES:
            raise InvalidCaseError("errors.no-such-part")
        before = self.session.case_on(_day(intent["since"]))
        found = differences(
            before,
            self.session.case,
            self.session.language,
            sees=self._all_of_them_see if mode == "family" else everything,
            mode=mode,
        )
        self.send(
            {
                "kind": "differences",
                "lines": [one.text for one in found],
                "new": _cards(found, "new"),
                "changed": _cards(found, "changed"),
            }
        )

    def _all_of_them_see(self, item: Item) -> bool:
        """Return whether the young person and every parent may see it."""
        family = [each for each in self._labels if each.startswith(_FAMILY)]
        return audiences(self.session.case, item, family) == family


def _cards(found: Sequence[Any], kind: str) -> list[str]:
    return [card for one in found if one.kind == kind for card in one.cards]


def _day(written: object) -> date:
    try:
        return date.fromisoformat(str(written))
    except ValueError as error:
        raise InvalidCaseError("errors.no-such-part") from error
