"""What changed between two versions of a case, for whoever reads it."""

from collections.abc import Callable
from datetime import date

import pytest

from caseform.model import (
    AbsenceIdea,
    AbsenceType,
    Bearing,
    Case,
    Certainty,
    Circle,
    Comparison,
    Draw,
    Factor,
    Goal,
    GoalState,
    Item,
    Link,
    LinkSign,
    LogDay,
    Place,
    Role,
    Verdict,
)
from caseform.retelling import Difference, differences
from support.cases import noor
from test_words import UNKIND

NOOR = noor()
ACHE, QUIET, COOKING, SAD = NOOR.factors
TEAM = {"shared_with": ("team",)}
Verb = Callable[[Case], Case]


def put(collection: str, item: Item) -> Verb:
    """Return what writes an item into the case."""
    return lambda case: case.with_item(collection, item)


def changed(item: Item, collection: str = "factors", **fields: object) -> Verb:
    """Return what changes fields of an item of the case."""
    return put(collection, item.model_copy(update=fields))


def gone(collection: str, item_id: str) -> Verb:
    """Return what takes an item out of the case."""
    return lambda case: case.without_item(collection, item_id)


def told(verb: Verb, **asked: object) -> list[tuple[str, tuple[str, ...], str]]:
    found = differences(NOOR, verb(NOOR), "nl", **asked)  # type: ignore[arg-type]
    return [(one.kind, one.cards, one.text) for one in found]


@pytest.mark.parametrize(
    ("verb", "kind", "cards", "text"),
    [
        (put("factors", Factor(id="f-9", words="moe")), "new", ("f-9",), "Nieuw: “moe”."),
        (
            changed(ACHE, words="pijn in mijn buik"),
            "changed",
            ("f-1",),
            "“buikpijn” heet nu “pijn in mijn buik”.",
        ),
        (
            changed(ACHE, draw=Draw.HOME, place=Place.FAMILY),
            "changed",
            ("f-1",),
            "“buikpijn” trekt nu naar huis. “buikpijn” hoort nu bij thuis.",
        ),
        (
            changed(ACHE, bearing=None, place=None),
            "changed",
            ("f-1",),
            "Bij “buikpijn” is weer open welke kant het op gaat."
            " Bij “buikpijn” is weer open waar het speelt.",
        ),
        (
            changed(SAD, bearing=Bearing.AWAY_FROM_SCHOOL),
            "changed",
            ("f-4",),
            "“moeder is zelf somber” duwt nu weg van school.",
        ),
        # Its link goes with it, and is not told apart.
        (gone("factors", "f-1"), "gone", ("f-1",), "Niet meer op het bord: “buikpijn”."),
        (
            put("links", Link(id="k-9", source="f-3", target="f-1", sign=LinkSign.LESS)),
            "link",
            ("f-3", "f-1"),
            "Nieuw verband: “kookles” maakt “buikpijn” kleiner.",
        ),
        (
            changed(NOOR.links[0], "links", sign=LinkSign.LESS),
            "link",
            ("f-1", "f-2"),
            "Dit verband is nu anders: “buikpijn” maakt “thuis is het rustig” kleiner.",
        ),
        (
            gone("links", "k-1"),
            "link",
            ("f-1", "f-2"),
            "Dit verband staat er niet meer: “buikpijn” maakt “thuis is het rustig” groter.",
        ),
        (
            put("comparisons", Comparison(id="v-1", cards=("f-1", "f-2"), verdict=Verdict.DIFFER)),
            "compared",
            ("f-1", "f-2"),
            "Naast elkaar gelegd: “buikpijn”, zegt Noor. “thuis is het rustig”, zegt moeder."
            " Dat zien ze verschillend, en dat mag.",
        ),
        (
            put("log", LogDay(id="l-9", on=date(2026, 11, 24), step="s-2", done=True)),
            "step",
            (),
            "Gelukt: “tot het bankje”.",
        ),
        (
            changed(NOOR.agreements[0], "agreements", done_on=date(2026, 11, 24)),
            "agreement",
            (),
            "Gedaan door meneer Bakker, zoals afgesproken: “belt dinsdag”.",
        ),
        (
            put("goals", Goal(id="g-9", words="weer tekenen", factors=("f-3",))),
            "goal",
            ("f-3",),
            "Nieuw doel: “weer tekenen”.",
        ),
        (
            changed(NOOR.goals[0], "goals", state=GoalState.REACHED),
            "goal",
            (),
            "Bereikt: “om half acht samen ontbijten”.",
        ),
    ],
)
def test_a_change_is_told_once_in_a_plain_sentence(
    verb: Verb, kind: str, cards: tuple[str, ...], text: str
) -> None:
    """To the family: what is different since last time, in words that can be read out."""
    assert told(verb) == [(kind, cards, text)]


def test_where_nothing_changed_one_calm_sentence_says_so() -> None:
    """To the family in a quiet week: no change is an answer too."""
    assert told(lambda case: case) == [("nothing", (), "Er is niets veranderd.")]
    assert told(put("log", LogDay(id="l-9", on=date(2026, 11, 24), step="s-1", done=True))) == told(
        lambda case: case
    )


def test_a_circle_is_told_when_it_is_chosen_and_when_it_is_let_go() -> None:
    """To the therapist: the circle that was looked at last time is not forgotten silently."""
    back = Link(id="k-9", source="f-2", target="f-1", sign=LinkSign.MORE)
    round_again = NOOR.with_item("links", back)
    chosen = round_again.with_item("circles", Circle(id="o-1", cards=("f-1", "f-2")))

    (new,) = differences(round_again, chosen, "nl")
    (old,) = differences(chosen, round_again, "nl")

    assert (new.kind, new.cards) == (old.kind, old.cards) == ("circle", ("f-1", "f-2"))
    assert new.text.startswith("Nieuwe kring: “buikpijn” maakt “thuis is het rustig” groter.")
    assert old.text == "Deze kring staat er niet meer: “buikpijn” en “thuis is het rustig”."


def test_what_was_taken_back_from_a_room_is_not_told_to_it() -> None:
    """To the young person: what was withdrawn does not come back as news of its going."""

    def sees(item: Item) -> bool:
        return "youth" in item.shared_with

    withdrawn = told(changed(ACHE, words="iets anders", shared_with=()), sees=sees)
    taken_out = told(gone("factors", "f-1"), sees=sees)
    now_shared = told(changed(SAD, shared_with=("youth",)), sees=sees)

    assert withdrawn == [("nothing", (), "Er is niets veranderd.")]
    assert taken_out == [("gone", ("f-1",), "Niet meer op het bord: “buikpijn”.")]
    assert now_shared == [("new", ("f-4",), "Nieuw: “moeder is zelf somber”.")]


def _thought(labels: dict[str, object]) -> Verb:
    """Return what writes down working ideas, shared with `labels`."""
    idea = AbsenceIdea(id="i-1", kind=AbsenceType.REFUSAL, reason="spanning elke ochtend", **labels)
    link = Link(
        id="k-9", source="f-1", target="f-3", sign=LinkSign.LESS, grounds="zo zei ze het", **labels
    )
    card = ACHE.model_copy(
        update={"role": Role.PERPETUATING, "strength": 2, "certainty": Certainty.LIKELY, **labels}
    )

    def verb(case: Case) -> Case:
        shared = COOKING.model_copy(update=labels)
        for collection, item in (
            ("factors", card),
            ("factors", shared),
            ("links", link),
            ("assessment.ideas", idea),
        ):
            case = case.with_item(collection, item)
        return case

    return verb


def test_a_family_reads_no_working_idea() -> None:
    """To the family: what the therapist only supposes stays with the therapist."""
    found = told(_thought({}), mode="family")

    assert [kind for kind, _, _ in found] == ["link"]
    assert not any(UNKIND.search(text) or "zo zei ze het" in text for _, _, text in found)


def test_a_supervisor_reads_ideas_and_reasons() -> None:
    """To a supervisor: how the thinking went, and why."""
    texts = [text for _, _, text in told(_thought({}), mode="supervisor")]

    ideas = "houdt het in stand, best zwaar en waarschijnlijk"
    assert f"Werkidee bij “buikpijn”: {ideas}." in texts
    assert any(text.endswith("De reden: “zo zei ze het”.") for text in texts)
    assert any(text.startswith("Werkidee over het soort afwezigheid: ") for text in texts)
    assert any("spanning elke ochtend" in text for text in texts)


def test_a_team_reads_only_what_is_shared_with_it_and_no_reasons() -> None:
    """To the family: sharing with the team is a choice, also after a review."""
    unshared = told(_thought({}), mode="team")
    shared = told(_thought(TEAM), mode="team")

    assert [kind for kind, _, _ in unshared] == ["nothing"]
    # Two cards and what is thought of them, the link, and the type.
    assert [kind for kind, _, _ in shared] == ["new", "new", "idea", "idea", "link", "idea"]
    assert not any("De reden" in text for _, _, text in shared)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_way_a_card_can_move_has_its_sentence(language: str) -> None:
    """To the family: wherever a card goes, the sentence says where."""
    sides = [(None, None), *((bearing, None) for bearing in Bearing), (None, Draw.HOME)]
    texts = set()
    for place in (None, *Place):
        for bearing, draw in sides:
            moved = changed(COOKING, place=place, bearing=bearing, draw=draw)(NOOR)
            (one,) = differences(NOOR, moved, language)  # type: ignore[arg-type]
            assert isinstance(one, Difference)
            texts.add(one.text)

    assert len(texts) == len(sides) * (len(Place) + 1)
