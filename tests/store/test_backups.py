import itertools
import json
import random
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseform import store
from caseform.errors import StoreError
from caseform.store._container import Container, pack
from caseform.store._document import seal
from caseform.store._keys import published_identity, published_key_age

from .conftest import Crash, document

PUBLIC = str(published_identity().to_public())
PUBLISHED = store.PublishedKey()
TWENTY_YEARS = timedelta(days=365 * 20 + 5)


def numbers(unlocked: store.Unlocked) -> list[int]:
    return [unlocked.read_backup(backup)["case"]["number"] for backup in unlocked.backups()]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), busy=st.sampled_from([0.2, 2.0, 30.0]))
def test_thinning_keeps_the_recent_and_some_of_the_old_for_twenty_years(seed, busy):
    """Whoever notices in June that something vanished in March can still look."""
    chance = random.Random(seed)
    now = start = datetime(2026, 11, 23, 9, tzinfo=UTC)
    ever: list[datetime] = []
    kept: list[datetime] = []
    while now - start < TWENTY_YEARS and len(ever) < 2000:
        # Mostly a burst of saves, sometimes a weekend, sometimes a summer.
        gap = chance.choice([0.001, 0.01, 1.0, 7.0]) * busy * chance.random()
        now += timedelta(days=gap, seconds=1)
        ever.append(now)
        kept = [(*kept, now)[place] for place in store.thinned((*kept, now), now)]

    assert kept[-50:] == ever[-50:]
    assert len(kept) <= 50 + 12 + 10 + 9
    for period, how_many in (("%Y-%j", 12), ("%G-%V", 10), ("%Y-%m", 9)):
        last = {time.strftime(period): time for time in ever}
        assert set(list(last.values())[-how_many:]) <= set(kept)
    # Thinning after every save keeps what thinning once would have kept.
    assert kept == [ever[place] for place in store.thinned(ever, now)]


def test_thinning_lets_go_of_what_is_neither_recent_nor_the_last_of_anything():
    """A folder does not grow without end."""
    start = datetime(2020, 1, 1, tzinfo=UTC)
    hourly = [start + timedelta(hours=hour) for hour in range(24 * 400)]

    kept = [hourly[place] for place in store.thinned(hourly, hourly[-1])]

    assert 60 < len(kept) <= 81
    assert hourly[0] not in kept


def test_a_clock_that_ran_ahead_costs_no_recent_version():
    """A laptop that believed it was 2036 for a day does not push out this week."""
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    ahead = [now + timedelta(days=3650, minutes=minute) for minute in range(60)]
    since = [now + timedelta(minutes=minute) for minute in range(60)]

    kept = store.thinned([*ahead, *since], since[-1])

    assert kept[-50:] == tuple(range(70, 120))


def test_no_backups_is_nothing_to_thin():
    """The first save has nothing before it."""
    assert store.thinned([], datetime(2026, 11, 23, tzinfo=UTC)) == ()


def test_every_save_is_kept_and_the_newest_backup_is_what_was_last_saved(unlocked):
    """If the file breaks tonight, not even the last change is lost."""
    for number in range(1, 70):
        unlocked.save(document(number))

    assert numbers(unlocked)[-50:] == list(range(20, 70))
    assert 50 <= len(numbers(unlocked)) <= 52


def test_a_file_that_came_without_its_backups_is_kept_before_it_is_replaced(unlocked, path):
    """A case carried over on a stick starts its own row of earlier versions."""
    shutil.rmtree(path.parent / ".zeester.backups")
    carried = store.open_published(path)

    carried.save(document(1))

    assert numbers(carried) == [0, 1]


def test_a_clock_that_was_set_back_does_not_mix_up_the_order(path, machine):
    """The newest version is the one saved last, whatever the clock said."""
    moments = itertools.chain(
        [datetime(2036, 1, 1, tzinfo=UTC)] * 4, itertools.repeat(datetime(2026, 1, 1, tzinfo=UTC))
    )
    unlocked = store.create_published(
        path, document(0), machine=store.Machine(now=lambda: next(moments))
    )
    for number in range(1, 6):
        unlocked.save(document(number))
    path.write_bytes(b"stuk")

    newest = store.newest_intact_backup(path, PUBLISHED)

    assert newest is not None
    assert unlocked.read_backup(newest) == document(5)


def test_of_a_damaged_case_the_newest_intact_version_is_offered_and_put_back(unlocked, path):
    """A bad sector is an inconvenience, not a loss."""
    for number in range(1, 4):
        unlocked.save(document(number))
    last = unlocked.backups()[-1].file
    last.write_bytes(last.read_bytes()[:-300])
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(StoreError, match=r"errors\.file-damaged"):
        store.open_published(path)

    newest = store.newest_intact_backup(path, PUBLISHED)
    assert newest is not None
    restored = store.restore_backup(path, newest, PUBLISHED)

    assert restored.document == store.open_published(path).document == document(2)
    [aside] = path.parent.glob("zeester.damaged-*.caseform")
    assert len(aside.read_bytes()) == 500
    restored.save(document(4))
    assert store.open_published(path).document == document(4)


def test_a_file_thrown_away_by_mistake_comes_back_from_its_backups(secret_case, by_passphrase):
    """The passphrase alone is enough; nothing but the backups is left."""
    path, recovery_key = secret_case
    path.unlink()
    with pytest.raises(StoreError, match=r"errors\.file-not-found"):
        store.open_with(path, by_passphrase)

    key = by_passphrase
    newest = store.newest_intact_backup(path, key)
    assert newest is not None
    store.restore_backup(path, newest, key)

    assert store.open_with_recovery(path, recovery_key).document == document(0)


def test_putting_back_a_version_of_an_intact_file_makes_no_needless_copy(unlocked, path):
    """What is among the backups already is not kept twice."""
    unlocked.save(document(1))

    store.restore_backup(path, unlocked.backups()[0], PUBLISHED)

    assert list(path.parent.glob("*.damaged-*")) == []
    assert numbers(store.open_published(path)) == [0, 1, 0]


def test_a_damaged_version_is_never_put_back(unlocked, path):
    """What cannot be read does not replace what can."""
    [backup] = unlocked.backups()
    backup.file.write_bytes(b"stuk")

    with pytest.raises(StoreError, match=r"errors\.file-damaged"):
        store.restore_backup(path, backup, PUBLISHED)

    assert store.open_published(path).document == document(0)


def test_where_no_version_opens_none_is_offered(unlocked, path):
    """An empty promise would be worse than none."""
    for backup in unlocked.backups():
        backup.file.write_bytes(b"")

    assert store.newest_intact_backup(path, PUBLISHED) is None
    assert store.newest_intact_backup(path.parent / "nooit.caseform", PUBLISHED) is None


def test_verify_names_each_file_that_does_not_open(unlocked, path):
    """The yearly look in the drawer says which papers have faded."""
    unlocked.save(document(1))
    first = unlocked.backups()[0].file
    first.write_bytes(b"stuk")

    found = {checked.file.name: checked.trouble for checked in store.verify(path, PUBLISHED)}

    assert found == {
        "zeester.caseform": None,
        first.name: "errors.file-damaged",
        unlocked.backups()[1].file.name: None,
    }


def without_number(written: store.Document) -> store.Document:
    return written | {"case": {**written["case"], "number": "gewist"}}


def test_what_is_erased_is_erased_from_every_earlier_version(unlocked, path):
    """The family asked for it; it is not kept in a drawer they do not know of."""
    for number in range(1, 5):
        unlocked.save(document(number))
    outside = path.read_bytes()
    path.write_bytes(b"van buiten")
    with pytest.raises(StoreError):
        unlocked.save(document(9))
    path.write_bytes(outside)
    unreadable = unlocked.backups()[1].file
    unreadable.write_bytes(unreadable.read_bytes()[:-40])
    unread_journal = path.parent / ".zeester.journal.unread"
    unread_journal.write_bytes(b"stuk")

    removed = unlocked.rewrite_backups(without_number)

    assert removed == (unreadable,)
    assert not unreadable.exists()
    assert not unread_journal.exists()
    assert numbers(unlocked) == ["gewist"] * 4
    [copy] = path.parent.glob("zeester.copy-*")
    assert store.open_published(copy).document["case"]["number"] == "gewist"
    unlocked.save(document(10))


def test_erasing_stops_at_a_version_of_a_newer_caseform(unlocked, path):
    """What this version cannot judge, it does not throw away."""
    newer = {"format": 2, "case": {}, "history": [], "sealed_for": [PUBLIC]}
    case_age = seal(json.dumps(newer).encode(), (PUBLIC,))
    [backup] = unlocked.backups()
    backup.file.write_bytes(pack(Container(published_key_age(), case_age), "x"))

    with pytest.raises(StoreError, match=r"errors\.file-newer"):
        unlocked.rewrite_backups(without_number)

    assert backup.file.exists()


def test_a_crash_while_erasing_leaves_every_version_whole(
    unlocked, path, crashing_at_each_step: Crash
):
    """Doing it once more finishes it; nothing else is lost on the way."""
    unlocked.save(document(1))

    def erase(machine: store.Machine) -> None:
        store.open_published(path, machine=machine).rewrite_backups(without_number)

    for _ in crashing_at_each_step(erase):
        assert all(checked.is_intact for checked in store.verify(path, PUBLISHED))

    assert numbers(store.open_published(path)) == ["gewist"] * 2


def test_an_erased_case_leaves_a_date_and_nothing_else(unlocked, path):
    """The tombstone says that something was here, and not what."""
    unlocked.save(document(1))
    unlocked.journal().write({"note": "de kat"})
    path.write_bytes(b"van buiten")
    with pytest.raises(StoreError):
        unlocked.save(document(2))
    other = store.create_published(path.parent / "egel.caseform", document(3))

    tombstone = store.erase_case(
        path, machine=store.Machine(now=lambda: datetime(2027, 3, 1, tzinfo=UTC))
    )

    left = {file.name for file in path.parent.iterdir()}
    assert left == {"zeester.erased.txt", "egel.caseform", ".egel.backups"}
    assert "2027-03-01" in tombstone.read_text()
    assert store.open_published(other.path).document == document(3)


def test_a_crash_while_erasing_a_case_leaves_something_to_erase_again(
    path, crashing_at_each_step: Crash
):
    """Backups that nobody remembers are worse than a file that is still there."""
    store.create_published(path, document(0))
    for _ in crashing_at_each_step(lambda machine: store.erase_case(path, machine=machine)):
        backups = list((path.parent / ".zeester.backups").glob("*.caseform"))
        assert path.exists() or not backups

    assert not path.exists()
    with pytest.raises(StoreError, match=r"errors\.file-not-found"):
        store.erase_case(path)
