"""What is left out of a paper, though the room may see it: it is carried around, and left lying."""

from datetime import timedelta

from caseform.projection.rooms import Paper, SchoolRoom, YouthRoom

# One school week, and one row of the picture.
_DONE_ON_PAPER = 5


def carried(projection: Paper) -> Paper:
    """Return `projection` as it goes along on paper.

    The young person carries no date beyond the Sunday of next week, and the school nothing of how
    the family gets there.
    """
    if isinstance(projection, YouthRoom):
        until = projection.today + timedelta(days=13 - projection.today.weekday())
        days = tuple(day for day in projection.days if day.on <= until)
        return projection.model_copy(
            update={"days": days, "done": projection.done[-_DONE_ON_PAPER:]}
        )
    if isinstance(projection, SchoolRoom):
        return projection.model_copy(
            update={
                "days": tuple(
                    day.model_copy(update={"travel_with": None}) for day in projection.days
                ),
                "how": projection.how.model_copy(update={"travel": ""}),
            }
        )
    return projection
