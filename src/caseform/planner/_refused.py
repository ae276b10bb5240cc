"""What is said before a plan is sought: something that is written down cannot be so."""

from collections.abc import Iterator
from datetime import date, timedelta

from caseform.model import Finding, Severity
from caseform.planner._situation import Situation
from caseform.school_calendar import length_of, overlaps

# Our own choice: no holiday is as long as this, so a plan that starts later has a wrong calendar.
_A_TERM = timedelta(days=91)


def refusals(about: Situation, today: date) -> tuple[Finding, ...]:
    """Return why nothing is planned from what is written down, one hard finding for each reason.

    Args:
        about: What the plan has to fit.
        today: The day from which to plan.
    """
    return (*_overlaps(about), *_no_school(about, today), *_too_long(about), *_never_there(about))


def _overlaps(about: Situation) -> Iterator[Finding]:
    for first, second in overlaps(about.case.school)[:1]:
        yield Finding(
            "",
            Severity.HARD,
            second.id,
            {"weekday": first.weekday, "first": first.subject, "second": second.subject},
            "plan.blocks-overlap",
        )


def _no_school(about: Situation, today: date) -> Iterator[Finding]:
    term = today + _A_TERM
    if about.calendar.is_known(term) and (not about.days or about.days[0] > term):
        yield Finding("", Severity.HARD, today.isoformat(), {"day": term}, "plan.no-school-days")


def _too_long(about: Situation) -> Iterator[Finding]:
    longest = max((length_of(about.blocks_of(day)) for day in about.days), default=0)
    for step in about.steps:
        if longest and step.minutes > longest:
            blanks = {"step": step.words, "minutes": step.minutes, "longest": longest}
            yield Finding("", Severity.HARD, step.id, blanks, "plan.step-too-long")
            return


def _never_there(about: Situation) -> Iterator[Finding]:
    named = about.case.return_plan.how.receiver or about.case.return_plan.how.stand_in
    going = [step for step in about.steps if step.reaches_school]
    if (
        named
        and going
        and about.days
        and not any(
            about.receiver(day) is not None
            or not all(about.asks("R-H1", day, frozenset(), step.id) for step in going)
            for day in about.days
        )
    ):
        yield Finding("R-H1", Severity.HARD, "return_plan.how", key="plan.receiver-never-there")
