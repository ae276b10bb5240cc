"""A slip in a file is named, and never half read."""

import shutil
from importlib.resources import as_file, files

import pytest

from caseform.catalogue import load, load_from
from caseform.errors import CatalogueError
from caseform.text import LANGUAGES, say

BULLIED = "[being-bullied]"


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped files, to break."""
    with as_file(files("caseform.catalogue") / "data") as shipped:
        shutil.copytree(shipped, tmp_path / "data")
    return tmp_path / "data"


def replace(path, old, new):
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")


def test_the_catalogue_is_read_once():
    """Opening a page does not wait for 185 entries again."""
    assert load() is load()


def test_a_copy_of_the_files_gives_the_same_catalogue(folder):
    """A clinic can keep its own wording beside ours."""
    assert load_from(folder) == load()


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('family.nl = "Wordt gepest"\n', "", "family.nl"),
        ('family.nl = "Wordt gepest"', 'family.nl = ""', "family.nl"),
        ('family.nl = "Wordt gepest"', 'family.nl = " Wordt gepest"', "family.nl"),
        ('self.en = "I’m being bullied"', 'self.fr = "On me harcèle"', "self.en"),
        ('text.en = "Being bullied"', "text.en = 7", "text.en"),
        ('roles = ["predisposing", "precipitating"]', 'roles = ["maintaining"]', "roles"),
        ('roles = ["predisposing", "precipitating"]', "roles = []", "roles"),
        ('bearing = "away-from-school"', 'bearing = "away"', "bearing"),
        ('bearing = "away-from-school"', 'draw = "home"', "draw"),
        ("sensitive = false", "", "sensitive"),
        ("sensitive = false", 'sensitive = "no"', "sensitive"),
        ("sensitive = false", "sensitve = false\nsensitive = false", "sensitve"),
        ('place = "peers"', 'place = "school"', "place"),
        ('  "001:266",', '  "page 12",', "lines"),
        ('  "001:266",', '  "009:266",', "lines"),
        (
            'review = { by = "", on = "" }',
            'review = { by = "A. Clinician", on = "soon" }',
            "review.on",
        ),
        ('review = { by = "", on = "" }', 'review = { by = "", on = "2026-11-24" }', "review.by"),
        (BULLIED, "[Being-Bullied]", "id"),
    ],
)
def test_a_wrong_field_is_named_with_its_file_and_entry(folder, old, new, field):
    """Whoever edits a file learns where the slip is."""
    file = folder / "factors" / "peers.toml"
    replace(file, old, new)

    with pytest.raises(CatalogueError) as caught:
        load_from(folder)

    assert caught.value.blanks["file"] == "factors/peers.toml"
    assert caught.value.blanks["entry"] in ("being-bullied", "Being-Bullied")
    assert caught.value.blanks["field"] == field


@pytest.mark.parametrize(
    ("name", "old", "new", "entry", "field"),
    [
        ("rules.toml", 'severity = "hard"', 'severity = "harsh"', "R-T1", "severity"),
        ("rules.toml", 'basis = "stated"', 'basis = "felt"', "R-T1", "basis"),
        ("rules.toml", 'beside = "ladder"', 'beside = "stairs"', "R-T13", "beside"),
        ("rules.toml", "[R-T1]", '[R-T1]\nasks = "no-such-point"', "R-T1", "asks"),
        ("rules.toml", "[R-T1]", '[R-T1]\nbeside = "ladder"', "R-T1", "beside"),
        ("ladders.toml", 'reaches = "gate"', 'reaches = "fence"', "distance", "steps.reaches"),
        ("ladders.toml", "minutes = 60", 'minutes = "an hour"', "time", "steps.minutes"),
        ("regions.toml", 'law = "NL"', 'law = "BE"', "nl-noord", "law"),
        ("bases.toml", "[stated]", "[proven]", "proven", "id"),
        ("sources.toml", 'by = "Wil van Nus"', "", "000", "by"),
    ],
)
def test_every_file_is_read_as_strictly(folder, name, old, new, entry, field):
    """No sentence is dropped in silence."""
    replace(folder / name, old, new)

    with pytest.raises(CatalogueError) as caught:
        load_from(folder)

    assert caught.value.blanks == {"file": name, "entry": entry, "field": field}


def test_an_id_that_stands_in_two_files_is_refused(folder):
    """A case would not know which of the two was meant."""
    replace(folder / "factors" / "community.toml", "[house-move]", BULLIED)

    with pytest.raises(CatalogueError) as caught:
        load_from(folder)

    assert caught.value.blanks == {
        "file": "factors/community.toml",
        "entry": "being-bullied",
        "field": "id",
    }


@pytest.mark.parametrize("damage", ["[[[", "family = 3\n"])
def test_a_file_that_is_no_table_of_entries_is_named(folder, damage):
    """A half-saved file is told from a wrong entry."""
    (folder / "regions.toml").write_text(damage, encoding="utf-8")

    with pytest.raises(CatalogueError) as caught:
        load_from(folder)

    assert caught.value.blanks["file"] == "regions.toml"


def test_a_missing_file_is_named(folder):
    """An installation that lost a file says which."""
    (folder / "rules.toml").unlink()

    with pytest.raises(CatalogueError) as caught:
        load_from(folder)

    assert caught.value.blanks["file"] == "rules.toml"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_error_has_a_sentence(language):
    """The clinician reads one plain sentence, not a traceback."""
    sentence = say("errors.catalogue-entry", language, file="rules.toml", entry="R-T1", field="law")

    assert "rules.toml" in sentence


def test_an_entry_that_a_clinician_has_read_says_so(folder):
    """A review is seen the moment it is written down."""
    replace(
        folder / "factors" / "peers.toml",
        'review = { by = "", on = "" }',
        'review = { by = "A. Clinician", on = "2026-11-24" }',
    )

    assert load_from(folder).factors["being-bullied"].reviewed
