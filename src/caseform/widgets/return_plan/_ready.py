"""What happens when what the plan still needs is answered, dated, weighed or set aside."""

from typing import Any

from caseform import catalogue
from caseform.errors import InvalidCaseError
from caseform.model import AddItem, Change, EditField, EditItem, RemoveItem, new_id
from caseform.widgets._asked import answer
from caseform.widgets.assessment._changes import answering, day_from, newest_of
from caseform.widgets.return_plan._aside import setting_aside


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

    def intent_review_on(self, intent: dict[str, Any]) -> None:
        """Say on which day the team decides whether this way goes on."""
        self._write_down("review_on", day_from(intent["text"]))

    def intent_restart(self, intent: dict[str, Any]) -> None:
        """Write how the first day after a holiday or illness goes."""
        self._write_down("restart", str(intent["text"]).strip())

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

    def _write_down(self, name: str, value: object) -> None:
        self.session.apply(EditField(path=f"return_plan.{name}", value=value), for_me=True)
