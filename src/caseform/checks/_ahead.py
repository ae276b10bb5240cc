"""The written days that lie ahead."""

from datetime import date

from caseform.model import Case, PlannedDay, ladder


def days_ahead(case: Case, today: date) -> list[PlannedDay]:
    """Return the written days from today on, in order and one for each day.

    Left out are a day that was written up already, and a day whose step is no longer on the
    ladder or is passed over. Where a day was written twice, what was agreed goes before what was
    pencilled.
    """
    known = {step.id for step in ladder(case)}
    written_up = {day.on for day in case.log}
    found: dict[date, PlannedDay] = {}
    for day in sorted(case.return_plan.days, key=lambda day: day.agreed):
        if day.on >= today and day.on not in written_up and day.step in known:
            found[day.on] = day
    return [found[on] for on in sorted(found)]
