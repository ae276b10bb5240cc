"""May there be a step more on this day? The answer to "can he come on Monday?"."""

from dataclasses import dataclass
from datetime import date

from caseform.model import Case, Finding, Severity
from caseform.planner._facts import TIMETABLE, Fact, FactKind
from caseform.planner._rules import against_a_rise, preferences_against
from caseform.planner._situation import Situation, situation
from caseform.school_calendar import SchoolCalendar


@dataclass(frozen=True, slots=True)
class Rise:
    """Whether the next step can come on a day.

    Args:
        on: The day that was asked about.
        is_allowed: Whether no hard rule and no fact stands in the way.
        reasons: What speaks against it; soft ones leave it allowed.
        instead: Up to two other days of the horizon on which it can, nearest first.
    """

    on: date
    is_allowed: bool
    reasons: tuple[Finding, ...]
    instead: tuple[date, ...] = ()


def may_rise(case: Case, on: date, *, today: date, calendar: SchoolCalendar) -> Rise:
    """Return whether the step after the present one can come on `on`, and what speaks against it.

    The school days until then are taken as days on which the present step is done.

    Args:
        case: The case.
        on: The day in question.
        today: The day from which is counted.
        calendar: The school days.

    Raises:
        IncompleteCaseError: The holidays of that time are not known.
    """
    about = situation(case, today=today, calendar=calendar)
    if about is None:
        reason = Finding("R-S1", Severity.ADVICE, "return_plan.steps", key="plan.no-steps")
        return Rise(on, is_allowed=False, reasons=(reason,))
    reasons = _reasons(about, on)
    is_allowed = not any(reason.severity is Severity.HARD for reason in reasons)
    against = {day: _reasons(about, day) for day in about.days[: about.asked] if day != on}
    possible = [d for d in against if all(r.severity is Severity.SOFT for r in against[d])]
    # Days against which something soft speaks only where others are too few.
    nearest = sorted(possible, key=lambda day: (len(against[day]), abs(day - on), day))[:2]
    return Rise(on, is_allowed, reasons, instead=() if is_allowed else tuple(sorted(nearest)))


def _reasons(about: Situation, on: date) -> tuple[Finding, ...]:
    where = on.isoformat()
    above = about.level + 1
    if not about.calendar.is_school_day(on):
        return (Finding("", Severity.HARD, where, {"day": on}, "plan.rise-no-school"),)
    if above == len(about.steps):
        return (Finding("", Severity.HARD, where, key="plan.rise-top"),)
    present = about.steps[about.level]
    before = [day for day in about.days if day < on and not about.in_the_way(present, day)]
    done = about.done[about.level] + len(before)
    found = [
        Finding(rule, Severity.HARD, where, key=f"plan.why-{rule}")
        for rule in against_a_rise(about, on, above, about.level, done)
    ]
    if about.is_held(on):
        until = about.case.return_plan.hold_until
        found.append(Finding("", Severity.HARD, where, {"day": until}, "plan.rise-held"))
    week = about.special_week(on)
    if week is not None:
        found.append(_said(about, "", Fact(FactKind.SPECIAL_WEEK, week.id), where))
    for rule in about.in_the_way(about.steps[above], on):
        fact = about.fact_behind(rule, on, (about.steps[above],))
        if fact is not None and fact.kind is not FactKind.SPECIAL_WEEK:
            found.append(_said(about, "" if rule == TIMETABLE else rule, fact, where))
    found += [
        Finding(rule, Severity.SOFT, where, key=f"plan.why-{rule}")
        for rule in preferences_against(about, on, above)
    ]
    return tuple(found)


def _said(about: Situation, rule: str, fact: Fact, where: str) -> Finding:
    sentence = about.sentence(fact)
    return Finding(rule, Severity.HARD, where, sentence.blanks, sentence.key)
