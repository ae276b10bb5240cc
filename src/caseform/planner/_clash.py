"""Why no plan exists: rules and facts, with everything left out that does not matter."""

from caseform.model import Finding, Phrase, Sentences, Severity
from caseform.planner._plan import PlanClash
from caseform.planner._search import best_choices
from caseform.planner._situation import NOTHING, Fact, Loosened, Situation

_RULES = ("R-H11", "R-H1", "R-T6", "R-T2", "R-T1", "R-S1")


def smallest_clash(about: Situation) -> PlanClash:
    """Return a clash that cannot be made smaller, for a situation without a plan.

    The days are cut off after the first one that no longer fits. Then each rule and each fact is
    taken away in turn, and left away if there is still no plan (a deletion filter): what stays is
    needed, all of it.
    """
    days = next(n for n in range(1, len(about.days) + 1) if best_choices(about, n) is None)
    parts: list[str | Fact] = [*about.facts(about.days[:days]), *_RULES]
    loosened: Loosened = NOTHING
    for part in parts:
        if best_choices(about, days, loosened | {part}) is None:
            loosened |= {part}
    left = [part for part in parts if part not in loosened]
    return PlanClash(
        until=about.days[days - 1],
        rules=tuple(part for part in left if isinstance(part, str)),
        facts=tuple(about.sentence(part) for part in left if isinstance(part, Fact)),
    )


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
