"""A new case that begins with the shape of an invented one."""

from caseform.demo import template_from
from caseform.model import COLLECTIONS, Case

from .conftest import TODAY


def test_a_template_keeps_the_school_week_and_nothing_of_the_story(returning: Case) -> None:
    """Nothing that was said about one family turns up in the file of another."""
    new = template_from(returning, case_id="c-new", alias="Lijster", created_on=TODAY)

    told = new.model_dump_json()
    assert {c for c in COLLECTIONS if new.items(c)} == {"school.timetable"}
    assert [p.called for p in returning.people if p.called in told] == []
    assert all(
        (b.teacher, b.room, b.liking, b.tension, b.taxing) == ("", "", None, None, ())
        for b in new.school.timetable
    )
    assert [b.subject for b in new.school.timetable] == [
        b.subject for b in returning.school.timetable
    ]


def test_a_template_is_no_longer_an_invented_case(returning: Case) -> None:
    """A real case never says that it is invented, and its key is never the published one."""
    new = template_from(returning, case_id="c-new", alias="Lijster", created_on=TODAY)

    assert not new.is_invented
    assert (new.id, new.alias, new.region) == ("c-new", "Lijster", returning.region)
