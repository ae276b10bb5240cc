"""The newest of what is kept in versions; the older ones stay beside it."""

from caseform.model._assessment import AbsenceIdea, CareLevel, CareSystem, Perspective
from caseform.model._case import Case


def latest_idea(case: Case) -> AbsenceIdea | None:
    """Return the type of absence as the therapist thinks of it now; None where nothing was said."""
    ideas = case.assessment.ideas
    return ideas[-1] if ideas else None


def latest_level(case: Case, system: CareSystem) -> CareLevel | None:
    """Return where the support stands now in one of the two systems; None where nothing was said.

    Args:
        case: The case.
        system: Tier or phase; one never stands for the other.
    """
    levels = [level for level in case.assessment.levels if level.system is system]
    return levels[-1] if levels else None


def latest_perspectives(case: Case) -> dict[str, Perspective]:
    """Return how each one sees it now, by the id of the person.

    Of two versions of the same day the one written later holds.

    Example:
        >>> from datetime import date
        >>> from caseform.model import Region
        >>> latest_perspectives(
        ...     Case(id="c-1", alias="Zeester", region=Region.VL, created_on=date(2026, 11, 23))
        ... )
        {}
    """
    latest: dict[str, Perspective] = {}
    for view in sorted(case.assessment.perspectives, key=lambda view: view.on):
        latest[view.who] = view
    return latest
