"""The day: how far it went, in half a minute, and what was done over the last weeks."""

from datetime import date, timedelta
from typing import Any

from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    Case,
    Change,
    DayReason,
    EditItem,
    HowFar,
    LogDay,
    Person,
    PersonKind,
    new_id,
)
from caseform.school_calendar import SchoolCalendar
from caseform.text import Language, day_words, say, short_day_words, weekday_words
from caseform.widgets._page import Page
from caseform.widgets._people import spread

WEEKS_SHOWN = 6
_TEXTS = ("words", "complaints")
_FIELDS = ("reached", "done", "received_by", "reason", "tension", "minutes", "authorised")
_MOST_MINUTES = 24 * 60


class LogPage(Page):
    """The page with one day, and the weeks that went by."""

    bundle_name = "log"
    workbook = "50_log"

    def __init__(self, session: Any) -> None:
        self._day: date = session.today()
        super().__init__(session)

    def page_view(self) -> dict[str, Any]:
        """Return what the browser draws."""
        return log_view(
            self.session.case, self.session.language, day=self._day, today=self.session.today()
        )

    def intent_day(self, intent: dict[str, Any]) -> None:
        """Show another day."""
        self._day = min(_day(intent["on"]), self.session.today())

    def intent_record(self, intent: dict[str, Any]) -> None:
        """Write one field of the day that is shown."""
        self.session.apply(
            recording(
                self.session.case,
                _day(intent["on"]),
                str(intent["name"]),
                intent.get("value", intent.get("text")),
                today=self.session.today(),
            )
        )


def recording(case: Case, on: date, name: str, value: Any, *, today: date) -> Change:
    """Return the change that writes one field of one day; the day is begun if need be.

    Args:
        case: The case.
        on: The day; not one that is still to come.
        name: ``reached``, ``done``, ``received_by``, ``reason``, ``tension``, ``minutes``,
            ``authorised``, ``words``, ``complaints`` or ``shared_with``.
        value: The value as JSON; None clears it.
        today: The day on which it is written.

    Raises:
        InvalidCaseError: There is no such field, the day is still to come, or the minutes are
            no number that fits a day.

    Example:
        >>> from caseform.model import Region
        >>> case = Case(id="c-1", alias="a", region=Region.VL, created_on=date(2026, 11, 2))
        >>> day = date(2026, 11, 24)
        >>> recording(case, day, "reached", "gate", today=day).apply(case).log[0].reached
        <HowFar.GATE: 'gate'>
    """
    if name not in (*_FIELDS, *_TEXTS, "shared_with") or on > today:
        raise InvalidCaseError("errors.no-such-part")
    if name == "tension" and value is not None:
        value = {"value": value}
    if name == "minutes":
        value = _minutes(value)
    if name in _TEXTS:
        value = value or ""
    if name == "shared_with":
        value = value or []
    entry = next((day for day in case.log if day.on == on), None)
    if entry is not None:
        return EditItem(collection="log", id=entry.id, fields={name: value})
    begun = {"id": new_id("l"), "on": on.isoformat(), "recorded_on": today.isoformat()}
    planned = next((day.step for day in case.return_plan.days if day.on == on), None)
    return AddItem(
        collection="log",
        item={**begun, "step": planned or case.return_plan.current, name: value},
    )


def log_view(case: Case, language: Language, *, day: date, today: date) -> dict[str, Any]:
    """Return one day and the last weeks as plain, worded values."""

    def words(key: str, **blanks: object) -> str:
        return say(f"log.{key}", language, **blanks)

    calendar = SchoolCalendar.for_case(case)
    entry = next((one for one in case.log if one.on == day), None)
    step = case.find("return_plan.steps", _step_id(case, entry, day) or "")
    off = calendar.why_off(day, language) if calendar.is_known(day) else None
    earlier, later = _neighbours(day, today)
    # A day may be looked at together, at the table: by the young person and the parents.
    table = spread(case, ("youth", "parents"))
    return {
        "on": day.isoformat(),
        "title": _with_capital(day_words(day, language)),
        "is_today": words("today") if day == today else "",
        "off": words("no-school", why=off) if off else "",
        "before": _other_day(earlier, words("before"), language),
        "after": _other_day(later, words("after"), language) if later else None,
        "to_today": {"on": today.isoformat(), "text": words("to-today")} if day != today else None,
        "planned": words("planned", step=step.words) if step else words("no-step"),
        "reached": _choice(
            words("how-far"),
            [(far.value, words(f"far-{far.value}")) for far in HowFar],
            entry and entry.reached,
        ),
        "done": _choice(
            words("done"),
            [("yes", words("done-yes")), ("no", words("done-no"))],
            _yes_or_no(entry and entry.done),
        ),
        "received": _choice(
            words("received"),
            [(person.id, person.called) for person in _receivers(case)],
            entry and entry.received_by,
        ),
        "reason": _choice(
            words("reason"),
            [(reason.value, words(f"reason-{reason.value}")) for reason in DayReason],
            entry and entry.reason,
        ),
        "tension": {
            "label": words("tension"),
            "value": entry.tension.value if entry and entry.tension else None,
        },
        "words": {
            "label": words("own-words"),
            "hint": words("own-words-hint"),
            "text": entry.words if entry else "",
        },
        "more": {
            "title": words("more"),
            "hint": words("more-hint"),
            "is_filled": bool(entry and (entry.minutes is not None or entry.authorised is not None))
            or bool(entry and entry.complaints),
            "minutes": {
                "label": words("minutes"),
                "text": "" if entry is None or entry.minutes is None else str(entry.minutes),
            },
            "authorised": _choice(
                words("authorised"),
                [("yes", words("authorised-yes")), ("no", words("authorised-no"))],
                _yes_or_no(entry and entry.authorised),
            ),
            "complaints": {
                "label": words("complaints"),
                "hint": words("complaints-hint"),
                "text": entry.complaints if entry else "",
            },
        },
        "shared": {
            "text": words("shared"),
            "hint": words("shared-hint" if len(table) > 1 else "shared-hint-youth"),
            "on": bool(entry and set(table) <= set(spread(case, entry.shared_with))),
            "labels": table,
        },
        "empty": "" if case.log else words("empty"),
        "weeks": weeks_view(case, language, day=day, today=today),
    }


def weeks_view(case: Case, language: Language, *, day: date, today: date) -> dict[str, Any]:
    """Return the last weeks as cells: what was done stands out, what was not is not marked."""

    def words(key: str, **blanks: object) -> str:
        return say(f"log.{key}", language, **blanks)

    calendar = SchoolCalendar.for_case(case)
    logged = {one.on: one for one in case.log}
    turns = {event.on for event in case.events if event.changes_plan and event.on}
    monday = today - timedelta(days=today.weekday())
    weeks = []
    for back in range(WEEKS_SHOWN - 1, -1, -1):
        start = monday - timedelta(weeks=back)
        days = [start + timedelta(days=n) for n in range(5)]
        cells = [
            _cell(one, logged.get(one), calendar, language, today=today, chosen=one == day)
            for one in days
        ]
        turned = next((one for one in days if one in turns), None)
        weeks.append(
            {
                "from": short_day_words(start, language).partition(" ")[2],
                "turn": turned.weekday() if turned else None,
                "days": cells,
            }
        )
    return {
        "title": words("weeks"),
        "weekdays": [weekday_words(n, language)[:2] for n in range(5)],
        "weeks": weeks,
        "levels": len(HowFar) - 1,
        "legend": {
            "done": words("legend-done"),
            "off": words("legend-off"),
            "ill": words("legend-ill"),
            "turn": words("legend-turn"),
        },
    }


def _cell(
    on: date,
    entry: LogDay | None,
    calendar: SchoolCalendar,
    language: Language,
    *,
    today: date,
    chosen: bool,
) -> dict[str, Any]:
    off = calendar.why_off(on, language) if calendar.is_known(on) else None
    level = list(HowFar).index(entry.reached) if entry and entry.reached else None
    if on > today:
        kind = "later"
    elif off or (entry and entry.reason is DayReason.FREE):
        kind = "off"
    elif entry and entry.reason is DayReason.ILL:
        kind = "ill"
    else:
        kind = "open" if level is None else "done"
    what = {
        "off": off or say("log.reason-free", language),
        "ill": say("log.reason-ill", language),
        "done": say(f"log.far-{entry.reached.value}", language) if entry and entry.reached else "",
        "open": say("log.not-filled-in", language),
        "later": "",
    }[kind]
    label = f"{day_words(on, language)}: {what}" if what else day_words(on, language)
    return {"on": on.isoformat(), "kind": kind, "level": level, "label": label, "chosen": chosen}


def _receivers(case: Case) -> list[Person]:
    """Return who may have received: those of the school, and whom the plan names."""
    named = (case.return_plan.how.receiver, case.return_plan.how.stand_in)
    return [one for one in case.people if one.kind is PersonKind.SCHOOL or one.id in named]


def _other_day(on: date, label: str, language: Language) -> dict[str, str]:
    text = short_day_words(on, language)
    return {"on": on.isoformat(), "text": text, "label": f"{label}: {text}"}


def _choice(label: str, options: list[tuple[str, str]], chosen: Any) -> dict[str, Any]:
    return {
        "label": label,
        "options": [{"id": name, "text": text} for name, text in options],
        "chosen": str(chosen) if chosen else None,
    }


def _yes_or_no(answer: bool | None) -> str | None:
    return None if answer is None else "yes" if answer else "no"


def _minutes(written: object) -> int | None:
    text = str(written if written is not None else "").strip()
    if not text:
        return None
    if not text.isdecimal() or int(text) > _MOST_MINUTES:
        raise InvalidCaseError("errors.no-number-of-minutes")
    return int(text)


def _step_id(case: Case, entry: LogDay | None, day: date) -> str | None:
    if entry is not None and entry.step:
        return entry.step
    planned = next((one.step for one in case.return_plan.days if one.on == day), None)
    return planned or case.return_plan.current


def _neighbours(day: date, today: date) -> tuple[date, date | None]:
    """Return the weekday before, and the one after unless it is still to come."""
    before = day - timedelta(days=1)
    while before.weekday() > 4:
        before -= timedelta(days=1)
    after = day + timedelta(days=1)
    while after.weekday() > 4:
        after += timedelta(days=1)
    return before, after if after <= today else None


def _day(written: object) -> date:
    try:
        return date.fromisoformat(str(written))
    except ValueError as error:
        raise InvalidCaseError("errors.no-such-part") from error


def _with_capital(words: str) -> str:
    # Not `capitalize`: an English month keeps its own capital.
    return words[:1].upper() + words[1:]
