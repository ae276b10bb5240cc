"""A rule that the clinician sets aside: with a reason, for one place or for the whole plan."""

from caseform.errors import InvalidCaseError
from caseform.model import AddItem, new_id


def setting_aside(rule: str, where: str, reason: str) -> AddItem:
    """Return the change that sets a rule aside; the reason stays with the therapist and team.

    Args:
        rule: Id of the rule.
        where: Id, date or path of what it is set aside for; empty for the whole plan.
        reason: Why.

    Raises:
        InvalidCaseError: There is no reason.
    """
    if not reason.strip():
        raise InvalidCaseError("errors.aside-needs-reason")
    override = {"id": new_id("o"), "rule": rule, "reason": reason.strip(), "where": where}
    return AddItem(collection="return_plan.overrides", item=override)
