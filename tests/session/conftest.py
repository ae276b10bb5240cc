"""Homes of their own, so that no test sees another's cases."""

from collections.abc import Iterator

import pytest

from support.running import Home, temporary_home


@pytest.fixture
def home() -> Iterator[Home]:
    """A home with nothing in it, which this process lives in for the test."""
    with temporary_home() as fresh, fresh.entered():
        yield fresh
