"""When the points of the school side matter: what is near, and what lies on the board."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from caseform.checks._before import has_card
from caseform.checks._standing import at_hand, days_done_on_ladder
from caseform.model import Bearing, Case, ladder

# R-B5 speaks of a week in which steps are tried.
_A_WEEK = timedelta(weeks=1)

_BULLIED = frozenset({"being-bullied"})
_ALONE = frozenset({"isolation-or-loneliness"})
_TEACHER = frozenset({"difficult-bond-with-teacher", "fear-of-a-teacher"})
_LEARNING = frozenset(
    {
        *("lessons-do-not-fit", "learning-difficulties", "unnoticed-learning-problems"),
        "schoolwork-backlog",
    }
)


def _school_is_near(case: Case, today: date) -> bool:
    return any(step.reaches_school for step in at_hand(case, today))


def _inside_is_near(case: Case, today: date) -> bool:
    return any(step.goes_inside for step in at_hand(case, today))


def _class_is_near(case: Case, today: date) -> bool:
    return any(step.goes_to_class for step in at_hand(case, today))


def _steps_were_tried(case: Case, today: date) -> bool:
    return any(
        day.done is not None and timedelta() <= today - day.on <= _A_WEEK for day in case.log
    )


def _is_back(case: Case) -> bool:
    steps = {step.id: step for step in case.return_plan.steps}
    done = days_done_on_ladder(case)
    return bool(done) and steps[done[-1].step or ""].goes_to_class


def _is_back_and_was_bullied(case: Case, today: date) -> bool:
    return has_card(case, _BULLIED) and _is_back(case)


def _is_bullied_or_alone(case: Case, today: date) -> bool:
    return has_card(case, _BULLIED | _ALONE) and not _is_back_and_was_bullied(case, today)


def _lesson_of_that_teacher(case: Case, today: date) -> bool:
    """Return whether a near step may hold a lesson of a teacher on such a card.

    A teacher of the timetable is recognised by the name on the card. Where no name is, it may be
    any lesson; and where a step counts lessons without naming them, it may be that one.
    """
    cards = [f.words.casefold() for f in case.factors if f.entry in _TEACHER]
    near = [step for step in at_hand(case, today) if step.goes_to_class]
    if not cards or not near:
        return False
    theirs = {
        block.id
        for block in case.school.timetable
        if block.teacher and any(block.teacher.casefold() in words for words in cards)
    }
    return not theirs or any(not step.blocks or theirs & set(step.blocks) for step in near)


def _learning_weighs(case: Case, today: date) -> bool:
    return any(
        f.entry in _LEARNING and f.bearing is Bearing.AWAY_FROM_SCHOOL for f in case.factors
    ) and bool(ladder(case))


SCHOOL_SIDE: Mapping[str, Callable[[Case, date], bool]] = {
    "R-B2": _class_is_near,
    "R-B5": _steps_were_tried,
    "R-B8": _school_is_near,
    "R-B9": _is_bullied_or_alone,
    "R-B10": _lesson_of_that_teacher,
    "R-B12": _learning_weighs,
    "R-P11": _inside_is_near,
    "R-L7": _is_back_and_was_bullied,
}
