"""Someone who types and changes a case until what they work with is killed."""

import random
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from caseform.errors import ChannelError
from caseform.model import AddItem
from caseform.session import CaseSession
from support.running import Home, KeeperProcess

# What may be lost: the text of the last two seconds.
LOST_S = 2.0
KEY_S = 0.2
# A text that was let go is forgotten a moment later: no page waits for that.
FORGOTTEN_S = 1.0
FIELD = "bar.note"


@dataclass
class Tally:
    """What the kills left behind; `lost` has one line for each loss."""

    kills: int = 0
    lost: list[str] = field(default_factory=list)


@dataclass
class Typed:
    """What was typed when: each text is the one before it and more."""

    texts: list[tuple[float, str]] = field(default_factory=list)

    def note(self, text: str) -> None:
        """Remember that `text` stood in the field from now on."""
        self.texts.append((time.monotonic(), text))

    def due(self, killed_at: float) -> str:
        """Return what must still be there after a kill at that time."""
        old = [text for at, text in self.texts if at <= killed_at - LOST_S]
        return old[-1] if old else ""


class Typist:
    """Types in one field without ever committing, and adds notes beside it.

    Args:
        home: Where the keepers run.
        path: The case file.
        chance: When keepers are killed.
        module: What is run as the keeper.
    """

    def __init__(self, home: Home, path: Path, chance: random.Random, module: str) -> None:
        self._home, self._path, self._chance, self._module = home, path, chance, module
        self._typed = Typed()
        self._added = 0
        self._saved = 0
        self._let_go: dict[str, float] = {}
        self.tally = Tally()

    def work(self, kills: int) -> Tally:
        """Work through that many kills of the keeper."""
        killed_at = self._until_killed()
        for left in range(kills, 0, -1):
            held = KeeperProcess.started(self._home, self._path, module=self._module)
            session = CaseSession(held.join())
            self.tally.kills += 1
            self._look_for_loss(session, killed_at)
            session.close()
            if left > 1:
                killed_at = self._until_killed(held)
        held.stop()
        return self.tally

    def _until_killed(self, held: KeeperProcess | None = None) -> float:
        """Type until the keeper is killed, and return when that was."""
        held = held or KeeperProcess.started(self._home, self._path, module=self._module)
        session = CaseSession(held.join())
        session.observe(lambda _: self._note_saved(session), names=["saved", "case"])
        killer = threading.Timer(self._chance.uniform(0.4, 2.6), held.kill)
        killer.start()
        text = self._typed.texts[-1][1] if self._typed.texts else ""
        dropped = f"board.add.{self.tally.kills}"
        try:
            session.type(dropped, "toch maar niet")
            session.type(dropped, "")
            self._let_go[dropped] = time.monotonic()
            while True:
                text += f" woord{len(self._typed.texts)}"
                session.type(FIELD, text)
                self._typed.note(text)
                if self._chance.random() < 0.6:
                    self._add(session)
                time.sleep(KEY_S)
        except ChannelError:
            killer.join()
        killed_at = time.monotonic()
        session.close()
        held.stop()
        return killed_at

    def _add(self, session: CaseSession) -> None:
        self._added += 1
        note = {"id": f"typed-{self._added}", "words": f"notitie {self._added}"}
        session.apply(AddItem(collection="notes", item=note))

    def _note_saved(self, session: CaseSession) -> None:
        if session.saved == "saved":
            self._saved = max(self._saved, _newest(session))

    def _look_for_loss(self, session: CaseSession, killed_at: float) -> None:
        due, found = self._typed.due(killed_at), session.drafts.get(FIELD, "")
        if not found.startswith(due):
            lost = due.count("woord") - found.count("woord")
            self.tally.lost.append(f"kill {self.tally.kills}: {lost} words that were typed")
        if _newest(session) < self._saved:
            lost = self._saved - _newest(session)
            self.tally.lost.append(f"kill {self.tally.kills}: {lost} changes that were saved")
        back = [self._let_go.pop(name) for name in session.drafts if name in self._let_go]
        if any(killed_at - at > FORGOTTEN_S for at in back):
            self.tally.lost.append(f"kill {self.tally.kills}: a text came back that was let go")
        # What is missing now is counted once.
        self._saved = self._added = _newest(session)


def _newest(session: CaseSession) -> int:
    """Return the number of the newest note of the typist."""
    ours = [note.id for note in session.case.notes if note.words.startswith("notitie ")]
    return int(ours[-1].removeprefix("typed-")) if ours else 0
