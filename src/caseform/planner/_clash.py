"""Why no plan exists: rules and facts, with everything left out that does not matter."""

from datetime import date

from caseform.model import Finding, Phrase, Sentences, Severity
from caseform.planner._best import days_that_fit, has_plan
from caseform.planner._facts import NOTHING, Fact, FactKind, Loosened
from caseform.planner._plan import PlanClash, WayOut
from caseform.planner._situation import Situation

_RULES = ("R-H11", "R-H1", "R-T6", "R-T2", "R-T1", "R-S1")


def smallest_clash(about: Situation, asked: int) -> PlanClash:
    """Return a clash that cannot be made smaller, for a situation without a plan.

    The days are cut off after the first one that no longer fits. Then each rule and each fact is
    taken away in turn, and left away if there is still no plan (a deletion filter): what stays is
    needed, all of it.

    Args:
        about: What the plan has to fit.
        asked: How many days are asked for.
    """
    days = days_that_fit(about, asked) + 1
    parts: list[str | Fact] = [*about.facts(about.days[:days]), *_RULES]
    loosened: Loosened = NOTHING
    for part in parts:
        if not has_plan(about, days, loosened | {part}):
            loosened |= {part}
    left = [part for part in parts if part not in loosened]
    until = about.days[days - 1]
    return PlanClash(
        until=until,
        rules=tuple(part for part in left if isinstance(part, str)),
        facts=tuple(about.sentence(part) for part in left if isinstance(part, Fact)),
        ways_out=tuple(_way_out(about, part, asked, until) for part in left),
    )


def _way_out(about: Situation, part: str | Fact, asked: int, until: date) -> WayOut:
    leads = has_plan(about, asked, frozenset({part}))
    if isinstance(part, str):
        blanks: dict[str, object] = {"day": until} if part == "R-S1" else {}
        name = part
    else:
        blanks = dict(about.sentence(part).blanks)
        name = part.kind.value
        if part.kind in (FactKind.NOBODY_RECEIVES, FactKind.NOBODY_TRAVELS) and "day" in blanks:
            name += "-that-day"
    return WayOut(Phrase(f"plan.loosen-{name}", blanks), Phrase(f"plan.then-{name}", blanks), leads)


def clash_findings(clash: PlanClash) -> tuple[Finding, ...]:
    """Return one hard finding per rule of `clash`, each with the facts that it clashes with."""
    return tuple(
        Finding(
            rule,
            Severity.HARD,
            clash.until.isoformat(),
            {"facts": Sentences(clash.facts), "day": clash.until}
            if rule == "R-S1"
            else {"facts": Sentences(clash.facts), "rule": Phrase(f"plan.why-{rule}")},
            key="plan.clash-no-step" if rule == "R-S1" else "plan.clash",
        )
        for rule in clash.rules
    )
