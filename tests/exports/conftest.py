import pytest

from caseform.projection.rooms import RoomProjection
from support.rooms import ROOMS


@pytest.fixture(
    params=[(kind, language) for kind in ROOMS for language in ("nl", "en")], ids="-".join
)
def room(request: pytest.FixtureRequest) -> RoomProjection:
    """Each kind of room, in Dutch and in English."""
    kind, language = request.param
    return ROOMS[kind](language)
