"""What can be wished for, and what each wish changes in the case."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from caseform.model import (
    AddItem,
    Away,
    Case,
    Change,
    EditField,
    EditItem,
    Finding,
    FreeDay,
    FreeDayKind,
    RemoveItem,
    ReturnStep,
    ladder,
    level_now,
)
from caseform.planner._ahead import (
    agreed_above,
    back_to,
    days_to_come,
    pencilled_again,
    refused,
    step_above,
    step_below,
)


@dataclass(frozen=True, slots=True)
class Come:
    """Can the next step come on this day?"""

    on: date


@dataclass(frozen=True, slots=True)
class Hold:
    """Nothing more is asked up to and including this day."""

    until: date


@dataclass(frozen=True, slots=True)
class StepBack:
    """Back to the step before the present one."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Pass over one step of the ladder.

    Args:
        step: Its id.
    """

    step: str


@dataclass(frozen=True, slots=True)
class OtherReceiver:
    """Someone else receives from the first to the last of these days.

    Args:
        person: Id of the one who receives then.
        starts: The first day.
        ends: The last day.
    """

    person: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Ill:
    """Ill from the first to the last of these days."""

    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days off of one's own, from the first to the last.

    Args:
        starts: The first day.
        ends: The last day.
        words: What they are for.
    """

    starts: date
    ends: date
    words: str = ""


Wish = Come | Hold | StepBack | Skip | OtherReceiver | Ill | Holiday


def cannot(case: Case, wish: Wish, today: date) -> Finding | None:
    """Return why this can never be wished for in `case`; None where it can."""
    match wish:
        case Hold(until) if until < today:
            return refused("what-if.past", until.isoformat(), day=until)
        case StepBack() if _smaller(case) is None:
            return refused("what-if.no-smaller-step", "return_plan.current")
        case Skip(step) if [one.id for one in ladder(case)] == [step]:
            return refused("what-if.only-step", step)
        case _:
            return None


def changes_for(
    case: Case, wish: Wish, today: date, new_id: Callable[[str], str]
) -> tuple[Change, ...]:
    """Return what `wish` changes in `case`; a question about coming changes nothing by itself."""
    match wish:
        case Hold(until):
            return _holding(case, until, today)
        case StepBack():
            smaller = _smaller(case)
            return () if smaller is None else back_to(case, smaller.id, today)
        case Skip(step):
            skip = EditItem(collection="return_plan.steps", id=step, fields={"is_skipped": True})
            return (skip, *_leaving(case, step))
        case OtherReceiver():
            return _receiving(case, wish, today, new_id)
        case Ill(starts, ends):
            off = FreeDay(id=new_id("x"), on=starts, until=ends, kind=FreeDayKind.ILL)
            return _off(case, off, today)
        case Holiday(starts, ends, words):
            off = FreeDay(id=new_id("x"), on=starts, until=ends, kind=FreeDayKind.OWN, words=words)
            return _off(case, off, today)
        case Come():
            return ()


def _smaller(case: Case) -> ReturnStep | None:
    level = level_now(case)
    return None if level is None else step_below(case, case.return_plan.steps[level].id)


def _holding(case: Case, until: date, today: date) -> tuple[Change, ...]:
    level = level_now(case)
    more = () if level is None else agreed_above(case, level, today)
    hold = EditField(path="return_plan.hold_until", value=until.isoformat())
    return (hold, *pencilled_again(day for day in more if day.on <= until))


def _leaving(case: Case, step: str) -> tuple[Change, ...]:
    level = level_now(case)
    if level is None or case.return_plan.steps[level].id != step:
        return ()
    # Rather a step back than one that nobody is used to yet.
    other = step_below(case, step) or step_above(case)
    return () if other is None else (EditField(path="return_plan.current", value=other.id),)


def _receiving(
    case: Case, wish: OtherReceiver, today: date, new_id: Callable[[str], str]
) -> tuple[Change, ...]:
    usual = case.return_plan.how.receiver
    if usual is None:
        return (EditField(path="return_plan.how.receiver", value=wish.person),)
    if usual == wish.person:
        return ()
    away = Away(
        id=new_id("w"), person=usual, starts=wish.starts, ends=wish.ends, instead=wish.person
    )
    theirs = [
        EditItem(
            collection="return_plan.days",
            id=day.id,
            fields={"received_by": wish.person, "agreed": False},
        )
        for day in days_to_come(case, today)
        if wish.starts <= day.on <= wish.ends and day.received_by == usual
    ]
    return (AddItem(collection="return_plan.away", item=away.model_dump(mode="json")), *theirs)


def _off(case: Case, off: FreeDay, today: date) -> tuple[Change, ...]:
    gone = [
        RemoveItem(collection="return_plan.days", id=day.id)
        for day in days_to_come(case, today)
        if day.on in off.days
    ]
    return (AddItem(collection="school.free_days", item=off.model_dump(mode="json")), *gone)
