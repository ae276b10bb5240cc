"""What happens when someone looks ahead, asks what if, or chooses how to begin again."""

from datetime import date
from typing import Any

from caseform import planner
from caseform.errors import InvalidCaseError
from caseform.school_calendar import SchoolCalendar
from caseform.widgets.return_plan._ahead_view import SPANS
from caseform.widgets.return_plan._what_if_view import still_asks

# A year that was mistyped is no question about the coming days.
_FAR_DAYS = 400


class WhatIfIntents:
    """The questions about the coming days, and the way back after a break; mixed into the page."""

    session: Any
    _asked: tuple[str, planner.Wish] | None = None
    # How far the therapist looks ahead; that is of this page, and of no case.
    span: str | None = None

    @property
    def wish(self) -> planner.Wish | None:
        """What was asked last about this case, and neither kept nor dropped."""
        case = self.session.case
        if self._asked is None or self._asked[0] != case.id:
            return None
        return self._asked[1] if still_asks(case, self._asked[1]) else None

    def intent_what_if(self, intent: dict[str, Any]) -> None:
        """Ask what would come of something, while nothing is changed."""
        case = self.session.case
        wish = _wish(intent, self.session.today())
        if not still_asks(case, wish):
            raise InvalidCaseError("errors.no-longer-there")
        # What cannot be answered is refused here, and not each time that the page is drawn.
        planner.what_if(case, wish, today=self.session.today(), calendar=self._calendar)
        self._asked = (case.id, wish)

    def intent_keep_what_if(self, intent: dict[str, Any]) -> None:
        """Take over what was asked, with its days, in pencil."""
        case, wish = self.session.case, self.wish
        if wish is None:
            raise InvalidCaseError("errors.no-longer-there")
        told = planner.what_if(case, wish, today=self.session.today(), calendar=self._calendar)
        if not told.is_possible:
            raise InvalidCaseError("errors.cannot-be-kept")
        self._asked = None
        self.session.apply(planner.keeping(case, told))

    def intent_drop_what_if(self, intent: dict[str, Any]) -> None:
        """Leave everything as it is."""
        self._asked = None

    def intent_look_ahead(self, intent: dict[str, Any]) -> None:
        """Look a term or a year ahead, or no longer."""
        span = intent.get("span")
        if span is not None and span not in SPANS:
            raise InvalidCaseError("errors.no-such-part")
        self.span = span

    def intent_begin_again(self, intent: dict[str, Any]) -> None:
        """Take over one of the ways to begin again after a break or a hard week."""
        found = planner.reentry(
            self.session.case, today=self.session.today(), calendar=self._calendar
        )
        options = {option.way.value: option for option in found.options} if found else {}
        if intent["way"] not in options:
            raise InvalidCaseError("errors.no-longer-there")
        self.session.apply(options[intent["way"]].change)

    @property
    def _calendar(self) -> SchoolCalendar:
        return SchoolCalendar.for_case(self.session.case)


def _wish(intent: dict[str, Any], today: date) -> planner.Wish:
    """Return what the page asks as the planner knows it.

    Raises:
        InvalidCaseError: It is no question, or a day is none, or one of another time.
    """

    def day(name: str) -> date:
        try:
            told = date.fromisoformat(str(intent.get(name) or ""))
        except ValueError as error:
            raise InvalidCaseError("errors.no-such-day") from error
        if abs((told - today).days) > _FAR_DAYS:
            raise InvalidCaseError("errors.no-such-day")
        return told

    match str(intent["what"]):
        case "come":
            return planner.Come(day("on"))
        case "hold":
            return planner.Hold(day("on"))
        case "back":
            return planner.StepBack()
        case "skip":
            return planner.Skip(str(intent["step"]))
        case "receiver":
            return planner.OtherReceiver(str(intent["person"]), day("starts"), day("ends"))
        case "ill":
            return planner.Ill(day("starts"), day("ends"))
        case "holiday":
            words = str(intent.get("words") or "").strip()
            return planner.Holiday(day("starts"), day("ends"), words)
        case _:
            raise InvalidCaseError("errors.no-such-part")
