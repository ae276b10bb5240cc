"""Cards by the part they may play, tested by what was drawn."""

import pytest
from matplotlib.patches import PathPatch

from caseform.pictures import force_field, role_grid
from caseform.projection.rooms import ShownRole
from support.rooms import ROOMS, therapist_paper


def test_each_card_stands_in_the_column_of_its_role_and_the_row_of_its_place():
    """The therapist finds a working idea where it was put."""
    grid = role_grid.layout(therapist_paper())
    columns = dict(zip(role_grid.ROLES, grid.columns, strict=True))
    rows = {row.key: row for row in grid.rows}

    for one, card in zip(therapist_paper().roles, grid.cards, strict=True):
        column, row = columns[one.role], rows[one.place]
        assert column.x < card.x < card.x + card.width < column.x + column.width
        assert row.y < card.y < card.y + card.height < row.y + row.height


@pytest.mark.parametrize("kind", ROOMS)
def test_in_no_room_is_there_anything_to_draw(kind):
    """A role is a working idea, and no room has any."""
    assert role_grid.layout(ROOMS[kind]()).cards == ()
    assert role_grid.alt_text(ROOMS[kind]()) == "Er staat nog niets op het bord."


def test_what_keeps_it_going_and_what_gives_strength_have_their_marks():
    """The same marks as everywhere else."""
    drawn = {
        thing.get_gid()
        for thing in role_grid.draw(therapist_paper()).axes[0].findobj(PathPatch)
        if thing.get_gid()
    }

    assert {"role-grid-mark-keeps-outer", "role-grid-mark-strength-outer"} <= drawn


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sentence_says_every_card_under_its_role(language):
    """Someone who cannot see the grid hears it column by column."""
    paper = therapist_paper(language)
    said = role_grid.alt_text(paper)

    assert all(one.words in said for one in paper.roles)
    assert said.count(":") == len({one.role for one in paper.roles})


def test_every_place_has_a_row_of_its_own():
    """The rows are those of the board."""
    roles = tuple(
        ShownRole(words="x", role="perpetuating", place=place) for place in force_field.PLACES
    )
    paper = therapist_paper().model_copy(update={"roles": roles})

    assert [row.key for row in role_grid.layout(paper).rows] == list(force_field.PLACES)


def test_words_that_do_not_fit_are_given_back_whole():
    """Nothing that someone said gets lost on paper."""
    long = "moeder belt elke ochtend de school af " * 20
    paper = therapist_paper().model_copy(
        update={"roles": (ShownRole(words=long, role="perpetuating", place="family"),)}
    )

    assert role_grid.left_over(paper) == (long,)
    assert role_grid.left_over(therapist_paper()) == ()
