"""What one gesture on a step changes in the case, as one change that one undo takes back."""

from typing import Any

from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    Case,
    Change,
    EditField,
    EditItem,
    MoveItem,
    RemoveItem,
    ReturnStep,
    SeveralChanges,
    new_id,
)

STEPS = "return_plan.steps"
# What the smaller first half has in common with the step that it was split from.
_SHARED_BY_HALVES = ("kind", "helps", "factors", "goals", "chosen_by", "asks")


def new_step(words: str, **fields: Any) -> AddItem:
    """Return the change that puts a step at the end of the ladder."""
    return AddItem(
        collection=STEPS,
        item={"id": new_id("s"), "words": words, **{k: v for k, v in fields.items() if v}},
    )


def taking_lessons(step_id: str, *, lessons: int = 0, blocks: tuple[str, ...] = ()) -> EditItem:
    """Return the change that says which lessons a step takes in: so many, or these, never both."""
    return EditItem(
        collection=STEPS, id=step_id, fields={"lessons": lessons, "blocks": list(blocks)}
    )


def splitting(case: Case, step_id: str, first: str, second: str) -> SeveralChanges:
    """Return the change that puts a smaller step before a step that is too big.

    The second half stays the step that it was, with its own days and what was said on them. Where
    it was the step of now, the smaller one becomes that.

    Raises:
        InvalidCaseError: There is no such step, or a half has no words.
    """
    step = find(case, step_id)
    if not first or not second:
        raise InvalidCaseError("errors.two-steps-need-words")
    smaller = new_step(
        first, **{name: step.model_dump(mode="json")[name] for name in _SHARED_BY_HALVES}
    )
    changes: list[Change] = [
        smaller,
        MoveItem(collection=STEPS, id=smaller.item["id"], before=step_id),
        EditItem(collection=STEPS, id=step_id, fields={"words": second}),
    ]
    if case.return_plan.current == step_id:
        changes.append(EditField(path="return_plan.current", value=smaller.item["id"]))
    return SeveralChanges(changes=tuple(changes))


def skipping(case: Case, step_id: str, *, on: bool) -> SeveralChanges:
    """Return the change that passes a step over, or takes it in again.

    Raises:
        InvalidCaseError: There is no such step.
    """
    find(case, step_id)
    changes: list[Change] = [
        EditItem(collection=STEPS, id=step_id, fields={"is_skipped": on}),
    ]
    if on and case.return_plan.current == step_id:
        changes.append(EditField(path="return_plan.current", value=_nearest(case, step_id)))
    return SeveralChanges(changes=tuple(changes))


def removing_step(case: Case, step_id: str) -> SeveralChanges:
    """Return the change that takes a step away with its dated days, and moves on the current one.

    Raises:
        InvalidCaseError: There is no such step.
    """
    find(case, step_id)
    changes: list[Change] = [
        RemoveItem(collection="return_plan.days", id=day.id)
        for day in case.return_plan.days
        if day.step == step_id
    ]
    if case.return_plan.current == step_id:
        changes.append(EditField(path="return_plan.current", value=_nearest(case, step_id)))
    changes.append(RemoveItem(collection=STEPS, id=step_id))
    return SeveralChanges(changes=tuple(changes))


def find(case: Case, step_id: str) -> ReturnStep:
    """Return a step of the ladder.

    Raises:
        InvalidCaseError: There is no such step.
    """
    step: ReturnStep | None = case.find(STEPS, step_id)
    if step is None:
        raise InvalidCaseError("errors.no-longer-there")
    return step


def _nearest(case: Case, step_id: str) -> str | None:
    """Return the step before this one, else the one after: what worked is not lost with it."""
    steps = [step for step in case.return_plan.steps if step.id == step_id or not step.is_skipped]
    at = [step.id for step in steps].index(step_id)
    left = steps[at - 1 : at] if at else steps[1:2]
    return left[0].id if left else None
