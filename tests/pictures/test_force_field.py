"""The board as a picture, tested by what was drawn."""

from datetime import date

import pytest
from matplotlib.patches import FancyBboxPatch, PathPatch

from caseform.pictures import force_field, png
from caseform.pictures._text import width_of
from caseform.projection.rooms import ShownCard, ShownLink, YouthRoom
from support.rooms import youth_room


def _room(*cards: ShownCard, links=()) -> YouthRoom:
    return YouthRoom(
        language="nl", is_invented=True, today=date(2026, 11, 24), cards=cards, links=links
    )


def _things(figure, kind):
    return {thing.get_gid(): thing for thing in figure.axes[0].findobj(kind) if thing.get_gid()}


def _texts(figure) -> dict[str, str]:
    return {text.get_gid(): text.get_text() for text in figure.axes[0].texts}


def test_each_card_stands_in_the_column_of_its_side_and_the_row_of_its_place():
    """The family finds a card where they put it."""
    board = force_field.layout(youth_room())
    columns = {column.key: column for column in board.grid.columns}
    rows = {row.key: row for row in board.grid.rows}

    for card, shown in zip(youth_room().cards, board.cards, strict=True):
        if card.side:
            column, row = columns[card.side], rows[card.place]
            assert column.x < shown.x < shown.x + shown.width < column.x + column.width
            assert row.y < shown.y < shown.y + shown.height < row.y + row.height


@pytest.mark.parametrize("amount", [1, 5, 15, 60])
def test_no_two_cards_overlap(amount):
    """Five cards or sixty: each can be read."""
    sides, places = (*force_field.SIDES, None), (*force_field.PLACES, None)
    cards = [
        ShownCard(words="buikpijn " * (1 + n % 5), side=sides[n % 4], place=places[n % 7])
        for n in range(amount)
    ]

    board = force_field.layout(_room(*cards))

    assert len(board.cards) == amount
    for n, a in enumerate(board.cards):
        assert a.y + a.height <= board.height
        for b in board.cards[n + 1 :]:
            apart_x = a.x + a.width <= b.x or b.x + b.width <= a.x
            assert apart_x or a.y + a.height <= b.y or b.y + b.height <= a.y


@pytest.mark.parametrize(("width", "size"), [(510.0, 10.0), (1180.0, 28.0), (320.0, 14.0)])
def test_every_line_stays_inside_its_card(width, size):
    """On paper and on the wall."""
    board = force_field.layout(youth_room(), width=width, size=size)

    for card in board.cards:
        room = card.x + card.width - card.text_x
        assert all(width_of(line) * size <= room for line in card.lines)
        assert card.text_y + len(card.lines) * 1.3 * size <= card.y + card.height + size


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_heads_of_the_columns_stand_on_one_line_of_paper(language):
    """A head that is cut would say less than the field means."""
    board = force_field.layout(youth_room(language))

    assert [len(column.lines) for column in board.grid.columns] == [1, 1, 1]


def test_a_place_without_cards_has_no_row():
    """An empty box would hint at what is not shown."""
    board = force_field.layout(_room(ShownCard(words="kookles", place="school", side="toward")))

    assert [row.key for row in board.grid.rows] == ["school"]


def test_cards_without_a_side_stand_below_the_columns():
    """What has no place yet is not pushed to one side."""
    board = force_field.layout(_room(ShownCard(words="verhuisd in mei")))

    assert board.tray == "nog geen plek"
    assert board.cards[0].y > board.grid.height


def test_words_of_each_card_are_drawn_with_who_said_them():
    """Nobody's words become another's."""
    texts = _texts(
        force_field.draw(_room(ShownCard(words="kookles", speaker="Sem", side="toward")))
    )

    assert texts["force-field-card-0-line-0"] == "kookles"
    assert texts["force-field-card-0-speaker"] == "– Sem"


def test_sides_are_told_apart_without_colour():
    """Hand-outs are printed in grey."""
    figure = force_field.draw(
        _room(*(ShownCard(words="x", side=side) for side in force_field.SIDES))
    )
    drawn = _things(figure, PathPatch)

    hatches = {drawn[f"force-field-card-{n}-band"].get_hatch() for n in range(3)}
    marks = {
        tuple(map(tuple, shape.get_path().vertices - shape.get_path().vertices.mean(axis=0)))
        for gid, shape in drawn.items()
        if gid.startswith("force-field-mark-")
    }

    assert hatches == {"\\\\\\", "..", None}
    assert len(marks) == 3


def test_bands_still_differ_after_a_grey_printer():
    """The same, on the pixels: plain, striped and dotted have different shares of ink."""
    import io

    import numpy as np
    from PIL import Image

    room = _room(*(ShownCard(words="x " * 60, side=side) for side in force_field.SIDES))
    board = force_field.layout(room)
    grey = np.asarray(Image.open(io.BytesIO(png("force-field", room))).convert("L"))
    scale = grey.shape[1] / board.width

    ink = []
    for card in board.cards:
        x, y = int((card.x + 1) * scale), int((card.y + 8) * scale)
        band = grey[y : y + int(40 * scale), x : x + int((card.band - 2) * scale)]
        ink.append(float((band < 170).mean()))

    away, home, toward = ink
    assert toward > 0.99
    assert 0.05 < home < away - 0.05 < 0.9


def test_a_strength_carries_a_ring():
    """What helps is seen at once."""
    figure = force_field.draw(_room(ShownCard(words="kookles", side="toward", strong=True)))

    assert "force-field-card-0-strength-outer" in _things(figure, PathPatch)


def test_a_tie_runs_from_card_to_card_and_its_kind_is_explained():
    """An arrow points at the card that gets stronger."""
    cards = (
        ShownCard(words="buikpijn", side="away", place="youth"),
        ShownCard(words="thuisblijven", side="home", place="family"),
    )
    room = _room(*cards, links=(ShownLink(source=0, target=1, sign="more"),))
    board = force_field.layout(room)
    (link,) = board.links
    a, b = board.cards

    assert link.points[0][0] == a.x + a.width
    assert link.points[3][0] == b.x
    assert board.legend == (("more", "maakt sterker"),)
    assert "force-field-link-0-head" in _things(force_field.draw(room), PathPatch)


def test_a_tie_to_itself_or_to_nothing_is_not_drawn():
    """A room shows what it can rather than nothing."""
    room = _room(
        ShownCard(words="x", side="away"),
        links=(ShownLink(source=0, target=0), ShownLink(source=0, target=7)),
    )

    assert force_field.layout(room).links == ()
    assert force_field.alt_text(room) == "Duwt weg van school: “x”."


def test_the_sentence_says_every_card_and_counts_nothing():
    """Someone who cannot see the board hears the same board."""
    room = youth_room()
    said = force_field.alt_text(room)

    assert all(card.words in said for card in room.cards)
    assert not any(character.isdigit() for character in said)


def test_an_empty_board_is_drawn_and_said():
    """The first conversation starts with nothing."""
    assert force_field.alt_text(_room()) == "Er staat nog niets op het bord."
    assert len(_things(force_field.draw(_room()), FancyBboxPatch)) == 3


def test_words_that_do_not_fit_are_given_back_whole():
    """Nothing that someone said gets lost on paper."""
    long = "thuis is het rustiger dan op school " * 20

    assert force_field.left_over(_room(ShownCard(words=long, side="home"))) == (long,)
    assert force_field.left_over(youth_room()) == ()


@pytest.mark.parametrize(
    "words",
    [
        r"$\frac{a}{b}$",
        "$5 en $6",
        "😀👩‍👩‍👧‍👦",
        "مرحبا بالعالم",
        "漢字" * 30,
        "a" * 20_000,
        "   ",
        "\x00\ud800",
    ],
)
def test_anything_a_person_types_can_be_drawn(words):
    """No text turns into a formula, and none stops the picture."""
    card = ShownCard.model_construct(
        words=words, speaker=None, place=None, side="away", strong=False
    )
    room = _room().model_copy(update={"cards": (card,)})

    figure = force_field.draw(room)

    assert png("force-field", room).startswith(b"\x89PNG")
    assert not any(text.get_parse_math() for text in figure.axes[0].texts)
