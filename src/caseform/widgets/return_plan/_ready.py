"""What happens when what the plan still needs is answered, dated, weighed or set aside."""

from collections.abc import Callable
from typing import Any

from caseform import catalogue
from caseform.errors import InvalidCaseError
from caseform.model import AddItem, Answer, Change, EditField, EditItem, RemoveItem, new_id
from caseform.widgets._asked import answer
from caseform.widgets._people import age_from
from caseform.widgets.assessment._changes import answering, day_from, newest_of
from caseform.widgets.return_plan._aside import setting_aside


def _words(written: object) -> str:
    return str(written or "").strip()


def _yes_or_no(chosen: object) -> bool | None:
    return None if chosen is None else chosen == Answer.YES.value


# Days and facts of the whole case that a rule looks at: where they stand, and how they are read.
FACTS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "is_feasible": ("return_plan", _yes_or_no),
    "review_on": ("return_plan", day_from),
    "restart": ("return_plan", _words),
    "absent_since": ("assessment", day_from),
    "effort_until": ("school", day_from),
    "classmates_age": ("school", age_from),
}


class ReadyIntents:
    """The gestures on what the plan still needs; mixed into the page.

    All of it is for the therapist: *Together* reaches none of it.
    """

    session: Any

    def intent_point(self, intent: dict[str, Any]) -> None:
        """Answer one point, or say it in words; an answer of an earlier day stays as it was."""
        about = str(intent["about"])
        if about not in catalogue.load().points:
            raise InvalidCaseError("errors.no-such-part")
        change = answering(
            self.session.case,
            about,
            str(intent["name"]),
            intent.get("text", intent.get("value")),
            said_by=None,
            today=self.session.today(),
            among="return_plan.ready",
        )
        self.session.apply(change, for_me=True)

    def intent_fact(self, intent: dict[str, Any]) -> None:
        """Write one day or fact that rules look at; nothing written takes it back."""
        name = str(intent["name"])
        if name not in FACTS:
            raise InvalidCaseError("errors.no-such-part")
        path, kept = FACTS[name]
        value = kept(intent.get("text", intent.get("value")))
        self.session.apply(EditField(path=f"{path}.{name}", value=value), for_me=True)

    def intent_pull(self, intent: dict[str, Any]) -> None:
        """Choose where sources pull apart, or write why."""
        about = str(intent["about"])
        if about not in catalogue.load().pulls:
            raise InvalidCaseError("errors.no-such-part")
        fields = (
            {"words": str(intent["text"]).strip()}
            if "text" in intent
            else {"side": intent.get("value")}
        )
        held = newest_of(self.session.case, "return_plan.pulls", about=about)
        change: Change = (
            EditItem(collection="return_plan.pulls", id=held.id, fields=fields)
            if held is not None
            else AddItem(
                collection="return_plan.pulls", item={"id": new_id("q"), "about": about, **fields}
            )
        )
        self.session.apply(change, for_me=True)

    def intent_set_aside(self, intent: dict[str, Any]) -> None:
        """Set a rule aside for one place, with a reason."""

        def set_aside() -> None:
            rule = str(intent["rule"])
            if rule not in catalogue.load().rules:
                raise InvalidCaseError("errors.no-such-part")
            change = setting_aside(rule, str(intent["where"]), str(intent.get("reason") or ""))
            self.session.apply(change, for_me=True)

        answer(self, "aside", set_aside)

    def intent_take_back(self, intent: dict[str, Any]) -> None:
        """Let a rule speak again that was set aside."""
        change = RemoveItem(collection="return_plan.overrides", id=str(intent["id"]))
        self.session.apply(change, for_me=True)
