"""What this case aims for, and whether that can be reached."""

from caseform.model._case import Case
from caseform.model._course import Goal, GoalState
from caseform.model._finding import Finding, Phrase, Severity
from caseform.model._ladder import is_set_aside
from caseform.model._return import EndGoal


def finding_about_aim(case: Case) -> Finding | None:
    """Return what R-A9 has to say: that school is not the goal yet, or should not be.

    Where return is not the goal, it is advice that names the goals that are; where return is the
    goal though the team judges that it cannot be reached yet, it is hard.

    Returns:
        The finding, or None where there is nothing to say.

    Example:
        >>> from datetime import date
        >>> from caseform.model import Region, ReturnPlan
        >>> case = Case(
        ...     id="c-1", alias="Kraanvogel", region=Region.VL, created_on=date(2026, 11, 23),
        ...     return_plan=ReturnPlan(end_goal=EndGoal.NOT_YET),
        ... )
        >>> finding_about_aim(case).severity
        <Severity.ADVICE: 'advice'>
    """
    plan = case.return_plan
    if plan.end_goal is EndGoal.NOT_YET:
        goals = tuple(
            _told(case, goal)
            for goal in case.goals
            if goal.state in (GoalState.OPEN, GoalState.BEGUN)
        )
        return Finding(
            "R-A9",
            Severity.ADVICE,
            "return_plan.end_goal",
            {"goals": goals} if goals else {},
            key="plan.not-yet" if goals else "plan.not-yet-no-goals",
        )
    is_too_early = plan.end_goal is EndGoal.RETURN and plan.is_feasible is False
    if is_too_early and not is_set_aside(case, "R-A9", "return_plan.end_goal"):
        return Finding("R-A9", Severity.HARD, "return_plan.end_goal", key="plan.not-feasible")
    return None


def _told(case: Case, goal: Goal) -> Phrase:
    """Return a goal as it stands in a list inside a sentence, with whose it is."""
    words, person = goal.words.rstrip(" ."), case.person(goal.whose)
    if person is None:
        return Phrase("plan.goal", {"goal": words})
    return Phrase("plan.goal-of", {"goal": words, "name": person.called})
