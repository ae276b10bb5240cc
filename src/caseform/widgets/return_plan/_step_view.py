"""One opened step of the ladder: what can be said about it, and what happened on it."""

from datetime import date
from typing import Any

from caseform.model import (
    Case,
    DistressScale,
    HowFar,
    LessonBlock,
    LogDay,
    ReturnStep,
    SchoolMoment,
    StepDemand,
    StepKind,
)
from caseform.text import Language, say, say_count, short_day_words, weekday_words
from caseform.widgets.return_plan._said import young_named

_FACES = 5
# The last days tell most, and a list of a whole term is not read.
_DAYS_SHOWN = 8

_WORDS = (
    "step-now",
    "step-skipped",
    "step-make-now",
    "step-up",
    "step-down",
    "step-remove",
    "step-skip",
    "step-unskip",
    "step-split",
    "step-more",
    "step-less",
    "step-words",
    "step-helps",
    "step-helps-hint",
    "step-predicted",
    "step-predicted-faces",
    "step-faces",
    "step-numbers",
    "step-reaches",
    "step-lessons",
    "step-lessons-none",
    "step-lessons-some",
    "step-lessons-chosen",
    "step-lessons-count",
    "step-no-timetable",
    "step-minutes",
    "step-days",
    "step-days-hint",
    "step-kind",
    "step-asks",
    "step-moments",
    "step-with-whom",
    "step-with-whom-hint",
    "step-first-time",
    "step-first-time-hint",
    "step-chosen-by",
    "step-factors",
    "step-goals",
    "step-none-yet",
    "happened",
    "happened-line",
    "split-title",
    "split-text",
    "split-first",
    "split-second",
    "split-do",
    "close",
)


def scales(language: Language) -> dict[str, list[dict[str, str]]]:
    """Return what can be chosen on each scale of distress."""
    return {
        DistressScale.ZERO_TO_TEN.value: [{"id": str(n), "text": str(n)} for n in range(11)],
        DistressScale.FACES.value: [
            {"id": str(n), "text": say(f"ladder.face-{n}", language)} for n in range(1, _FACES + 1)
        ],
    }


def form_words(language: Language) -> dict[str, Any]:
    """Return the words that every opened step shares."""

    def options(kind: Any, name: str) -> list[dict[str, str]]:
        return [
            {"id": one.value, "text": say(f"ladder.{name}-{one.value}", language)} for one in kind
        ]

    return {
        **{name.removeprefix("step-"): say(f"ladder.{name}", language) for name in _WORDS},
        "kinds": options(StepKind, "kind"),
        "far": options(HowFar, "far"),
        "demands": options(StepDemand, "asks"),
        "places": options(SchoolMoment, "moment"),
        "scales": scales(language),
    }


def step_form(case: Case, step: ReturnStep, language: Language, *, today: date) -> dict[str, Any]:
    """Return what an opened step holds."""
    young = case.young_person
    return {
        "words": step.words,
        "helps": step.helps,
        "minutes": step.minutes or "",
        "at_least_days": step.at_least_days or "",
        "lessons": step.lessons or "",
        "kind": step.kind.value if step.kind else None,
        "reaches": step.reaches.value if step.reaches else None,
        "asks": step.asks.value if step.asks else None,
        "with_whom": step.with_whom,
        "is_first_time": bool(step.is_first_time),
        "moments": [moment.value for moment in step.moments],
        "predicted": str(step.predicted.value) if step.predicted else None,
        "scale": step.predicted.scale.value if step.predicted else None,
        "week": _week(case, step, language, today),
        "chosen_by": [
            {"id": person.id, "text": person.called, "on": person.id in step.chosen_by}
            for person in case.people
        ],
        "factors": [
            {"id": factor.id, "text": factor.words, "on": factor.id in step.factors}
            for factor in case.factors
        ],
        "goals": [
            {"id": goal.id, "text": goal.words, "on": goal.id in step.goals} for goal in case.goals
        ],
        "share": ""
        if young is None
        else say("ladder.step-share", language, name=young_named(case, language)),
        "is_shared": "youth" in step.shared_with,
    }


def happened(case: Case, step: ReturnStep, language: Language) -> dict[str, Any] | None:
    """Return what was expected of a step beside what was said on its days; None before any day.

    A rating stays on the scale on which it was given, so only ratings of one scale lie on one line.
    """
    days = sorted(
        (day for day in case.log if day.step == step.id and day.done is not None),
        key=lambda day: day.on,
    )
    if not days:
        return None
    done = sum(day.done is True for day in days)
    scale = _scale_of(step, days)
    return {
        "sum": say_count("ladder.happened-days", language, done),
        "expected": say("ladder.happened-expected", language, rating=step.predicted)
        if step.predicted
        else say("ladder.happened-unknown", language),
        "line": None
        if scale is None
        else {
            "low": 1 if scale is DistressScale.FACES else 0,
            "high": 5 if scale is DistressScale.FACES else 10,
            "expected": step.predicted.value
            if step.predicted and step.predicted.scale is scale
            else None,
            "said": [
                day.tension.value for day in days if day.tension and day.tension.scale is scale
            ],
        },
        "days": [
            {
                "key": day.id,
                "on": short_day_words(day.on, language),
                "text": say(f"ladder.happened-{'done' if day.done else 'other'}", language),
                "rating": str(day.tension) if day.tension else "",
                "words": day.words,
            }
            for day in days[-_DAYS_SHOWN:]
        ],
    }


def _scale_of(step: ReturnStep, days: list[LogDay]) -> DistressScale | None:
    said = [day.tension.scale for day in days if day.tension]
    if not said:
        return None
    return step.predicted.scale if step.predicted and step.predicted.scale in said else said[-1]


def _week(case: Case, step: ReturnStep, language: Language, today: date) -> list[dict[str, Any]]:
    """Return the school week day by day, each block with whether the step takes it in.

    A timetable that has ended is left out, unless the step still counts on one of its lessons.
    """
    blocks = sorted(
        (
            block
            for block in case.school.timetable
            if block.until is None or block.until >= today or block.id in step.blocks
        ),
        key=lambda block: (block.starts, block.id),
    )
    days = sorted({block.weekday for block in blocks})
    return [
        {
            "key": str(day),
            "name": weekday_words(day, language),
            "blocks": [_lesson(block, step, language) for block in blocks if block.weekday == day],
        }
        for day in days
    ]


def _lesson(block: LessonBlock, step: ReturnStep, language: Language) -> dict[str, Any]:
    subject = block.subject
    if block.week is not None:
        subject += f" ({say(f'timetable.week-{block.week}', language)})"
    day = weekday_words(block.weekday, language)
    return {
        "id": block.id,
        "time": f"{block.starts:%H:%M}",
        "text": subject,
        "label": f"{day} {block.starts:%H:%M} {subject}",
        "on": block.id in step.blocks,
    }
