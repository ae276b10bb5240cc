"""The days that were written down for the coming two weeks."""

from datetime import date

from caseform.demo._days import Days
from caseform.model import Case, EndGoal, PlannedDay, ReturnPlan

# The first school week of the plan is agreed; what comes after it is still in pencil.
_AGREED_AHEAD = 5
# A level is left on a Thursday or Friday, after at least two days on it.
_RISES_ON = (3, 4)
_DAYS_ON_A_LEVEL = 2


def coming_days(case: Case, days: Days) -> tuple[PlannedDay, ...]:
    """Return the coming school days with their steps, from the current one on.

    No step up on a Monday or on the first day after a break, at least two days on each level,
    and something to do on every school day.

    Returns:
        One day for each school day of the horizon; none while return is not the goal.

    Source:
        The rules R-T1, R-T2, R-T3, R-T6 and R-S1 of the catalogue.
    """
    plan = case.return_plan
    if plan.end_goal is not EndGoal.RETURN or plan.current is None:
        return ()
    ladder = [step.id for step in plan.steps]
    rung, spent = ladder.index(plan.current), 0
    planned: list[PlannedDay] = []
    for count in range(plan.horizon_days):
        on = days.ahead(count)
        may_rise = on.weekday() in _RISES_ON and not days.is_after_break(on)
        if may_rise and spent >= _DAYS_ON_A_LEVEL and rung + 1 < len(ladder):
            rung, spent = rung + 1, 0
        spent += 1
        planned.append(_planned(case, on, ladder[rung], agreed=count < _AGREED_AHEAD))
    return tuple(planned)


def rise_after_break(case: Case, days: Days) -> Case:
    """Return `case` with a step up on the first school day after the next break.

    It is what the start of a case shows: a rise on a day that is hard enough by itself.
    """
    plan = case.return_plan
    if plan.end_goal is not EndGoal.RETURN or plan.current is None or not plan.days:
        return case
    ladder = [step.id for step in plan.steps]
    following = ladder[ladder.index(plan.current) + 1]
    last, first = days.first_after_break()
    level = tuple(
        day.model_copy(update={"step": plan.current}) for day in plan.days if day.on < last
    )
    edge = (
        _planned(case, last, plan.current, agreed=False),
        _planned(case, first, following, agreed=False),
    )
    return case.with_items("return_plan.days", (*level, *edge))


def _planned(case: Case, on: date, step: str, *, agreed: bool) -> PlannedDay:
    plan = case.return_plan
    return PlannedDay(
        id=f"n-{on.isoformat()}",
        on=on,
        step=step,
        travel_with=next((one.person for one in plan.escorts if on.weekday() in one.weekdays), None),
        received_by=_receiver(case, plan, on.weekday()),
        agreed=agreed,
    )


def _receiver(case: Case, plan: ReturnPlan, weekday: int) -> str | None:
    for person in (plan.how.receiver, plan.how.stand_in):
        contact = next((one for one in case.school.contacts if one.person == person), None)
        if contact and weekday in contact.available:
            return person
    return plan.how.receiver
