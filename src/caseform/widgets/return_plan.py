"""The graded return: how before when, the ladder, the coming days with reasons, the timetable."""

from datetime import date, time
from typing import Any

from caseform import catalogue, planner
from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    Case,
    Change,
    EditField,
    EditItem,
    Finding,
    MoveItem,
    RemoveItem,
    SeveralChanges,
    new_id,
)
from caseform.school_calendar import SchoolCalendar
from caseform.widgets._asked import answer
from caseform.widgets._page import Page
from caseform.widgets._people import PeopleIntents
from caseform.widgets._return_plan_view import HOW, PEOPLE, open_findings, return_plan_view

_STEP_FIELDS = ("words", "kind", "minutes", "predicted", "helps")


class ReturnPlanPage(PeopleIntents, Page):
    """The page with the graded return."""

    bundle_name = "return_plan"
    workbook = "40_return_plan"

    def page_view(self) -> dict[str, Any]:
        """Return what the browser draws."""
        return return_plan_view(
            self.session.case, self.session.language, today=self.session.today()
        )

    def intent_how(self, intent: dict[str, Any]) -> None:
        """Fill in one part of how it goes."""
        name = str(intent["name"])
        if name not in HOW:
            raise InvalidCaseError("errors.no-such-part")
        value = intent.get("text", intent.get("value"))
        value = value or (None if name in PEOPLE else "")
        self.session.apply(EditField(path=f"return_plan.how.{name}", value=value))

    def intent_goal(self, intent: dict[str, Any]) -> None:
        """Say whether going back to school is the aim."""
        self.session.apply(EditField(path="return_plan.end_goal", value=intent["value"]))

    def intent_add_step(self, intent: dict[str, Any]) -> None:
        """Add one step, or several lines as several steps, at the end of the ladder."""
        lines = [line.strip() for line in str(intent["text"]).splitlines() if line.strip()]
        self._add([_new_step(line) for line in lines])

    def intent_add_ladder(self, intent: dict[str, Any]) -> None:
        """Begin with the steps of a ladder from the sources; each can be changed."""
        ladder = catalogue.load().ladders[str(intent["id"])]
        self._add(
            [
                _new_step(
                    step.text.in_(self.session.language),
                    kind=str(ladder.kind),
                    reaches=step.reaches,
                    minutes=step.minutes or 0,
                )
                for step in ladder.steps
            ]
        )

    def intent_edit_step(self, intent: dict[str, Any]) -> None:
        """Change one field of a step."""
        name = str(intent["name"])
        if name not in _STEP_FIELDS:
            raise InvalidCaseError("errors.no-such-part")
        value = intent.get("text", intent.get("value"))
        if name == "minutes":
            value = _minutes(value)
        if name == "predicted" and value is not None:
            value = {"value": value}
        self.session.apply(
            EditItem(collection="return_plan.steps", id=str(intent["id"]), fields={name: value})
        )

    def intent_move_step(self, intent: dict[str, Any]) -> None:
        """Put a step before another one."""
        self.session.apply(
            MoveItem(
                collection="return_plan.steps", id=str(intent["id"]), before=intent.get("before")
            )
        )

    def intent_remove_step(self, intent: dict[str, Any]) -> None:
        """Take a step off the ladder, with the days on which it stood."""
        self.session.apply(removing_step(self.session.case, str(intent["id"])))

    def intent_current(self, intent: dict[str, Any]) -> None:
        """Say which step is done now."""
        self.session.apply(EditField(path="return_plan.current", value=str(intent["id"])))

    def intent_pencil(self, intent: dict[str, Any]) -> None:
        """Write the coming days down in pencil."""
        today = self.session.today()
        self.session.apply(_writing(self.session.case, today=today, agreed=False))

    def intent_agree(self, intent: dict[str, Any]) -> None:
        """Mark the coming days as agreed; a rule that is open needs a reason."""
        answer(self, "agree", lambda: self._agree(str(intent.get("reason") or "").strip()))

    def intent_add_block(self, intent: dict[str, Any]) -> None:
        """Add one block to the school week."""

        def add() -> None:
            block = {
                "id": new_id("b"),
                "weekday": int(intent["weekday"]),
                "starts": _clock(intent["starts"]),
                "ends": _clock(intent["ends"]),
                "subject": str(intent["subject"]).strip(),
            }
            self.session.apply(AddItem(collection="school.timetable", item=block))

        answer(self, "block", add)

    def intent_like_block(self, intent: dict[str, Any]) -> None:
        """Say how much the young person likes a lesson."""
        self.session.apply(
            EditItem(
                collection="school.timetable",
                id=str(intent["id"]),
                fields={"liking": intent.get("value")},
            )
        )

    def intent_remove_block(self, intent: dict[str, Any]) -> None:
        """Take one block out of the school week."""
        self.session.apply(RemoveItem(collection="school.timetable", id=str(intent["id"])))

    def _add(self, steps: list[AddItem]) -> None:
        if not steps:
            return
        # The first step that is written down is where it begins.
        first = [EditField(path="return_plan.current", value=steps[0].item["id"])]
        begins = [] if self.session.case.return_plan.current else first
        self.session.apply(SeveralChanges(changes=(*steps, *begins)))

    def _agree(self, reason: str) -> None:
        case, today = self.session.case, self.session.today()
        still_open = open_findings(case, today=today)
        if still_open and not reason:
            raise InvalidCaseError("errors.agree-needs-reason")
        aside = SeveralChanges(
            changes=tuple(_setting_aside(finding, reason) for finding in still_open)
        )
        # The plan is made again: with a rule set aside other days may come out.
        written = _writing(aside.apply(case), today=today, agreed=True)
        self.session.apply(SeveralChanges(changes=(*aside.changes, written)))


def _writing(case: Case, *, today: date, agreed: bool) -> SeveralChanges:
    plan = planner.dated_plan(case, today=today, calendar=SchoolCalendar.for_case(case))
    if not plan.days:
        raise InvalidCaseError("errors.no-days-to-write")
    return planner.writing(case, plan, agreed=agreed)


def _setting_aside(finding: Finding, reason: str) -> AddItem:
    override = {
        "id": new_id("o"),
        "rule": finding.rule,
        "reason": reason,
        "where": finding.where,
    }
    return AddItem(collection="return_plan.overrides", item=override)


def removing_step(case: Case, step_id: str) -> Change:
    """Return the change that takes a step away with its dated days, and moves on the current one.

    Raises:
        InvalidCaseError: There is no such step.
    """
    steps = [step.id for step in case.return_plan.steps]
    if step_id not in steps:
        raise InvalidCaseError("errors.no-longer-there")
    changes: list[Any] = [
        RemoveItem(collection="return_plan.days", id=day.id)
        for day in case.return_plan.days
        if day.step == step_id
    ]
    if case.return_plan.current == step_id:
        at = steps.index(step_id)
        # Back to the step before it: what worked is not lost with the step that goes.
        nearest = steps[at - 1] if at else (steps[1] if len(steps) > 1 else None)
        changes.append(EditField(path="return_plan.current", value=nearest))
    changes.append(RemoveItem(collection="return_plan.steps", id=step_id))
    return SeveralChanges(changes=tuple(changes))


def _new_step(words: str, **fields: Any) -> AddItem:
    return AddItem(
        collection="return_plan.steps",
        item={"id": new_id("s"), "words": words, **{k: v for k, v in fields.items() if v}},
    )


def _minutes(written: object) -> int:
    text = str(written if written is not None else "").strip()
    if text and not (text.isascii() and text.isdigit()):
        raise InvalidCaseError("errors.no-number-of-minutes")
    return int(text or 0)


def _clock(written: object) -> str:
    """Return a time of day as the case keeps it.

    Example:
        >>> _clock("8:30")
        '08:30:00'
    """
    hour, _, minute = str(written).strip().replace(".", ":").partition(":")
    try:
        return time(int(hour), int(minute or 0)).isoformat()
    except ValueError as error:
        raise InvalidCaseError("errors.no-time-of-day") from error
