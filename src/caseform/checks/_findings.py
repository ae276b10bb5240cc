"""All findings on a case, the weightiest first."""

from datetime import date

from caseform.catalogue import Catalogue
from caseform.checks._age import about_age
from caseform.checks._before import about_before
from caseform.checks._door import about_the_door
from caseform.checks._follow_up import about_follow_up
from caseform.checks._moments import about_the_moments
from caseform.checks._pace import about_the_pace
from caseform.checks._picture import about_the_picture
from caseform.checks._ready import about_ready
from caseform.checks._returning import about_returning
from caseform.checks._rhythm import about_the_rhythm
from caseform.checks._steps import about_the_steps
from caseform.checks._ways import about_other_ways
from caseform.checks._written import about_written_days
from caseform.model import Case, EndGoal, Finding, Severity, finding_about_aim, is_set_aside
from caseform.school_calendar import SchoolCalendar

_WEIGHTS = (Severity.HARD, Severity.SOFT, Severity.ADVICE)


def findings(
    case: Case, *, today: date, calendar: SchoolCalendar, catalogue: Catalogue
) -> tuple[Finding, ...]:
    """Return what the rules have to say about `case`.

    Rules about the return are silent while going back to school is not the goal.

    Args:
        case: The case.
        today: The day from which written days lie ahead.
        calendar: The school days.
        catalogue: Says under which law a rule holds, and in which order rules are read.

    Returns:
        Hard ones first, then in the order of the catalogue. What the clinician set aside is left
        out.
    """
    found = [*about_the_picture(case), *about_before(case), *about_age(case)]
    found += about_follow_up(case, today=today, calendar=calendar)
    aim = finding_about_aim(case)
    if aim is not None:
        found.append(aim)
    found += about_ready(case, catalogue, today=today)
    found += about_other_ways(case, catalogue, today=today)
    if case.return_plan.end_goal is not EndGoal.NOT_YET:
        found += about_the_door(case)
        found += about_the_steps(case, today=today)
        found += about_the_moments(case, today=today)
        found += about_the_pace(case, today=today, calendar=calendar)
        found += about_the_rhythm(case, today=today, calendar=calendar)
        found += about_written_days(case, today=today, calendar=calendar)
        found += about_returning(case, today=today, calendar=calendar)
    order = {rule: place for place, rule in enumerate(catalogue.rules)}
    kept = [one for one in found if _holds(case, one, catalogue)]
    return tuple(
        sorted(kept, key=lambda f: (_WEIGHTS.index(f.severity), order.get(f.rule, len(order))))
    )


def _holds(case: Case, finding: Finding, catalogue: Catalogue) -> bool:
    entry = catalogue.rules.get(finding.rule)
    is_other_law = entry is not None and entry.law not in (None, case.region.law)
    return not is_other_law and not is_set_aside(case, finding.rule, finding.where)
