import pytest
from pydantic import ValidationError

from caseform.errors import InvalidCaseError
from caseform.model import (
    COLLECTIONS,
    Authority,
    Case,
    DistressRating,
    DistressScale,
    Factor,
    Item,
    Note,
)
from support.cases import noor


def test_adding_a_factor_leaves_the_earlier_case_as_it_was():
    """The version that the family saw last week can still be shown."""
    case = noor()

    after = case.with_item("factors", Factor(id="f-9", words="nieuwe klas"))

    assert after.find("factors", "f-9") is not None
    assert case.find("factors", "f-9") is None


def test_a_case_reads_back_as_it_was_written():
    """Closing the laptop loses nothing."""
    case = noor()

    assert Case.model_validate_json(case.model_dump_json()) == case


def test_an_unknown_field_is_an_error_that_names_its_place():
    """Silently dropping a sentence about a child is worse than stopping."""
    document = noor().model_dump_json().replace('"words":"buikpijn"', '"mood":1,"words":"buikpijn"')

    with pytest.raises(ValidationError, match="mood"):
        Case.model_validate_json(document)


def test_taking_a_card_away_takes_its_links_along():
    """A line that ends in nothing would puzzle a family."""
    after = noor().without_item("factors", "f-2")

    assert after.links == ()


@pytest.mark.parametrize(
    "update", [{"authority": Authority.UNKNOWN}, {"contact_limit": True}, {"separate_file": True}]
)
def test_parents_are_one_audience_only_while_each_may_know_what_the_other_knows(update):
    """A parent with a contact limit never sees what was shared with "the parents"."""
    case = noor()
    apart = case.with_item("people", case.person("p-3").model_copy(update=update))

    assert case.parents_are_one_audience
    assert not apart.parents_are_one_audience


def test_every_item_of_a_case_has_an_audience_that_is_the_therapist_alone_at_first():
    """Nothing is shared by forgetting something."""
    assert all(issubclass(kind, Item) for kind in COLLECTIONS.values())
    assert all(kind.model_fields["shared_with"].default == () for kind in COLLECTIONS.values())


def test_a_rating_belongs_to_its_scale():
    """A bare 7 says nothing, and an 11 out of 10 is a slip."""
    assert str(DistressRating(value=3, scale=DistressScale.FACES)) == "3/5"
    with pytest.raises(InvalidCaseError):
        DistressRating(value=11)


def test_an_item_goes_only_into_its_own_list():
    """A note never ends up among the cards."""
    with pytest.raises(InvalidCaseError):
        noor().with_item("factors", Note(id="n-7", words="x"))
