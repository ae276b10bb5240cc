"""A look ahead of a term or a year, month by month, for the therapist alone."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from babel.dates import format_date

from caseform import planner
from caseform.model import ReturnStep, ladder
from caseform.text import say, short_day_words, weekday_words
from caseform.widgets.return_plan._weeks_view import Weeks

# School days in a term and in a year; a plan ends sooner where the holidays are not known.
SPANS = {"term": 60, "year": 200}
# How many school days get a date for anyone but the therapist.
HORIZONS = range(5, 11)
_WEEKDAYS = 5
_ONE_DAY = timedelta(days=1)


def ahead_view(about: Weeks, span: str | None) -> dict[str, Any] | None:
    """Return months of days, each with the place of its step on the ladder; None without days.

    Args:
        about: The coming days.
        span: ``term`` or ``year``; None while it is folded away, so that nothing is planned.
    """
    if not about.plan.days:
        return None
    view: dict[str, Any] = {
        "title": about.words("ahead-title"),
        "hint": about.words("ahead-hint"),
        "label": about.words("ahead-span"),
        "spans": [{"id": one, "text": about.words(f"ahead-{one}")} for one in SPANS],
        "chosen": span,
        "horizon": {
            "label": about.words("horizon"),
            "options": [{"id": str(days), "text": str(days)} for days in HORIZONS],
            "chosen": str(about.case.return_plan.horizon_days),
        },
    }
    if span is None:
        return view
    plan = planner.dated_plan(
        about.case, today=about.today, calendar=about.calendar, days=SPANS[span]
    )
    if not plan.days:
        facts = plan.clash.facts if plan.clash is not None else ()
        why = (fact.in_(about.language) for fact in facts)
        return view | {"none": " ".join((about.words("ahead-none"), *why))}
    return view | _months(about, plan)


def _months(about: Weeks, plan: planner.DatedPlan) -> dict[str, Any]:
    steps = list(ladder(about.case))
    planned = {day.date: day for day in plan.days}
    first, last = plan.days[0].date, plan.days[-1].date
    ends = _end_of_effort(about)
    reached = {day.step for day in plan.days}
    return {
        "weekdays": [weekday_words(day, about.language)[:2] for day in range(_WEEKDAYS)],
        "months": [
            {
                "key": month.isoformat(),
                "name": format_date(
                    month, "LLLL y", locale="en_GB" if about.language == "en" else "nl"
                ),
                "weeks": [
                    [_cell(about, on, month, planned, steps, (first, last, ends)) for on in week]
                    for week in _weeks_of(month)
                ],
            }
            for month in _firsts(first, last)
        ],
        "legend": [
            {"level": str(level), "text": step.words}
            for level, step in enumerate(steps, start=1)
            if step.id in reached
        ],
        "signs": [
            {"sign": "off", "text": about.words("ahead-off")},
            {"sign": "up", "text": about.words("ahead-up")},
            *(
                [{"sign": "end", "text": about.words("ahead-end", day=_short(about, ends))}]
                if ends is not None
                else []
            ),
        ],
        "until": about.words("ahead-until", day=_short(about, last)),
    }


def _cell(
    about: Weeks,
    on: date,
    month: date,
    planned: dict[date, planner.DayPlan],
    steps: list[ReturnStep],
    marks: tuple[date, date, date | None],
) -> dict[str, Any] | None:
    """Return one weekday; None where the week lies in another month."""
    if on.month != month.month:
        return None
    first, last, ends = marks
    day = planned.get(on)
    places = [step.id for step in steps]
    level = places.index(day.step) + 1 if day is not None and day.step in places else 0
    is_off = day is None and first <= on <= last
    return {
        "key": on.isoformat(),
        "day": str(on.day),
        "level": str(level) if level else "",
        "share": round(level / len(steps), 3) if level else 0,
        "says": steps[level - 1].words
        if level
        else (about.calendar.why_off(on, about.language) if is_off else "") or "",
        "is_off": is_off,
        "is_up": day is not None and day.direction is planner.Direction.UP,
        "up": say("return.direction-up", about.language),
        "is_end": on == ends,
    }


def _end_of_effort(about: Weeks) -> date | None:
    """Return the last weekday on which the school still gives extra effort."""
    ends = about.case.school.effort_until
    while ends is not None and ends.weekday() >= _WEEKDAYS:
        ends -= _ONE_DAY
    return ends


def _firsts(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def _weeks_of(month: date) -> Iterator[list[date]]:
    """Yield the weeks of a month, each from Monday to Friday."""
    monday = month - timedelta(days=month.weekday())
    while monday.replace(day=1) <= month:
        week = [monday + _ONE_DAY * n for n in range(_WEEKDAYS)]
        if any(on.month == month.month for on in week):
            yield week
        monday += timedelta(days=7)


def _short(about: Weeks, day: date) -> str:
    return f"{short_day_words(day, about.language)} {day.year}"
