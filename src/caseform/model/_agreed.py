"""What people agreed to holds for what it was: a later change is pencilled again."""

from caseform.model._case import Case
from caseform.model._return import PlannedDay, ReturnStep

# What a step asks; the rest, such as what helps, may be written down at any time.
_ASKS = ("words", "reaches", "blocks", "minutes", "lessons", "is_skipped")


def without_lapsed(before: Case, after: Case) -> Case:
    """Return `after`, in which a day that was agreed is pencilled again if it became another.

    A day became another if its step asks something else, if it has another date, step or person,
    or if something in how it goes was changed. Filling in what was still open in how it goes
    changes nothing that was agreed, and a day that was written up already is past.
    """
    agreed = [day for day in after.return_plan.days if day.agreed]
    if not agreed or before.return_plan == after.return_plan:
        return after
    written_up = {day.on for day in after.log}
    was = {day.id: day for day in before.return_plan.days if day.agreed}
    all_lapse = _how_changed(before, after)
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


def _how_changed(before: Case, after: Case) -> bool:
    was, now = before.return_plan.how.model_dump(), after.return_plan.how.model_dump()
    return any(value and now[name] != value for name, value in was.items())


def _is_another(before: Case, after: Case, was: PlannedDay, now: PlannedDay) -> bool:
    if (was.on, was.step, was.travel_with, was.received_by) != (
        now.on,
        now.step,
        now.travel_with,
        now.received_by,
    ):
        return True
    old: ReturnStep | None = before.find("return_plan.steps", was.step)
    new: ReturnStep | None = after.find("return_plan.steps", now.step)
    return old is None or new is None or any(getattr(old, x) != getattr(new, x) for x in _ASKS)
