"""How the return goes, from the way there to a bad moment in the day."""

from collections.abc import Iterator

from caseform.model import Case, Finding, Severity, ladder

_HOW = "return_plan.how"


def about_the_door(case: Case) -> Iterator[Finding]:
    """Yield what is not agreed yet about the way, the door and the day inside.

    Each is asked as soon as the ladder has a step that needs it.
    """
    how = case.return_plan.how
    steps = ladder(case)
    if any(step.leaves_home for step in steps) and (not how.travel or _one_person_carries_it(case)):
        yield Finding("R-H11", Severity.SOFT, f"{_HOW}.travel")
    if any(step.reaches_school for step in steps):
        if how.receiver is None or not how.spot:
            yield Finding("R-H1", Severity.HARD, f"{_HOW}.receiver")
        elif how.stand_in is None:
            yield Finding("R-H2", Severity.SOFT, f"{_HOW}.stand_in")
        if not how.goodbye:
            yield Finding("R-H3", Severity.SOFT, f"{_HOW}.goodbye")
        if not how.reply:
            yield Finding("R-H7", Severity.HARD, f"{_HOW}.reply")
    if any(step.goes_inside for step in steps):
        if not how.refuge:
            yield Finding("R-H9", Severity.SOFT, f"{_HOW}.refuge")
        if not how.demands and any(step.goes_inside and step.asks is None for step in steps):
            yield Finding("R-S13", Severity.SOFT, f"{_HOW}.demands")


def _one_person_carries_it(case: Case) -> bool:
    # Nobody named is no sign that one person does it all; they may come by themselves.
    return len({escort.person for escort in case.return_plan.escorts}) == 1
