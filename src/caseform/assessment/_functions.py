"""What not attending may achieve: subscale totals of a form that was filled in elsewhere."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from caseform.model import Case, FunctionTotals

# How the form is scored, as published: a subscale has six items, and two functions whose means lie
# this close count as equal.
_ITEMS = 6
_TIE = Fraction(1, 4)

Means = tuple[float | None, float | None, float | None, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class InformantMeans:
    """What one person's form comes to.

    Args:
        who: Id of the person; None where nobody was named.
        on: The day on which it was written down.
        means: Mean of the six items (0 to 6) of each function; None where it was not filled in.
    """

    who: str | None
    on: date | None
    means: Means


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionProfile:
    """The four functions beside each other.

    Args:
        informants: Each person's own means, in the order in which they were written down.
        means: The mean over those who filled in that function; None where nobody did.
        highest: Numbers (1 to 4) of the highest function and of those tied with it; empty where
            nothing was filled in.
    """

    informants: tuple[InformantMeans, ...]
    means: Means
    highest: tuple[int, ...]

    @property
    def is_tied(self) -> bool:
        """Whether more than one function is the highest."""
        return len(self.highest) > 1


def function_profile(case: Case) -> FunctionProfile | None:
    """Return the profile of functions; None where nobody filled in anything.

    Of each person the latest form counts.

    Args:
        case: The case.
    """
    latest: dict[str | None, FunctionTotals] = {}
    for form in sorted(case.assessment.functions, key=lambda form: form.recorded_on or date.min):
        latest[form.said_by] = form
    forms = [form for form in latest.values() if any(total is not None for total in form.totals)]
    if not forms:
        return None
    exact = [_mean([form.totals[n] for form in forms]) for n in range(4)]
    top = max(mean for mean in exact if mean is not None)
    return FunctionProfile(
        informants=tuple(
            InformantMeans(
                who=form.said_by,
                on=form.recorded_on,
                means=_means([_mean([total]) for total in form.totals]),
            )
            for form in forms
        ),
        means=_means(exact),
        highest=tuple(
            number
            for number, mean in enumerate(exact, start=1)
            if mean is not None and top - mean <= _TIE
        ),
    )


def _mean(totals: list[int | None]) -> Fraction | None:
    known = [total for total in totals if total is not None]
    return Fraction(sum(known), _ITEMS * len(known)) if known else None


def _means(exact: list[Fraction | None]) -> Means:
    first, second, third, fourth = (None if mean is None else float(mean) for mean in exact)
    return (first, second, third, fourth)
