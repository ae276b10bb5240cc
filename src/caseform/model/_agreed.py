"""What people agreed to holds for what it was: a later change is pencilled again."""

from typing import Any

from caseform.model._base import Value
from caseform.model._case import Case
from caseform.model._return import PlannedDay, ReturnStep

# What a step asks, and so what was agreed to; the rest, such as what helps, may be written down
# at any time.
_ASKS = ("words", "reaches", "blocks", "minutes", "lessons", "is_skipped", "moments")
# How a step or a day goes: what was still open may be filled in, what was agreed not changed.
_STEP_GOES = ("asks", "with_whom")
_DAY_GOES = ("travel_with", "received_by")


def without_lapsed(before: Case, after: Case) -> Case:
    """Return `after`, in which a day that was agreed is pencilled again if it became another.

    A day became another if its step asks something else or is gone, if it has another date, step
    or person, or if something in how it goes was changed. Filling in what was still open in how
    it goes, or who is there, changes nothing that was agreed, and a day that was written up
    already is past.
    """
    agreed = [day for day in after.return_plan.days if day.agreed]
    if not agreed or before.return_plan == after.return_plan:
        return after
    written_up = {day.on for day in after.log}
    was = {day.id: day for day in before.return_plan.days if day.agreed}
    how = before.return_plan.how
    all_lapse = _changed(how, after.return_plan.how, *type(how).model_fields)
    days = tuple(
        day.model_copy(update={"agreed": False})
        if day.agreed
        and day.id in was
        and day.on not in written_up
        and (all_lapse or _is_another(before, after, was[day.id], day))
        else day
        for day in after.return_plan.days
    )
    return after.with_items("return_plan.days", days)


def _is_another(before: Case, after: Case, was: PlannedDay, now: PlannedDay) -> bool:
    if (was.on, was.step) != (now.on, now.step) or _changed(was, now, *_DAY_GOES):
        return True
    old: ReturnStep | None = before.find("return_plan.steps", was.step)
    new: ReturnStep | None = after.find("return_plan.steps", now.step)
    if old is None or new is None:
        return True
    asks_else = any(getattr(old, part) != getattr(new, part) for part in _ASKS)
    return asks_else or _changed(old, new, *_STEP_GOES)


def _changed(was: Value, now: Value, *parts: str) -> bool:
    """Return whether a part that was filled in became another."""
    values: list[tuple[Any, Any]] = [(getattr(was, part), getattr(now, part)) for part in parts]
    return any(before and after != before for before, after in values)
