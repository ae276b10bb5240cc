"""What somebody may not see never shows in what is said to them."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseform.model import (
    Bearing,
    Case,
    Circle,
    Comparison,
    Factor,
    Item,
    Link,
    LinkSign,
    ReturnStep,
    Verdict,
)
from caseform.retelling import circles, differences, retell
from support.cases import WORDS, cases, noor

COLLECTIONS = ("factors", "links", "comparisons", "circles", "return_plan.steps")
SECRET = "GEHEIM"
AWAY = Bearing.AWAY_FROM_SCHOOL
MAYBE_SHARED = st.sampled_from([("youth",), ("youth",), ("youth",), (), ("parents",)])


def sees(item: Item) -> bool:
    return "youth" in item.shared_with


def read(case: Case) -> list[Any]:
    """Return all that the young person reads of `case`."""
    told = [
        retell(case, language, sees=sees, short=short)
        for language in ("nl", "en")
        for short in (False, True)
    ]
    return [circles(case, sees=sees), *told]


@st.composite
def boards(draw: st.DrawFn) -> Case:
    """Return a board with ties, circles, comparisons and steps, some of them shared."""
    case = draw(cases())
    cards = [
        card.model_copy(update={"shared_with": draw(MAYBE_SHARED)})
        for card in case.factors or (Factor(id="f-0", words="moe"),)
    ]
    ids = [card.id for card in cards]
    some = st.lists(st.sampled_from(ids), min_size=2, max_size=4)
    any_card = st.sampled_from(ids)
    there = draw(st.lists(st.tuples(any_card, any_card), max_size=6))
    # Half of them with a way back, so that there are circles.
    back = [(target, source) for source, target in there if draw(st.booleans())]
    some_links = [
        Link(
            id=f"k-{n}",
            source=source,
            target=target,
            sign=draw(st.sampled_from([LinkSign.MORE, LinkSign.LESS, None])),
            shared_with=draw(MAYBE_SHARED),
        )
        for n, (source, target) in enumerate(there + back)
    ]
    found = circles(case.model_copy(update={"factors": tuple(cards), "links": tuple(some_links)}))
    chosen = [
        Circle(id=f"o-{n}", cards=one, shared_with=draw(MAYBE_SHARED))
        for n, one in enumerate(found)
    ]
    laid = [
        Comparison(
            id=f"v-{n}",
            cards=tuple(draw(some)),
            verdict=draw(st.sampled_from(Verdict)),
            shared_with=draw(MAYBE_SHARED),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    steps = [
        ReturnStep(
            id=f"s-{n}",
            words=draw(WORDS),
            factors=tuple(draw(some)),
            shared_with=draw(MAYBE_SHARED),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    for collection, items in zip(
        COLLECTIONS, (cards, some_links, laid, chosen, steps), strict=True
    ):
        case = case.with_items(collection, tuple(items))
    return case


def twin_of(case: Case, draw: st.DrawFn) -> Case:
    """Return `case` with what is not seen changed, taken out, or joined by more of it."""
    twin = case
    for collection in COLLECTIONS:
        for item in case.items(collection):
            if sees(item):
                continue
            what = draw(st.sampled_from(["keep", "change", "remove"]))
            if what == "remove":
                kept = tuple(one for one in twin.items(collection) if one.id != item.id)
                twin = twin.with_items(collection, kept)
            elif what == "change" and hasattr(item, "words"):
                twin = twin.with_item(collection, item.model_copy(update={"words": SECRET}))
            elif what == "change" and isinstance(item, Link):
                turned = {"source": item.target, "target": item.source, "sign": LinkSign.LESS}
                twin = twin.with_item(collection, item.model_copy(update=turned))
    cards = list(twin.factors)
    for n in range(draw(st.integers(0, 3))):
        hidden = Factor(id=f"f-9{n}", words=SECRET, bearing=AWAY)
        cards.insert(draw(st.integers(0, len(cards))), hidden)
    twin = twin.with_items("factors", tuple(cards))
    links = list(twin.links)
    for n in range(draw(st.integers(0, 4)) if cards else 0):
        ends = [draw(st.sampled_from(cards)).id for _ in range(2)]
        more = Link(id=f"k-9{n}", source=ends[0], target=ends[1], sign=LinkSign.LESS)
        links.insert(draw(st.integers(0, len(links))), more)
    return twin.with_items("links", tuple(links))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=boards(), data=st.data())
def test_what_is_not_seen_changes_no_word(case: Case, data: st.DataObject) -> None:
    """To the young person and the parent alike: no sentence gives away what is not shared."""
    twin = twin_of(case, data.draw)

    assert read(twin) == read(case)
    nothing = differences(case, twin, "nl", sees=sees)
    assert [one.kind for one in nothing] == ["nothing"]


def test_the_search_would_notice_a_hidden_card() -> None:
    """To whoever trusts this test: the same cards, once shared, do change what is read."""
    shown = Factor(id="f-1", words="moe", shared_with=("youth",), bearing=AWAY)
    case = noor_with(shown)

    assert read(noor_with(shown, Factor(id="f-2", words=SECRET))) == read(case)
    assert read(noor_with(shown, shown.model_copy(update={"id": "f-2"}))) != read(case)


def noor_with(*cards: Factor) -> Case:
    return noor().model_copy(update={"factors": cards, "links": ()})


def test_a_circle_that_was_not_shared_is_not_told() -> None:
    """To the therapist: sharing the cards and their links does not share the working idea."""
    cards = (Factor(id="f-1", words="moe"), Factor(id="f-2", words="thuis"))
    ties = (
        Link(id="k-1", source="f-1", target="f-2", sign=LinkSign.MORE),
        Link(id="k-2", source="f-2", target="f-1", sign=LinkSign.MORE),
    )
    shared = {"shared_with": ("youth",)}
    case = noor_with(*(card.model_copy(update=shared) for card in cards))
    case = case.with_items("links", tuple(tie.model_copy(update=shared) for tie in ties))
    chosen = Circle(id="o-1", cards=("f-1", "f-2"))

    unshared = case.with_item("circles", chosen)
    told = case.with_item("circles", chosen.model_copy(update=shared))

    assert read(unshared) == read(case)
    assert read(told) != read(case)
