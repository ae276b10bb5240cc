"""What people agreed to stands until it becomes another, and no longer than that."""

from datetime import date

import pytest

from caseform.model import (
    AddItem,
    Case,
    Change,
    EditField,
    EditItem,
    History,
    LogDay,
    RemoveItem,
    SeveralChanges,
)
from model.walks import changed, undone
from support.cases import noor

DAYS, STEPS = "return_plan.days", "return_plan.steps"


def promised() -> Case:
    """Return the case of Noor with both of her dated days agreed."""
    days = tuple(day.model_copy(update={"agreed": True}) for day in noor().return_plan.days)
    return noor().with_items(DAYS, days)


def agreed_in(case: Case) -> set[str]:
    return {day.id for day in case.return_plan.days if day.agreed}


def day(day_id: str, **fields: object) -> EditItem:
    return EditItem(collection=DAYS, id=day_id, fields=fields)


def step(step_id: str, **fields: object) -> EditItem:
    return EditItem(collection=STEPS, id=step_id, fields=fields)


def how(part: str, value: object) -> EditField:
    return EditField(path=f"return_plan.how.{part}", value=value)


BECAME_ANOTHER = {
    "another date": (day("d-1", on="2026-11-27"), {"d-2"}),
    "another step": (day("d-1", step="s-2"), {"d-2"}),
    "someone else travels along": (day("d-1", travel_with="p-3"), {"d-2"}),
    "nobody receives any more": (day("d-2", received_by=None), {"d-1"}),
    "another date, said to be agreed": (day("d-1", on="2026-11-27", agreed=True), {"d-2"}),
    "the step in other words": (step("s-1", words="tot de fietsen"), {"d-2"}),
    "the step goes further": (step("s-1", reaches="inside"), {"d-2"}),
    "the step takes longer": (step("s-2", minutes=20), {"d-1"}),
    "the step takes in the break": (step("s-2", moments=["break"]), {"d-1"}),
    "the step is passed over": (step("s-2", is_skipped=True), {"d-1"}),
    "the step is gone": (RemoveItem(collection=STEPS, id="s-2"), {"d-1"}),
    "someone waits elsewhere": (how("spot", "de fietsenstalling"), set()),
    "nobody waits any more": (how("spot", ""), set()),
    "someone else receives": (how("receiver", "p-5"), set()),
}


@pytest.mark.parametrize("what", BECAME_ANOTHER)
def test_a_day_that_became_another_is_pencilled_again(what: str) -> None:
    """To the young person: nobody is held to what they never agreed to."""
    change, still_agreed = BECAME_ANOTHER[what]

    after = change.apply(promised())

    assert agreed_in(after) == still_agreed


STAYED: dict[str, Change] = {
    "where they say goodbye is filled in": how("goodbye", "bij de fietsen"),
    "what if it does not work is filled in": how("reply", "even wachten op het bankje"),
    "who travels along is filled in": day("d-2", travel_with="p-2"),
    "what is asked of schoolwork is filled in": step("s-1", asks="none"),
    "who is there is filled in": step("s-1", with_whom="de mentor"),
    "what helps is written down": step("s-1", helps="muziek"),
    "the tension is predicted again": step("s-1", predicted={"value": 5}),
    "another step is added": AddItem(collection=STEPS, item={"id": "s-3", "words": "het raam"}),
    "a card is taken off the board": RemoveItem(collection="factors", id="f-1"),
    "the present step is named": EditField(path="return_plan.current", value="s-2"),
}


@pytest.mark.parametrize("what", STAYED)
def test_filling_in_what_was_open_leaves_the_agreement(what: str) -> None:
    """To everyone who agreed: a detail more takes nothing back."""
    assert agreed_in(STAYED[what].apply(promised())) == {"d-1", "d-2"}


@pytest.mark.parametrize(
    ("part", "first", "then"), [("asks", "none", "full"), ("with_whom", "de mentor", "opa")]
)
def test_what_was_filled_in_is_agreed_from_then_on(part: str, first: str, then: str) -> None:
    """To the school: full schoolwork is another agreement than none."""
    case = step("s-1", **{part: first}).apply(promised())

    assert agreed_in(step("s-1", **{part: then}).apply(case)) == {"d-2"}


def test_a_day_that_was_written_up_stays_as_it_was_agreed() -> None:
    """To whoever looks back: what was agreed for a day that is past does not change any more."""
    lived = LogDay(id="l-2", on=date(2026, 11, 25), step="s-1", done=True)
    case = promised().with_item("log", lived)

    assert agreed_in(how("spot", "de fietsenstalling").apply(case)) == {"d-1"}


def test_a_lapse_inside_several_changes_counts() -> None:
    """To the young person: it does not matter in which gesture a day became another."""
    several = SeveralChanges(changes=(day("d-1", step="s-2"), day("d-1", step="s-1")))

    assert agreed_in(several.apply(promised())) == {"d-2"}


def test_undo_brings_the_agreement_back() -> None:
    """To the therapist: a slip of the hand costs nobody a promise."""
    start = promised()
    case, history = changed(start, History(), step("s-1", words="tot de fietsen"))
    assert agreed_in(case) == {"d-2"}

    case, _ = undone(case, history)

    assert case == start
