"""The coming days and what was done, tested by what was drawn."""

from datetime import date

import pytest

from caseform.pictures import done, weeks
from caseform.projection.rooms import ShownDay, ShownDone, YouthRoom
from support.rooms import school_room, youth_room

TODAY = date(2026, 11, 24)


def _texts(figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def _room(**fields) -> YouthRoom:
    return YouthRoom(language="nl", is_invented=True, today=TODAY, **fields)


def test_a_week_is_a_row_and_a_weekday_a_column():
    """The strip reads like the timetable on the fridge."""
    strip = weeks.layout(youth_room())
    days = youth_room().days

    columns = {
        (day.on.weekday(), round(tile.x)) for day, tile in zip(days, strip.tiles, strict=True)
    }
    rows = {
        (day.on.isocalendar().week, tile.y) for day, tile in zip(days, strip.tiles, strict=True)
    }

    assert len(columns) == 5
    assert len(rows) == 3


def test_each_day_says_what_with_whom_and_who_waits():
    """Three questions of a morning, answered in one place."""
    texts = _texts(weeks.draw(youth_room()))

    assert {"wo 25 nov", "tot het hek", "met moeder", "Jansen wacht"} <= set(texts)


def test_a_step_further_has_a_mark_that_is_explained():
    """Nobody has to guess what the triangle means."""
    strip = weeks.layout(youth_room())

    assert [tile.is_marked for tile in strip.tiles[:4]] == [False, False, True, False]
    assert "een stapje verder" in _texts(weeks.draw(youth_room()))


def test_a_day_without_a_plan_leaves_no_box():
    """An empty box would ask why it is empty."""
    days = (
        ShownDay(on=date(2026, 11, 25), step="tot het hek"),
        ShownDay(on=date(2026, 11, 27), step="tot het hek"),
    )

    assert len(weeks.layout(_room(days=days)).tiles) == 2


def test_a_day_in_the_weekend_has_a_column_too():
    """Some steps are practised on a Saturday."""
    strip = weeks.layout(
        _room(days=(ShownDay(on=date(2026, 11, 28), step="langs school fietsen"),))
    )

    assert strip.tiles[0].x + strip.tiles[0].width <= strip.width


def test_what_was_done_stands_side_by_side_without_gaps():
    """What was done is shown, not the gap."""
    shown = done.layout(youth_room())

    assert [tile.date_words for tile in shown.tiles] == [
        "ma 9 nov", "di 10 nov", "do 12 nov", "ma 16 nov", "di 17 nov", "do 19 nov", "ma 23 nov",
    ]  # fmt: skip
    assert len({tile.width for tile in shown.tiles}) == 1


def test_a_day_in_bed_is_shown_only_with_its_words():
    """A day on which it did not work is no failure on the wall."""
    days = (
        ShownDone(on=date(2026, 11, 12), reached="bed"),
        ShownDone(on=date(2026, 11, 13), reached="bed", words="samen gelezen"),
    )

    (tile,) = done.layout(_room(done=days)).tiles

    assert tile.lines == ()
    assert tile.small_lines == ("samen gelezen",)


def test_how_far_a_day_went_changes_no_height_and_no_order():
    """No scores of a child: there is nothing to compare at a glance."""
    reached = ("class", "gate", "downstairs")
    days = tuple(ShownDone(on=date(2026, 11, 9 + n), reached=one) for n, one in enumerate(reached))

    tiles = done.layout(_room(done=days)).tiles

    assert len({(tile.y, tile.height) for tile in tiles}) == 1


@pytest.mark.parametrize("picture", [weeks, done])
def test_pictures_without_days_are_empty_and_say_so(picture):
    """The first week starts with nothing."""
    assert picture.layout(_room()).tiles == ()
    assert picture.alt_text(_room()).endswith(".")
    assert picture.draw(_room()).axes


def test_a_school_never_gets_what_was_done():
    """The log stays with the family and the therapist."""
    assert done.layout(school_room()).tiles == ()


def test_words_of_a_day_that_do_not_fit_are_given_back_whole():
    """A long story about a good day is kept."""
    long = "eerst samen ontbeten en toen " * 30
    room = _room(
        done=(ShownDone(on=date(2026, 11, 12), words=long),),
        days=(ShownDay(on=date(2026, 11, 25), step=long),),
    )

    assert done.left_over(room) == weeks.left_over(room) == (long,)
