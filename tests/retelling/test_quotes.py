"""People's own words stay theirs, and stay readable inside a sentence."""

import pytest

from caseform.model import Bearing, Factor
from caseform.retelling import retell
from support.cases import noor


def said(words: str) -> str:
    """Return how one card that draws to school is said."""
    card = Factor(id="f-1", words=words, bearing=Bearing.TOWARD_SCHOOL)
    case = noor().model_copy(update={"factors": (card,), "links": (), "problem": ""})
    (line,) = retell(case, "nl")
    return line.text


@pytest.mark.parametrize(
    "words", ["kookles", "’s Ochtends gaat het", "iPad", "IJSSTADION", "{name}"]
)
def test_words_are_said_as_they_were_typed(words: str) -> None:
    """To the young person: no capital and no ending that they did not write."""
    assert said(words) == f"Dit trekt naar school: “{words}”."


def test_a_long_card_is_cut_at_a_word() -> None:
    """To whoever reads it aloud: a sentence ends, and no word is broken."""
    text = said("een heel lang verhaal " * 900)

    inner = text.partition("“")[2].partition("”")[0]
    assert len(inner) <= 82
    assert inner.endswith((" een …", " heel …", " lang …", " verhaal …"))


@pytest.mark.parametrize("length", range(74, 84))
def test_an_endless_word_is_never_cut_inside_an_emoji(length: int) -> None:
    """To the young person: the two on the card stay two people who belong together."""
    family = "👩‍👧"
    inner = said("x" * length + family + "x" * 20).partition("“")[2].partition("”")[0]

    assert inner.endswith("…")
    left = inner[:-1].lstrip("x")
    assert left.rstrip("x") in ("", family)


def test_words_from_right_to_left_do_not_turn_the_sentence() -> None:
    """To a family that writes Arabic: their words read their way, and ours ours."""
    assert said("\u202eبيت\n آمن") == "Dit trekt naar school: “\u2068بيت آمن\u2069”."
    assert "\u202e" not in said("gewoon\u202enoowg")


@pytest.mark.parametrize(
    ("words", "inner"),
    [
        ("Gym. En dan omkleden.", "Gym. En dan omkleden"),
        ("tja...", "tja..."),
        ("Kan het?", "Kan het?"),
    ],
)
def test_a_sentence_has_one_full_stop(words: str, inner: str) -> None:
    """To whoever reads: the card ends, and then the sentence does."""
    assert said(words) == f"Dit trekt naar school: “{inner}”."


def test_a_quotation_inside_a_quotation_is_told_apart() -> None:
    """To whoever reads: where the card ends is where the marks close."""
    assert said("“kom maar” zei ze") == "Dit trekt naar school: “‘kom maar’ zei ze”."
