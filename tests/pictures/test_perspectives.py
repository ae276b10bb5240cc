"""Who says what, tested by what was drawn."""

from datetime import date

from caseform.pictures import perspectives
from caseform.projection.rooms import ShownCard, ShownVoices, YouthRoom
from support.rooms import youth_room


def _room(*voices: ShownVoices) -> YouthRoom:
    return YouthRoom(
        language="nl",
        is_invented=True,
        today=date(2026, 11, 24),
        present=("Sem", "moeder"),
        cards=(
            ShownCard(words="hij slaapt slecht", speaker="moeder", side="away"),
            ShownCard(words="ik lig wakker", speaker="Sem", side="away"),
            ShownCard(words="komt te laat"),
            ShownCard(words="kookles", speaker="Sem", side="toward", strong=True),
        ),
        voices=voices,
    )


AGREE = ShownVoices(cards=(0, 1), verdict="agree")
DIFFER = ShownVoices(cards=(1, 2), verdict="differ")


def test_each_column_is_one_voice_the_young_person_first():
    """Nobody's words stand under another's name."""
    grid = perspectives.layout(_room(AGREE))
    texts = [text.get_text() for text in perspectives.draw(_room(AGREE)).axes[0].texts]

    assert [column.lines for column in grid.columns] == [("Sem",), ("moeder",)]
    for card in grid.cards:
        column = grid.columns[1 if card.lines == ("hij slaapt slecht",) else 0]
        assert column.x < card.x < card.x + card.width < column.x + column.width
    assert texts.count("Sem") == texts.count("moeder") == 1


def test_what_agrees_differs_or_is_said_by_one_stands_in_rows_of_its_own():
    """Side by side, so that it can be talked about."""
    grid = perspectives.layout(_room(AGREE, DIFFER))

    assert [" ".join(row.lines) for row in grid.rows] == [
        "hetzelfde", "anders gezien", "door één gezegd",
    ]  # fmt: skip
    for row, lines in zip(grid.rows, (2, 2, 1), strict=True):
        inside = [card for card in grid.cards if row.y < card.y < row.y + row.height]
        assert len(inside) == lines


def test_who_is_not_named_in_the_room_is_not_named_in_the_picture():
    """A card may be shared while its speaker stays out of it."""
    grid = perspectives.layout(_room(DIFFER))

    assert " ".join(grid.columns[-1].lines) == "zonder naam"
    assert "komt te laat" not in perspectives.alt_text(_room(AGREE))


def test_cards_that_nobody_said_are_no_voice():
    """Without speakers there is nothing to lay side by side."""
    room = _room()
    unnamed = tuple(card.model_copy(update={"speaker": None}) for card in room.cards)
    room = room.model_copy(update={"cards": unnamed})

    assert perspectives.layout(room).cards == ()
    assert perspectives.alt_text(room) == "Er is nog niets naast elkaar gelegd."
    assert perspectives.draw(room).axes


def test_the_sentence_says_who_says_what():
    """Someone who cannot see it hears each voice by name."""
    assert perspectives.alt_text(_room(AGREE)) == (
        "Hetzelfde: “hij slaapt slecht” (moeder) en “ik lig wakker” (Sem)."
        " Door één gezegd: “kookles” (Sem, dit is een kracht)."
    )


def test_voices_of_which_a_card_is_not_there_are_not_drawn():
    """Half a comparison compares nothing."""
    room = youth_room().model_copy(
        update={"voices": (ShownVoices(cards=(0, 99), verdict="agree"),)}
    )

    assert [row.key for row in perspectives.layout(room).rows] == ["one"]


def test_words_that_do_not_fit_are_given_back_whole():
    """Nothing that someone said gets lost on paper."""
    long = "ik lig wakker en denk aan morgen " * 20
    room = _room(AGREE)
    cards = (room.cards[0], room.cards[1].model_copy(update={"words": long}), *room.cards[2:])

    assert perspectives.left_over(room.model_copy(update={"cards": cards})) == (long,)
    assert perspectives.left_over(room) == ()
