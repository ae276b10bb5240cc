"""Undo without end: whatever was done, and however often it was taken back and done again."""

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseform.model import History
from model.walks import ACTS, changed, redone, steps, undone
from support.cases import noor_assessed

IS_RELEASE = bool(os.environ.get("CASEFORM_RELEASE"))
MANY = 10_000 if IS_RELEASE else 400
SHORTEST = 20

pytestmark = pytest.mark.timeout(600 if IS_RELEASE else 120)


def test_undo_back_to_the_start_and_redo_to_the_end_pass_every_case_between():
    """Whatever a hand does in front of a family, each step back is exactly the step before."""
    tried: Counter[str] = Counter()

    @settings(
        max_examples=MANY // 16,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(walk=st.lists(steps(), min_size=SHORTEST, max_size=50))
    def pass_every_case_between(walk):
        start = noor_assessed()
        case, history = start, History()
        past, future = [start], []
        for number, step in enumerate(walk):
            if step.act == "undo":
                if len(past) == 1:
                    continue
                case, history = undone(case, history)
                future.append(past.pop())
            elif step.act == "redo":
                if not future:
                    continue
                case, history = redone(case, history)
                past.append(future.pop())
            else:
                change = step.change(case, f"x-{number}")
                after, history = (
                    (case, history) if change is None else changed(case, history, change)
                )
                if after == case:
                    continue
                case, future = after, []
                past.append(case)
                tried["changes"] += 1
            tried[step.act] += 1
            assert case == past[-1]

        # Every undo that was still open is redone first: then the newest case is the end.
        while history.to_redo() is not None:
            case, history = redone(case, history)
            past.append(future.pop())
            assert case == past[-1]
        for earlier in reversed(past[:-1]):
            case, history = undone(case, history)
            assert case == earlier
        assert history.to_undo() is None
        for later in past[1:]:
            case, history = redone(case, history)
            assert case == later
        assert history.to_redo() is None
        tried["walks"] += 1

    pass_every_case_between()

    print(f"{tried['changes']} changes in {tried['walks']} walks: {dict(tried)}")
    assert tried["changes"] >= MANY
    assert set(ACTS) <= tried.keys()
