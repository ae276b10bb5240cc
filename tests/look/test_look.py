"""One visual language, kept in one place."""

import re
from pathlib import Path

import matplotlib
import pytest
from matplotlib.figure import Figure

from caseform.look import MEANINGS, css, font_files, matplotlib_style, shape_outline, tokens

SCOPES = pytest.mark.parametrize("scope", ["page", "room", "paper"])
SOURCE = Path(__file__).parents[2] / "src" / "caseform"


@SCOPES
def test_a_style_sheet_asks_nobody_for_anything(scope):
    """The typeface is in it; opening a page tells nobody that it was opened."""
    sheet = css(scope)

    assert sheet.count("data:font/woff2") == 2
    assert re.findall(r"url\((?!data:)", sheet) == []
    assert "@import" not in sheet
    assert "http" not in sheet


@SCOPES
@pytest.mark.parametrize("name", MEANINGS)
def test_every_mark_has_a_class_in_every_style_sheet(scope, name):
    """A card is recognised on the board, on the wall and on paper."""
    assert f".cf-{name} {{" in css(scope)


@SCOPES
def test_every_property_that_is_used_is_defined(scope):
    """A misspelt property is silently no colour at all."""
    sheet = css(scope)
    parts = [sheet]
    if scope != "paper":
        parts += [each.read_text("utf-8") for each in (SOURCE / "widgets" / "css").glob("*.css")]
    whole = "\n".join(parts)
    code = "\n".join(each.read_text("utf-8") for each in (SOURCE / "widgets" / "js").rglob("*.js"))
    set_by_code = set(re.findall(r"[\"`](--cf-[\w-]+)[\"`]", code))

    used = set(re.findall(r"var\((--cf-[\w-]+)", whole))
    defined = set(re.findall(r"(--cf-[\w-]+)\s*:", whole))
    own = {each for each in used - defined - set_by_code if f"var({each}," not in whole}

    assert own == set()


def test_nothing_in_a_room_is_smaller_than_28_pixels():
    """It is read from the sofa."""
    assert min(tokens().room_px.values()) >= 28
    assert "max(28px, 2.1875vw)" in css("room")


def test_touch_and_focus_are_as_large_as_promised():
    """Fingers, and people who use the keyboard."""
    space = tokens().space_px

    assert (space["touch"], space["focus"], space["grid"]) == (44, 3, 8)
    assert tokens().motion_ms < 150


def test_colours_are_written_in_one_place_only():
    """Change a colour in tokens.toml and it has changed everywhere."""
    files = [*SOURCE.joinpath("widgets", "css").glob("*.css"), SOURCE / "look" / "base.css"]
    written = [
        (path.name, colour)
        for path in files
        for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text("utf-8"))
    ]

    assert written == []


def test_the_typeface_is_shipped_with_its_licence():
    """It may be given on, and it is there without a network."""
    fonts = [path for kind in ("woff2", "ttf") for path in font_files(kind).values()]

    assert all(path.stat().st_size > 10_000 for path in fonts)
    assert "SIL OPEN FONT LICENSE" in (fonts[0].parent / "OFL.txt").read_text("utf-8")


def test_a_picture_is_drawn_in_the_shipped_typeface(tmp_path):
    """A picture looks the same on every machine."""
    with matplotlib.rc_context(matplotlib_style()):
        figure = Figure(figsize=(2, 1))
        words = figure.text(0.1, 0.5, "kost $5 en $6, één ijs")
        figure.savefig(tmp_path / "picture.png")

        name = words.get_fontproperties().get_name()

    assert name == "Atkinson Hyperlegible Next"


@pytest.mark.parametrize("name", MEANINGS)
def test_a_mark_stays_on_its_square(name):
    """A picture places it by its corner."""
    numbers = [n for _, points in shape_outline(tokens().meaning[name]) for n in points]

    assert numbers
    assert min(numbers) >= 0
    assert max(numbers) <= 16
