"""The points that a plan needs to be ready: each rule that one of them decides."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from caseform.catalogue import Catalogue, PointEntry, PointGroup
from caseform.checks._before import BEFORE
from caseform.checks._school_side import SCHOOL_SIDE
from caseform.checks._standing import has_heaviest_tier, moves_elsewhere
from caseform.model import Answer, Case, EndGoal, Finding, Observation, Severity, ladder, place_now


def _has_a_ladder(case: Case, today: date) -> bool:
    return bool(ladder(case))


def _ladder_reaches_school(case: Case, today: date) -> bool:
    return any(step.reaches_school for step in ladder(case))


def _stands_still_at_home(case: Case, today: date) -> bool:
    now = ladder(case)[place_now(case) :][:1]
    is_at_home = not any(step.reaches_school for step in now)
    return has_heaviest_tier(case) and is_at_home and not moves_elsewhere(case)


# A rule that only matters in some cases names when; the others always matter.
_MATTERS: Mapping[str, Callable[[Case, date], bool]] = {
    **BEFORE,
    **SCHOOL_SIDE,
    "R-B1": _has_a_ladder,
    "R-S9": _stands_still_at_home,
    "R-S21": _has_a_ladder,
    "R-S22": _ladder_reaches_school,
}


def about_ready(case: Case, catalogue: Catalogue, *, today: date) -> Iterator[Finding]:
    """Yield what the answers to the points of a plan bring up.

    A point that nobody answered is not known yet; whether a rule then speaks is for its entry.
    While going back to school is not the goal, only what comes before any ladder is asked.
    """
    given = {point.about: point for point in case.return_plan.ready}
    is_not_yet = case.return_plan.end_goal is EndGoal.NOT_YET
    for rule in catalogue.rules.values():
        if not rule.asks or rule.severity is Severity.ADVICE:
            continue
        point = catalogue.points[rule.asks]
        if is_not_yet and point.group is not PointGroup.ASSESSMENT:
            continue
        answer = _answer(point, given.get(point.id), today)
        if answer in rule.speaks_on and _matters(rule.id, case, today):
            yield Finding(rule.id, rule.severity, f"return_plan.ready.{point.id}")


def _matters(rule: str, case: Case, today: date) -> bool:
    return rule not in _MATTERS or _MATTERS[rule](case, today)


def _answer(point: PointEntry, given: Observation | None, today: date) -> Answer:
    if given is None:
        return Answer.UNKNOWN
    if point.lasts_days is None or given.recorded_on is None:
        return given.answer
    is_old = today - given.recorded_on > timedelta(days=point.lasts_days)
    return Answer.UNKNOWN if is_old else given.answer
