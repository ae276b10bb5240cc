"""What happens when how it goes and the coming days are used."""

from datetime import date
from typing import Any

from caseform import planner
from caseform.errors import InvalidCaseError
from caseform.model import Case, EditField, SeveralChanges
from caseform.school_calendar import SchoolCalendar
from caseform.widgets._asked import answer
from caseform.widgets.return_plan._aside import setting_aside
from caseform.widgets.return_plan._weeks_view import HOW, PEOPLE, open_findings


class WeeksIntents:
    """The gestures on how it goes and on the coming days; mixed into the page."""

    session: Any

    def intent_how(self, intent: dict[str, Any]) -> None:
        """Fill in one part of how it goes."""
        name = str(intent["name"])
        if name not in HOW:
            raise InvalidCaseError("errors.no-such-part")
        value = intent.get("text", intent.get("value"))
        value = value or (None if name in PEOPLE else "")
        self.session.apply(EditField(path=f"return_plan.how.{name}", value=value))

    def intent_pencil(self, intent: dict[str, Any]) -> None:
        """Write the coming days down in pencil."""
        today = self.session.today()
        self.session.apply(_writing(self.session.case, today=today, agreed=False))

    def intent_agree(self, intent: dict[str, Any]) -> None:
        """Mark the coming days as agreed; a rule that is open needs a reason."""
        answer(self, "agree", lambda: self._agree(str(intent.get("reason") or "").strip()))

    def _agree(self, reason: str) -> None:
        case, today = self.session.case, self.session.today()
        still_open = open_findings(case, today=today)
        if still_open and not reason:
            raise InvalidCaseError("errors.agree-needs-reason")
        aside = SeveralChanges(
            changes=tuple(setting_aside(one.rule, one.where, reason) for one in still_open)
        )
        # The plan is made again: with a rule set aside other days may come out.
        written = _writing(aside.apply(case), today=today, agreed=True)
        self.session.apply(SeveralChanges(changes=(*aside.changes, written)))


def _writing(case: Case, *, today: date, agreed: bool) -> SeveralChanges:
    plan = planner.dated_plan(case, today=today, calendar=SchoolCalendar.for_case(case))
    if not plan.days:
        raise InvalidCaseError("errors.no-days-to-write")
    return planner.writing(case, plan, agreed=agreed)
