"""What happens when days without ordinary lessons are told: free days, exams, who is away."""

from collections.abc import Callable
from datetime import date
from typing import Any

from caseform.errors import InvalidCaseError
from caseform.model import AddItem, FreeDayKind, RemoveItem, SpecialWeekKind, new_id
from caseform.widgets._asked import answer

# A day in a year as far away as this was mistyped.
_FAR_YEARS = 9


class SchoolDaysIntents:
    """The gestures on the days of the school; mixed into the page with the timetable."""

    session: Any
    send: Callable[[dict[str, Any]], None]

    def intent_add_free_day(self, intent: dict[str, Any]) -> None:
        """Add a day without school, or a row of days."""

        def add() -> None:
            first, last = _row(intent, self.session.today())
            kind = FreeDayKind(intent["what"]).value
            words = str(intent.get("words") or "").strip()
            item = {"id": new_id("o"), "on": first, "until": last, "kind": kind, "words": words}
            self.session.apply(AddItem(collection="school.free_days", item=item))

        answer(self, "free-day", add)

    def intent_remove_free_day(self, intent: dict[str, Any]) -> None:
        """Take a day without school away."""
        self.session.apply(RemoveItem(collection="school.free_days", id=str(intent["id"])))

    def intent_add_special_week(self, intent: dict[str, Any]) -> None:
        """Add days on which exams or a placement take the place of the lessons."""

        def add() -> None:
            first, last = _row(intent, self.session.today())
            item = {
                "id": new_id("w"),
                "kind": SpecialWeekKind(intent["what"]).value,
                "starts": first,
                "ends": last or first,
                "words": str(intent.get("words") or "").strip(),
            }
            self.session.apply(AddItem(collection="school.special_weeks", item=item))

        answer(self, "special-week", add)

    def intent_remove_special_week(self, intent: dict[str, Any]) -> None:
        """Let the ordinary lessons run again."""
        self.session.apply(RemoveItem(collection="school.special_weeks", id=str(intent["id"])))

    def intent_add_away(self, intent: dict[str, Any]) -> None:
        """Add days on which someone can neither receive nor travel along."""

        def add() -> None:
            first, last = _row(intent, self.session.today())
            person = str(intent.get("what") or "")
            if self.session.case.find("people", person) is None:
                raise InvalidCaseError("errors.no-longer-there")
            item = {"id": new_id("a"), "person": person, "starts": first, "ends": last or first}
            self.session.apply(AddItem(collection="return_plan.away", item=item))

        answer(self, "away", add)

    def intent_remove_away(self, intent: dict[str, Any]) -> None:
        """Say that someone can on those days after all."""
        self.session.apply(RemoveItem(collection="return_plan.away", id=str(intent["id"])))


def _row(intent: dict[str, Any], today: date) -> tuple[str, str | None]:
    """Return the first and the last day of a row; one day has no last one.

    Raises:
        InvalidCaseError: There is no first day, or a year was mistyped.
    """
    first, last = (str(intent.get(name) or "") for name in ("first", "last"))
    if not first:
        raise InvalidCaseError("timetable.needs-day")
    for told in filter(None, (first, last)):
        if abs(_day(told).year - today.year) > _FAR_YEARS:
            raise InvalidCaseError("timetable.far-year", year=_day(told).year)
    return first, last or None


def _day(told: str) -> date:
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise InvalidCaseError("errors.no-such-day") from error
