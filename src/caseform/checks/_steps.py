"""The ladder: what a step asks, who chose it, and until when school can help."""

from collections.abc import Iterator
from datetime import date, timedelta

from caseform.checks._ahead import days_ahead
from caseform.checks._amounts import blocks_of
from caseform.checks._standing import at_hand, still_to_come
from caseform.model import Case, DistressScale, Finding, Severity, days_done, ladder, level_now

# R-S14 speaks of a step that the young person alone decides for two weeks or more.
_ALONE_FOR = timedelta(weeks=2)

# R-S7 waits until the liked lessons are steady: as often as R-T6 would rather have a step. ~
_STEADY_AFTER = 3

# R-S16 speaks of panic and of no stretch at all, on the scale from 0 to 10 alone. ~
_PANIC_ABOVE = 7
_NO_STRETCH_BELOW = 2


def about_the_steps(case: Case, *, today: date) -> Iterator[Finding]:
    """Yield what the ladder asks for, apart from its dates."""
    if not case.return_plan.steps:
        return
    yield from _less_liked_first(case, today)
    yield from _tension(case, today)
    yield from _chosen_alone(case, today)
    ahead = days_ahead(case, today)
    until = case.school.effort_until
    if until is None or (ahead and ahead[-1].on > until):
        yield Finding("R-T11", Severity.SOFT, "school.effort_until")


def _less_liked_first(case: Case, today: date) -> Iterator[Finding]:
    if not any((block.liking or 0) > 0 for block in case.school.timetable):
        return
    near = {step.id for step in at_hand(case, today)}
    is_liked, is_steady = False, False
    for step in ladder(case):
        less = [block for block in blocks_of(case, step) if (block.liking or 0) < 0]
        if less and not (is_steady if step.id in near else is_liked):
            subjects = tuple(dict.fromkeys(block.subject for block in less))
            blanks = {"step": step.words, "lessons": subjects}
            yield Finding("R-S7", Severity.SOFT, step.id, blanks, "plan.less-liked-first")
            return
        if any((block.liking or 0) > 0 for block in blocks_of(case, step)):
            is_liked = True
            done = days_done(case, step.id, since=date.min, until=today)
            is_steady = is_steady or done >= _STEADY_AFTER


def _tension(case: Case, today: date) -> Iterator[Finding]:
    coming = {step.id for step in still_to_come(case)}
    for step in at_hand(case, today):
        tension = step.predicted
        if tension is None or tension.scale is not DistressScale.ZERO_TO_TEN:
            continue
        if tension.value > _PANIC_ABOVE:
            key = "plan.tension-high"
        elif tension.value < _NO_STRETCH_BELOW and step.id in coming:
            key = "plan.tension-low"
        else:
            continue
        blanks = {"step": step.words, "tension": str(tension)}
        yield Finding("R-S16", Severity.SOFT, step.id, blanks, key)


def _chosen_alone(case: Case, today: date) -> Iterator[Finding]:
    young, level = case.young_person, level_now(case)
    if young is None or level is None:
        return
    step = case.return_plan.steps[level]
    begun = min((day.on for day in case.log if day.step == step.id), default=today)
    if step.chosen_by == (young.id,) and today - begun >= _ALONE_FOR:
        yield Finding("R-S14", Severity.SOFT, step.id)
