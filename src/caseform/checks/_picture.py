"""Whose view is known, and what pushes and draws."""

from collections.abc import Iterator

from caseform.model import Bearing, Case, Draw, Finding, PersonKind, Phrase, Severity


def about_the_picture(case: Case) -> Iterator[Finding]:
    """Yield what the picture of the case still lacks."""
    yield from _not_heard(case)
    yield from _no_push_or_draw(case)
    # An agreement on contact is an agreement; where there is none at all, there is none on this.
    at_school = [p for p in case.people if p.kind is PersonKind.SCHOOL]
    if (at_school or case.school.contacts) and not case.agreements:
        yield Finding("R-C4", Severity.SOFT, "agreements")


def _not_heard(case: Case) -> Iterator[Finding]:
    spoke = {factor.said_by for factor in case.factors}
    spoke |= {view.who for view in case.assessment.perspectives}
    family = [p for p in case.people if p.kind in (PersonKind.YOUNG_PERSON, PersonKind.CAREGIVER)]
    names: list[str | Phrase] = [p.called for p in family if p.id not in spoke]
    at_school = {p.id for p in case.people if p.kind is PersonKind.SCHOOL}
    if case.people and not at_school & spoke:
        names.append(Phrase("plan.someone-at-school"))
    if names:
        yield Finding("R-A2", Severity.SOFT, "factors", {"names": tuple(names)}, "plan.not-heard")


def _no_push_or_draw(case: Case) -> Iterator[Finding]:
    pushes = any(f.bearing is Bearing.AWAY_FROM_SCHOOL and f.draw is None for f in case.factors)
    draws = any(f.bearing is Bearing.TOWARD_SCHOOL or f.draw is Draw.HOME for f in case.factors)
    if not pushes and not draws:
        yield Finding("R-A5", Severity.SOFT, "factors")
    elif not pushes:
        yield Finding("R-A5", Severity.SOFT, "factors", key="plan.nothing-pushes")
    elif not draws:
        yield Finding("R-A5", Severity.SOFT, "factors", key="plan.nothing-draws")
