"""The coming days on the page with the graded return: what, with whom, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from caseform import catalogue, planner
from caseform.model import Case, EndGoal, Finding, LessonBlock, ReturnStep, Severity, ladder
from caseform.school_calendar import SchoolCalendar
from caseform.text import Language, day_words, say, short_day_words
from caseform.widgets.return_plan._said import said, source

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Weeks:
    """What all of the tab with the plan is drawn from, planned once.

    Args:
        case: The case.
        language: The language of the words.
        rules: The catalogue.
        calendar: The school days.
        today: The day from which is planned.
        plan: The days as the planner proposes them.
    """

    case: Case
    language: Language
    rules: catalogue.Catalogue
    calendar: SchoolCalendar
    today: date
    plan: planner.DatedPlan

    @classmethod
    def of(cls, case: Case, language: Language, *, today: date) -> "Weeks":
        """Return the coming days of `case`, planned from `today`."""
        calendar = SchoolCalendar.for_case(case)
        plan = planner.dated_plan(case, today=today, calendar=calendar)
        return cls(case, language, catalogue.load(), calendar, today, plan)

    def words(self, key: str, **blanks: object) -> str:
        """Return words of this part of the page."""
        return say(f"weeks.{key}", self.language, **blanks)

    def step_words(self, step_id: str | None) -> str:
        """Return the words of a step; that there is none, where there is none."""
        step = self.case.find("return_plan.steps", step_id or "")
        return step.words if step else say("return.no-step", self.language)


def days_view(about: Weeks) -> dict[str, Any]:
    """Return the coming days with their reasons."""
    case, language, plan = about.case, about.language, about.plan
    is_later = case.return_plan.end_goal is EndGoal.NOT_YET
    first = _first(about)
    return {
        "title": about.words("first-title") if is_later else say("return.days-title", language),
        "rows": list(_rows(about)),
        "later": _later(about),
        # What clashes is told once, with its ways out.
        "messages": [
            said(finding, language, about.rules)
            for finding in (*plan.findings, *_how_far_is_open(about))
        ]
        if plan.clash is None and first is None
        else [],
        "why": say("return.why", language),
        "first": first,
        "standing": list(_standing(about)),
        "ways_out": _ways_out(about),
        "stale": _stale(about),
        "strip": _strip(about),
        "strip_words": about.words("strip"),
        "is_later": is_later,
        "for_later": about.words("for-later"),
        "written": _written(about),
    }


def _how_far_is_open(about: Weeks) -> Iterator[Finding]:
    """Yield the first planned step that does not say how far it goes, and so names nobody."""
    for step_id in dict.fromkeys(day.step for day in about.plan.days):
        step = about.case.find("return_plan.steps", step_id or "")
        if step is not None and step.reaches is None and not step.reaches_school:
            blanks = {"step": step.words}
            yield Finding("", Severity.ADVICE, step.id, blanks, "return.how-far-is-open")
            return


def _first(about: Weeks) -> dict[str, Any] | None:
    """Return what is worked on where school is not the goal yet: goals, and the step of now."""
    told = next((one for one in about.plan.findings if one.key == "plan.not-yet"), None)
    if told is None:
        return None
    goals = told.blanks["goals"]
    step = about.case.find("return_plan.steps", about.case.return_plan.current or "")
    return {
        "text": about.words("first-goals"),
        "goals": [
            {"key": str(number), "text": goal.in_(about.language)}
            for number, goal in enumerate(goals if isinstance(goals, tuple) else ())
        ],
        "step": about.words("first-step", step=step.words) if step else "",
    }


def _rows(about: Weeks) -> Iterator[dict[str, Any]]:
    since = about.plan.since
    before = since - _ONE_DAY if since is not None else None
    for number, day in enumerate(about.plan.days):
        if before is not None:
            # Illness or a holiday that goes on is said above the first day; a weekend is not.
            gaps = _gap(about, before, day.date)
            yield from (gap for gap in gaps if number or not gap["is_weekend"])
        yield _row(about, day)
        before = day.date


def _gap(about: Weeks, before: date, after: date) -> Iterator[dict[str, Any]]:
    """Yield one line for the days without school between two rows; a weekend is a bare line."""
    off = [before + _ONE_DAY * n for n in range(1, (after - before).days)]
    if not off:
        return
    reasons = dict.fromkeys(
        str(about.calendar.why_off(day, about.language)) for day in off if day.weekday() < _SATURDAY
    )
    yield {
        "key": f"gap {after.isoformat()}",
        "gap": " · ".join(reasons) or say("plan.weekend", about.language),
        "is_weekend": not reasons,
        "until": about.words("gap-until", day=short_day_words(off[-1], about.language))
        if reasons and len(off) > 1
        else "",
    }


def _row(about: Weeks, day: planner.DayPlan) -> dict[str, Any]:
    case, language = about.case, about.language
    people = [case.person(day.travel_with), case.person(day.received_by)]
    return {
        "on": short_day_words(day.date, language),
        "key": day.date.isoformat(),
        "step": about.step_words(day.step),
        "direction": day.direction.value,
        "direction_words": say(f"return.direction-{day.direction.value}", language),
        "lessons": [_lesson(block) for block in case.school.timetable if block.id in day.blocks],
        "people": " → ".join(person.called for person in people if person),
        "agreed": say("return.agreed", language) if day.is_agreed else "",
        "why": [
            {
                "text": planner.why_words(rule, language),
                "source": source(about.rules, rule, language),
            }
            for rule in day.why
        ],
        "why_label": say("return.why", language),
    }


def _lesson(block: LessonBlock) -> str:
    room = f" ({block.room})" if block.room else ""
    return f"{block.starts:%H:%M} {block.subject}{room}"


def _later(about: Weeks) -> str:
    """Return what comes after the days: the next step, without a date."""
    if not about.plan.days:
        return ""
    steps: tuple[ReturnStep, ...] = about.case.return_plan.steps
    places = {step.id: place for place, step in enumerate(steps)}
    highest = max(places.get(day.step or "", -1) for day in about.plan.days)
    above = next((step for step in steps[highest + 1 :] if not step.is_skipped), None)
    return about.words("later", step=above.words) if above else about.words("later-none")


def _stale(about: Weeks) -> dict[str, str] | None:
    found = planner.stale(about.case, today=about.today, calendar=about.calendar)
    if found is None:
        return None
    return {**said(found, about.language, about.rules), "do": about.words("stale-do")}


def _standing(about: Weeks) -> Iterator[dict[str, str]]:
    """Yield what holds for a while and can be taken back: a hold, and who is not there."""
    plan = about.case.return_plan
    if plan.hold_until is not None and plan.hold_until >= about.today:
        until = short_day_words(plan.hold_until, about.language)
        yield {
            "key": "hold",
            "text": about.words("held", day=until),
            "end": about.words("held-end"),
        }
    for away in plan.away:
        person = about.case.person(away.person)
        if person is None or away.ends < about.today:
            continue
        instead = about.case.person(away.instead)
        blanks = {
            "name": person.called,
            "first": short_day_words(away.starts, about.language),
            "last": short_day_words(away.ends, about.language),
        }
        yield {
            "key": away.id,
            "text": about.words("away-instead", instead=instead.called, **blanks)
            if instead
            else about.words("away", **blanks),
            "end": about.words("away-end", name=person.called),
        }


def _ways_out(about: Weeks) -> dict[str, Any] | None:
    """Return what can be loosened where no plan exists, each with its consequence."""
    clash = about.plan.clash
    if clash is None:
        return None
    # One for each fact, then one for each rule.
    rules = (*(None for _ in clash.facts), *clash.rules)
    return {
        "clash": about.words("clash", day=day_words(clash.until, about.language)),
        "parts": [
            *({"text": fact.in_(about.language), "source": ""} for fact in clash.facts),
            *(
                {
                    "text": planner.why_words(rule, about.language),
                    "source": source(about.rules, rule, about.language),
                }
                for rule in clash.rules
            ),
        ],
        "why": say("return.why", about.language),
        "title": about.words("out-title"),
        "words": {
            f"aside_{name}": say(f"ready.aside-{name}", about.language)
            for name in ("ask", "text", "label", "do")
        }
        | {"close": say("return.close", about.language)},
        "all": [
            {
                "key": way.words.key,
                "text": way.words.in_(about.language),
                "consequence": way.consequence.in_(about.language),
                "more": "" if way.leads_to_plan else about.words("out-not-enough"),
                "act": _act(about, clash, rule, way.words.key),
            }
            for rule, way in zip(rules, clash.ways_out, strict=True)
        ],
    }


def _act(
    about: Weeks, clash: planner.PlanClash, rule: str | None, key: str
) -> dict[str, str] | None:
    """Return the button that does it, where it is a change of the case."""
    if rule is not None:
        # The day without a step is that one day; another rule is set aside for the whole plan.
        where = clash.until.isoformat() if rule == "R-S1" else ""
        return {"what": "aside", "rule": rule, "where": where, "text": about.words("out-aside")}
    if "nobody" in key:
        return {"what": "people", "text": about.words("out-people")}
    if key == "plan.loosen-held":
        return {"what": "held", "text": about.words("held-end")}
    if key == "plan.loosen-day-agreed":
        return {"what": "renew", "text": about.words("out-renew")}
    return None


def _strip(about: Weeks) -> list[dict[str, Any]]:
    """Return one column a day, free ones too: how high the step of that day stands."""
    if not about.plan.days:
        return []
    steps = [step.id for step in ladder(about.case)]
    planned = {day.date: day for day in about.plan.days}
    first, last = about.plan.days[0].date, about.plan.days[-1].date
    columns = []
    for n in range((last - first).days + 1):
        on = first + _ONE_DAY * n
        day = planned.get(on)
        if day is None and on.weekday() >= _SATURDAY:
            continue
        level = steps.index(day.step) + 1 if day is not None and day.step in steps else 0
        columns.append(
            {
                "key": on.isoformat(),
                "day": str(on.day),
                "starts_week": on.weekday() == 0 and n > 0,
                "is_off": day is None,
                "is_up": day is not None and day.direction is planner.Direction.UP,
                "is_agreed": day is not None and day.is_agreed,
                "share": round(level / len(steps), 3) if steps else 0,
            }
        )
    return columns


def _written(about: Weeks) -> str:
    ahead = [day for day in about.case.return_plan.days if day.on >= about.today]
    if not ahead:
        return say("return.written-none", about.language)
    agreed = [day.on for day in ahead if day.agreed]
    pencilled = [day.on for day in ahead if not day.agreed]
    if not agreed:
        return say("return.written-pencilled", about.language)
    if not pencilled:
        return say("return.written-agreed", about.language)
    if max(agreed) > min(pencilled):
        return about.words("written-mixed")
    until = short_day_words(max(agreed), about.language)
    return say("return.written-partly", about.language, on=until)
