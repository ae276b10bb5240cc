"""The days that were written down for the coming two weeks."""

from caseform.demo._days import Days
from caseform.model import Case, EndGoal, PlannedDay
from caseform.planner import dated_plan

# The first school week of the plan is agreed; what comes after it is still in pencil.
_AGREED_AHEAD = 5


def with_coming_days(case: Case, days: Days) -> Case:
    """Return `case` with the days that the planner proposes, the first of them agreed.

    Where return is not the goal there are none.
    """
    plan = dated_plan(case, today=days.today, calendar=days.calendar)
    written = tuple(
        PlannedDay(
            id=f"day-{day.date.isoformat()}",
            on=day.date,
            step=day.step,
            travel_with=day.travel_with,
            received_by=day.received_by,
            agreed=count < _AGREED_AHEAD,
        )
        for count, day in enumerate(plan.days)
        if day.step is not None
    )
    return case.with_items("return_plan.days", written)


def with_rise_after_break(case: Case, days: Days) -> Case:
    """Return `case` with a step up on the first school day after the next break.

    It is what the start of a case shows: a rise on a day that is hard enough by itself, and
    nobody named who waits at school.
    """
    plan = case.return_plan
    if plan.end_goal is not EndGoal.RETURN or plan.current is None or not plan.days:
        return case
    ladder = [step.id for step in plan.steps]
    following = ladder[ladder.index(plan.current) + 1]
    first = days.first_after_break()
    written = tuple(
        day.model_copy(
            update={
                "step": plan.current if day.on < first else following,
                "received_by": plan.how.receiver,
                # What was agreed can be carried out; the rise is only in pencil.
                "agreed": count < _AGREED_AHEAD and day.on < first,
            }
        )
        for count, day in enumerate(plan.days)
    )
    return case.with_items("return_plan.days", written)
