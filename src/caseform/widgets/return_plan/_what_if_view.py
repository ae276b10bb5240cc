"""What if? What can be asked about the coming days, and the answer before anything is kept."""

from datetime import date
from typing import Any

from caseform import planner
from caseform.model import Case, PersonKind, ladder
from caseform.text import day_words, say, short_day_words, stretch_words
from caseform.widgets.return_plan._said import said, young_named
from caseform.widgets.return_plan._weeks_view import Weeks

# In the order of the sketch; what happens most comes first.
CHIPS = ("ill", "holiday", "come", "hold", "back", "skip", "receiver")

_KINDS: dict[type, str] = {
    planner.Ill: "ill",
    planner.Holiday: "holiday",
    planner.Come: "come",
    planner.Hold: "hold",
    planner.StepBack: "back",
    planner.Skip: "skip",
    planner.OtherReceiver: "receiver",
}


def what_if_view(about: Weeks, wish: planner.Wish | None) -> dict[str, Any] | None:
    """Return what can be asked, and the answer to `wish`; None where there are no days.

    Args:
        about: The coming days.
        wish: What was asked last and neither kept nor dropped.
    """
    if not about.plan.days:
        return None
    case, language = about.case, about.language
    named = young_named(case, language)
    return {
        "title": about.words("if-title"),
        "chips": [{"id": one, "text": about.words(f"if-{one}", name=named)} for one in CHIPS],
        "words": {
            name: about.words(f"if-{name}")
            for name in ("from", "until", "day", "what-for", "step", "person", "choose")
        },
        "today": about.today.isoformat(),
        "days": [
            {"id": day.date.isoformat(), "text": short_day_words(day.date, language)}
            for day in about.plan.days
        ],
        "steps": [{"id": step.id, "text": step.words} for step in ladder(case)],
        "people": [
            {"id": person.id, "text": person.called}
            for person in case.people
            if person.kind in (PersonKind.SCHOOL, PersonKind.HELPER)
            and person.id != case.return_plan.how.receiver
        ],
        "nobody": say("return.nobody-yet", language),
        "answer": _answer(about, wish, named) if wish is not None else None,
    }


def _answer(about: Weeks, wish: planner.Wish, named: str) -> dict[str, Any]:
    told = planner.what_if(about.case, wish, today=about.today, calendar=about.calendar)
    yes = "yes" if told.is_possible else "no"
    return {
        "kind": _KINDS[type(wish)],
        "asked": _asked(about, wish, named),
        "verdict": about.words(f"if-{yes}"),
        "is_possible": told.is_possible,
        "reasons": [said(one, about.language, about.rules) for one in told.reasons],
        "why": say("return.why", about.language),
        "instead_title": about.words("if-instead") if told.instead else "",
        "instead": [
            {"id": day.isoformat(), "text": day_words(day, about.language)} for day in told.instead
        ],
        "moved_title": about.words("if-moved" if told.moved else "if-none-moved")
        if told.is_possible
        else "",
        "moved": _moved(about, told),
        "keep": about.words("if-keep")
        if told.is_possible and (told.moved or told.change.changes)
        else "",
        "drop": about.words("if-drop"),
    }


def _asked(about: Weeks, wish: planner.Wish, named: str) -> str:
    language = about.language
    match wish:
        case planner.Come(on):
            return about.words("if-asked-come", name=named, day=day_words(on, language))
        case planner.Hold(until):
            return about.words("if-asked-hold", day=day_words(until, language))
        case planner.StepBack():
            return about.words("if-asked-back")
        case planner.Skip(step):
            return about.words("if-asked-skip", step=about.step_words(step))
        case planner.OtherReceiver(person, starts, ends):
            who = about.case.person(person)
            return about.words(
                "if-asked-receiver",
                name=who.called if who else "",
                first=day_words(starts, language),
                last=day_words(ends, language),
            )
        case planner.Ill(starts, ends) | planner.Holiday(starts, ends):
            return about.words(
                f"if-asked-{_KINDS[type(wish)]}",
                first=day_words(starts, language),
                last=day_words(ends, language),
            )


def _moved(about: Weeks, told: planner.WhatIf) -> list[dict[str, str]]:
    """Return the days that become others; days in a row that become the same are one line."""
    row = sorted({day.date for plan in (about.plan, told.plan) for day in plan.days})
    lines: list[tuple[list[date], str, str]] = []
    for moved in told.moved:
        before, after = moved.before, moved.after
        same_step = before is not None and after is not None and before.step == after.step
        words = [_told(about, one, with_people=same_step) for one in (before, after)]
        goes_on = lines and lines[-1][1:] == (*words,)
        if goes_on and row.index(moved.date) == row.index(lines[-1][0][-1]) + 1:
            lines[-1][0].append(moved.date)
        else:
            lines.append(([moved.date], words[0], words[1]))
    return [
        {
            "key": days[0].isoformat(),
            "on": stretch_words(days[0], days[-1], about.language),
            "before": before,
            "after": after,
            "becomes": about.words("if-becomes"),
        }
        for days, before, after in lines
    ]


def _told(about: Weeks, day: planner.DayPlan | None, *, with_people: bool) -> str:
    if day is None:
        return about.words("if-no-day")
    if not with_people:
        return about.step_words(day.step)
    people = [about.case.person(one) for one in (day.travel_with, day.received_by)]
    return " → ".join(one.called for one in people if one) or say("return.nobody", about.language)


def still_asks(case: Case, wish: planner.Wish) -> bool:
    """Return whether what a wish is about is still in the case."""
    match wish:
        case planner.Skip(step):
            return case.find("return_plan.steps", step) is not None
        case planner.OtherReceiver(person, _, _):
            return case.person(person) is not None
        case _:
            return True
