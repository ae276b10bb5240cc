"""Other ways than this school and formal measures: what is asked before one is chosen.

These rules hold also where going back to school is not the goal.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from caseform.catalogue import Catalogue
from caseform.checks._measures import about_measures
from caseform.model import (
    Alternative,
    AlternativeState,
    Answer,
    Case,
    EndGoal,
    Finding,
    LettingGoReason,
    PersonKind,
    Severity,
)

_LETTING_GO = "letting-go-of-school"
_EXAM_BOARD = "exam-board"

# R-X5 speaks of two years; what is still recent the source does not say: a term is our own guess.
_LONG = timedelta(weeks=104)
_RECENT = timedelta(weeks=13)


def about_other_ways(case: Case, catalogue: Catalogue, *, today: date) -> Iterator[Finding]:
    """Yield what the other ways and formal measures that are weighed still ask.

    Args:
        case: The case.
        catalogue: Says what an option is, from which age and in which country it exists.
        today: From which the length of the absence is counted.
    """
    weighed = [
        way for way in case.return_plan.alternatives if way.state is not AlternativeState.ENDED
    ]
    for way in weighed:
        yield from _whether_it_is_open(case, way, catalogue)
        if _leaves_school(way, catalogue) and way.state.is_in_force:
            yield from _before_it_is_chosen(case, way)
    yield from _how_long(case, [w for w in weighed if _leaves_school(w, catalogue)], today)
    yield from about_measures(case, catalogue, today=today)


def _leaves_school(way: Alternative, catalogue: Catalogue) -> bool:
    entry = catalogue.alternatives.get(way.option)
    return entry is not None and entry.leaves_school


def _whether_it_is_open(case: Case, way: Alternative, catalogue: Catalogue) -> Iterator[Finding]:
    entry = catalogue.alternatives.get(way.option)
    age = case.young_person.age if case.young_person else None
    if entry is not None and entry.law not in (None, case.region.law):
        yield Finding("R-M1", Severity.HARD, way.id)
    if entry is not None and entry.from_age and age is not None and age < entry.from_age:
        yield Finding("R-X3", Severity.HARD, way.id)
    # While it is only weighed, not to know yet is no objection.
    doubts = (
        {Answer.NO} if way.state is AlternativeState.CONSIDERED else {Answer.NO, Answer.UNKNOWN}
    )
    if way.option == _EXAM_BOARD and way.is_self_steering in doubts:
        yield Finding("R-X4", Severity.SOFT, way.id)


def _before_it_is_chosen(case: Case, way: Alternative) -> Iterator[Finding]:
    if way.option == _LETTING_GO and not _is_joint(case, way):
        yield Finding("R-X7", Severity.HARD, way.id)
    if not way.return_link:
        yield Finding("R-X8", Severity.HARD, way.id)
    if not way.contact:
        yield Finding("R-X10", Severity.HARD, way.id)
    if {way.is_meaningful, way.is_possible, way.is_favourable} != {Answer.YES}:
        yield Finding("R-X9", Severity.SOFT, way.id)


def _is_joint(case: Case, way: Alternative) -> bool:
    agreed = set(way.agreed_by)
    family = [
        person.id
        for person in case.people
        if person.kind in (PersonKind.YOUNG_PERSON, PersonKind.CAREGIVER)
    ]
    at_school = {person.id for person in case.people if person.kind is PersonKind.SCHOOL}
    return (
        way.why is LettingGoReason.NO_LONGER_MEANINGFUL
        and bool(family)
        and agreed.issuperset(family)
        and bool(agreed & at_school)
    )


def _how_long(case: Case, weighed: list[Alternative], today: date) -> Iterator[Finding]:
    since = case.assessment.absent_since
    if since is None:
        return
    chosen = [way for way in weighed if way.state.is_in_force]
    if today - since >= _LONG and case.return_plan.end_goal is EndGoal.RETURN and not weighed:
        yield Finding("R-X5", Severity.SOFT, "return_plan.alternatives", key="ways.two-years")
    if today - since < _RECENT and chosen:
        yield Finding("R-X5", Severity.SOFT, chosen[0].id, key="ways.still-recent")
