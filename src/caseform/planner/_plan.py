"""What the planner gives: dated days with reasons, or a clash that cannot be made smaller."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from caseform.model import (
    AddItem,
    Case,
    Finding,
    Phrase,
    PlannedDay,
    RemoveItem,
    RuleBook,
    SeveralChanges,
    new_id,
)
from caseform.text import Language, say


class Direction(StrEnum):
    """How a day compares with the highest step reached so far."""

    UP = "up"
    SAME = "same"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What is planned for one school day.

    Args:
        date: The day.
        step: Id of the step; None only where the rule of a daily step was set aside.
        direction: Up, same or down; down is a smaller step, planned for a reason.
        blocks: Ids of the lesson blocks that the step takes in on that day.
        minutes: Minutes at school.
        travel_with: Id of the person who travels along, where that was said.
        received_by: Id of the person who receives, where that was said.
        why: Ids of the rules that made the day as it is.
        is_agreed: Whether the day was agreed before and is only repeated here.
    """

    date: date
    step: str | None
    direction: Direction
    blocks: tuple[str, ...] = ()
    minutes: int = 0
    travel_with: str | None = None
    received_by: str | None = None
    why: tuple[str, ...] = ()
    is_agreed: bool = False


@dataclass(frozen=True, slots=True)
class WayOut:
    """One thing that can be loosened where no plan exists.

    Args:
        words: What is loosened.
        consequence: What that means.
        leads_to_plan: Whether a plan exists then; if not, something else stands in the way too.
    """

    words: Phrase
    consequence: Phrase
    leads_to_plan: bool


@dataclass(frozen=True, slots=True)
class PlanClash:
    """Why no plan exists: these clash by themselves, and without any one of them they do not.

    Something else may still stand in the way then; it is named next.

    Args:
        until: The day up to which they clash.
        rules: Ids of the rules.
        facts: The facts of this case that they clash with, as sentences.
        ways_out: What can be loosened: one for each fact, then one for each rule.
    """

    until: date
    rules: tuple[str, ...]
    facts: tuple[Phrase, ...]
    ways_out: tuple[WayOut, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedPlan:
    """The next school days, or why there are none.

    Args:
        days: One entry per school day of the horizon, in order; empty if no plan exists.
        findings: What is to be known or changed; a hard one means that no plan exists.
        clash: What clashes, if something does.
        gap: How far the plan can be from the best there is, as the solver proved; 0 is the best.
        since: The first day that was planned, school or not; None where nothing was.
    """

    days: tuple[DayPlan, ...] = ()
    findings: tuple[Finding, ...] = ()
    clash: PlanClash | None = None
    gap: float = 0.0
    since: date | None = None


def to_json(
    plan: DatedPlan, language: Language = "nl", catalogue: RuleBook | None = None
) -> dict[str, Any]:
    """Return `plan` as ``caseform plan --json`` prints it.

    Args:
        plan: The plan.
        language: The language of the messages.
        catalogue: Words the findings that have no sentence of their own.

    Example:
        >>> to_json(DatedPlan())
        {'days': [], 'findings': []}
    """
    return {
        "days": [
            {
                "date": day.date.isoformat(),
                "step": day.step,
                "direction": day.direction.value,
                "blocks": list(day.blocks),
                "minutes": day.minutes,
                "travel_with": day.travel_with,
                "received_by": day.received_by,
                "why": list(day.why),
            }
            for day in plan.days
        ],
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "where": finding.where,
                "message": finding.message(language, catalogue),
            }
            for finding in plan.findings
        ],
    }


def why_words(rule: str, language: Language) -> str:
    """Return what a rule in `DayPlan.why` asks, as one sentence.

    Example:
        >>> why_words("R-S1", "en")
        'Every school day has a small step towards school.'
    """
    return say(f"plan.why-{rule}", language)


def days_to_write(
    plan: DatedPlan, *, agreed: bool = False, new_id: Callable[[str], str] = new_id
) -> tuple[PlannedDay, ...]:
    """Return the days of `plan` that are new, as the case keeps them.

    Days that were agreed before stay as they are, with their own id, so they are not among them.

    Args:
        plan: The plan.
        agreed: Whether everyone agreed to these days; otherwise they are pencilled.
        new_id: Gives an id of a kind.
    """
    return tuple(
        PlannedDay(
            id=new_id("d"),
            on=day.date,
            step=day.step,
            travel_with=day.travel_with,
            received_by=day.received_by,
            agreed=agreed,
        )
        for day in plan.days
        if day.step is not None and not day.is_agreed
    )


def writing(
    case: Case,
    plan: DatedPlan,
    *,
    agreed: bool = False,
    new_id: Callable[[str], str] = new_id,
) -> SeveralChanges:
    """Return the one change that puts `plan` in place of what was pencilled since its first day.

    What lies before, and what was agreed, stays. A plan without days changes nothing.
    """
    first = plan.since
    gone = [
        RemoveItem(collection="return_plan.days", id=day.id)
        for day in case.return_plan.days
        if first is not None
        and day.on >= first
        and (not day.agreed or day.step not in {step.id for step in case.return_plan.steps})
    ]
    new = [
        AddItem(collection="return_plan.days", item=day.model_dump(mode="json"))
        for day in days_to_write(plan, agreed=agreed, new_id=new_id)
    ]
    return SeveralChanges(changes=(*gone, *new))
