"""What happens when how it goes and the coming days are used."""

from typing import Any

from caseform import planner
from caseform.errors import InvalidCaseError
from caseform.model import (
    Case,
    Change,
    EditField,
    EditItem,
    RemoveItem,
    SeveralChanges,
)
from caseform.widgets._asked import answer
from caseform.widgets.return_plan._agree_view import open_findings
from caseform.widgets.return_plan._aside import setting_aside
from caseform.widgets.return_plan._how_view import HOW, PEOPLE
from caseform.widgets.return_plan._weeks_view import Weeks


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
        about = self._weeks(self.session.case)
        self.session.apply(planner.writing(about.case, _with_days(about)))

    def intent_renew(self, intent: dict[str, Any]) -> None:
        """Plan anew from today; what was agreed and no longer fits is pencilled again."""
        self.session.apply(self._renewing(self.session.case))

    def intent_horizon(self, intent: dict[str, Any]) -> None:
        """Say how many school days get a date."""
        self.session.apply(EditField(path="return_plan.horizon_days", value=int(intent["value"])))

    def intent_end_standing(self, intent: dict[str, Any]) -> None:
        """Take back a hold, or that someone is not there for a while."""
        held = str(intent["id"])
        self.session.apply(
            EditField(path="return_plan.hold_until", value=None)
            if held == "hold"
            else RemoveItem(collection="return_plan.away", id=held)
        )

    def intent_agree(self, intent: dict[str, Any]) -> None:
        """Mark the coming days as agreed by those who agree; what is open needs a reason."""
        who = tuple(str(one) for one in intent.get("agreed_by") or ())
        answer(self, "agree", lambda: self._agree(who, str(intent.get("reason") or "").strip()))

    def _agree(self, who: tuple[str, ...], reason: str) -> None:
        about = self._weeks(self.session.case)
        if any(about.case.person(one) is None for one in who):
            raise InvalidCaseError("errors.no-longer-there")
        still_open = open_findings(about) if about.plan.days else []
        if still_open and not reason:
            raise InvalidCaseError("errors.agree-needs-reason")
        aside = SeveralChanges(
            changes=tuple(setting_aside(one.rule, one.where, reason) for one in still_open)
        )
        # The plan is made again: with a rule set aside other days may come out.
        about = self._weeks(aside.apply(about.case))
        agreed = planner.agreeing(about.case, _with_days(about), agreed_by=who, today=about.today)
        self.session.apply(SeveralChanges(changes=(*aside.changes, *agreed.changes)))

    def _renewing(self, case: Case) -> SeveralChanges:
        about = self._weeks(case)
        again = planner.writing(case, about.plan)
        if about.plan.days and not self._is_stale(again.apply(case)):
            return again
        freed: tuple[Change, ...] = tuple(
            EditItem(collection="return_plan.days", id=day.id, fields={"agreed": False})
            for day in case.return_plan.days
            if day.agreed and day.on >= about.today
        )
        about = self._weeks(SeveralChanges(changes=freed).apply(case))
        written = planner.writing(about.case, _with_days(about))
        return SeveralChanges(changes=(*freed, *written.changes))

    def _is_stale(self, case: Case) -> bool:
        about = self._weeks(case)
        return planner.stale(case, today=about.today, calendar=about.calendar) is not None

    def _weeks(self, case: Case) -> Weeks:
        return Weeks.of(case, self.session.language, today=self.session.today())


def _with_days(about: Weeks) -> planner.DatedPlan:
    if not about.plan.days:
        raise InvalidCaseError("errors.no-days-to-write")
    return about.plan
