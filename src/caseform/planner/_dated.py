"""From a case to its dated plan."""

from collections.abc import Iterator
from datetime import date

from caseform.model import Case, Finding, Severity, finding_about_aim
from caseform.planner._best import Best, Choice, best_choices
from caseform.planner._clash import clash_findings, smallest_clash
from caseform.planner._facts import NOTHING, TIMETABLE
from caseform.planner._plan import DatedPlan, DayPlan, Direction
from caseform.planner._refused import refusals
from caseform.planner._rules import (
    BETTER_BEFORE_A_RISE,
    FRIDAY,
    THURSDAY,
    against_a_rise,
    days_needed,
    is_plateau,
    preferences_against,
)
from caseform.planner._situation import Situation, situation
from caseform.school_calendar import SchoolCalendar, has_choice


def dated_plan(
    case: Case, *, today: date, calendar: SchoolCalendar, days: int | None = None
) -> DatedPlan:
    """Return one small step for each of the next school days.

    Hard rules are kept unless the clinician set them aside: no rise on Monday (R-T1) or on the
    first day after days off (R-T2), a step done on two days before the next (R-T6; what is
    planned is taken as done, what did not work out does not count), and a step on every school
    day (R-S1) for which someone receives (R-H1) and travels along (R-H11). Days that were agreed
    stay as agreed; nothing is added while the plan is held, or while the ordinary lessons do not
    run.

    Among the plans that are left, the best one is proven to be the best. What weighs first comes
    first, and the order is our own weighing: the last step by the date until which school gives
    extra effort, if that can be (R-T11); no rise close to a change (R-T15); contact before class
    where support is heaviest (R-T10); rises late in the week (R-T3); a third day on a step (R-T6);
    and then as far up the ladder as can be.

    However many days are asked for, the same days ahead are looked at. So what is shown for two
    weeks is the beginning of what is shown for a term.

    Args:
        case: The case.
        today: The day from which to plan; it is planned too unless it was written up already.
        calendar: The school days; days beyond what it knows are never planned.
        days: How many school days to plan; None is the horizon of the case.

    Returns:
        The days with their reasons and what is to be known about them; or no days, and findings
        that say why. A hard finding means that no plan exists.

    Source:
        Seed 003, lines 1427-1435 and 1560-1574; 000, lines 267-271; 001, lines 661-668;
        002, lines 860-864.
    """
    aim = finding_about_aim(case)
    if aim is not None:
        return DatedPlan(findings=(aim,))
    about = situation(case, today=today, calendar=calendar, days=days)
    if about is None:
        return _nothing("R-S1", Severity.ADVICE, "return_plan.steps", "plan.no-steps")
    if refused := refusals(about, today):
        return DatedPlan(findings=refused)
    if not about.days:
        # Without holidays nobody can say what is the first day after them.
        return _nothing("R-T2", Severity.HARD, today.isoformat(), "plan.calendar-unknown")
    best = best_choices(about, about.asked)
    if best is None:
        clash = smallest_clash(about, about.asked)
        return DatedPlan(findings=clash_findings(clash), clash=clash)
    wanted = case.return_plan.horizon_days if days is None else days
    return DatedPlan(
        days=_days(about, best),
        findings=(*_findings(about, best, today), *_where_it_ends(about, best, wanted)),
        gap=best.gap,
        since=about.since,
    )


def _nothing(rule: str, severity: Severity, where: str, key: str) -> DatedPlan:
    return DatedPlan(findings=(Finding(rule, severity, where, key=key),))


def _walk(about: Situation, best: Best) -> Iterator[tuple[date, Choice, int, int]]:
    """Yield the days that were asked for with the step and its days done before each."""
    level, done = about.level, about.done[about.level]
    for day, choice in zip(about.days[: about.asked], best.choices, strict=False):
        yield day, choice, level, done
        level, done = choice.level, choice.done


def _days(about: Situation, best: Best) -> tuple[DayPlan, ...]:
    return tuple(
        _day(about, day, choice, _why(about, day, choice, level, done, best.is_hurried))
        for day, choice, level, done in _walk(about, best)
    )


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


def _why(
    about: Situation, day: date, choice: Choice, level: int, done: int, is_hurried: bool
) -> tuple[str, ...]:
    if choice.place is None:
        return tuple(r for r in about.in_the_way(about.steps[level], day) if r != TIMETABLE)
    if choice.direction is Direction.DOWN:
        reasons = [r for r in about.in_the_way(about.steps[level], day) if r != TIMETABLE]
        reasons.append("R-S1")
    elif choice.direction is Direction.UP:
        reasons = ["R-T6"]
        if day.weekday() in (THURSDAY, FRIDAY):
            reasons.append("R-T3")
        if is_hurried and _gave_way(about, day, choice.place, done):
            reasons.append("R-T11")
    else:
        reasons = _why_not_up(about, day, level, done) or ["R-S1"]
    if has_choice(about.steps[choice.place], about.blocks_of(day)):
        reasons.append("R-S7")
    return tuple(reasons)


def _why_not_up(about: Situation, day: date, level: int, done: int) -> list[str]:
    above = level + 1
    if above == len(about.steps):
        return ["R-T13"] if is_plateau(about, day, level) else []
    if hard := against_a_rise(about, day, above, level, done):
        return hard
    if softly := _gave_way(about, day, above, done):
        return softly
    return [rule for rule in about.in_the_way(about.steps[above], day) if rule != TIMETABLE]


def _gave_way(about: Situation, day: date, to: int, done: int) -> list[str]:
    """Return the soft rules that a rise on `day` would break, or broke."""
    softly = preferences_against(about, day, to)
    if 0 < days_needed(about, day, to) <= done < BETTER_BEFORE_A_RISE:
        softly.append("R-T6")
    return softly


def _findings(about: Situation, best: Best, today: date) -> tuple[Finding, ...]:
    found: dict[tuple[str, object], Finding] = {}
    for day, choice, level, _ in _walk(about, best):
        if day in about.agreed:
            continue
        if choice.direction is Direction.DOWN:
            for rule in about.in_the_way(about.steps[level], day):
                # Said once for what is so every week, and once for what is so on one day.
                fact = about.fact_behind(rule, day, (about.steps[level],))
                found.setdefault((rule, fact), _smaller_step(about, rule, day, choice, level))
        elif choice.direction is Direction.UP and choice.place is not None:
            for rule, key in _costs(about, day, choice.place):
                found[rule, day] = Finding(
                    rule, Severity.SOFT, day.isoformat(), {"day": day}, key=key
                )
    return (*found.values(), *_school_effort(about, best, today))


def _costs(about: Situation, day: date, place: int) -> Iterator[tuple[str, str]]:
    against = preferences_against(about, day, place)
    yield from ((rule, f"plan.gave-way-{rule}") for rule in against)
    if (
        "R-T3" not in against
        and day.weekday() < THURSDAY
        and about.asks("R-T3", day, NOTHING, about.steps[place].id)
    ):
        yield "R-T3", "plan.early-in-week"


def _school_effort(about: Situation, best: Best, today: date) -> Iterator[Finding]:
    until = about.case.school.effort_until
    top = len(about.steps) - 1
    if until is None or about.level == top:
        return
    blanks = {"day": until}
    if until < today:
        key = "plan.effort-past"
    else:
        by_then = [choice.level for choice, day in _chosen(about, best) if day <= until]
        # Of a date further ahead than was looked nothing can be said yet.
        if until > about.days[len(best.choices) - 1] or (by_then and by_then[-1] == top):
            return
        key = "plan.effort-too-short"
    yield Finding("R-T11", Severity.SOFT, "school.effort_until", blanks, key)


def _chosen(about: Situation, best: Best) -> Iterator[tuple[Choice, date]]:
    yield from zip(best.choices, about.days, strict=False)


def _where_it_ends(about: Situation, best: Best, wanted: int) -> Iterator[Finding]:
    if len(best.choices) < min(about.ahead, len(about.days)):
        day = about.days[len(best.choices)]
        yield Finding("", Severity.SOFT, day.isoformat(), {"day": day}, "plan.fits-until")
    if about.asked < wanted:
        ends = about.calendar.known_until
        yield Finding("R-T2", Severity.SOFT, ends.isoformat(), {"day": ends}, "plan.calendar-ends")


def _smaller_step(about: Situation, rule: str, day: date, choice: Choice, level: int) -> Finding:
    fact = about.fact_behind(rule, day, (about.steps[level],))
    blanks = {} if fact is None else {"because": about.sentence(fact)}
    return Finding(
        "R-S1" if rule == TIMETABLE else rule,
        Severity.ADVICE,
        day.isoformat(),
        blanks,
        key="plan.smaller-step" if choice.place is not None else "plan.no-step-that-day",
    )
