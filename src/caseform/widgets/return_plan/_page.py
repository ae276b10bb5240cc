"""The page with the graded return, and what happens when it is used."""

from typing import Any

from caseform.model import EditField
from caseform.projection.rooms import ShownStep, YouthRoom
from caseform.widgets._page import Page
from caseform.widgets._people import PeopleIntents
from caseform.widgets.return_plan._ladder import LadderIntents
from caseform.widgets.return_plan._ready import ReadyIntents
from caseform.widgets.return_plan._timetable import TimetableIntents
from caseform.widgets.return_plan._view import return_plan_view
from caseform.widgets.return_plan._ways import WaysIntents
from caseform.widgets.return_plan._weeks import WeeksIntents
from caseform.widgets.return_plan._what_if import WhatIfIntents


class ReturnPlanPage(
    PeopleIntents,
    WeeksIntents,
    WhatIfIntents,
    LadderIntents,
    TimetableIntents,
    ReadyIntents,
    WaysIntents,
    Page,
):
    """The page with the graded return: how before when, the timetable, and what it still needs."""

    bundle_name = "return_plan"
    workbook = "40_return_plan"

    def page_view(self) -> dict[str, Any]:
        """Return what the browser draws."""
        case = self.session.case
        return return_plan_view(
            case,
            self.session.language,
            today=self.session.today(),
            wish=self.wish,
            span=self.span,
            seen=self._seen_by_youth() if case.young_person and case.return_plan.steps else (),
        )

    def intent_goal(self, intent: dict[str, Any]) -> None:
        """Say whether going back to school is the aim."""
        self.session.apply(EditField(path="return_plan.end_goal", value=intent["value"]))

    def _seen_by_youth(self) -> tuple[ShownStep, ...]:
        projection = self.session.preview("youth")
        return projection.steps if isinstance(projection, YouthRoom) else ()
