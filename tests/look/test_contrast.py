"""Words can be read, and marks told apart, by every pair of eyes and on every printer."""

import itertools

import pytest

from caseform.look import MEANINGS, tokens

LOOK = tokens()
PAGE = LOOK.colour
ROOM = {**LOOK.colour, **LOOK.room_colour}
PAPER = {**LOOK.colour, **LOOK.paper_colour}
SCREENS = pytest.mark.parametrize(
    ("colours", "least"), [(PAGE, 4.5), (ROOM, 7), (PAPER, 7)], ids=["page", "room", "paper"]
)

# Full colour blindness of each kind, as a change of linear red, green and blue: Machado, Oliveira
# and Fernandes (2009), "A physiologically-based model for simulation of color vision deficiency".
EYES = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# A difference that nobody overlooks between two shapes side by side (CIELAB; 2.3 is just visible).
APART = 15


def linear(colour: str) -> tuple[float, ...]:
    """Return red, green and blue as amounts of light."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)


def luminance(colour: str) -> float:
    """Return how light a colour is, as WCAG 2 defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(light: tuple[float, ...]) -> tuple[float, float, float]:
    """Return an amount of light in CIELAB, where distance is how different colours look."""
    red, green, blue = (min(1.0, max(0.0, part)) for part in light)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    f = [part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    """Return a colour as `eyes` see it."""
    light = linear(colour)
    return lab(tuple(sum(m * c for m, c in zip(row, light, strict=True)) for row in EYES[eyes]))


def difference(one: str, other: str, eyes: str) -> float:
    """Return how different two colours look to `eyes`."""
    pair = zip(seen(one, eyes), seen(other, eyes), strict=True)
    return float(sum((a - b) ** 2 for a, b in pair) ** 0.5)


@SCREENS
@pytest.mark.parametrize("ground", ["paper", "card", "shade", "accent-tint"])
@pytest.mark.parametrize("words", ["ink", "quiet"])
def test_words_stand_out_from_what_they_stand_on(colours, least, ground, words):
    """Tired eyes at the end of a day; a grandmother on the sofa."""
    if least == 7 and (ground == "accent-tint" or (words == "quiet" and ground == "shade")):
        least = 6  # a room and a paper put no small words there

    assert contrast(colours[words], colours[ground]) >= least


@SCREENS
def test_what_can_be_pressed_is_read_as_well(colours, least):
    """A button is words first."""
    assert contrast(colours["accent"], colours["paper"]) >= least
    assert contrast(colours["accent"], colours["card"]) >= least
    assert contrast(colours["on-accent"], colours["accent"]) >= least


@pytest.mark.parametrize("name", MEANINGS)
def test_words_on_an_area_with_a_meaning_are_read_in_a_room_too(name):
    """The picture is discussed from the sofa."""
    meaning = LOOK.meaning[name]

    assert contrast(meaning.ink, meaning.tint) >= 7
    assert contrast(LOOK.colour["ink"], meaning.tint) >= 7


@pytest.mark.parametrize("name", MEANINGS)
def test_a_mark_stands_out_from_page_and_area(name):
    """WCAG asks 3:1 of what is not words."""
    meaning = LOOK.meaning[name]

    for ground in (meaning.tint, LOOK.colour["paper"], LOOK.colour["card"]):
        assert contrast(meaning.colour, ground) >= 3


@pytest.mark.parametrize("name", ["edge"])
def test_the_border_of_a_field_can_be_seen(name):
    """Who cannot see where to type does not type."""
    assert contrast(LOOK.colour[name], LOOK.colour["paper"]) >= 3
    assert contrast(LOOK.colour[name], LOOK.colour["card"]) >= 3


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(["away", "toward", "home"], 2)])
def test_directions_are_told_apart_by_colour_under_every_colour_blindness(eyes, one, other):
    """One father in twelve sees red and green as one."""
    assert difference(LOOK.meaning[one].colour, LOOK.meaning[other].colour, eyes) >= APART


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("name", ["away", "toward", "home"])
def test_a_direction_is_never_taken_for_something_to_press(eyes, name):
    """The accent means: this does something."""
    assert difference(LOOK.meaning[name].colour, LOOK.colour["accent"], eyes) >= APART


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(MEANINGS, 2)])
def test_in_grey_every_pair_differs_in_shape_and_in_pattern(one, other):
    """School prints on a grey printer."""
    first, second = LOOK.meaning[one], LOOK.meaning[other]

    assert first.glyph != second.glyph
    assert first.pattern != second.pattern
    assert (first.shape, first.ring, first.is_filled) != (
        second.shape,
        second.ring,
        second.is_filled,
    )


@pytest.mark.parametrize("name", ["away", "toward", "home"])
def test_a_pattern_is_still_seen_in_grey(name):
    """A hatch that only differs in hue would vanish on paper."""
    meaning = LOOK.meaning[name]
    light, mark = seen(meaning.tint, "all colours")[0], seen(meaning.colour, "all colours")[0]

    assert light - mark >= 30
