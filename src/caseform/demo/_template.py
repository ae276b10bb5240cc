"""A new case that begins with the shape of another, and with nothing of its story."""

from datetime import date

from caseform.model import Case, School


def template_from(case: Case, *, case_id: str, alias: str, created_on: date) -> Case:
    """Return a new, empty case that keeps from `case` only what is no one's story.

    Kept are the language, the region, and the hours and subjects of the school week. Teachers,
    rooms, likings and tension are left out, and so is everything about a person.

    Args:
        case: Where the shape comes from.
        case_id: Id of the new case.
        alias: What the new case is called; never a name.
        created_on: The day on which it is begun.

    Example:
        >>> from caseform.demo import cases
        >>> invented, _ = cases("return", today=date(2026, 11, 23))
        >>> new = template_from(
        ...     invented, case_id="c-1", alias="Lijster", created_on=date(2026, 11, 23)
        ... )
        >>> new.is_invented, new.people, len(new.school.timetable)
        (False, (), 35)
    """
    bare = tuple(
        block.model_copy(
            update={
                "teacher": "",
                "room": "",
                "liking": None,
                "tension": None,
                "taxing": (),
                "shared_with": (),
                "said_by": None,
                "recorded_on": None,
            }
        )
        for block in case.school.timetable
    )
    return Case(
        id=case_id,
        alias=alias,
        language=case.language,
        region=case.region,
        created_on=created_on,
        school=School(timetable=bare),
    )
