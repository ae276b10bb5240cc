import json
import socket
import time
from datetime import date, datetime, timedelta

import pytest

from caseform import keeper, store
from caseform.channel import Address, Client
from caseform.errors import CaseformError, ChannelError, ClashError, StoreError
from caseform.keeper import Desk, _server
from caseform.keeper._folder import HeldMark
from caseform.model import AddItem, Case, EditField, EditItem, History, ShareItem
from caseform.session import CaseSession
from support.cases import noor


def change(client, verb, **more):
    return client.ask("change", change=verb.model_dump(mode="json"), **more)


def room_of(opened, client, room="youth+parents"):
    client.ask("room-open", room=room, wait=True)
    return Client(Address.read(opened.screens[-1].channel_file))


def words_in(room):
    shown = room.ask("projection")["projection"]
    return [card["words"] for card in shown["cards"]]


def wait_until(true, seconds=3.0):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it did not come about in time"
        time.sleep(0.01)


CARD = AddItem(collection="factors", item={"id": "f-9", "words": "nieuwe klas"})


def test_two_workbooks_on_one_case_lose_nothing_and_follow_each_other(opened):
    """The plan page knows what the board knows, within a second."""
    one, other = CaseSession(opened.client()), CaseSession(opened.client())

    one.apply(CARD)
    other.apply(EditItem(collection="factors", id="f-1", fields={"strength": 2}))

    for session in (one, other):
        wait_until(lambda s=session: s.case.find("factors", "f-9") is not None)
        wait_until(lambda s=session: s.case.find("factors", "f-1").strength == 2)
        wait_until(lambda s=session: s.saved == "saved", 5)


def test_what_is_marked_saved_is_on_disk(opened):
    """A laptop that falls off the table has what the page called saved."""
    client = opened.client()

    change(client, CARD, wait=True)

    copy = opened.path.with_name("copy.caseform")
    copy.write_bytes(opened.path.read_bytes())
    unlocked = store.open_published(copy)
    assert any(f["id"] == "f-9" for f in unlocked.document["case"]["factors"])


def test_the_same_field_changed_in_two_windows_asks(opened):
    """Nobody's sentence is overwritten without a word."""
    one, other = opened.client(), opened.client()
    change(
        one,
        EditItem(collection="factors", id="f-1", fields={"words": "a"}, was={"words": "buikpijn"}),
    )

    with pytest.raises(ClashError):
        change(
            other,
            EditItem(
                collection="factors", id="f-1", fields={"words": "b"}, was={"words": "buikpijn"}
            ),
        )


def test_a_wrong_secret_opens_nothing(opened):
    """Another program on this laptop learns nothing."""
    with pytest.raises(ChannelError):
        Client(Address(opened.address.port, "guess"))


def test_a_web_page_that_tries_the_port_gets_no_answer(opened):
    """A page in another tab cannot reach the case through the browser."""
    with socket.create_connection(("127.0.0.1", opened.address.port)) as browser:
        browser.sendall(b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        browser.settimeout(3)

        assert browser.recv(1000) == b""


@pytest.mark.parametrize("ask", ["state", "change", "history", "new-secret", "lock", "preview"])
def test_a_room_may_look_and_ask_for_nothing_else(opened, ask):
    """Whatever runs in the room's page cannot reach the case."""
    room = room_of(opened, opened.client())

    with pytest.raises(ChannelError):
        room.ask(ask)


def test_a_shared_card_is_in_the_room_and_a_withdrawn_one_is_gone_within_50_ms(opened):
    """Second thoughts in front of a family count at once."""
    client = opened.client()
    room = room_of(opened, client)
    change(client, CARD)
    assert "nieuwe klas" not in words_in(room)
    change(client, ShareItem(collection="factors", id="f-9", labels=("youth", "parents")))
    assert "nieuwe klas" in words_in(room)

    change(client, ShareItem(collection="factors", id="f-9", labels=()))
    time.sleep(0.05)

    assert "nieuwe klas" not in words_in(room)


def test_hold_keeps_what_the_room_sees_until_it_is_let_go(opened):
    """The therapist can prepare while the family looks."""
    client = opened.client()
    room = room_of(opened, client)
    client.ask("room-hold", on=True)

    change(client, ShareItem(collection="factors", id="f-4", labels=("youth", "parents")))
    held = words_in(room)
    client.ask("room-hold", on=False)

    assert "moeder is zelf somber" not in held
    assert "moeder is zelf somber" in words_in(room)


def test_blank_leaves_no_word_in_the_room_until_it_is_shown_again(opened):
    """A hard moment needs no picture on the wall."""
    client = opened.client()
    room = room_of(opened, client)
    pushed = []
    room.on_push(pushed.append)

    client.ask("room-blank", on=True)
    blank = room.ask("projection")["projection"]
    client.ask("room-blank", on=False)

    assert blank is None
    wait_until(lambda: [p["push"] for p in pushed] == ["blank", "projection"])


def test_when_someone_joins_the_old_page_is_told_to_close_and_its_secret_is_worth_nothing(opened):
    """A page opened for two shows nothing to three."""
    client = opened.client()
    room = room_of(opened, client, "youth")
    told = []
    room.on_push(told.append)
    old = Address.read(opened.screens[-1].channel_file)

    fresh = room_of(opened, client, "youth+parents")

    wait_until(lambda: {"push": "close"} in told)
    assert "buikpijn" in words_in(fresh)
    with pytest.raises(ChannelError):
        Client(old)


def test_a_card_made_together_belongs_to_those_present_and_the_next_one_can_be_for_me(opened):
    """Together is switched on by the therapist, and one key makes a card private."""
    client = opened.client()
    session = CaseSession(opened.client())
    room = room_of(opened, client)
    session.together(True)

    session.apply(CARD)
    session.apply(
        AddItem(collection="factors", item={"id": "f-10", "words": "voor mij"}), for_me=True
    )

    assert session.case.find("factors", "f-9").shared_with == ("youth", "parent:p-2", "parent:p-3")
    assert session.case.find("factors", "f-10").shared_with == ()
    assert "nieuwe klas" in words_in(room)
    assert "voor mij" not in words_in(room)


def test_together_is_off_after_each_change_of_who_is_present(opened):
    """Nobody is told something because someone else was in the room before."""
    session = CaseSession(opened.client())
    session.open_room("youth")
    session.together(True)

    session.open_room("youth+parents")

    assert not session.room.is_together


def test_a_contact_limit_closes_the_room_that_it_forbids(opened):
    """What changed in the morning holds in the afternoon."""
    session = CaseSession(opened.client())
    room_of(opened, opened.client())

    session.apply(EditItem(collection="people", id="p-3", fields={"contact_limit": True}))

    wait_until(lambda: session.room is None)


def test_text_that_is_being_typed_is_there_after_the_keeper_was_killed(opened):
    """A dead battery costs at most the last second."""
    client = opened.client()

    client.ask("type", field="picture.new", text="hij zei dat")

    journal = store.open_published(opened.path).journal()
    assert journal.read() == {"picture.new": "hij zei dat"}
    assert b"hij zei" not in b"".join(
        p.read_bytes() for p in opened.path.parent.rglob("*") if p.is_file()
    )


def test_words_that_became_a_card_do_not_come_back_after_locking(opened):
    """A page does not wait until they are forgotten on disk; locking does."""
    client = opened.client()
    client.ask("type", field="picture.new", text="hij zei dat")
    client.ask("type", field="picture.new", text="")

    client.ask("lock")
    opened.thread.join(5)

    assert store.open_published(opened.path).journal().read() == {}


def test_locking_drops_the_key_and_clears_every_page(opened):
    """Whoever opens the laptop next finds paper."""
    session = CaseSession(opened.client())

    session.lock()

    wait_until(lambda: session.is_locked)
    opened.thread.join(5)
    assert keeper.running(opened.path) is None
    with pytest.raises(ChannelError):
        session.apply(CARD)


def test_a_case_nobody_works_on_is_locked(opened, monkeypatch):
    """Five idle minutes, made short here."""
    monkeypatch.setattr(_server, "IDLE_LOCK_S", 0.0)

    opened.thread.join(8)

    assert not opened.thread.is_alive()


def test_a_machine_that_slept_wakes_up_locked(opened, monkeypatch):
    """A lid that was closed: simulated by a clock that jumps."""
    real, asleep_s = time.time, [0.0]
    monkeypatch.setattr(_server.time, "time", lambda: real() + asleep_s[0])
    time.sleep(0.2)

    asleep_s[0] = 3600.0
    opened.thread.join(8)

    assert not opened.thread.is_alive()


def test_a_change_that_cannot_be_saved_stays_on_the_page_and_says_so(opened, monkeypatch):
    """A full disk loses nothing."""
    session = CaseSession(opened.client())

    def full(document):
        raise StoreError("errors.disk-full", file="x")

    monkeypatch.setattr(opened.keeper._desk, "write", full)
    session.apply(CARD)
    wait_until(lambda: session.saved == "failed")
    assert session.case.find("factors", "f-9") is not None
    with pytest.raises(CaseformError):
        session.lock()
    monkeypatch.undo()

    session.save_again()

    wait_until(lambda: session.saved == "saved")


def test_a_case_that_another_machine_holds_is_not_opened(opened):
    """Two laptops on one shared folder never write through each other."""
    mark = opened.path.with_name(f".{opened.path.name}.held")
    mark.write_text(json.dumps({"host": "elsewhere", "user": "x", "at": time.time()}))

    with pytest.raises(StoreError):
        HeldMark(opened.path)
    mark.write_text(json.dumps({"host": "elsewhere", "user": "x", "at": time.time() - 3600}))
    HeldMark(opened.path)


def test_a_second_command_joins_the_first_keeper(opened):
    """There is one key, in one process."""
    client = keeper.reach(opened.path)

    assert Case.model_validate_json(client.ask("state")["state"]["case"]) == noor()


def test_erasing_leaves_nothing_in_file_history_or_backups(opened):
    """What was asked to be erased is erased."""
    client = opened.client()
    change(client, AddItem(collection="factors", item={"id": "f-9", "words": "GEHEIM"}), wait=True)
    change(
        client, EditItem(collection="factors", id="f-9", fields={"words": "GEHEIM 2"}), wait=True
    )

    client.ask("erase", id="f-9")

    unlocked = store.open_published(opened.path)
    texts = [json.dumps(unlocked.document)]
    texts += [json.dumps(unlocked.read_backup(backup)) for backup in unlocked.backups()]
    assert [text for text in texts if "GEHEIM" in text] == []
    assert client.ask("history")["versions"][-1]["verb"] == "erase"


class Diary:
    """A desk whose clock stands where a test puts it."""

    def __init__(self, path):
        document = keeper.to_document(noor(), History())
        self.at = datetime(2026, 11, 2, 9, 0)
        self.desk = Desk(store.create_published(path, document), now=lambda: self.at)

    def writes(self, problem, *, on, at="10:00"):
        """Write the family's name for the problem at a moment."""
        self.at = datetime.fromisoformat(f"{on}T{at}")
        self.desk.apply(EditField(path="problem", value=problem))


@pytest.fixture
def diary(tmp_path):
    """A case on which several days were worked, twice on one of them."""
    diary = Diary(tmp_path / "ijsvogel.caseform")
    diary.writes("maandag", on="2026-11-02")
    diary.writes("maandagavond", on="2026-11-02", at="23:59")
    diary.writes("vrijdag", on="2026-11-06", at="00:00")
    diary.writes("donderdag", on="2026-11-12")
    yield diary
    diary.desk.close()


def test_the_days_on_which_something_changed_are_told_once_and_in_order(diary):
    """To choose two days and see what changed between them."""
    assert diary.desk.days() == (date(2026, 11, 2), date(2026, 11, 6), date(2026, 11, 12))


@pytest.mark.parametrize(
    ("on", "problem"),
    [
        (date(2026, 11, 1), "naar school gaan lukt niet"),
        (date(2026, 11, 2), "maandagavond"),
        (date(2026, 11, 5), "maandagavond"),
        (date(2026, 11, 6), "vrijdag"),
        (date(2026, 11, 30), "donderdag"),
    ],
)
def test_a_case_is_had_as_it_was_at_the_end_of_any_day(diary, on, problem):
    """Also of a day on which nothing was changed, and of one before it all began."""
    assert diary.desk.case_on(on).problem == problem


def test_what_was_taken_back_later_still_stood_there_that_day(diary):
    """An undo of today does not rewrite last week."""
    diary.at = datetime(2026, 11, 20, 9, 0)
    diary.desk.undo()

    assert diary.desk.days()[-1] == date(2026, 11, 20)
    assert diary.desk.case_on(date(2026, 11, 12)).problem == "donderdag"
    assert diary.desk.case_on(date(2026, 11, 20)).problem == "vrijdag"


def test_no_day_shows_what_was_erased(diary):
    """Looking back brings nothing back that was asked to be erased."""
    diary.at += timedelta(days=1)
    diary.desk.apply(AddItem(collection="factors", item={"id": "f-9", "words": "GEHEIM"}))
    diary.at += timedelta(days=1)
    diary.desk.erase("f-9")

    days = (*diary.desk.days(), date(2026, 11, 1))
    assert [day for day in days if "GEHEIM" in diary.desk.case_on(day).model_dump_json()] == []


def test_two_workbooks_are_told_the_same_days(opened):
    """The page asks its keeper, and gets the case of that day."""
    one, other = CaseSession(opened.client()), CaseSession(opened.client())
    one.apply(CARD)
    (day,) = one.days()

    assert other.days() == (day,)
    assert other.case_on(day).find("factors", "f-9") is not None
    assert other.case_on(day - timedelta(days=1)) == noor()
