"""Who sees what, and what goes along on paper."""

import base64
import json
from itertools import combinations

import pytest

from caseform import exports
from caseform.errors import CaseformError, InvalidCaseError
from caseform.model import AddItem, NetworkMember, Person, PersonKind, ShareItem
from caseform.projection.build import build, check_room
from caseform.projection.rooms import Room
from caseform.retelling import retell
from caseform.session import new_case
from caseform.text import LANGUAGES
from caseform.widgets import papers
from caseform.widgets.papers import (
    NEVER_SHOWN,
    PapersPage,
    calendar_view,
    papers_view,
    rooms_of,
    sharing,
)
from support.cases import TODAY, noor
from support.pages import problem, send, session

SINGLES = ("youth", "parent:p-2", "parent:p-3", "school", "team")


@pytest.fixture
def page():
    """The page on the case of Noor."""
    return PapersPage(session())


def groups(case):
    view = papers_view(case, "nl", rooms=rooms_of(case, "nl"), chosen="youth")
    return view["sharing"]["groups"]


def rows(case):
    return {(row["collection"], row["id"]): row for one in groups(case) for row in one["rows"]}


def test_a_tick_shares_one_thing_with_one_person_by_name(page):
    """Two parents are never one tick."""
    send(page, "share", collection="factors", id="f-4", label="parent:p-2", on=True)

    assert page.session.case.find("factors", "f-4").shared_with == ("parent:p-2",)


def test_withdrawing_from_one_parent_spreads_the_word_parents(page):
    """The mother still sees what the father no longer should."""
    send(page, "share", collection="factors", id="f-2", label="parent:p-3", on=False)

    assert page.session.case.find("factors", "f-2").shared_with == ("youth", "parent:p-2")


def test_a_tick_that_was_there_adds_nothing():
    """A double click is one click."""
    change = sharing(noor(), "agreements", "w-1", "school", on=True)

    assert change.labels == ("parent:p-2", "parent:p-3", "school")


@pytest.mark.parametrize(
    ("collection", "field"),
    [("problem", "problem_shared_with"), ("return_plan", "return_plan.shared_with")],
)
def test_the_problem_and_the_days_have_audiences_of_their_own(page, collection, field):
    """The plan's days are shared as one, and withdrawn as one."""
    send(page, "share", collection=collection, id="", label="youth", on=False)

    case = page.session.case
    held = case.problem_shared_with if collection == "problem" else case.return_plan.shared_with
    assert "youth" not in held
    assert "parent:p-2" in held


def test_the_picture_in_sentences_is_shared_as_it_was_corrected(page):
    """From here as from the board: the family reads its own words."""
    made = retell(page.session.case, "nl")[-1]
    mine = {"about": made.about, "language": "nl", "made": made.text, "words": "Zo dus."}
    page.session.apply(AddItem(collection="sentences", item={"id": "z-1", **mine}))

    send(page, "share", collection="said_back", id="", label="youth", on=True)

    assert page.session.case.said_back_shared_with == ("youth",)
    assert page.session.case.sentences[0].shared_with == ("youth",)


@pytest.mark.parametrize(
    "wrong",
    [
        {"collection": "notes", "id": "n-1", "label": "youth"},
        {"collection": "factors", "id": "f-9", "label": "youth"},
        {"collection": "people", "id": "p-2", "label": "school"},
        {"collection": "accommodations", "id": "a-1", "label": "youth"},
        {"collection": "factors", "id": "f-1", "label": "everyone"},
    ],
    ids=lambda wrong: wrong["collection"],
)
def test_what_cannot_be_shared_is_refused_in_one_sentence(page, wrong):
    """A note has no audience, whatever a page sends."""
    before = page.session.case

    assert problem(send(page, "share", on=True, **wrong))

    assert page.session.case == before


def test_every_room_agrees_with_what_the_page_says_never_shows():
    """A tick that could never work is not offered; one that could is."""
    case = noor()
    for collection in papers._SHARED:
        for item in case.items(collection):
            case = ShareItem(collection=collection, id=item.id, labels=SINGLES).apply(case)
    words = {
        "accommodations": "belt de mentor af",
        "goals": "om half acht samen ontbijten",
        "log": '"reached":"gate"',
        "school.adjustments": "geen gym",
    }
    shown = {collection: set() for collection in words}
    for size in (1, 2, 3):
        for labels in combinations(SINGLES, size):
            room = Room.parse("+".join(labels))
            check_room(case, room)
            told = build(case, room, language="nl", today=TODAY).model_dump_json()
            for collection, word in words.items():
                if word in told:
                    shown[collection] |= set(labels)

    for collection, word in words.items():
        hidden = {label for label in SINGLES if label not in shown[collection]}
        assert set(NEVER_SHOWN.get(collection, ())) == hidden, (collection, word)


def test_the_days_stand_with_the_steps_that_they_need():
    """Who ticks the days and not the steps reads at once why the wall stays empty."""
    (plan,) = [one for one in groups(noor()) if one["rows"][0]["collection"] == "return_plan"]

    assert plan["title"] == "Het plan"
    assert [row["id"] for row in plan["rows"]] == ["", "s-1", "s-2"]
    assert "stap" in plan["hint"]


def test_the_parents_as_one_show_as_a_tick_for_each():
    """What the board shared with the parents is read per person here."""
    assert rows(noor())["factors", "f-1"]["labels"] == ["youth", "parent:p-2", "parent:p-3"]
    assert rows(noor())["factors", "f-4"]["labels"] == []


def test_a_day_of_the_log_is_told_by_its_date():
    """A day without words is still recognised."""
    assert rows(noor())["log", "l-1"]["words"] == "ma 23 nov · hek"


def test_long_words_are_cut_where_they_are_only_recognised():
    """One card does not push the ticks off the page."""
    case = noor()
    long = case.find("factors", "f-1").model_copy(update={"words": "buikpijn " * 40})

    words = rows(case.with_item("factors", long))["factors", "f-1"]["words"]

    assert len(words) == 120
    assert words.endswith("…")


def test_the_audiences_are_those_that_a_room_can_be_opened_for():
    """Neighbours who help have a column once there are any."""
    case = noor()
    neighbour = Person(id="p-7", kind=PersonKind.NETWORK, called="Saskia")
    with_neighbour = case.with_item("people", neighbour).with_item(
        "network", NetworkMember(id="n-7", person="p-7")
    )

    def labels(one):
        view = papers_view(one, "nl", rooms=rooms_of(one, "nl"), chosen="youth")
        return [each["label"] for each in view["sharing"]["audiences"]]

    assert labels(case) == list(SINGLES)
    assert labels(with_neighbour) == [
        "youth",
        "parent:p-2",
        "parent:p-3",
        "school",
        "network",
        "team",
    ]


def test_parents_who_are_apart_get_a_paper_each():
    """There is no paper for "the parents" while one may not know what the other knows."""
    case = noor()
    father = case.person("p-3").model_copy(update={"contact_limit": True})

    ids = [room["id"] for room in rooms_of(case.with_item("people", father), "nl")]

    assert ids == ["youth", "parent:p-2", "parent:p-3", "school", "team"]


def test_the_preview_is_for_whom_was_chosen(page):
    """What is on the sheet is what that person may read."""
    assert "belt de mentor af" not in json.dumps(page.view["page"]["paper"])

    send(page, "for", room="parent:p-2")

    assert page.view["page"]["for"]["chosen"] == "parent:p-2"
    assert "belt de mentor af" in json.dumps(page.view["page"]["paper"])


def test_a_withdrawn_card_is_gone_from_the_preview_at_once(page):
    """Nobody prints what was just taken back."""

    def text():
        sections = page.view["page"]["paper"]["sections"]
        pictures = [b for s in sections for b in s["blocks"] if b["kind"] == "picture"]
        drawn = [base64.b64decode(p["source"].partition(",")[2]).decode() for p in pictures]
        return json.dumps(sections, ensure_ascii=False) + "".join(drawn)

    assert "buikpijn" in text()

    send(page, "share", collection="factors", id="f-1", label="youth", on=False)

    assert "buikpijn" not in text()


def test_a_room_that_no_longer_exists_falls_back_to_the_first(page):
    """The paper for a father who was taken out is never made."""
    send(page, "for", room="parent:p-9")

    assert page.view["page"]["for"]["chosen"] == "youth"


def test_writing_puts_the_files_in_the_users_own_folder(page, tmp_path, monkeypatch):
    """The therapist finds the paper where papers are."""
    monkeypatch.setattr(papers, "papers_folder", lambda: tmp_path / "Documents" / "caseform")

    assert send(page, "write", kinds=["html"]) == []

    (path,) = (tmp_path / "Documents" / "caseform").iterdir()
    assert path.suffix == ".html"
    assert path.name in page.view["page"]["written"]
    send(page, "for", room="school")
    assert page.view["page"]["written"] == ""


def test_a_folder_that_refuses_is_one_sentence(page, tmp_path, monkeypatch):
    """What was not written is said."""
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(papers, "papers_folder", lambda: tmp_path / "file" / "caseform")

    assert problem(send(page, "write", kinds=["html"]))
    assert page.view["page"]["written"] == ""


def test_a_form_of_paper_that_does_not_exist_is_refused(page, tmp_path, monkeypatch):
    """Nothing half is written."""
    monkeypatch.setattr(papers, "papers_folder", lambda: tmp_path)

    assert problem(send(page, "write", kinds=["html", "exe"]))

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_case_has_nothing_to_share_and_says_so(language):
    """An empty table is a riddle; a sentence is not."""
    page = PapersPage(
        session(new_case("Zeester", region="vl", language="nl", today=TODAY), language)
    )

    assert page.view["page"]["sharing"]["empty"]
    assert page.view["page"]["sharing"]["groups"] == []


def test_sharing_what_is_not_there_raises_a_caseform_error():
    """Also outside a page there is one kind of refusal."""
    with pytest.raises(InvalidCaseError) as error:
        sharing(noor(), "factors", "f-9", "youth", on=True)
    assert isinstance(error.value, CaseformError)


@pytest.mark.parametrize("kind", exports.FORMATS)
def test_each_form_of_paper_is_worded(kind, page):
    """Nobody chooses from a list of file endings."""
    (one,) = [each for each in page.view["page"]["formats"]["options"] if each["id"] == kind]

    assert one["text"]
    assert one["hint"]


def calendar_of(*, blocks=(), agreed=True):
    """What a calendar of Noor would hold, with the first of her two days agreed or not."""
    case = noor()
    step = case.return_plan.steps[0].model_copy(update={"blocks": blocks})
    day = case.return_plan.days[0].model_copy(update={"agreed": agreed})
    case = case.with_item("return_plan.steps", step).with_item("return_plan.days", day)
    return calendar_view(build(case, Room.parse("youth"), language="nl", today=TODAY))


def test_what_goes_into_a_calendar_is_read_first():
    """The therapist sees each line before anyone is given it."""
    shown = calendar_of()

    assert shown["entries"] == ["woensdag 25 november, hele dag: Afspraak"]
    assert any("potlood" in note for note in shown["notes"])


def test_a_lesson_is_previewed_with_its_hours():
    """What is in the file is what was read."""
    assert calendar_of(blocks=("b-2",))["entries"] == [
        "woensdag 25 november, 08:30–09:20: Afspraak"
    ]


def test_without_an_agreed_day_there_is_no_calendar_and_it_says_so(page, tmp_path, monkeypatch):
    """An empty file would be a riddle on somebody's telephone."""
    monkeypatch.setattr(papers, "papers_folder", lambda: tmp_path)

    assert calendar_of(agreed=False)["entries"] == []
    assert page.view["page"]["calendar"]["entries"] == []
    assert "nog geen dag afgesproken" in page.view["page"]["calendar"]["notes"][0]
    assert problem(send(page, "write", kinds=["html", "ics"]))
    assert list(tmp_path.iterdir()) == []


def test_the_preview_says_with_whom_it_was_shared(page):
    """One look before it is handed over."""
    send(page, "for", room="school")

    assert page.view["page"]["sees"] == "Hierop staat alleen wat u deelde met: school."
