"""What happens when another way than this school, or a formal measure, is weighed."""

from datetime import date
from typing import Any

from caseform import catalogue, checks
from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    Answer,
    Case,
    EditItem,
    Finding,
    RemoveItem,
    SeveralChanges,
    Severity,
    new_id,
)
from caseform.school_calendar import SchoolCalendar
from caseform.widgets._asked import answer
from caseform.widgets.assessment._changes import day_from
from caseform.widgets.return_plan._aside import setting_aside

WAYS, MEASURES = "return_plan.alternatives", "return_plan.measures"
QUESTIONS = ("is_meaningful", "is_possible", "is_favourable")

# The fields that are filled in on the page, and what a field of each list is.
_CHOICES = {WAYS: (*QUESTIONS, "is_self_steering", "why"), MEASURES: ("halts",)}
_WORDS = {
    WAYS: ("words", "return_link", "contact"),
    MEASURES: ("in_favour", "against", "worrying"),
}
_DAYS = {WAYS: ("review_on",), MEASURES: ("on",)}


class WaysIntents:
    """The gestures on other ways and formal measures; mixed into the page.

    Nothing of it is ever shown to a room: *Together* reaches none of it.
    """

    session: Any

    def intent_weigh(self, intent: dict[str, Any]) -> None:
        """Begin to weigh an option or a measure of this region."""
        case, entry_id = self.session.case, str(intent["id"])
        book = catalogue.load()
        entry: Any = book.alternatives.get(entry_id) or book.measures.get(entry_id)
        if entry is None or entry.law not in (None, case.region.law):
            raise InvalidCaseError("errors.no-such-part")
        weighed = {way.option for way in case.return_plan.alternatives}
        if entry_id in weighed | {one.measure for one in case.return_plan.measures}:
            return
        item = (
            AddItem(collection=WAYS, item={"id": new_id("w"), "option": entry_id})
            if entry_id in book.alternatives
            else AddItem(collection=MEASURES, item={"id": new_id("m"), "measure": entry_id})
        )
        self.session.apply(item, for_me=True)

    def intent_way(self, intent: dict[str, Any]) -> None:
        """Fill in one part of what is weighed."""
        item_id, name = str(intent["id"]), str(intent["name"])
        among = _list_of(self.session.case, item_id)
        if name in _CHOICES[among]:
            value = intent.get("value")
            # A choice that is taken back is a question that is open again.
            value = value or (None if name == "why" else Answer.UNKNOWN.value)
        elif name in _WORDS[among]:
            value = str(intent["text"]).strip()
        elif name in _DAYS[among]:
            value = day_from(intent["text"])
        else:
            raise InvalidCaseError("errors.no-such-part")
        self._fill_in(among, item_id, {name: value})

    def intent_way_agrees(self, intent: dict[str, Any]) -> None:
        """Say who agrees with another way, or no longer."""
        case, item_id, person = self.session.case, str(intent["id"]), str(intent["person"])
        way = case.find(WAYS, item_id)
        if way is None or case.person(person) is None:
            raise InvalidCaseError("errors.no-longer-there")
        others = [each for each in way.agreed_by if each != person]
        agreed = [*others, person] if intent["on"] else others
        self._fill_in(WAYS, item_id, {"agreed_by": agreed})

    def intent_way_state(self, intent: dict[str, Any]) -> None:
        """Say how far it is; choosing with something open needs a reason."""
        reason = str(intent.get("reason") or "").strip()
        answer(self, "way-state", lambda: self._say_how_far(intent, reason))

    def intent_unweigh(self, intent: dict[str, Any]) -> None:
        """Take away what was weighed."""
        item_id = str(intent["id"])
        among = _list_of(self.session.case, item_id)
        self.session.apply(RemoveItem(collection=among, id=item_id), for_me=True)

    def _say_how_far(self, intent: dict[str, Any], reason: str) -> None:
        case, item_id = self.session.case, str(intent["id"])
        moving = EditItem(
            collection=_list_of(case, item_id), id=item_id, fields={"state": intent["state"]}
        )
        still_open = open_before(moving.apply(case), item_id, today=self.session.today())
        aside = [setting_aside(one.rule, item_id, reason) for one in still_open]
        self.session.apply(SeveralChanges(changes=(*aside, moving)), for_me=True)

    def _fill_in(self, among: str, item_id: str, fields: dict[str, Any]) -> None:
        self.session.apply(EditItem(collection=among, id=item_id, fields=fields), for_me=True)


def open_before(case: Case, way_id: str, *, today: date) -> list[Finding]:
    """Return what keeps a way from standing as chosen in `case`, and was not set aside.

    Of the three questions only that they were asked is needed: an answer may be no.
    """
    way = case.find(WAYS, way_id)
    if way is None or not way.state.is_in_force:
        return []
    calendar = SchoolCalendar.for_case(case)
    found = checks.findings(case, today=today, calendar=calendar, catalogue=catalogue.load())
    is_unasked = any(getattr(way, name) is Answer.UNKNOWN for name in QUESTIONS)
    return [
        one
        for one in found
        if one.where == way_id
        and (one.severity is Severity.HARD or (one.rule == "R-X9" and is_unasked))
    ]


def _list_of(case: Case, item_id: str) -> str:
    for among in (WAYS, MEASURES):
        if case.find(among, item_id) is not None:
            return among
    raise InvalidCaseError("errors.no-longer-there")
