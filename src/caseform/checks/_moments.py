"""The moments of a school day that ask extra, and the steps in which they come."""

from collections.abc import Iterator
from datetime import date

from caseform.checks._ahead import days_ahead
from caseform.checks._amounts import blocks_of
from caseform.checks._standing import at_hand
from caseform.model import (
    BlockKind,
    Case,
    Finding,
    Phrase,
    ReturnStep,
    SchoolMoment,
    Severity,
    StepDemand,
    StepKind,
    ladder,
)

_WITH_MANY = {SchoolMoment.BREAK, SchoolMoment.LARGE_GROUP}


def about_the_moments(case: Case, *, today: date) -> Iterator[Finding]:
    """Yield what the steps at hand ask of someone besides being there."""
    for step in at_hand(case, today):
        blanks: dict[str, object] = {"step": step.words, "moments": _taxing(case, step, today)}
        if blanks["moments"]:
            yield Finding("R-S11", Severity.HARD, step.id, blanks, "plan.taxing-moments")
        loose = _loose(case, step)
        if loose and not step.with_whom:
            named = tuple(Phrase(f"plan.moment-{one}") for one in SchoolMoment if one in loose)
            blanks = {"step": step.words, "moments": named}
            yield Finding("R-S12", Severity.SOFT, step.id, blanks, "plan.loose-moments")
        if step.is_first_time and step.asks is StepDemand.FULL:
            yield Finding("R-S5", Severity.SOFT, step.id, {"step": step.words}, "plan.first-time")
    yield from _many_people_first(case)


def _taxing(case: Case, step: ReturnStep, today: date) -> tuple[str, ...]:
    """Return the taxing moments in the lessons of `step` that are asked when it comes."""
    on = next((day.on for day in days_ahead(case, today) if day.step == step.id), today)
    lessons = [block for block in blocks_of(case, step) if block.kind is BlockKind.LESSON]
    asked = [moment for block in lessons for moment in case.school.taxing_on(block, on)]
    return tuple(dict.fromkeys(asked))


def _loose(case: Case, step: ReturnStep) -> set[SchoolMoment]:
    breaks = any(block.kind is BlockKind.BREAK for block in blocks_of(case, step))
    return {*step.moments, *([SchoolMoment.BREAK] if breaks else [])}


def _many_people_first(case: Case) -> Iterator[Finding]:
    # Contact with one person comes first: a step that is about it, or one that names who is there.
    for step in ladder(case):
        if _loose(case, step) & _WITH_MANY:
            yield Finding("R-S18", Severity.SOFT, step.id)
            return
        if step.kind is StepKind.SOCIAL or step.with_whom:
            return
