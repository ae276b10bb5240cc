"""Where a case stands on its ladder: what planning and checking both start from."""

from datetime import date

from caseform.model._case import Case
from caseform.model._return import ReturnStep


def ladder(case: Case) -> tuple[ReturnStep, ...]:
    """Return the steps that are not passed over, first step first."""
    return tuple(step for step in case.return_plan.steps if not step.is_skipped)


def level_now(case: Case) -> int | None:
    """Return the place on the ladder (from 0) of the step that is done now.

    It is the step that the plan names as current; else the last step that the log says was done;
    else the first one. None means that the ladder has no steps.

    Example:
        >>> from caseform.model import Region, ReturnPlan, ReturnStep
        >>> steps = (ReturnStep(id="s-1", words="hek"), ReturnStep(id="s-2", words="bankje"))
        >>> case = Case(
        ...     id="c-1", alias="Zeester", region=Region.VL, created_on=date(2026, 11, 23),
        ...     return_plan=ReturnPlan(steps=steps, current="s-2"),
        ... )
        >>> level_now(case)
        1
    """
    places = {step.id: place for place, step in enumerate(case.return_plan.steps)}
    if not places:
        return None
    if case.return_plan.current in places:
        return places[case.return_plan.current]
    done = [(day.on, places[day.step]) for day in case.log if day.done and day.step in places]
    return max(done)[1] if done else 0


def place_now(case: Case) -> int:
    """Return the place on `ladder` of the step that is done now; 0 where there is none yet.

    Of a step that is passed over, what stays is the one below it.
    """
    level = level_now(case)
    if level is None:
        return 0
    upto = case.return_plan.steps[: level + 1]
    return max(sum(not step.is_skipped for step in upto) - 1, 0)


def step_ahead(case: Case, today: date) -> str | None:
    """Return the id of the step of the nearest agreed day from today on; else of the current step.

    Example:
        >>> from caseform.model import PlannedDay, Region, ReturnPlan, ReturnStep
        >>> steps = (ReturnStep(id="s-1", words="hek"), ReturnStep(id="s-2", words="bankje"))
        >>> days = (PlannedDay(id="d-1", on=date(2026, 11, 26), step="s-2", agreed=True),)
        >>> case = Case(
        ...     id="c-1", alias="Zeester", region=Region.VL, created_on=date(2026, 11, 23),
        ...     return_plan=ReturnPlan(steps=steps, current="s-1", days=days),
        ... )
        >>> step_ahead(case, date(2026, 11, 26)), step_ahead(case, date(2026, 11, 27))
        ('s-2', 's-1')
    """
    known = {step.id for step in case.return_plan.steps}
    agreed = [
        day for day in case.return_plan.days if day.agreed and day.on >= today and day.step in known
    ]
    nearest = min(agreed, key=lambda day: day.on, default=None)
    return case.return_plan.current if nearest is None else nearest.step


def days_done(case: Case, step_id: str, *, since: date, until: date) -> int:
    """Return on how many days from `since` to `until` the log says that this step was done.

    A day on which it did not work out does not count, and does not take anything away.
    """
    return len(
        {
            day.on
            for day in case.log
            if day.done and day.step == step_id and since <= day.on <= until
        }
    )


def is_set_aside(case: Case, rule: str, *where: str) -> bool:
    """Return whether the clinician set `rule` aside, for the whole plan or for one of `where`.

    Args:
        case: The case.
        rule: Id of the rule.
        where: Ids or ISO dates of what the rule would hold for.
    """
    return any(
        override.rule == rule and (not override.where or override.where in where)
        for override in case.return_plan.overrides
    )
