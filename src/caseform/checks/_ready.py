"""The points that a plan needs to be ready: each rule that one of them decides."""

from collections.abc import Callable, Iterator, Mapping

from caseform.catalogue import Catalogue
from caseform.model import Answer, Case, Finding, Severity

# A rule that only matters in some cases names when; the others always matter.
_MATTERS: Mapping[str, Callable[[Case], bool]] = {}


def about_ready(case: Case, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield what the answers to the points of a plan bring up.

    A point that nobody answered is not known yet; whether a rule then speaks is for its entry.
    """
    answers = {point.about: point.answer for point in case.return_plan.ready}
    for rule in catalogue.rules.values():
        if not rule.asks or rule.severity is Severity.ADVICE:
            continue
        is_so = answers.get(rule.asks, Answer.UNKNOWN) in rule.speaks_on
        if is_so and _MATTERS.get(rule.id, _always)(case):
            yield Finding(rule.id, rule.severity, f"return_plan.ready.{rule.asks}")


def _always(case: Case) -> bool:
    return True
