"""Gate: a damaged or hostile file is refused with one sentence, and never read wrongly.

Two thousand mutated files for each commit, two hundred thousand for a release
(``CASEFORM_RELEASE=1``), each through the whole path of opening.
"""

import json
import os
import random
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from caseform import store
from caseform.errors import StoreError

RELEASE = os.environ.get("CASEFORM_RELEASE") == "1"
FILES = 200_000 if RELEASE else 2_000
SEED = random.SystemRandom().randrange(2**32) if RELEASE else 20261123
LONGEST_SECONDS = 2.0

pytestmark = [pytest.mark.gate, pytest.mark.timeout(3600 if RELEASE else 180)]

DOCUMENT = {
    "format": 1,
    "case": {"words": "de kat slaapt op het dak " * 40},
    "history": [{"number": number} for number in range(20)],
}
OTHER = {**DOCUMENT, "history": []}

Mutation = Callable[[bytearray, random.Random, bytes], None]
Opener = Callable[[Path], store.Document]


def _spot(data: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(data))


def flip_a_bit(data: bytearray, chance: random.Random, _: bytes) -> None:
    data[_spot(data, chance)] ^= 1 << chance.randrange(8)


def change_some_bytes(data: bytearray, chance: random.Random, _: bytes) -> None:
    for _count in range(chance.randrange(1, 8)):
        data[_spot(data, chance)] = chance.randrange(256)


def cut_off(data: bytearray, chance: random.Random, _: bytes) -> None:
    del data[_spot(data, chance) :]


def take_out(data: bytearray, chance: random.Random, _: bytes) -> None:
    start = _spot(data, chance)
    del data[start : start + chance.randrange(1, 400)]


def put_in(data: bytearray, chance: random.Random, _: bytes) -> None:
    data[_spot(data, chance) : 0] = chance.randbytes(chance.randrange(1, 400))


def say_twice(data: bytearray, chance: random.Random, _: bytes) -> None:
    start = _spot(data, chance)
    data[start:start] = data[start : start + chance.randrange(1, 400)]


def blank_a_block(data: bytearray, chance: random.Random, _: bytes) -> None:
    start = _spot(data, chance)
    length = len(data[start : start + chance.choice([16, 512, 4096])])
    data[start : start + length] = bytes(length)


def half_synchronised(data: bytearray, chance: random.Random, other: bytes) -> None:
    start = _spot(data, chance)
    data[start:] = other[start:]


def a_number_at_its_limit(data: bytearray, chance: random.Random, _: bytes) -> None:
    start = max(0, len(data) - chance.randrange(1, 260))
    data[start : start + 4] = chance.choice([b"\xff" * 4, bytes(4), b"\x00\x00\x00\x80"])


def another_rule_in_the_header(data: bytearray, chance: random.Random, _: bytes) -> None:
    lines = (
        b"X25519",
        b"scrypt",
        b"age-encryption.org/v1",
        b"-> ",
        b"--- ",
        b"key.age",
        b"case.age",
    )
    word = chance.choice(lines)
    at = data.rfind(word) if chance.random() < 0.5 else data.find(word)
    data[at : at + len(word)] = chance.randbytes(len(word))


MUTATIONS: tuple[Mutation, ...] = (
    flip_a_bit,
    change_some_bytes,
    cut_off,
    take_out,
    put_in,
    say_twice,
    blank_a_block,
    half_synchronised,
    a_number_at_its_limit,
    another_rule_in_the_header,
)


@dataclass
class Tally:
    """What became of the files."""

    tried: int = 0
    same: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def __str__(self) -> str:
        return (
            f"{self.tried} files, {self.refused} refused, {self.same} opened unharmed, "
            f"{len(self.wrong)} accepted wrongly, {len(self.raised)} other exceptions, "
            f"slowest {self.slowest * 1000:.0f} ms"
        )


def tally(opener: Opener, whole: bytes, other: bytes, files: int, path: Path) -> Tally:
    """Open `files` mutations of `whole` and count what comes of them."""
    counted = Tally()
    chance = random.Random(SEED)
    while counted.tried < files:
        mutate = MUTATIONS[counted.tried % len(MUTATIONS)]
        data = bytearray(whole)
        mutate(data, chance, other)
        counted.tried += 1
        path.write_bytes(data)
        started = time.perf_counter()
        try:
            document = opener(path)
        except StoreError:
            counted.refused += 1
        except Exception as error:
            counted.raised.append(f"{mutate.__name__} {counted.tried}: {error!r}")
        else:
            # A changed date in the zip, or one version whole in the place of another, does no harm.
            if document in (DOCUMENT, OTHER):
                counted.same += 1
            else:
                counted.wrong.append(f"{mutate.__name__} {counted.tried}: {str(document)[:60]}")
        counted.slowest = max(counted.slowest, time.perf_counter() - started)
    return counted


@dataclass(frozen=True)
class Sealed:
    """A case under a passphrase, another one like it, and how the first is opened."""

    whole: bytes
    other: bytes
    recovery_key: str
    path: Path


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    folder = tmp_path_factory.mktemp("damage")
    path = folder / "zeester.caseform"
    unlocked = store.create(path, DOCUMENT, "een dak van riet")
    whole = path.read_bytes()
    # Another version of the same case: what a sync client mixes when it is interrupted.
    unlocked.save(OTHER)
    other = path.read_bytes()
    assert unlocked.recovery_key is not None
    return Sealed(whole, other, unlocked.recovery_key, folder / "gewond.caseform")


def test_no_damaged_file_is_accepted_wrongly(sealed):
    """A sentence about a child is right or it is refused; it is never half of another one."""

    def opener(path: Path) -> store.Document:
        return store.open_with_recovery(path, sealed.recovery_key).document

    counted = tally(opener, sealed.whole, sealed.other, FILES, sealed.path)

    print(f"damage: {counted}, seed {SEED}")
    assert counted.raised == []
    assert counted.wrong == []
    assert counted.tried == FILES
    assert counted.slowest < LONGEST_SECONDS


def test_no_damaged_published_file_is_accepted_wrongly(tmp_path):
    """The other way in, through the key that lies in the file, is as strict."""
    path = tmp_path / "egel.caseform"
    unlocked = store.create_published(path, DOCUMENT)
    whole = path.read_bytes()
    unlocked.save(OTHER)
    other = path.read_bytes()

    def opener(path: Path) -> store.Document:
        return store.open_published(path).document

    counted = tally(opener, whole, other, FILES // 4, tmp_path / "gewond.caseform")

    print(f"damage, published key: {counted}, seed {SEED}")
    assert counted.raised == counted.wrong == []


def test_whatever_the_damage_an_intact_backup_is_offered(sealed):
    """If anything can be saved, it is."""
    path = sealed.path.with_name("zeester.caseform")
    key = store.RecoveryKey(sealed.recovery_key)
    chance = random.Random(SEED)
    for number in range(100):
        data = bytearray(sealed.whole)
        MUTATIONS[number % len(MUTATIONS)](data, chance, sealed.other)
        path.write_bytes(data)

        newest = store.newest_intact_backup(path, key)

        assert newest is not None
        assert newest.number == 2


def unguarded(path: Path) -> store.Document:
    """A reader that trusts the zip to be one."""
    with zipfile.ZipFile(path) as shell:
        shell.read("case.age")
    return DOCUMENT


def empty_when_in_doubt(path: Path) -> store.Document:
    """A reader that starts afresh where it cannot read."""
    try:
        unguarded(path)
    except Exception:
        return {"format": 1, "case": {}, "history": []}
    return DOCUMENT


def without_a_seal(path: Path) -> store.Document:
    """A reader of plain JSON, which nothing authenticates."""
    try:
        found: store.Document = json.loads(path.read_bytes())
    except ValueError as error:
        raise StoreError("errors.file-damaged", file=path.name) from error
    return found


@pytest.mark.parametrize("faulty", [unguarded, empty_when_in_doubt, without_a_seal])
def test_the_damage_gate_has_teeth(sealed, faulty):
    """A gate that passes this reader would promise nothing."""
    whole = json.dumps(DOCUMENT).encode() if faulty is without_a_seal else sealed.whole

    counted = tally(faulty, whole, whole[::-1], 200, sealed.path)

    print(f"damage, {faulty.__name__}: {counted}")
    assert counted.raised or counted.wrong
