"""Agreeing on a plan: what people agree to is kept as it was, with the day and who agreed."""

from collections.abc import Callable, Iterator
from datetime import date

from caseform.model import (
    AddItem,
    AgreedDay,
    AgreedPlan,
    Case,
    Phrase,
    PlannedDay,
    SeveralChanges,
    new_id,
)
from caseform.planner._plan import DatedPlan, writing


def agreeing(
    case: Case,
    plan: DatedPlan,
    *,
    agreed_by: tuple[str, ...],
    today: date,
    new_id: Callable[[str], str] = new_id,
) -> SeveralChanges:
    """Return the one change after which the days of `plan` are agreed, and kept as they were.

    Args:
        case: The case.
        plan: What is agreed to; days that were agreed before are part of it.
        agreed_by: Ids of those who agree.
        today: The day of agreeing.
        new_id: Gives an id of a kind.

    Returns:
        The change; for a plan without days it changes nothing.
    """
    if not plan.days:
        return SeveralChanges(changes=())
    words = {step.id: step.words for step in case.return_plan.steps}
    version = AgreedPlan(
        id=new_id("v"),
        on=today,
        agreed_by=agreed_by,
        days=tuple(
            AgreedDay(
                on=day.date,
                step=day.step,
                words=words.get(day.step, ""),
                travel_with=day.travel_with,
                received_by=day.received_by,
            )
            for day in plan.days
            if day.step is not None
        ),
        how=case.return_plan.how,
    )
    days = writing(case, plan, agreed=True, new_id=new_id).changes
    kept = AddItem(collection="return_plan.agreed", item=version.model_dump(mode="json"))
    return SeveralChanges(changes=(*days, kept))


def last_agreed(case: Case) -> AgreedPlan | None:
    """Return the plan that was agreed to last; None where none ever was."""
    return case.return_plan.agreed[-1] if case.return_plan.agreed else None


def changed_since(case: Case) -> tuple[Phrase, ...]:
    """Return, in words, what is no longer as it was agreed last.

    Days that were written up are past. Filling in what was still open changes nothing that was
    agreed.

    Returns:
        Day by day in their order, then how it goes, then the days to be agreed again; empty
        where all stands as agreed, or nothing was agreed yet.
    """
    version = last_agreed(case)
    if version is None:
        return ()
    written_up = {day.on for day in case.log}
    now = {day.on: day for day in case.return_plan.days}
    ahead = [day for day in version.days if day.on not in written_up]
    days = [phrase for day in ahead for phrase in _day_changed(case, day, now.get(day.on))]
    lapsed = tuple(day.on for day in ahead if day.on in now and not now[day.on].agreed)
    again = (Phrase("what-if.agree-again", {"days": lapsed}),) if lapsed else ()
    return (*days, *_how_changed(case, version), *again)


def _day_changed(case: Case, was: AgreedDay, now: PlannedDay | None) -> Iterator[Phrase]:
    if now is None:
        yield Phrase("what-if.changed-gone", {"day": was.on, "step": was.words})
        return
    step = case.find("return_plan.steps", now.step)
    words = "" if step is None else step.words
    if (now.step, words) != (was.step, was.words):
        blanks = {"day": was.on, "was": was.words, "now": words}
        yield Phrase("what-if.changed-step", blanks)
    for part in ("received_by", "travel_with"):
        before, after = getattr(was, part), getattr(now, part)
        if before is not None and before != after:
            blanks = {"day": was.on, "was": _name(case, before), "now": _name(case, after)}
            yield Phrase(f"what-if.changed-{part}", blanks)


def _how_changed(case: Case, version: AgreedPlan) -> Iterator[Phrase]:
    now = case.return_plan.how.model_dump()
    for part, was in version.how.model_dump().items():
        if was and now[part] != was:
            is_person = part in ("receiver", "stand_in")
            before, after = (
                _name(case, value) if is_person else value or Phrase("what-if.empty")
                for value in (was, now[part])
            )
            yield Phrase(
                "what-if.changed-how",
                {"part": Phrase(f"return.how-{part}"), "was": before, "now": after},
            )


def _name(case: Case, person_id: str | None) -> str | Phrase:
    person = case.person(person_id)
    return Phrase("what-if.nobody") if person is None else person.called
