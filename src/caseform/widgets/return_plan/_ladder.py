"""What happens when the ladder is used."""

from typing import Any

from caseform import catalogue
from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    Case,
    Change,
    EditField,
    EditItem,
    MoveItem,
    RemoveItem,
    SeveralChanges,
    new_id,
)

_STEP_FIELDS = ("words", "kind", "minutes", "predicted", "helps")


class LadderIntents:
    """The gestures on the ladder; mixed into the page."""

    session: Any

    def intent_add_step(self, intent: dict[str, Any]) -> None:
        """Add one step, or several lines as several steps, at the end of the ladder."""
        lines = [line.strip() for line in str(intent["text"]).splitlines() if line.strip()]
        self._add([_new_step(line) for line in lines])

    def intent_add_ladder(self, intent: dict[str, Any]) -> None:
        """Begin with the steps of a ladder from the sources; each can be changed."""
        ladder = catalogue.load().ladders[str(intent["id"])]
        self._add(
            [
                _new_step(
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
        if name == "minutes":
            value = _minutes(value)
        if name == "predicted" and value is not None:
            value = {"value": value}
        self.session.apply(
            EditItem(collection="return_plan.steps", id=str(intent["id"]), fields={name: value})
        )

    def intent_move_step(self, intent: dict[str, Any]) -> None:
        """Put a step before another one."""
        self.session.apply(
            MoveItem(
                collection="return_plan.steps", id=str(intent["id"]), before=intent.get("before")
            )
        )

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


def removing_step(case: Case, step_id: str) -> Change:
    """Return the change that takes a step away with its dated days, and moves on the current one.

    Raises:
        InvalidCaseError: There is no such step.
    """
    steps = [step.id for step in case.return_plan.steps]
    if step_id not in steps:
        raise InvalidCaseError("errors.no-longer-there")
    changes: list[Any] = [
        RemoveItem(collection="return_plan.days", id=day.id)
        for day in case.return_plan.days
        if day.step == step_id
    ]
    if case.return_plan.current == step_id:
        at = steps.index(step_id)
        # Back to the step before it: what worked is not lost with the step that goes.
        nearest = steps[at - 1] if at else (steps[1] if len(steps) > 1 else None)
        changes.append(EditField(path="return_plan.current", value=nearest))
    changes.append(RemoveItem(collection="return_plan.steps", id=step_id))
    return SeveralChanges(changes=tuple(changes))


def _new_step(words: str, **fields: Any) -> AddItem:
    return AddItem(
        collection="return_plan.steps",
        item={"id": new_id("s"), "words": words, **{k: v for k, v in fields.items() if v}},
    )


def _minutes(written: object) -> int:
    text = str(written if written is not None else "").strip()
    if text and not (text.isascii() and text.isdigit()):
        raise InvalidCaseError("errors.no-number-of-minutes")
    return int(text or 0)
