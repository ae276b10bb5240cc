"""Formal measures, reports that the law asks for, and signs that this is no refusal alone."""

from collections.abc import Iterator
from datetime import date, timedelta

from caseform.catalogue import Catalogue
from caseform.model import (
    AbsenceType,
    AlternativeState,
    Answer,
    Case,
    Finding,
    FormalMeasure,
    HowFar,
    Severity,
    latest_idea,
)

_MOTIVATION_DOCUMENT = "motivation-document"

# R-M6: what was answered of another kind of absence, and cards that speak of danger.
_ANOTHER_KIND = frozenset(
    {
        *("withdrawal-kept-home", "withdrawal-little-effort"),
        *("exclusion-discipline", "exclusion-needs", "exclusion-discouraged"),
    }
)
_DANGER = frozenset({"abuse-or-neglect", "role-reversal-or-parent-abuse"})

# R-M5 and R-M7 speak of sixteen hours in four weeks and of more than four weeks. Sixteen hours are
# some three school days; the reminder comes on the second.
_FOUR_WEEKS = timedelta(weeks=4)
_NEARLY_SIXTEEN_HOURS = 2
_OF_SCHOOL_AGE = range(5, 18)
_INSIDE = (HowFar.INSIDE, HowFar.CLASS)


def about_measures(case: Case, catalogue: Catalogue, *, today: date) -> Iterator[Finding]:
    """Yield what is asked about formal measures, and of what the law asks to report.

    Args:
        case: The case.
        catalogue: Says under which law a measure exists.
        today: The last day that is looked at.
    """
    for taken in case.return_plan.measures:
        entry = catalogue.measures.get(taken.measure)
        is_ended = taken.state is AlternativeState.ENDED
        if entry is not None and entry.law != case.region.law and not is_ended:
            yield Finding("R-M1", Severity.HARD, taken.id)
        if taken.state.is_in_force:
            yield from _once_chosen(taken)
    if _looks_like_more_than_refusal(case):
        yield Finding("R-M6", Severity.HARD, "assessment.ideas")
    yield from _what_is_reported(case, today)


def _once_chosen(taken: FormalMeasure) -> Iterator[Finding]:
    if taken.halts is Answer.YES:
        yield Finding("R-M2", Severity.SOFT, taken.id)
    if taken.measure != _MOTIVATION_DOCUMENT:
        return
    if not (taken.in_favour and taken.against):
        yield Finding("R-M3", Severity.SOFT, taken.id)
    if not taken.worrying:
        yield Finding("R-M4", Severity.SOFT, taken.id)


def _looks_like_more_than_refusal(case: Case) -> bool:
    idea = latest_idea(case)
    if idea is None or idea.kind is not AbsenceType.REFUSAL:
        return False
    # The newest answer of each one who said something counts.
    answers = {(one.about, one.said_by): one.answer for one in case.assessment.observations}
    noted = {about for (about, _), answer in answers.items() if answer is Answer.YES}
    cards = {factor.entry for factor in case.factors}
    return bool(noted & _ANOTHER_KIND or cards & _DANGER)


def _what_is_reported(case: Case, today: date) -> Iterator[Finding]:
    since = case.assessment.absent_since
    without_leave = [
        day.on for day in case.log if day.authorised is False and day.reached not in _INSIDE
    ]
    lately = [on for on in without_leave if timedelta(0) <= today - on < _FOUR_WEEKS]
    is_long = since is not None and today - since > _FOUR_WEEKS
    if len(set(lately)) >= _NEARLY_SIXTEEN_HOURS or (is_long and without_leave):
        yield Finding("R-M5", Severity.ADVICE, "log")
    age = case.young_person.age if case.young_person else None
    at_school = [day.on for day in case.log if day.reached in _INSIDE or day.authorised]
    if (
        since is not None
        and is_long
        and age in _OF_SCHOOL_AGE
        and lately
        and not any(on >= since for on in at_school)
    ):
        yield Finding("R-M7", Severity.SOFT, "assessment.absent_since")
