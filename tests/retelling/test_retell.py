"""The picture said back: read the golden texts aloud, they are what a family hears."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import caseform
from caseform.model import Assessment, Bearing, Case, Factor, Role
from caseform.retelling import retell
from caseform.text import LANGUAGES, Language
from retelling.maps import GOLDEN, MAPS, case_of, text_of
from support.cases import noor
from test_words import UNKIND

LOCALE = Path(caseform.__file__).parent / "text" / "locale"

# A sentence about a family names no cause, no guilt and no proof.
BLAME = re.compile(
    r"\b(oorzak\w*|oorzaak|veroorza\w*|schuld\w*|bewijs\w*|bewez\w*|fout\w*|komt door|moet\w*"
    r"|cause\w*|guilt\w*|blame\w*|proof\w*|prove\w*|fault\w*|should|must)\b",
    re.IGNORECASE,
)
EVERY_MAP = pytest.mark.parametrize("told", MAPS, ids=[told["name"] for told in MAPS])
BOTH = pytest.mark.parametrize("language", LANGUAGES)


@EVERY_MAP
def test_a_map_is_told_as_it_was_read_aloud_and_judged(told: dict) -> None:
    """To the family: what they hear was read by a person before."""
    golden = (GOLDEN / f"{told['name']}.txt").read_text(encoding="utf-8")

    assert text_of(told) == golden


def test_every_golden_text_belongs_to_a_map() -> None:
    """To whoever reads them: nothing is judged that nobody hears."""
    assert len(MAPS) >= 20
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {told["name"] for told in MAPS}


@BOTH
@EVERY_MAP
def test_a_room_hears_five_lines_at_most_and_each_strength(told: dict, language: Language) -> None:
    """To the young person: what is good is never what there was no room for."""
    case = case_of(told, language)

    lines = retell(case, language, short=True)

    assert len(lines) <= 5
    named = {card for line in lines if line.about in ("toward", "strengths") for card in line.cards}
    assert named >= {card.id for card in case.factors if card.role is Role.PROTECTIVE}


@BOTH
@EVERY_MAP
def test_each_sentence_has_a_name_of_its_own(told: dict, language: Language) -> None:
    """To the therapist: a corrected sentence is found again, and no other one is taken for it."""
    names = [line.about for line in retell(case_of(told, language), language)]

    assert len(names) == len(set(names))


@BOTH
def test_no_word_that_is_said_back_is_unkind_or_blames(language: Language) -> None:
    """To the parents: the same for what they hear, and for what the therapist reads alone."""
    with (LOCALE / language / "retelling.po").open("rb") as file:
        forms = [str(message.string) for message in read_po(file) if message.id]

    assert [form for form in forms if UNKIND.search(form) or BLAME.search(form)] == []


@pytest.mark.parametrize("sentence", ["Dat is de schuld van vader.", "This causes that."])
def test_a_word_of_blame_would_be_noticed(sentence: str) -> None:
    """To whoever trusts these tests: they can turn red."""
    assert BLAME.search(sentence)


@BOTH
def test_what_the_therapist_wrote_of_the_beginning_is_said_only_when_asked_for(
    language: Language,
) -> None:
    """To the family: notes of the intake are not read out by accident."""
    case = case_of(next(told for told in MAPS if told["name"] == "20-many"), language)

    told = [line.about for line in retell(case, language)]
    asked = [line.about for line in retell(case, language, onset=True, problem=False)]

    assert ("onset" in told, "problem" in told) == (False, True)
    assert ("onset" in asked, "problem" in asked) == (True, False)


def test_the_beginning_is_told_whole_and_a_long_name_for_it_in_short() -> None:
    """To the therapist: the file holds what was written, a line of the room stays a line."""
    long = "eerst een dag, toen weken, en niemand weet precies waarom het zo ging " * 4
    case = noor().model_copy(update={"problem": long, "assessment": Assessment(onset=long)})

    texts = {line.about: line.text for line in retell(case, "nl", onset=True)}

    assert texts["onset"] == f"Zo begon het: “{long.strip()}”."
    assert len(texts["problem"]) < 110


def test_a_sentence_keeps_its_name_when_a_card_is_reworded() -> None:
    """To the therapist: a correction is flagged when its facts change, and not lost."""
    case = noor()
    reworded = case.with_item("factors", case.factors[0].model_copy(update={"words": "pijn"}))

    before, after = retell(case, "nl"), retell(reworded, "nl")

    assert [line.about for line in before] == [line.about for line in after]
    assert [line.text for line in before] != [line.text for line in after]


def test_someone_who_is_not_there_is_not_named() -> None:
    """To a parent in another house: the room does not hear who said what behind its back."""
    case = case_of(next(told for told in MAPS if told["name"] == "14-seen-differently"), "nl")

    text = " ".join(line.text for line in retell(case, "nl", speaker=lambda _: None))

    assert not re.search("Noor zelf|zegt|moeder|Jansen", text)
    assert "Bij" not in text


def test_a_board_of_sixty_cards_is_a_line_of_five_and_more() -> None:
    """To whoever reads from the sofa: a line stays a line."""
    cards = tuple(
        Factor(id=f"f-{n}", words=f"kaart {n}", bearing=Bearing.AWAY_FROM_SCHOOL) for n in range(60)
    )
    case = noor().model_copy(update={"factors": cards, "links": (), "problem": ""})

    (line,) = retell(case, "nl", short=True)

    assert line.text.endswith("“kaart 3”, “kaart 4” en meer.")
    assert "kaart 5" not in line.text


def test_nothing_known_is_nothing_said() -> None:
    """To the therapist at the first call: an empty board is no sentence about a child."""
    empty = Case(id="c-1", alias="a", region=noor().region, created_on=noor().created_on)

    assert retell(empty, "nl") == ()
