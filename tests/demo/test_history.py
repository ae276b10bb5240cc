"""The history of the invented cases: real changes that can be undone one by one."""

from datetime import date
from itertools import pairwise

from caseform.demo import DemoName, cases

from .conftest import TODAY


def test_a_dozen_changes_lead_to_the_case(name: DemoName, today: date) -> None:
    """Undo and history have something to show, all of it in the past."""
    _, history = cases(name, today=today)
    times = [version.at for version in history.versions]

    assert len(history.versions) >= 12
    assert {version.verb for version in history.versions} >= {"add", "edit", "share"}
    assert times == sorted(times)
    assert times[-1].date() < today


def test_every_change_can_be_taken_back_and_each_was_a_change(name: DemoName) -> None:
    """Whoever presses undo a dozen times sees a dozen things happen."""
    case, history = cases(name, today=TODAY)
    count = len(history.versions)

    told = [history.at_number(case, number) for number in range(count + 1)]

    assert told[-1] == case
    assert all(earlier != later for earlier, later in pairwise(told))


def test_a_card_is_private_before_the_change_that_shares_it(name: DemoName) -> None:
    """History shows how something came into the room: by a choice of the therapist."""
    case, history = cases(name, today=TODAY)

    for version in history.versions:
        if version.verb != "share":
            continue
        before = history.at_number(case, version.number - 1)
        after = history.at_number(case, version.number)
        (path,) = version.before
        collection, _, item_id = path.rpartition("/")
        assert before.find(collection, item_id).shared_with == ()
        assert after.find(collection, item_id).shared_with != ()
