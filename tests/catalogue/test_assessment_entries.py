"""What the assessment asks, counts and offers: each entry keeps its promises."""

import re
from importlib.resources import as_file, files
from shutil import copytree

import pytest

from caseform.catalogue import Basis, QuestionGroup, load, load_from
from caseform.errors import CatalogueError
from caseform.model import AbsenceType, CareSystem
from caseform.text import LANGUAGES, Text

CATALOGUE = load()
QUESTIONS = CATALOGUE.questions.values()
GUIDES = CATALOGUE.guides.values()
THRESHOLDS = CATALOGUE.thresholds.values()
OPTIONS = (
    *CATALOGUE.absence_types.values(),
    *CATALOGUE.functions.values(),
    *CATALOGUE.care_levels.values(),
)
EVERY = (*QUESTIONS, *GUIDES, *THRESHOLDS, *OPTIONS)

# Words that a family or a young person never hears about themselves.
UNKIND = re.compile(
    r"weiger|verzuim|toegeven|geeft toe|terugval|accommodat|\beis(en|t)?\b|spijbel|schuld"
    r"|refus|truan|relapse|giv\w+ in\b|\bdemands?\b|blame|fault",
    re.IGNORECASE,
)
_PASSAGE = re.compile(r"(\d{3}):(\d+)(?:-(\d+))?")

each_entry = pytest.mark.parametrize("entry", EVERY, ids=lambda entry: entry.id)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def test_the_assessment_asks_what_the_sources_name() -> None:
    """To the clinician: four signals are four, and ten are ten."""
    asked = {group: sum(one.group is group for one in QUESTIONS) for group in QuestionGroup}

    assert asked == {
        QuestionGroup.REFUSAL: 9,
        QuestionGroup.TRUANCY: 3,
        QuestionGroup.WITHDRAWAL: 3,
        QuestionGroup.EXCLUSION: 3,
        QuestionGroup.EARLY_SIGNAL: 4,
        QuestionGroup.SCHOOL_SIGNAL: 10,
        QuestionGroup.AT_RISK: 8,
        QuestionGroup.MORNING: 6,
        QuestionGroup.HINDERING: 6,
        QuestionGroup.DISRUPTION: 1,
    }


def test_talks_have_the_topics_of_their_source() -> None:
    """To the clinician: seven with the young person, six with the parents."""
    assert [one.talk for one in GUIDES] == ["youth"] * 7 + ["parents"] * 6


@each_entry
def test_entry_stands_in_a_passage_that_can_be_looked_up(entry) -> None:
    """Whoever doubts an entry can read where it comes from."""
    is_a_place_of_a_form = entry.id.startswith("function-")
    assert bool(entry.lines) != is_a_place_of_a_form
    for passage in entry.lines:
        source, first, last = _PASSAGE.fullmatch(passage).groups()
        assert source in CATALOGUE.sources
        assert 0 < int(first) <= int(last or first)


@each_entry
@each_language
def test_entry_is_said_in_each_language(entry, language) -> None:
    """To a colleague who works in English: nothing stands there in Dutch."""
    wordings = [
        value for name in entry.__slots__ if isinstance(value := getattr(entry, name), Text)
    ]

    assert wordings
    assert all(wording.nl != wording.en for wording in wordings)
    assert all(wording.in_(language)[0].isupper() for wording in wordings)


@pytest.mark.parametrize("entry", QUESTIONS, ids=lambda entry: entry.id)
def test_question_names_the_sources_that_it_stands_in(entry) -> None:
    """To the clinician: which definition asks this, and which does not."""
    assert set(entry.seeds) == {passage[:3] for passage in entry.lines}
    assert entry.basis in Basis
    assert entry.basis in CATALOGUE.bases


@pytest.mark.parametrize(
    "words",
    [
        *(pytest.param(one.ask, id=one.id) for one in QUESTIONS if one.ask is not None),
        *(pytest.param(one.prompt, id=one.id) for one in GUIDES),
    ],
)
@each_language
def test_what_is_asked_aloud_is_short_and_kind(words: Text, language) -> None:
    """To the young person and the parents: a question, and no reproach in it."""
    said = words.in_(language)

    assert not UNKIND.search(said), said
    assert len(said) <= 110
    assert said[-1] in ".?"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_a_young_person_is_je_and_a_parent_is_u(guide) -> None:
    """To both: each is spoken to as themselves."""
    prompt = guide.prompt.nl
    if guide.talk == "youth":
        assert not re.search(r"\b(u|uw)\b", prompt), prompt
    else:
        assert not re.search(r"\b(je|jij|jou|jouw)\b", prompt), prompt


@pytest.mark.parametrize("entry", THRESHOLDS, ids=lambda entry: entry.id)
def test_a_number_says_what_it_counts_over_which_time_and_that_nobody_checked_it(entry) -> None:
    """To the clinician: no number without its window, its source and the date of a check."""
    assert entry.note is not None
    assert entry.checked_on is None
    assert (entry.number is None) == (entry.unit == "judgement")
    says_itself_how_long = entry.unit in ("weeks", "calendar-days")
    if entry.weeks is None and not says_itself_how_long:
        assert "No window in the source" in entry.note.en
    assert (entry.law == "VL") == entry.id.startswith("vl-")
    assert (entry.law == "NL") == entry.id.startswith("nl-")


def test_the_number_that_its_source_words_both_ways_says_so() -> None:
    """To the attendance officer: sixteen hours exactly is not settled here."""
    both_ways = [one.id for one in THRESHOLDS if one.at_number == "on-the-line"]

    assert both_ways == ["nl-16-hours"]


def test_each_type_tier_and_phase_of_a_case_has_its_words() -> None:
    """To the clinician: whatever can be chosen can be read."""
    assert set(CATALOGUE.absence_types) == set(AbsenceType)
    tiers = {f"{CareSystem.TIER}-{level}" for level in (1, 2, 3)}
    phases = {f"{CareSystem.PHASE}-{level}" for level in (0, 1, 2, 3)}
    assert set(CATALOGUE.care_levels) == tiers | phases
    for level in CATALOGUE.care_levels.values():
        assert level.law == ("NL" if level.id in tiers else "VL")


def test_the_form_of_functions_has_four_places_and_no_names() -> None:
    """To the owner of the form: its names and questions are not here."""
    places = [one for one in CATALOGUE.functions.values() if one.id.startswith("function-")]

    assert [one.name.nl for one in places] == [
        f"Functie {n}, zoals op uw formulier" for n in (1, 2, 3, 4)
    ]
    assert list(CATALOGUE.functions)[:2] == ["pole-away", "pole-toward"]


@pytest.mark.parametrize(
    ("name", "old", "new", "entry", "field"),
    [
        ("questions.toml", 'group = "refusal"', 'group = "will"', "refusal-distress", "group"),
        ("questions.toml", '"001", "002", "004"', '"009"', "refusal-distress", "seeds"),
        ("guides.toml", 'talk = "youth"', 'talk = "friends"', "youth-missed", "talk"),
        ("thresholds.toml", "number = 25\n", "", "kearney-1", "number"),
        ("thresholds.toml", "number = 25", 'number = "25"', "kearney-1", "number"),
        ("thresholds.toml", 'unit = "judgement"', 'unit = "days"', "kearney-2", "number"),
        ("thresholds.toml", "weeks = 2", 'weeks = "two"', "kearney-1", "weeks"),
        ("thresholds.toml", 'at_number = "reached"', "", "kearney-1", "at_number"),
        ("thresholds.toml", 'counts = "all"', 'counts = "some"', "kearney-1", "counts"),
        ("thresholds.toml", "ages = [5, 17]", "ages = [5]", "nl-home-sitter", "ages"),
        ("thresholds.toml", "ages = [5, 17]", 'ages = ["5", 17]', "nl-home-sitter", "ages"),
        ("thresholds.toml", "up_to = 10", 'up_to = "ten"', "vl-half-days", "up_to"),
        ("thresholds.toml", 'checked_on = ""', 'checked_on = "soon"', "kearney-1", "checked_on"),
        ("absence_types.toml", "name.nl", "title.nl", "refusal", "title"),
        ("care_levels.toml", 'law = "NL"', 'law = "BE"', "tier-1", "law"),
    ],
)
def test_a_slip_is_named_with_its_file_entry_and_field(
    tmp_path, name, old, new, entry, field
) -> None:
    """Whoever edits a file learns where the slip is."""
    with as_file(files("caseform.catalogue") / "data") as shipped:
        folder = copytree(shipped, tmp_path / "data")
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(CatalogueError) as caught:
        load_from(folder)

    assert caught.value.blanks == {"file": name, "entry": entry, "field": field}
