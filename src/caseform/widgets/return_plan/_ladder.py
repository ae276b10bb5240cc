"""What happens when the ladder is used."""

from typing import Any

from caseform import catalogue
from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    EditField,
    EditItem,
    MoveItem,
    ReturnStep,
    SeveralChanges,
    ShareItem,
)
from caseform.widgets._asked import answer
from caseform.widgets.return_plan._step_changes import (
    STEPS,
    find,
    new_step,
    removing_step,
    skipping,
    splitting,
    taking_lessons,
)

_STEP_FIELDS = (
    "words",
    "kind",
    "minutes",
    "predicted",
    "helps",
    "reaches",
    "at_least_days",
    "asks",
    "with_whom",
    "is_first_time",
)
_WHOLE_NUMBERS = ("minutes", "at_least_days")
_LISTS = ("moments", "chosen_by", "factors", "goals", "blocks")


class LadderIntents:
    """The gestures on the ladder; mixed into the page."""

    session: Any

    def intent_add_step(self, intent: dict[str, Any]) -> None:
        """Add one step, or several lines as several steps, at the end of the ladder."""
        lines = [line.strip() for line in str(intent["text"]).splitlines() if line.strip()]
        self._add([new_step(line) for line in lines])

    def intent_add_ladder(self, intent: dict[str, Any]) -> None:
        """Add the steps of an example from the sources; each can be changed."""
        ladder = catalogue.load().ladders[str(intent["id"])]
        self._add(
            [
                new_step(
                    step.text.in_(self.session.language),
                    kind=str(ladder.kind),
                    reaches=step.reaches,
                    minutes=step.minutes or 0,
                )
                for step in ladder.steps
            ]
        )

    def intent_edit_step(self, intent: dict[str, Any]) -> None:
        """Change one field of a step."""
        name = str(intent["name"])
        if name not in _STEP_FIELDS:
            raise InvalidCaseError("errors.no-such-part")
        value = intent.get("text", intent.get("value"))
        if name in _WHOLE_NUMBERS:
            value = _whole_number(name, value)
        if name == "predicted" and value is not None:
            value = {"value": value, "scale": intent.get("scale", "0-10")}
        self.session.apply(EditItem(collection=STEPS, id=str(intent["id"]), fields={name: value}))

    def intent_step_has(self, intent: dict[str, Any]) -> None:
        """Say of a moment, a person, a card, a goal or a lesson whether a step has it."""
        name, one = str(intent["name"]), str(intent["one"])
        if name not in _LISTS:
            raise InvalidCaseError("errors.no-such-part")
        step = find(self.session.case, str(intent["id"]))
        held = [each for each in getattr(step, name) if each != one]
        now = [*held, one] if intent["on"] else held
        self.session.apply(
            taking_lessons(step.id, blocks=tuple(now))
            if name == "blocks"
            else EditItem(collection=STEPS, id=step.id, fields={name: now})
        )

    def intent_step_lessons(self, intent: dict[str, Any]) -> None:
        """Say how many lessons a step takes in, whichever they are; none is an answer too."""
        written = intent.get("text", intent.get("value"))
        lessons = _whole_number("lessons", written)
        self.session.apply(taking_lessons(str(intent["id"]), lessons=lessons))

    def intent_share_step(self, intent: dict[str, Any]) -> None:
        """Let the young person see a step, or no longer."""
        step = find(self.session.case, str(intent["id"]))
        others = [label for label in step.shared_with if label != "youth"]
        labels = ("youth", *others) if intent["on"] else tuple(others)
        self.session.apply(ShareItem(collection=STEPS, id=step.id, labels=labels))

    def intent_move_step(self, intent: dict[str, Any]) -> None:
        """Put a step before another one."""
        self.session.apply(
            MoveItem(collection=STEPS, id=str(intent["id"]), before=intent.get("before"))
        )

    def intent_split_step(self, intent: dict[str, Any]) -> None:
        """Make two steps of one that is too big."""

        def split() -> None:
            first, second = (str(intent.get(name) or "").strip() for name in ("first", "second"))
            self.session.apply(splitting(self.session.case, str(intent["id"]), first, second))

        answer(self, "split", split)

    def intent_skip_step(self, intent: dict[str, Any]) -> None:
        """Pass a step over, or take it in again; it stays on the ladder."""
        self.session.apply(skipping(self.session.case, str(intent["id"]), on=bool(intent["on"])))

    def intent_remove_step(self, intent: dict[str, Any]) -> None:
        """Take a step off the ladder, with the days on which it stood."""
        self.session.apply(removing_step(self.session.case, str(intent["id"])))

    def intent_current(self, intent: dict[str, Any]) -> None:
        """Say which step is done now."""
        self.session.apply(EditField(path="return_plan.current", value=str(intent["id"])))

    def _add(self, steps: list[AddItem]) -> None:
        if not steps:
            return
        # The first step that is written down is where it begins.
        first = [EditField(path="return_plan.current", value=steps[0].item["id"])]
        begins = [] if self.session.case.return_plan.current else first
        self.session.apply(SeveralChanges(changes=(*steps, *begins)))


def _whole_number(name: str, written: object) -> int:
    """Return what was written in a field of a step that holds a number.

    Raises:
        InvalidCaseError: It is no whole number, or more than a step can have.
    """
    text = str(written if written is not None else "").strip()
    if text and not (text.isascii() and text.isdigit()):
        raise InvalidCaseError(f"errors.no-number-of-{name.replace('_', '-')}")
    limits = (getattr(one, "le", None) for one in ReturnStep.model_fields[name].metadata)
    most = next(limit for limit in limits if limit is not None)
    if len(text.lstrip("0")) > len(str(most)) or int(text or 0) > most:
        raise InvalidCaseError("errors.number-too-high", most=most)
    return int(text or 0)
