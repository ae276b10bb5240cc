"""What happens when the school week is used: its blocks, what is hard in them, a new timetable."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from caseform import timetable
from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    BlockKind,
    Case,
    Change,
    EditField,
    EditItem,
    LessonBlock,
    RemoveItem,
    SeveralChanges,
    new_id,
)
from caseform.school_calendar import overlaps, week_of
from caseform.text import Language, say, weekday_words
from caseform.widgets._asked import answer
from caseform.widgets.return_plan._school_days import SchoolDaysIntents
from caseform.widgets.return_plan._timetable_view import week_lines

_TIMETABLE = "school.timetable"
_ADJUSTMENTS = "school.adjustments"
_TOLD = ("subject", "teacher", "room")


class TimetableIntents(SchoolDaysIntents):
    """The gestures on the school week; mixed into the page."""

    session: Any
    send: Callable[[dict[str, Any]], None]

    def intent_add_block(self, intent: dict[str, Any]) -> None:
        """Add one block to the school week."""

        def add() -> None:
            block = {"id": new_id("b"), **_block_from(intent)}
            self._put(AddItem(collection=_TIMETABLE, item=block))

        answer(self, "block", add)

    def intent_save_block(self, intent: dict[str, Any]) -> None:
        """Change what one block is, when, and with whom."""

        def save() -> None:
            fields = _block_from(intent)
            self._put(EditItem(collection=_TIMETABLE, id=str(intent["id"]), fields=fields))

        answer(self, "block", save)

    def intent_like_block(self, intent: dict[str, Any]) -> None:
        """Say how much the young person likes a lesson."""
        self._edit(intent, liking=intent.get("value"))

    def intent_tense_block(self, intent: dict[str, Any]) -> None:
        """Say which tension the young person expects in a lesson, on the scale they were shown."""
        value = intent.get("value")
        scale = str(intent.get("scale", "0-10"))
        self._edit(intent, tension=None if value is None else {"value": value, "scale": scale})

    def intent_tax_block(self, intent: dict[str, Any]) -> None:
        """Say that a moment in a lesson asks extra, or that it does not."""
        block = self._block(intent)
        moment = str(intent.get("one") or intent.get("text") or "").strip()
        if not moment:
            return
        rest = [one for one in block.taxing if one != moment]
        self._edit(intent, taxing=[*rest, moment] if intent.get("on", True) else rest)

    def intent_exempt(self, intent: dict[str, Any]) -> None:
        """Write down with the school that a moment is not asked for now, or that it is again."""
        moment = str(intent["one"])
        language = self.session.language
        if intent["on"]:
            item = {
                "id": new_id("j"),
                "words": exempt_words(moment, language),
                "since": self.session.today().isoformat(),
                "exempts": [moment],
            }
            self.session.apply(AddItem(collection=_ADJUSTMENTS, item=item))
        else:
            self.session.apply(asking_again(self.session.case, moment))

    def intent_remove_block(self, intent: dict[str, Any]) -> None:
        """Take one block out of the school week."""
        self.session.apply(RemoveItem(collection=_TIMETABLE, id=str(intent["id"])))

    def intent_a_week(self, intent: dict[str, Any]) -> None:
        """Say that this week is a week A, or a week B."""
        today = self.session.today()
        now = week_of(self.session.case.school, today)
        if now is None or now.value != intent["value"]:
            day = today if intent["value"] == "a" else today + timedelta(weeks=1)
            self.session.apply(EditField(path="school.a_week", value=day.isoformat()))

    def intent_read_timetable(self, intent: dict[str, Any]) -> None:
        """Read what was pasted or chosen, and show it before anything changes."""
        shown: dict[str, Any] = {"kind": "timetable-read"}

        def read() -> None:
            found, replacement = self._read(intent)
            language = self.session.language
            shown["days"] = week_lines(found.blocks, language)
            shown["notes"] = [n.in_(language) for n in (*found.notes, *replacement.notes)]

        if answer(self, "timetable", read):
            self.send(shown)

    def intent_take_timetable(self, intent: dict[str, Any]) -> None:
        """Put what was read in the place of the timetable, or let it follow from a day."""
        answer(self, "timetable", lambda: self.session.apply(self._read(intent)[1].changes))

    def _read(
        self, intent: dict[str, Any]
    ) -> tuple[timetable.ReadTimetable, timetable.Replacement]:
        text = str(intent.get("text") or "")
        found = timetable.read_timetable(text, today=self.session.today())
        since = _day(intent["since"]) if intent.get("when") == "since" else None
        return found, timetable.replacing(self.session.case, found, since)

    def _block(self, intent: dict[str, Any]) -> LessonBlock:
        block = self.session.case.find(_TIMETABLE, str(intent["id"]))
        if block is None:
            raise InvalidCaseError("errors.no-longer-there")
        return block

    def _edit(self, intent: dict[str, Any], **fields: Any) -> None:
        self.session.apply(EditItem(collection=_TIMETABLE, id=str(intent["id"]), fields=fields))

    def _put(self, change: AddItem | EditItem) -> None:
        """Apply `change` unless two blocks would then run at the same time."""
        before = {(one.id, other.id) for one, other in overlaps(self.session.case.school)}
        for first, second in overlaps(change.apply(self.session.case).school):
            if (first.id, second.id) not in before:
                at = f"{max(first.starts, second.starts):%H:%M}"
                day = weekday_words(first.weekday, self.session.language)
                raise InvalidCaseError("timetable.block-overlaps", at=at, day=day)
        self.session.apply(change)


def exempt_words(moment: str, language: Language) -> str:
    """Return how it is written down that a moment of lessons is not asked for now."""
    return say("timetable.exempt-words", language, moment=moment)


def asking_again(case: Case, moment: str) -> Change:
    """Return the change after which no adjustment leaves `moment` out.

    What was written down for this moment alone goes as a whole; what says more stays.
    """
    changes: list[Any] = []
    for one in case.school.adjustments:
        if moment not in one.exempts:
            continue
        rest = [other for other in one.exempts if other != moment]
        if not rest and one.words in (exempt_words(moment, "nl"), exempt_words(moment, "en")):
            changes.append(RemoveItem(collection=_ADJUSTMENTS, id=one.id))
        else:
            changes.append(EditItem(collection=_ADJUSTMENTS, id=one.id, fields={"exempts": rest}))
    return SeveralChanges(changes=tuple(changes))


def _block_from(intent: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "weekday": int(intent["weekday"]),
        "starts": _clock(intent["starts"]),
        "ends": _clock(intent["ends"]),
        **{name: str(intent.get(name) or "").strip() for name in _TOLD},
    }
    if not fields["subject"]:
        raise InvalidCaseError("timetable.block-needs-subject")
    # A break that is typed by its name is a break, unless something else was chosen.
    kind = intent.get("block_kind") or timetable.kind_of(fields["subject"])
    fields["kind"] = BlockKind(kind).value
    fields["week"] = intent.get("week") or None
    if "until" in intent:
        fields |= {name: intent.get(name) or None for name in ("since", "until")}
    return fields


def _day(written: object) -> date:
    try:
        return date.fromisoformat(str(written))
    except ValueError as error:
        raise InvalidCaseError("timetable.needs-day") from error


def _clock(written: object) -> str:
    """Return a time of day as the case keeps it.

    Example:
        >>> _clock("8:30"), _clock("8u30"), _clock("9")
        ('08:30:00', '08:30:00', '09:00:00')
    """
    text = str(written).strip()
    times = timetable.times_in(f"{text}:00" if text.isdigit() else text)
    if len(times) != 1:
        raise InvalidCaseError("errors.no-time-of-day")
    return times[0].isoformat()
