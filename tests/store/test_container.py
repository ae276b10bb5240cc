import io
import json
import os
import zipfile

import pyrage
import pytest

from caseform import store
from caseform.errors import StoreError
from caseform.store._container import Container, pack, unpack
from caseform.store._document import seal
from caseform.store._keys import published_identity, published_key_age

from .conftest import document

PUBLIC = (str(published_identity().to_public()),)


def zipped(*entries: tuple[str, bytes], how: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as shell:
        for name, content in entries:
            shell.writestr(name, content)
    return made.getvalue()


def test_a_case_file_is_three_files_in_a_stored_zip(unlocked, path):
    """In twenty years somebody can open it with what every computer has."""
    with zipfile.ZipFile(path) as shell:
        entries = {entry.filename: entry.compress_type for entry in shell.infolist()}
        readme = shell.read("README.txt").decode()

    assert entries == dict.fromkeys(["README.txt", "key.age", "case.age"], zipfile.ZIP_STORED)
    assert "VERZONNEN CASUS" in readme
    assert "INVENTED CASE" in readme


def test_the_readme_of_a_real_case_says_how_to_open_it_and_whose_it_is(secret_case):
    """Who finds the stick knows what to do with it."""
    with zipfile.ZipFile(secret_case[0]) as shell:
        readme = shell.read("README.txt").decode()

    for line in ("unzip", "age --decrypt --identity key.age", "wachtzin", "passphrase"):
        assert line in readme
    assert "zeester" not in readme


def test_an_invented_case_still_says_so_after_a_save(unlocked, path):
    """The warning does not wear off."""
    unlocked.save(document(1))

    assert b"VERZONNEN CASUS" in path.read_bytes()


ENTRIES = (("README.txt", b"x"), ("key.age", b"x"), ("case.age", b"x"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        b"\0" * 5000,
        b"%PDF-1.7 een brief",
        zipped(),
        zipped(*ENTRIES[:2]),
        zipped(*ENTRIES, ("extra.txt", b"x")),
        zipped(ENTRIES[0], ENTRIES[1], ("../case.age", b"x")),
        zipped(*ENTRIES, how=zipfile.ZIP_DEFLATED),
        zipped(ENTRIES[0], ENTRIES[1], ("case.age", b"\0" * 30_000_000), how=zipfile.ZIP_DEFLATED),
        zipped(*ENTRIES),
    ],
    ids=[
        "empty", "two bytes", "zeroes", "a letter", "empty zip", "one missing", "one extra",
        "a path", "packed", "a zip bomb", "no age inside",
    ],
)  # fmt: skip
def test_what_is_not_a_case_is_named_and_left_alone(path, data):
    """The wrong file, half a download or a trap: one sentence, nothing unpacked."""
    path.write_bytes(data)

    with pytest.raises(StoreError, match=r"errors\.(file-damaged|file-not-published)"):
        store.open_published(path)
    with pytest.raises(StoreError, match=r"errors\.file-damaged"):
        store.open(path, "een gok")

    assert path.read_bytes() == data


def test_a_name_that_lies_twice_in_the_zip_is_refused():
    """Two readers may not see two different cases in one file."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        doubled = zipped(ENTRIES[0], ENTRIES[1], ENTRIES[2], ("case.age", b"anders"))

    with pytest.raises(StoreError, match=r"errors\.file-damaged"):
        unpack(doubled, "x")


def test_a_huge_file_is_refused_before_it_is_read(path):
    """Choosing a film by mistake does not fill the memory."""
    with path.open("wb") as huge:
        os.truncate(huge.fileno(), store.MAX_BYTES + 1)

    with pytest.raises(StoreError, match=r"errors\.file-too-large"):
        store.open_published(path)


def test_a_case_too_large_to_open_again_is_not_saved(unlocked, path):
    """A save that succeeds can always be opened."""
    before = path.read_bytes()

    with pytest.raises(StoreError, match=r"errors\.case-too-large"):
        unlocked.save(document(1, words="k" * store.MAX_BYTES))

    assert path.read_bytes() == before


def sealed(content: object) -> bytes:
    plain = content if isinstance(content, bytes) else json.dumps(content).encode()
    return pack(Container(published_key_age(), seal(plain, PUBLIC)), "x")


def test_a_file_from_a_newer_version_is_refused_untouched(path):
    """An older laptop in the clinic does not drop what it does not understand."""
    data = sealed({"format": 2, "case": {}, "history": [], "sealed_for": PUBLIC, "new": 1})
    path.write_bytes(data)

    with pytest.raises(StoreError, match=r"errors\.file-newer"):
        store.open_published(path)

    assert path.read_bytes() == data


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"geen json",
        b"[" * 100_000,
        b"1" * 10_000,
        [],
        {"format": 1},
        {"format": 0, "case": {}, "history": [], "sealed_for": PUBLIC},
        {"format": "1", "case": {}, "history": [], "sealed_for": PUBLIC},
        {"format": True, "case": {}, "history": [], "sealed_for": PUBLIC, "x": 1},
        {"format": 1, "case": {}, "history": [], "sealed_for": []},
        {"format": 1, "case": {}, "history": [], "sealed_for": ["niemand"]},
        {"format": 1, "case": {}, "history": [], "sealed_for": [3]},
        {"format": 1, "case": {}, "history": [], "sealed_for": 3},
        {"format": 1, "case": {}, "history": [], "sealed_for": PUBLIC, "extra": 1},
    ],
    ids=lambda content: str(content)[:40],
)
def test_a_seal_around_something_else_is_damage(path, content):
    """A file from a stranger cannot be half a case."""
    path.write_bytes(sealed(content))

    with pytest.raises(StoreError, match=r"errors\.file-damaged"):
        store.open_published(path)


def test_what_lies_under_the_seal_is_readable_json(unlocked, path):
    """Dutch letters are letters, not codes, for whoever opens it by hand."""
    unlocked.save(document(1, words="één reünie"))
    case_age = unpack(path.read_bytes(), "x").case_age

    plain = pyrage.decrypt(case_age, [published_identity()]).decode()

    assert "één reünie" in plain
    assert list(json.loads(plain)) == ["format", "sealed_for", "case", "history"]
