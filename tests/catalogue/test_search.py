"""Typing a few letters finds the card, in both languages."""

import pytest

from caseform.catalogue import load

CATALOGUE = load()


@pytest.mark.parametrize(
    ("words", "language", "id"),
    [
        ("pest", "nl", "being-bullied"),
        ("pesten", "nl", "being-bullied"),
        ("bull", "en", "being-bullied"),
        ("buikpijn", "nl", "bodily-complaints"),
        ("tummy", "en", "bodily-complaints"),
        ("scheid", "nl", "separation-anxiety"),
        ("slaapt", "nl", "disturbed-sleep-and-rhythm"),
        ("game", "en", "gaming-in-school-hours"),
        ("maandag", "nl", "restart-after-a-break"),
        ("leraar", "nl", "good-bond-with-an-adult"),
        ("suicid", "en", "suicidal-thoughts"),
        ("faal", "nl", "fear-of-failing"),
    ],
)
def test_a_few_letters_find_the_card(words, language, id):
    """Nobody has to know the term that we chose."""
    assert id in [entry.id for entry in CATALOGUE.search(words, language)]


@pytest.mark.parametrize(
    "typed", ["suïcide", "suicide", "SUÏCIDE", "suı\u0308cide".replace("ı", "i")]
)
def test_accents_and_capitals_do_not_matter(typed):
    """A keyboard without a trema finds the same."""
    assert [entry.id for entry in CATALOGUE.search(typed, "nl")] == ["suicidal-thoughts"]


def test_each_language_finds_its_own_words():
    """A Dutch word in an English list would puzzle the reader."""
    assert CATALOGUE.search("gepest", "en") == ()
    assert CATALOGUE.search("bullied", "nl") == ()


def test_while_a_room_is_watching_the_clinicians_term_is_not_looked_in():
    """What is offered on the wall answers to words that stand on the wall."""
    assert CATALOGUE.search("onderwijssocialisatie", "nl")
    assert CATALOGUE.search("onderwijssocialisatie", "nl", watching=True) == ()


def test_while_a_room_is_watching_open_cards_are_found():
    """Adding a card together goes as fast as alone."""
    offered = CATALOGUE.search("pest", "nl", watching=True)

    assert [entry.id for entry in offered] == ["being-bullied"]


def test_every_typed_word_has_to_be_found():
    """Typing on makes the list shorter."""
    one = CATALOGUE.search("school", "nl", limit=200)
    two = CATALOGUE.search("school kaartje", "nl", limit=200)

    assert [entry.id for entry in two] == ["contact-during-absence"]
    assert set(two) < set(one)


def test_a_word_that_begins_so_comes_before_one_that_holds_it():
    """The likelier card is the first one."""
    ids = [entry.id for entry in CATALOGUE.search("angst", "nl", watching=True)]

    assert ids.index("anxiety-or-panic") < ids.index("separation-anxiety")


@pytest.mark.parametrize("typed", ["", "  ", "?!", "_", "<script>alert(1)</script>", "xyzzy"])
def test_nothing_sensible_typed_finds_nothing(typed):
    """An odd key does no harm."""
    assert CATALOGUE.search(typed, "nl") == ()


@pytest.mark.parametrize("limit", [0, 1, 8])
def test_the_list_is_never_longer_than_asked(limit):
    """The list under the entry line stays on the screen."""
    assert len(CATALOGUE.search("school", "nl", limit=limit)) == limit
