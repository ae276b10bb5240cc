"""Advice that nothing fires: it is read where it helps, beside the points that it is about."""

from caseform.catalogue import Catalogue, PointGroup
from caseform.model import Finding, Severity


def prompts(group: PointGroup, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return the advice that is shown beside the points of `group`.

    It is the same for every case: a sentence to keep in mind, which nothing has to answer.

    Args:
        group: The points that are shown.
        catalogue: Says which advice stands beside which points.

    Returns:
        In the order of the catalogue.

    Example:
        >>> from caseform.catalogue import load
        >>> [prompt.rule for prompt in prompts(PointGroup.DOOR, load())]
        ['R-H8', 'R-H10']
    """
    return tuple(
        Finding(rule.id, Severity.ADVICE)
        for rule in catalogue.rules.values()
        if rule.beside is group
    )
