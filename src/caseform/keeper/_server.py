"""The keeper's side of the channel: who may ask what, and who is told."""

import asyncio
import itertools
import json
import secrets
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from caseform import store
from caseform.channel import MESSAGE_LIMIT_BYTES, Address, from_line, to_line
from caseform.errors import CaseformError, ChannelError, ClashError, InvalidCaseError, RoomError
from caseform.keeper._desk import Desk
from caseform.keeper._folder import HELD_EVERY_S, HeldMark, join_file, runtime_folder
from caseform.keeper._room import OpenRoom, ShowRoom
from caseform.model import AddItem, Case, Change, SeveralChanges, change_from
from caseform.projection import build
from caseform.projection.rooms import Room, projection_to_json
from caseform.text import Language, known_language

IDLE_LOCK_S = 5 * 60.0
IDLE_LOCK_WITH_ROOM_S = 45 * 60.0
# A tick that comes this late means that the machine slept.
_TICK_S = 2.0
_SLEPT_S = 60.0
_FAREWELL_S = 0.05

_Ask = Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]


class _Client:
    """One connection, and what it was let in as."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self.role = ""
        self.secret = ""

    def tell(self, message: dict[str, Any]) -> None:
        if not self._writer.is_closing():
            self._writer.write(to_line(message))

    def close(self) -> None:
        self._writer.close()


class Keeper:
    """The one process that holds the key of a case.

    Args:
        path: The case file.
        unlocked: The file, opened.
        show: Starts the server of a room's page.
        language: The language of the user.
        now: The clock.

    Raises:
        StoreError: Another user or machine holds the file, or it holds the unknown.
    """

    def __init__(
        self,
        path: Path,
        unlocked: "store.Unlocked",
        *,
        show: ShowRoom,
        language: Language = "nl",
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._path = path
        self._show = show
        self._held = HeldMark(path)
        self._desk = Desk(unlocked, now=now)
        self._journal = unlocked.journal()
        self._drafts = self._journal.read()
        self._language: Language = language
        self._clients: set[_Client] = set()
        self._desk_secrets: set[str] = set()
        self._room: OpenRoom | None = None
        self._saved = "saved"
        self._save_trouble: CaseformError | None = None
        self._saving = asyncio.Lock()
        self._typing = asyncio.Lock()
        self._saved_number = self._desk.number
        self._ended = asyncio.Event()
        self._last_asked = time.monotonic()
        self._port = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._tellings = itertools.count(1)

    async def serve(self, ready: Callable[[Address], None]) -> None:
        """Listen until the case is locked; `ready` is told the address of the first client."""
        server = await asyncio.start_server(
            self._welcome, "127.0.0.1", 0, limit=MESSAGE_LIMIT_BYTES
        )
        self._port = server.sockets[0].getsockname()[1]
        address = Address(self._port, self._new_secret())
        joining = join_file(self._path)
        address.write(joining)
        ready(address)
        watch = asyncio.create_task(self._watch())
        await self._ended.wait()
        watch.cancel()
        # The address goes first: who comes now starts a keeper of their own.
        joining.unlink(missing_ok=True)
        server.close()
        if self._room is not None:
            await asyncio.to_thread(self._room.stop)
        async with self._typing:
            # What was no longer needed is forgotten before the key goes, or it would come back.
            self._desk.close()
        self._held.drop()
        # Told last: who hears it finds the file free.
        for client in list(self._clients):
            client.tell({"push": "locked"})
            client.close()
        # A moment for the last words to go out before the loop ends under them.
        await asyncio.sleep(_FAREWELL_S)

    def _new_secret(self) -> str:
        secret = secrets.token_urlsafe(32)
        self._desk_secrets.add(secret)
        return secret

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        client = _Client(writer)
        try:
            while line := await reader.readline():
                await self._answer(client, from_line(line))
        except (ChannelError, ValueError, ConnectionError):
            # Not one of ours, or gone: a web page that tries the port ends here too.
            client.role = ""
        finally:
            self._clients.discard(client)
            client.close()

    async def _answer(self, client: _Client, message: dict[str, Any]) -> None:
        number = message.get("number", 0)
        try:
            if not client.role:
                answer = self._let_in(client, message)
            else:
                answer = await self._asked(client, message)
        except CaseformError as error:
            kind = "clash" if isinstance(error, ClashError) else "case"
            if isinstance(error, ChannelError):
                kind = "channel"
            answer = {"error": error.key, "blanks": error.blanks, "kind": kind}
        client.tell({"number": number, **answer})
        if not client.role:
            client.close()

    def _let_in(self, client: _Client, message: dict[str, Any]) -> dict[str, Any]:
        secret = str(message.get("secret", ""))
        if message.get("ask") != "hello":
            raise ChannelError("errors.channel-refused")
        if any(secrets.compare_digest(secret, known) for known in self._desk_secrets):
            client.role = "desk"
            self._clients.add(client)
            return {"role": "desk", "path": str(self._path), "state": self._state()}
        room = self._room
        if room is not None and secrets.compare_digest(secret, room.secret):
            client.role, client.secret = "room", room.secret
            self._clients.add(client)
            return {"role": "room", "language": room.language}
        raise ChannelError("errors.channel-refused")

    async def _asked(self, client: _Client, message: dict[str, Any]) -> dict[str, Any]:
        if client.role == "room" and message.get("ask") == "projection":
            return self._looked_at()
        if client.role != "desk":
            # A room may look, and ask for nothing else.
            raise ChannelError("errors.channel-refused")
        asks: dict[str, _Ask] = {
            "state": self._ask_state,
            "touch": self._ask_state,
            "history": self._ask_history,
            "days": self._ask_days,
            "case-on": self._ask_case_on,
            "change": self._ask_change,
            "undo": self._ask_undo,
            "redo": self._ask_redo,
            "restore": self._ask_restore,
            "import": self._ask_import,
            "erase": self._ask_erase,
            "save": self._ask_save,
            "type": self._ask_type,
            "language": self._ask_language,
            "room-open": self._ask_room_open,
            "room-close": self._ask_room_close,
            "room-hold": self._ask_room_hold,
            "room-blank": self._ask_room_blank,
            "together": self._ask_together,
            "preview": self._ask_preview,
            "therapist-paper": self._ask_therapist_paper,
            "new-secret": self._ask_new_secret,
            "change-passphrase": self._ask_change_passphrase,
            "lock": self._ask_lock,
        }
        ask = asks.get(str(message.get("ask")))
        if ask is None:
            raise ChannelError("errors.channel-refused")
        if message.get("ask") != "state":
            self._last_asked = time.monotonic()
        return await ask(message)

    # What a desk may ask

    async def _ask_state(self, message: dict[str, Any]) -> dict[str, Any]:
        return {"state": self._state()}

    async def _ask_history(self, message: dict[str, Any]) -> dict[str, Any]:
        versions = self._desk.history.versions
        return {
            "versions": [
                {"number": v.number, "at": v.at.isoformat(), "verb": v.verb, "part": v.part}
                for v in versions
            ]
        }

    async def _ask_days(self, message: dict[str, Any]) -> dict[str, Any]:
        return {"days": [day.isoformat() for day in self._desk.days()]}

    async def _ask_case_on(self, message: dict[str, Any]) -> dict[str, Any]:
        day = date.fromisoformat(str(message.get("day")))
        return {"case": self._desk.case_on(day).model_dump_json()}

    async def _ask_change(self, message: dict[str, Any]) -> dict[str, Any]:
        change = change_from(message.get("change", {}))
        if message.get("together"):
            change = self._for_those_present(change)
        self._desk.apply(change)
        return await self._changed(message)

    async def _ask_undo(self, message: dict[str, Any]) -> dict[str, Any]:
        done = self._desk.undo()
        return {**await self._changed(message), "done": done}

    async def _ask_redo(self, message: dict[str, Any]) -> dict[str, Any]:
        done = self._desk.redo()
        return {**await self._changed(message), "done": done}

    async def _ask_restore(self, message: dict[str, Any]) -> dict[str, Any]:
        self._desk.restore(int(message.get("version", -1)))
        return await self._changed(message)

    async def _ask_import(self, message: dict[str, Any]) -> dict[str, Any]:
        try:
            case = Case.model_validate_json(str(message.get("case", "")))
        except ValueError as error:
            raise InvalidCaseError("errors.import-not-a-case") from error
        self._desk.replace(case)
        return await self._changed(message)

    async def _ask_erase(self, message: dict[str, Any]) -> dict[str, Any]:
        async with self._saving:
            await asyncio.to_thread(self._desk.erase, str(message.get("id", "")))
            self._saved_number = self._desk.number
        return await self._changed(message)

    async def _ask_save(self, message: dict[str, Any]) -> dict[str, Any]:
        await self._save()
        return {"state": self._state()}

    async def _ask_type(self, message: dict[str, Any]) -> dict[str, Any]:
        field, text = str(message.get("field", "")), str(message.get("text", ""))
        # One at a time: two pages may type at once, and the older text must not come last.
        async with self._typing:
            if text:
                self._drafts[field] = text
                await asyncio.to_thread(self._journal.write, {field: text})
                return {}
            self._drafts.pop(field, None)
        # A page that laid a card waits for this before it draws; the disk has time.
        self._begin(self._forget(field))
        return {}

    async def _forget(self, field: str) -> None:
        async with self._typing:
            # Where someone typed again meanwhile, the newer words stay.
            if field not in self._drafts:
                with suppress(CaseformError):
                    await asyncio.to_thread(self._journal.clear, field)

    async def _ask_language(self, message: dict[str, Any]) -> dict[str, Any]:
        self._language = known_language(str(message.get("language")))
        if self._room is not None:
            self._room.language = self._language
        self._tell_all()
        return {}

    async def _ask_room_open(self, message: dict[str, Any]) -> dict[str, Any]:
        room = Room.parse(str(message.get("room", "")))
        build.check_room(self._desk.case, room)
        port = int(message.get("port") or 0)
        opened = OpenRoom(room, language=self._language, folder=runtime_folder())
        opened.look(self._desk.case, today=self._desk.today)
        before = self._room
        if before is not None and before.is_served and not port:
            opened.take_over(before, keeper_port=self._port)
            self._room = opened
            self._tell_old_pages_to_close()
        else:
            await self._end_room()
            self._room = opened
            starting = self._begin(self._start_room(opened, port))
            if message.get("wait"):
                await starting
                if opened.trouble is not None:
                    self._room = None
                    raise opened.trouble
        self._tell_desks()
        return {"state": self._state()}

    async def _ask_room_close(self, message: dict[str, Any]) -> dict[str, Any]:
        await self._end_room()
        self._tell_desks()
        return {"state": self._state()}

    async def _ask_room_hold(self, message: dict[str, Any]) -> dict[str, Any]:
        self._open_room().is_held = bool(message.get("on"))
        self._tell_all()
        return {"state": self._state()}

    async def _ask_room_blank(self, message: dict[str, Any]) -> dict[str, Any]:
        room = self._open_room()
        room.is_blank = bool(message.get("on"))
        if room.is_blank:
            self._tell_room({"push": "blank"})
        else:
            self._tell_room({"push": "projection", **self._looked_at()})
        self._tell_desks()
        return {"state": self._state()}

    async def _ask_together(self, message: dict[str, Any]) -> dict[str, Any]:
        self._open_room().is_together = bool(message.get("on"))
        self._tell_desks()
        return {"state": self._state()}

    async def _ask_preview(self, message: dict[str, Any]) -> dict[str, Any]:
        projection = build.build(
            self._desk.case,
            Room.parse(str(message.get("room", ""))),
            language=known_language(str(message.get("language", self._language))),
            today=self._desk.today,
        )
        return {"projection": projection_to_json(projection)}

    async def _ask_therapist_paper(self, message: dict[str, Any]) -> dict[str, Any]:
        paper = build.build_therapist_paper(
            self._desk.case,
            language=known_language(str(message.get("language", self._language))),
            today=self._desk.today,
        )
        return {"projection": projection_to_json(paper)}

    async def _ask_new_secret(self, message: dict[str, Any]) -> dict[str, Any]:
        return {"port": self._port, "secret": self._new_secret()}

    async def _ask_change_passphrase(self, message: dict[str, Any]) -> dict[str, Any]:
        async with self._saving:
            await asyncio.to_thread(
                self._desk.change_passphrase, str(message.get("old")), str(message.get("new"))
            )
        return {}

    async def _ask_lock(self, message: dict[str, Any]) -> dict[str, Any]:
        if not message.get("drop"):
            await self._save()
            if self._saved == "failed":
                raise InvalidCaseError("errors.lock-not-saved")
        # The answer goes out before the connection ends.
        asyncio.get_running_loop().call_soon(self._ended.set)
        return {}

    # What follows from it

    def _for_those_present(self, change: Change) -> Change:
        room = self._room
        if room is None or not room.is_together:
            return change
        labels = list(room.present_labels(self._desk.case))
        if isinstance(change, SeveralChanges):
            return SeveralChanges(
                changes=tuple(self._for_those_present(one) for one in change.changes)
            )
        if isinstance(change, AddItem) and change.collection in {"factors", "links"}:
            return change.model_copy(update={"item": {**change.item, "shared_with": labels}})
        return change

    async def _changed(self, message: dict[str, Any]) -> dict[str, Any]:
        # The room first: what was withdrawn must be gone before anything slow happens.
        self._saved = "saving"
        self._tell_all()
        if message.get("wait"):
            await self._save()
            if self._save_trouble:
                raise self._save_trouble
        else:
            self._begin(self._save())
        return {"state": self._state()}

    async def _save(self) -> None:
        async with self._saving:
            number = self._desk.number
            if number != self._saved_number or self._saved == "failed":
                try:
                    await asyncio.to_thread(self._desk.write, self._desk.document())
                    self._saved_number = number
                    self._save_trouble = None
                except CaseformError as error:
                    self._saved, self._save_trouble = "failed", error
                    self._tell_desks()
                    return
        if self._desk.number == self._saved_number:
            self._saved = "saved"
            self._tell_desks()

    async def _start_room(self, room: OpenRoom, port: int) -> None:
        await asyncio.to_thread(room.start, self._show, keeper_port=self._port, port=port)
        if self._room is room:
            self._tell_desks()
        else:
            # Another room was opened, or this one closed, before it was there.
            await asyncio.to_thread(room.stop)

    def _begin(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        # Held on to, because the loop itself keeps no hold on its tasks.
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _end_room(self) -> None:
        room, self._room = self._room, None
        if room is None:
            return
        self._tell_old_pages_to_close()
        await asyncio.to_thread(room.stop)

    def _tell_old_pages_to_close(self) -> None:
        for client in [c for c in self._clients if c.role == "room"]:
            client.tell({"push": "close"})
            client.close()
            self._clients.discard(client)

    def _looked_at(self) -> dict[str, Any]:
        room = self._open_room()
        return {"projection": None if room.is_blank else json.loads(room.shown)}

    def _open_room(self) -> OpenRoom:
        if self._room is None:
            raise RoomError("errors.room-not-open")
        return self._room

    def _tell_all(self) -> None:
        if self._room is not None:
            try:
                shown = self._room.look(self._desk.case, today=self._desk.today)
            except RoomError:
                # A change took away the right to be in this room, such as a contact limit.
                self._begin(self._end_room())
                shown = None
            if shown is not None and not self._room.is_blank:
                self._tell_room({"push": "projection", "projection": json.loads(shown)})
        self._tell_desks()

    def _tell_room(self, message: dict[str, Any]) -> None:
        for client in self._clients:
            if client.role == "room":
                client.tell(message)

    def _tell_desks(self) -> None:
        message = {"push": "state", "state": self._state()}
        for client in self._clients:
            if client.role == "desk":
                client.tell(message)

    def _state(self) -> dict[str, Any]:
        room = self._room
        return {
            "case": self._desk.case.model_dump_json(),
            "number": self._desk.number,
            # An answer and a push reach a client by two roads; this tells which was later.
            "told": next(self._tellings),
            "saved": self._saved,
            "trouble": self._save_trouble.key if self._save_trouble else None,
            "trouble_blanks": self._save_trouble.blanks if self._save_trouble else {},
            "language": self._language,
            "can_undo": self._desk.history.to_undo() is not None,
            "can_redo": self._desk.history.to_redo() is not None,
            "drafts": self._drafts,
            "room": room
            and {
                "room": str(room.room),
                "is_held": room.is_held,
                "is_blank": room.is_blank,
                "is_together": room.is_together,
                "address": room.address,
                "trouble": room.trouble.key if room.trouble else None,
                "trouble_blanks": room.trouble.blanks if room.trouble else {},
            },
        }

    async def _watch(self) -> None:
        """Renew the mark beside the file, and lock when nobody works or the machine slept."""
        renewed = time.monotonic()
        ticked = time.time()
        while True:
            await asyncio.sleep(_TICK_S)
            slept = time.time() - ticked > _SLEPT_S
            ticked = time.time()
            if time.monotonic() - renewed > HELD_EVERY_S:
                self._held.renew()
                renewed = time.monotonic()
            allowed_s = IDLE_LOCK_S if self._room is None else IDLE_LOCK_WITH_ROOM_S
            if slept or time.monotonic() - self._last_asked > allowed_s:
                await self._save()
                if self._saved != "failed":
                    self._ended.set()
