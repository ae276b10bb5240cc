"""The ladder: what a step asks, who chose it, and until when school can help."""

from collections.abc import Iterator
from datetime import date, timedelta

from caseform.checks._ahead import days_ahead
from caseform.model import Case, Finding, ReturnStep, Severity, level_now

# R-S14 speaks of a step that the young person alone decides for two weeks or more.
_ALONE_FOR = timedelta(weeks=2)


def about_the_steps(case: Case, *, today: date) -> Iterator[Finding]:
    """Yield what the ladder asks for, apart from its dates."""
    if not case.return_plan.steps:
        return
    yield from _taxing_moments(case, today)
    yield from _chosen_alone(case, today)
    ahead = days_ahead(case, today)
    until = case.school.effort_until
    if until is None or (ahead and ahead[-1].on > until):
        yield Finding("R-T11", Severity.SOFT, "school.effort_until")


def _taxing_moments(case: Case, today: date) -> Iterator[Finding]:
    in_force = any(
        (change.since is None or change.since <= today)
        and (change.until is None or change.until >= today)
        for change in case.school.adjustments
    )
    if in_force:
        # Whether it is about these very moments stands in words, which are not read for meaning.
        return
    taxing = {block.id for block in case.school.timetable if block.taxing}
    for step in _at_hand(case, today):
        if taxing & set(step.blocks):
            yield Finding(
                "R-S11", Severity.HARD, step.id, {"step": step.words}, key="plan.taxing-moments"
            )


def _at_hand(case: Case, today: date) -> list[ReturnStep]:
    steps = case.return_plan.steps
    level = level_now(case) or 0
    near = {step.id for step in steps[level : level + 2]}
    near |= {day.step for day in days_ahead(case, today)}
    return [step for step in steps if step.id in near]


def _chosen_alone(case: Case, today: date) -> Iterator[Finding]:
    young, level = case.young_person, level_now(case)
    if young is None or level is None:
        return
    step = case.return_plan.steps[level]
    begun = min((day.on for day in case.log if day.step == step.id), default=today)
    if step.chosen_by == (young.id,) and today - begun >= _ALONE_FOR:
        yield Finding("R-S14", Severity.SOFT, step.id)
