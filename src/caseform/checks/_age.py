"""The age of the young person, beside the class and beside eighteen."""

from collections.abc import Iterator

from caseform.model import Case, Finding, Severity

# R-X1 speaks of a pupil of sixteen among pupils of thirteen or fourteen.
_YEARS_OLDER = 2

# R-X2 speaks of eighteen; the year before is the time to talk about it.
_NEAR_EIGHTEEN = 17


def about_age(case: Case) -> Iterator[Finding]:
    """Yield what the age asks to talk about."""
    age = case.young_person.age if case.young_person else None
    if age is None:
        return
    of_class = case.school.classmates_age
    if of_class is not None and age - of_class >= _YEARS_OLDER:
        blanks = {"age": age, "classmates": of_class}
        yield Finding(
            "R-X1", Severity.SOFT, "school.classmates_age", blanks, "plan.older-than-class"
        )
    if age >= _NEAR_EIGHTEEN:
        yield Finding("R-X2", Severity.SOFT, "people")
