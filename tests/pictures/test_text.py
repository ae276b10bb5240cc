"""Fitting what people typed into a card."""

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from caseform.look import font_files
from caseform.pictures._text import fit, one_line, width_of

FONTS = [TTFont(path) for path in font_files("ttf").values()]
LETTERS = "".join(chr(code) for code in sorted(FONTS[0].getBestCmap()))


def _drawn_width(words: str, font: TTFont) -> float:
    names = [font.getBestCmap()[ord(character)] for character in words]
    return sum(font["hmtx"][name][0] for name in names) / font["head"].unitsPerEm


@given(words=st.text(st.sampled_from(LETTERS)))
def test_words_are_never_drawn_wider_than_was_measured(words):
    """On no machine does a sentence run out of its card."""
    assert all(_drawn_width(words, font) <= width_of(words) + 1e-9 for font in FONTS)


@given(words=st.text(max_size=300), width=st.floats(3, 40), most=st.integers(1, 8))
def test_every_line_fits_and_nothing_is_lost_unless_it_is_said(words, width, most):
    """A card that cannot show everything says so, and a paper then prints the rest."""
    fitted = fit(words, width, most)

    assert 1 <= len(fitted.lines) <= most
    assert all(width_of(line) <= width for line in fitted.lines)
    if not fitted.is_cut:
        assert "".join(fitted.lines).replace(" ", "") == one_line(words).replace(" ", "")
    else:
        assert fitted.lines[-1].endswith("…")


@pytest.mark.parametrize("words", [r"$\frac{1}{2}$", "<b>vet</b>", "שלום", "buikpijn 😀", "%s {x}"])
def test_what_looks_like_code_stays_as_it_was_typed(words):
    """Text is never code."""
    assert one_line(words) == words


def test_marks_that_turn_the_reading_direction_are_left_out():
    """Nobody can write a card that shows something else than it says."""
    assert one_line("links\u202ethcer\u202c \u2067x\u2069") == "linksthcer x"


def test_a_family_of_joined_emoji_is_not_taken_apart_by_a_line_end():
    """A face stays a face."""
    family = "👩‍👩‍👧"

    lines = fit(family * 4, 4, 8).lines

    assert all(line.startswith("👩") and not line.endswith("\u200d") for line in lines)


def test_twenty_thousand_letters_are_fitted_too():
    """A pasted letter does not stop a conversation."""
    assert fit("a" * 20_000, 12, 6).is_cut
