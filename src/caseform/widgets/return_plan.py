"""The graded return: how before when, the ladder, the coming days with reasons, the timetable."""

from datetime import date, time
from typing import Any

from caseform import catalogue, checks, planner
from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    Case,
    Change,
    EditField,
    EditItem,
    EndGoal,
    Finding,
    MoveItem,
    PersonKind,
    RemoveItem,
    SeveralChanges,
    Severity,
    StepKind,
    new_id,
)
from caseform.school_calendar import SchoolCalendar
from caseform.text import Language, say, short_day_words, weekday_words
from caseform.widgets._page import Page

# How comes before when: the order in which it is talked about.
HOW = (
    "travel",
    "spot",
    "receiver",
    "stand_in",
    "goodbye",
    "demands",
    "refuge",
    "reply",
    "hard_week",
)
_PEOPLE = ("receiver", "stand_in")
_STEP_FIELDS = ("words", "kind", "minutes", "predicted", "helps")
_SCHOOL_DAYS = 5


class ReturnPlanPage(Page):
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
        value = value or (None if name in _PEOPLE else "")
        self.session.apply(EditField(path=f"return_plan.how.{name}", value=value))

    def intent_goal(self, intent: dict[str, Any]) -> None:
        """Say whether going back to school is the aim."""
        self.session.apply(EditField(path="return_plan.end_goal", value=intent["value"]))

    def intent_add_step(self, intent: dict[str, Any]) -> None:
        """Add one step, or several lines as several steps, at the top of the ladder."""
        lines = [line.strip() for line in str(intent["text"]).splitlines() if line.strip()]
        self.session.apply(SeveralChanges(changes=tuple(_new_step(line) for line in lines)))

    def intent_add_ladder(self, intent: dict[str, Any]) -> None:
        """Begin with the steps of a ladder from the sources; each can be changed."""
        ladder = catalogue.load().ladders[str(intent["id"])]
        self.session.apply(
            SeveralChanges(
                changes=tuple(
                    _new_step(
                        step.text.in_(self.session.language),
                        kind=str(ladder.kind),
                        reaches=step.reaches,
                        minutes=step.minutes or 0,
                    )
                    for step in ladder.steps
                )
            )
        )

    def intent_edit_step(self, intent: dict[str, Any]) -> None:
        """Change one field of a step."""
        name = str(intent["name"])
        if name not in _STEP_FIELDS:
            raise InvalidCaseError("errors.no-such-part")
        value = intent.get("text", intent.get("value"))
        if name == "minutes":
            value = int(str(value)) if str(value).isdigit() else 0
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
        self._write(agreed=False)

    def intent_agree(self, intent: dict[str, Any]) -> None:
        """Mark the coming days as agreed; a rule that is open needs a reason."""
        case = self.session.case
        reason = str(intent.get("reason") or "").strip()
        for finding in open_findings(case, today=self.session.today()):
            if not reason:
                raise InvalidCaseError("errors.agree-needs-reason")
            override = {
                "id": new_id("o"),
                "rule": finding.rule,
                "reason": reason,
                "where": finding.where,
            }
            self.session.apply(AddItem(collection="return_plan.overrides", item=override))
        self._write(agreed=True)

    def intent_add_block(self, intent: dict[str, Any]) -> None:
        """Add one block to the school week."""
        block = {
            "id": new_id("b"),
            "weekday": int(intent["weekday"]),
            "starts": _clock(intent["starts"]),
            "ends": _clock(intent["ends"]),
            "subject": str(intent["subject"]).strip(),
        }
        self.session.apply(AddItem(collection="school.timetable", item=block))

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

    def _write(self, *, agreed: bool) -> None:
        case = self.session.case
        plan = planner.dated_plan(
            case, today=self.session.today(), calendar=SchoolCalendar.for_case(case)
        )
        if not plan.days:
            raise InvalidCaseError("errors.no-days-to-write")
        self.session.apply(planner.writing(case, plan, agreed=agreed))


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


def open_findings(case: Case, *, today: date) -> list[Finding]:
    """Return what keeps the days from being agreed: hard findings, and how-fields still empty."""
    found = checks.findings(
        case, today=today, calendar=SchoolCalendar.for_case(case), catalogue=catalogue.load()
    )
    return [finding for finding in found if finding.severity is Severity.HARD]


def return_plan_view(case: Case, language: Language, *, today: date) -> dict[str, Any]:
    """Return the graded return as plain, worded values."""

    def words(key: str, **blanks: object) -> str:
        return say(f"return.{key}", language, **blanks)

    rules = catalogue.load()
    calendar = SchoolCalendar.for_case(case)
    plan = planner.dated_plan(case, today=today, calendar=calendar)
    found = checks.findings(case, today=today, calendar=calendar, catalogue=rules)
    still_open = [finding for finding in found if finding.severity is Severity.HARD]
    return {
        "goal": {
            "label": words("goal"),
            "options": [
                {"id": goal.value, "text": words(f"goal-{goal.value}")} for goal in EndGoal
            ],
            "chosen": case.return_plan.end_goal.value if case.return_plan.end_goal else None,
        },
        "how": {
            "title": words("how-title"),
            "hint": words("how-hint"),
            "fields": [_how_field(case, name, language) for name in HOW],
        },
        "days": {
            "title": words("days-title"),
            "rows": [_day_row(case, day, language, rules) for day in plan.days],
            "later": words("later") if plan.days else "",
            "messages": [_said(finding, language, rules) for finding in plan.findings],
            "pencil": words("pencil") if plan.days else "",
            "agree": words("agree") if plan.days else "",
            "written": _written(case, today, language),
            "open": words("open-none")
            if not still_open
            else words("open-some", count=len(still_open)),
            "reason": {
                "needed": bool(still_open),
                "title": words("reason-title"),
                "text": words("reason-text"),
                "label": words("reason-label"),
                "do": words("reason-do"),
                "close": words("close"),
                "open": [_said(finding, language, rules)["text"] for finding in still_open],
            },
        },
        "ladder": _ladder(case, language, rules),
        "findings": {
            "title": words("findings-title"),
            "none": words("findings-none"),
            "rows": [_said(finding, language, rules) for finding in found],
            "why": words("why"),
        },
        "timetable": _timetable(case, language),
    }


def _how_field(case: Case, name: str, language: Language) -> dict[str, Any]:
    value = getattr(case.return_plan.how, name)
    people = [
        {"id": person.id, "text": person.called}
        for person in case.people
        if person.kind in (PersonKind.SCHOOL, PersonKind.HELPER)
    ]
    return {
        "name": name,
        "label": say(f"return.how-{name}", language),
        "hint": "" if name in _PEOPLE else say(f"return.how-{name}-hint", language),
        "value": value or "",
        "people": people if name in _PEOPLE else None,
        "nobody": say("return.nobody", language),
        "is_filled": bool(value),
    }


def _day_row(
    case: Case, day: planner.DayPlan, language: Language, rules: catalogue.Catalogue
) -> dict[str, Any]:
    step = case.find("return_plan.steps", day.step or "")
    people = [case.person(day.travel_with), case.person(day.received_by)]
    return {
        "on": short_day_words(day.date, language),
        "key": day.date.isoformat(),
        "step": step.words if step else say("return.no-step", language),
        "direction": day.direction.value,
        "direction_words": say(f"return.direction-{day.direction.value}", language),
        "people": " → ".join(person.called for person in people if person),
        "agreed": say("return.agreed", language) if day.is_agreed else "",
        "why": [
            {
                "text": planner.why_words(rule, language),
                "source": _source(rules, rule, language),
            }
            for rule in day.why
        ],
        "why_label": say("return.why", language),
    }


def _said(finding: Finding, language: Language, rules: catalogue.Catalogue) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "text": finding.message(language, rules),
        "weight": finding.severity.value,
        "weight_words": say(f"return.weight-{finding.severity.value}", language),
        "source": _source(rules, finding.rule, language),
    }


def _source(rules: catalogue.Catalogue, rule: str, language: Language) -> str:
    """Return where a rule comes from: what it rests on, and the texts with their lines."""
    entry = rules.rules.get(rule)
    if entry is None:
        return ""
    basis = rules.bases[entry.basis].in_(language) if entry.basis in rules.bases else ""
    return say("return.source", language, basis=basis, lines=", ".join(entry.lines))


def _written(case: Case, today: date, language: Language) -> str:
    ahead = [day for day in case.return_plan.days if day.on >= today]
    if not ahead:
        return say("return.written-none", language)
    agreed = all(day.agreed for day in ahead)
    return say("return.written-agreed" if agreed else "return.written-pencilled", language)


def _ladder(case: Case, language: Language, rules: catalogue.Catalogue) -> dict[str, Any]:
    def words(key: str, **blanks: object) -> str:
        return say(f"return.{key}", language, **blanks)

    steps = case.return_plan.steps
    done = {step.id: _was_done(case, step.id) for step in steps}
    return {
        "title": words("ladder-title"),
        "hint": words("ladder-hint"),
        "empty": "" if steps else words("ladder-empty"),
        "add": words("ladder-add"),
        "add_hint": words("ladder-add-hint"),
        "begin": words("ladder-begin"),
        "ladders": []
        if steps
        else [
            {"id": name, "text": ladder.name.in_(language)}
            for name, ladder in rules.ladders.items()
        ],
        "words": {
            "now": words("step-now"),
            "make_now": words("step-make-now"),
            "up": words("step-up"),
            "down": words("step-down"),
            "remove": words("step-remove"),
            "edit": words("step-edit"),
            "close": words("close"),
            "words": words("step-words"),
            "helps": words("step-helps"),
            "predicted": words("step-predicted"),
            "minutes": words("step-minutes"),
            "kind": words("step-kind"),
            "works_on": words("step-works-on"),
        },
        "kinds": [{"id": kind.value, "text": words(f"kind-{kind.value}")} for kind in StepKind],
        "steps": [
            {
                "id": step.id,
                "words": step.words,
                "helps": step.helps,
                "kind": step.kind.value if step.kind else None,
                "minutes": step.minutes or "",
                "predicted": step.predicted.value if step.predicted else None,
                "rating": str(step.predicted) if step.predicted else "",
                "is_now": step.id == case.return_plan.current,
                "done": done[step.id],
                "works_on": [factor.words for factor in case.factors if factor.id in step.factors],
            }
            for step in steps
        ],
    }


def _was_done(case: Case, step_id: str) -> bool:
    return any(day.done and day.step == step_id for day in case.log)


def _timetable(case: Case, language: Language) -> dict[str, Any]:
    def words(key: str) -> str:
        return say(f"return.{key}", language)

    blocks = sorted(case.school.timetable, key=lambda block: (block.weekday, block.starts))
    used = {block for step in case.return_plan.steps for block in step.blocks}
    return {
        "title": words("timetable-title"),
        "hint": words("timetable-hint"),
        "empty": "" if blocks else words("timetable-empty"),
        "liked": words("liked"),
        "disliked": words("disliked"),
        "in_step": words("in-step"),
        "add": {
            "title": words("block-add"),
            "weekday": words("block-weekday"),
            "starts": words("block-starts"),
            "ends": words("block-ends"),
            "subject": words("block-subject"),
            "do": words("block-do"),
            "close": words("close"),
        },
        "remove": words("block-remove"),
        "liking": {
            "label": words("liking"),
            "options": [
                {"id": str(value), "text": words(f"liking-{value + 2}")} for value in range(-2, 3)
            ],
        },
        "days": [
            {
                "weekday": day,
                "name": weekday_words(day, language),
                "blocks": [
                    {
                        "id": block.id,
                        "time": f"{block.starts:%H:%M}–{block.ends:%H:%M}",
                        "subject": block.subject,
                        "detail": " · ".join(part for part in (block.teacher, block.room) if part),
                        "liking": block.liking,
                        "taxing": ", ".join(block.taxing),
                        "in_step": block.id in used,
                    }
                    for block in blocks
                    if block.weekday == day
                ],
            }
            for day in range(_SCHOOL_DAYS)
        ],
    }


def _new_step(words: str, **fields: Any) -> AddItem:
    return AddItem(
        collection="return_plan.steps",
        item={"id": new_id("s"), "words": words, **{k: v for k, v in fields.items() if v}},
    )


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
