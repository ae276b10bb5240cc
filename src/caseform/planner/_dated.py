"""From a case to its dated plan."""

from datetime import date

from caseform.model import Case, Finding, Severity, finding_about_aim
from caseform.planner._clash import clash_findings, smallest_clash
from caseform.planner._plan import DatedPlan, DayPlan, Direction
from caseform.planner._search import (
    Choice,
    after,
    against_a_rise,
    best_choices,
    waits_for_late_in_the_week,
)
from caseform.planner._situation import (
    FACT_BEHIND,
    FRIDAY,
    NOTHING,
    THURSDAY,
    TIMETABLE,
    Fact,
    Situation,
    situation,
)
from caseform.school_calendar import SchoolCalendar


def dated_plan(case: Case, *, today: date, calendar: SchoolCalendar) -> DatedPlan:
    """Return one small step for each of the next school days.

    Hard rules are kept unless the clinician set them aside: no rise on Monday (R-T1) or on the
    first day after days off (R-T2), a step done on two days before the next (R-T6; what is
    planned is taken as done, what did not work out does not count), and a step on every school
    day (R-S1) for which someone receives (R-H1) and travels along (R-H11). Rises go late in the
    week where they can (R-T3). Days that were agreed stay as agreed.

    Args:
        case: The case.
        today: The day from which to plan; it is planned too unless it was written up already.
        calendar: The school days; days beyond what it knows are never planned.

    Returns:
        The days with their reasons and what is to be known about them; or no days, and findings
        that say why. A hard finding means that no plan exists.

    Source:
        Seed 003, lines 1427-1435 and 1560-1574.
    """
    aim = finding_about_aim(case)
    if aim is not None:
        return DatedPlan(findings=(aim,))
    about = situation(case, today=today, calendar=calendar)
    if about is None:
        return _nothing("R-S1", Severity.ADVICE, "return_plan.steps", "plan.no-steps")
    if not about.days:
        # Without holidays nobody can say what is the first day after them.
        return _nothing("R-T2", Severity.HARD, today.isoformat(), "plan.calendar-unknown")
    choices = best_choices(about, len(about.days))
    if choices is None:
        clash = smallest_clash(about)
        return DatedPlan(findings=clash_findings(clash), clash=clash)
    return DatedPlan(days=_days(about, choices), findings=_findings(about, choices))


def _nothing(rule: str, severity: Severity, where: str, key: str) -> DatedPlan:
    return DatedPlan(findings=(Finding(rule, severity, where, key=key),))


def _days(about: Situation, choices: tuple[Choice, ...]) -> tuple[DayPlan, ...]:
    days = []
    level, done = about.level, about.done[about.level]
    for day, choice in zip(about.days, choices, strict=True):
        days.append(_day(about, day, choice, _why(about, day, choice, level, done)))
        level, done = after(about, choice, level, done)
    return tuple(days)


def _day(about: Situation, day: date, choice: Choice, why: tuple[str, ...]) -> DayPlan:
    if choice.place is None:
        return DayPlan(day, None, choice.direction, why=why)
    step = about.steps[choice.place]
    return DayPlan(
        day,
        step.id,
        choice.direction,
        blocks=about.blocks(step, day),
        minutes=about.minutes(step, day),
        travel_with=about.escort(day) if step.leaves_home else None,
        received_by=about.receiver(day) if step.reaches_school else None,
        why=why,
        is_agreed=day in about.agreed,
    )


def _why(about: Situation, day: date, choice: Choice, level: int, done: int) -> tuple[str, ...]:
    if choice.direction is Direction.DOWN:
        reasons = [*about.in_the_way(about.steps[level], day), "R-S1"]
        if choice.place is None:
            reasons.remove("R-S1")
        return tuple(rule for rule in reasons if rule != TIMETABLE)
    if choice.direction is Direction.UP:
        return ("R-T6", "R-T3") if day.weekday() in (THURSDAY, FRIDAY) else ("R-T6",)
    return tuple(_why_not_up(about, day, level, done)) or ("R-S1",)


def _why_not_up(about: Situation, day: date, level: int, done: int) -> list[str]:
    above = level + 1
    if above == len(about.steps):
        return []
    if hard := against_a_rise(about, day, above, level, done):
        return hard
    if waits_for_late_in_the_week(about, day, above):
        return ["R-T3"]
    return [rule for rule in about.in_the_way(about.steps[above], day) if rule != TIMETABLE]


def _findings(about: Situation, choices: tuple[Choice, ...]) -> tuple[Finding, ...]:
    found: dict[tuple[str, int], Finding] = {}
    level = about.level
    for day, choice in zip(about.days, choices, strict=True):
        if day in about.agreed:
            pass
        elif choice.direction is Direction.DOWN:
            for rule in about.in_the_way(about.steps[level], day):
                # Said once for each weekday: it is the same every week.
                found.setdefault((rule, day.weekday()), _smaller_step(about, rule, day, choice))
        elif (
            choice.direction is Direction.UP
            and day.weekday() < THURSDAY
            and about.asks("R-T3", day, NOTHING)
        ):
            found["R-T3", day.toordinal()] = Finding(
                "R-T3", Severity.SOFT, day.isoformat(), {"day": day}, key="plan.early-in-week"
            )
        if choice.direction is Direction.UP and choice.place is not None:
            level = choice.place
    findings = tuple(found.values())
    if len(about.days) < about.case.return_plan.horizon_days:
        ends = about.calendar.known_until
        findings += (
            Finding("R-T2", Severity.SOFT, ends.isoformat(), {"day": ends}, "plan.calendar-ends"),
        )
    return findings


def _smaller_step(about: Situation, rule: str, day: date, choice: Choice) -> Finding:
    because = about.sentence(Fact(FACT_BEHIND[rule], str(day.weekday())))
    return Finding(
        "R-S1" if rule == TIMETABLE else rule,
        Severity.ADVICE,
        day.isoformat(),
        {"because": because},
        key="plan.smaller-step" if choice.place is not None else "plan.no-step-that-day",
    )
