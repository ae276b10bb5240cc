"""X1: what people type is shown as text, and runs nowhere.

Each of 150 texts that try to be code stands in every field of a case that can hold words. Shown
are the page of a room on its own server, with its policy; the same page and every page of the
therapist without any policy, so that the pages themselves are put to the proof: every tab of the
plan, and timetables and files that are read there; and papers without theirs. Four planted faults
must turn the gate red in the same run.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar, Event
from jinja2 import Environment, PackageLoader
from playwright.sync_api import Browser, Page, Request, Route

from caseform import exports, keeper, store
from caseform.exports import _html
from caseform.model import Case, History
from caseform.projection.build import build
from caseform.projection.rooms import Room
from caseform.session import CaseSession, in_this_process
from caseform.text import say
from caseform.widgets import _assets
from caseform.widgets.log import LogPage
from caseform.widgets.papers import PapersPage
from caseform.widgets.picture import PicturePage
from caseform.widgets.return_plan import ReturnPlanPage
from caseform.widgets.room import RoomPage
from caseform.widgets.start import StartPage, start_view
from support.cases import noor
from support.pages import send
from support.running import eventually, temporary_home

from ._filled import all_word_fields, filled
from ._payloads import PAYLOADS, joined
from ._watched import WALK

# How many texts a case holds at once: each list has an item for each of them.
AT_ONCE = 16
WANTED = 150
RELEASE = os.environ.get("CASEFORM_RELEASE") == "1"
UNFOLDED_EACH = 5
ROOMS = ("youth+parents", "parents", "youth+school", "school")
EVERYONE = ("youth", "parents", "school", "network", "team")
SITE = "http://caseform.invalid"
PAGES: dict[str, Any] = {
    "picture": PicturePage,
    "return_plan": ReturnPlanPage,
    "log": LogPage,
    "papers": PapersPage,
}

pytestmark = [pytest.mark.gate, pytest.mark.browser, pytest.mark.timeout(480)]

_DAYS = ("ma", "di", "wo", "do", "vr")

_HOOK = "window.ran = []; window.xss = (number) => { window.ran.push(number); };"

_DOCUMENT = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>caseform</title>
<link rel="icon" href="data:,"><style>{css}</style></head><body><div id="here"></div>
<script type="module">
import widget from "/page.js";
import state from "/view.js";
const ears = new Map();
const model = {{
  get: (name) => state[name],
  on: (name, ear) => ears.set(name, [...(ears.get(name) ?? []), ear]),
  off: () => {{}},
  send: () => {{}},
}};
window.show = (view) => {{ state.view = view; for (const ear of ears.get("change:view")) ear(); }};
window.tell = (message) => {{ for (const ear of ears.get("msg:custom")) ear(message, []); }};
widget.render({{ model, el: document.getElementById("here") }});
</script></body></html>"""

# What no text may ever become. Ours are the one script of the page and its style.
_STRANGE = """() => {
  const strange = [];
  const kinds = "iframe frame frameset object embed applet portal base math audio video marquee"
    + " animate set foreignObject image bgsound xmp noscript dialog template";
  for (const one of document.querySelectorAll(kinds.split(" ").join(","))) {
    if (one.localName !== "dialog" || one.hasAttribute("onclose")) strange.push(one.localName);
  }
  for (const one of document.querySelectorAll("*")) {
    for (const { name, value } of one.attributes) {
      if (/^on/i.test(name) || name === "srcdoc") strange.push(`${one.localName} ${name}`);
      const leads = /href|src|action|^data$/i.test(name) && one.localName !== "link";
      if (leads && /^[\\s\\0]*(javascript|vbscript|data:text)/i.test(value)) strange.push(value);
    }
  }
  for (const script of document.querySelectorAll("script")) {
    if (script.textContent.includes("xss(")) strange.push("script");
  }
  return strange;
}"""

_TEXT = """() => {
  const values = [...document.querySelectorAll("input, textarea, option")].map((e) => e.value);
  const named = [...document.querySelectorAll("[aria-label], [title]")].flatMap(
    (e) => [e.getAttribute("aria-label") ?? "", e.getAttribute("title") ?? ""],
  );
  return [document.body.textContent, ...values, ...named].join(" ");
}"""


# Each tab, and what unfolds or opens in it, at most `MOST`; `LOOK` is kept of each.
_TABS = """async () => {
  const seen = [];
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  for (const tab of document.querySelectorAll("[role=tab]")) {
    tab.click();
    await drawn();
    seen.push(LOOK);
    const names = new Set();
    for (let n = 0; n < MOST; n += 1) {
      const next = [...document.querySelectorAll(".cf-tabpanel [aria-expanded=false]")].find(
        (one) => !names.has(one.className + one.textContent));
      if (!next) break;
      names.add(next.className + next.textContent);
      next.click();
      await drawn();
      seen.push(LOOK);
      if (next.ariaHasPopup) next.click();
    }
  }
  return seen;
}"""


@dataclass
class Trap:
    """A page that notices everything that a text could make it do.

    Attributes:
        page: Playwright's page.
        own: The addresses that the page needs itself, as a pattern.
        caught: What happened that should not have.
    """

    page: Page
    own: re.Pattern[str]
    caught: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(_HOOK)
        self.page.on("request", self._request)
        self.page.on("popup", lambda popup: self.caught.append(f"a window: {popup.url}"))
        self.page.on("frameattached", lambda frame: self.caught.append("a frame"))
        self.page.on("dialog", self._dialog)

    def look(self, sink: str) -> None:
        """Note what ran, and what the page now holds that no text should become."""
        self.page.wait_for_timeout(20)
        ran = self.page.evaluate("window.ran.splice(0)")
        self.caught += [f"{sink}: {PAYLOADS[number]!r} ran" for number in ran]
        self.caught += [f"{sink}: {strange}" for strange in self.page.evaluate(_STRANGE)]

    def _request(self, request: Request) -> None:
        if not self.own.match(request.url):
            self.caught.append(f"asked for {request.url[:80]}")

    def _dialog(self, dialog: Any) -> None:
        self.caught.append(f"a dialog: {dialog.message}")
        dialog.dismiss()


@dataclass
class Tally:
    """What was tried where, and what came of it."""

    shown: dict[str, set[str]] = field(default_factory=dict)
    caught: list[str] = field(default_factory=list)
    unfolded: int = 0

    def note(self, sink: str, payloads: tuple[str, ...], text: str) -> None:
        """Note which of `payloads` stand in `text`, letter by letter."""
        there = _squeezed(text)
        self.shown.setdefault(sink, set()).update(
            one for one in payloads if _squeezed(one) in there
        )


def batches() -> Iterator[tuple[str, ...]]:
    """Yield the payloads in groups that one case can hold."""
    for start in range(0, len(PAYLOADS), AT_ONCE):
        yield PAYLOADS[start : start + AT_ONCE]


def hostile(payloads: tuple[str, ...]) -> Case:
    """Return a case with these payloads in every field that can hold words."""

    def words(where: str, n: int) -> str:
        head = where.rpartition(".")[0]
        if head in ("", "school", "return_plan", "return_plan.how"):
            return joined(payloads)
        if head == "people" and n == 6:
            return joined(payloads[6:])
        return payloads[n]

    return filled(words, lambda n: EVERYONE, today=date.today(), items=AT_ONCE)


def room_views(case: Case) -> dict[str, dict[str, Any]]:
    """Return what the page of each room is sent."""
    views = {}
    for written in ROOMS:
        page = RoomPage()
        page.show(build(case, Room.parse(written), language="nl", today=date.today()))
        views[f"room {written}"] = page.view
    return views


def page_views(case: Case) -> dict[str, dict[str, Any]]:
    """Return what each page of the therapist is sent, with half-typed texts in it."""
    session = CaseSession(in_this_process(case, History()))
    session.drafts = {"bar.note": case.alias, f"log.{date.today()}.words": case.log[0].words}
    views = {name: kind(session).view for name, kind in PAGES.items()}
    start = StartPage(session).view
    here = Path("/zeester.caseform")
    shown = start_view(
        [(here, case), (Path(f"/{case.log[0].words.replace('/', '')}.caseform"), None)],
        "nl",
        here=here,
        today=date.today(),
        recovery=case.log[0].words,
    )
    return {**views, "start": {**start, "page": shown}}


@contextmanager
def unguarded(browser: Browser, bundle: str, view: dict[str, Any], script: str) -> Iterator[Trap]:
    """Show a page without any policy, served from memory."""
    scope = "room" if bundle == "room" else "page"
    documents = {
        "/": ("text/html", _DOCUMENT.format(css=_assets.styles(bundle, scope))),
        "/page.js": ("text/javascript", script),
        "/view.js": ("text/javascript", f"export default {json.dumps({'view': view})};"),
    }

    def answer(route: Route) -> None:
        kind, body = documents.get(route.request.url.removeprefix(SITE), ("", ""))
        if kind:
            route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")
        else:
            route.abort()

    context = browser.new_context()
    context.route("**/*", answer)
    page = context.new_page()
    trap = Trap(page, re.compile(rf"{SITE}/(page\.js|view\.js)?$|data:,|data:font"))
    page.goto(SITE)
    page.locator("#here > *").first.wait_for(state="attached")
    try:
        yield trap
    finally:
        context.close()


def try_bundle(
    browser: Browser,
    bundle: str,
    shown: list[tuple[str, tuple[str, ...], dict[str, Any]]],
    tally: Tally,
    *,
    script: str | None = None,
) -> None:
    """Show these views on one page without a policy, one after the other."""
    with unguarded(browser, bundle, shown[0][2], script or _assets.bundle(bundle)) as trap:
        for number, (sink, payloads, view) in enumerate(shown):
            trap.page.evaluate("view => window.show(view)", view)
            trap.look(sink)
            texts = [trap.page.evaluate(_TEXT)]
            if bundle == "room":
                texts += trap.page.evaluate(WALK.replace("LOOK", f"({_TEXT})()"))
                trap.look(sink)
            if bundle == "return_plan":
                # For a release all of every case, else all of some and the tabs of the others.
                most = 400 if RELEASE or number % UNFOLDED_EACH == 0 else 0
                walk = _TABS.replace("LOOK", f"({_TEXT})()").replace("MOST", str(most))
                unfolded = trap.page.evaluate(walk)
                trap.look(sink)
                tally.unfolded += len(unfolded)
                texts += unfolded
            tally.note(sink, payloads, " ".join(texts))
        tally.caught += trap.caught


def try_timetables(
    browser: Browser,
    tally: Tally,
    groups: Iterator[tuple[str, ...]],
    *,
    script: str | None = None,
) -> None:
    """Read timetables and files whose words and names try to be code, on the page itself."""
    session = CaseSession(in_this_process(noor()))
    python, view = ReturnPlanPage(session), ReturnPlanPage(session).view
    script = script or _assets.bundle("return_plan")
    with unguarded(browser, "return_plan", view, script) as trap:
        page = trap.page
        page.get_by_role("tab", name=say("return.tab-timetable", "nl")).click()
        page.get_by_role("button", name=say("timetable.read-open", "nl")).click()
        for payloads in groups:
            for text in (as_table(payloads), as_calendar(payloads)):
                page.get_by_label(say("timetable.read-text", "nl")).fill(text)
                page.locator(".cf-dialog-foot button").last.click()
                intent = {"text": text, "when": "replace", "since": ""}
                for said in send(python, "read-timetable", **intent):
                    page.evaluate("message => window.tell(message)", said)
                trap.look("timetable")
                tally.note("timetable", payloads, page.locator("dialog").inner_text())
            named = {
                "name": joined(payloads),
                "mimeType": "text/csv",
                "buffer": b"ma;8:30-9:20;gym",
            }
            page.locator("input[type=file]").set_input_files(named)
            drop = page.get_by_role("button", name=say("timetable.read-drop-file", "nl"))
            drop.wait_for()
            trap.look("file name")
            tally.note("file name", payloads, page.locator("dialog").inner_text())
            drop.click()
        tally.caught += trap.caught


def as_table(payloads: tuple[str, ...]) -> str:
    """Return a week as a spreadsheet is pasted, with these words as its lessons."""
    return "\n".join(
        f"{_DAYS[n % 5]}\t{8 + n // 5}:00-{8 + n // 5}:50\t{_in_a_cell(one)}"
        for n, one in enumerate(payloads)
    )


def as_calendar(payloads: tuple[str, ...]) -> str:
    """Return a week as a calendar file, with these words as its lessons and as its places."""
    calendar = Calendar()
    for n, payload in enumerate(payloads):
        event = Event()
        monday = date.today() - timedelta(days=date.today().weekday())
        starts = datetime.combine(monday + timedelta(days=n % 5), time(8 + n // 5))
        event.add("uid", payload)
        event.add("dtstart", starts)
        event.add("dtend", starts + timedelta(minutes=50))
        event.add("rrule", {"freq": "weekly", "count": 6})
        event.add("summary", payload)
        event.add("location", f"bij {payload}")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written.decode()


def _in_a_cell(payload: str) -> str:
    return re.sub(r"\s+", " ", payload)


def try_papers(browser: Browser, tally: Tally, groups: Iterator[tuple[str, ...]]) -> None:
    """Show the papers of each room without their policy."""
    context = browser.new_context()
    page = context.new_page()
    trap = Trap(page, re.compile(rf"{SITE}/paper$|data:font"))
    papers: list[str] = []
    context.route(
        "**/*",
        lambda route: (
            route.fulfill(body=papers[-1], content_type="text/html; charset=utf-8")
            if route.request.url == f"{SITE}/paper"
            else route.abort()
        ),
    )
    for payloads in groups:
        case = hostile(payloads)
        for written in ROOMS[:2] if payloads[0] != PAYLOADS[0] else ROOMS:
            room = build(case, Room.parse(written), language="nl", today=date.today())
            paper = exports.to_html(room)
            policy = re.compile(r"<meta http-equiv=.?Content-Security-Policy[^>]*>", re.IGNORECASE)
            bare, taken_out = policy.subn("", paper)
            assert taken_out == 1
            papers.append(bare)
            page.goto(f"{SITE}/paper")
            trap.look("paper")
            tally.note("paper", payloads, page.evaluate(_TEXT))
    tally.caught += trap.caught
    context.close()


def try_room_server(browser: Browser, tally: Tally) -> None:
    """Show every payload on the page of a room that its own server sends, with its policy."""
    with temporary_home() as home:
        path = home.folder / "zeester.caseform"
        groups = list(batches())
        store.create_published(path, keeper.to_document(hostile(groups[-1]), History())).lock()
        with home.keeper(path) as held:
            address = held.open_room("youth+parents")
            context = browser.new_context()
            page = context.new_page()
            origin = re.escape(address.partition("/?")[0])
            trap = Trap(page, re.compile(rf"(blob:)?{origin}/|data:,|data:font"))
            page.goto(address)
            page.locator(".cf-room").wait_for(timeout=60_000)
            for payloads in groups:
                held.client.ask("import", case=hostile(payloads).model_dump_json(), wait=True)
                first = _squeezed(payloads[0])
                eventually(lambda wanted=first: wanted in _squeezed(page.evaluate(_TEXT)))
                texts = page.evaluate(WALK.replace("LOOK", f"({_TEXT})()"))
                trap.look("room with its policy")
                tally.note("room with its policy", payloads, " ".join(texts))
            tally.caught += trap.caught
            context.close()


def test_what_people_type_runs_nowhere(chromium):
    """A text that was pasted from a mail of someone with bad intentions is a text."""
    tally = Tally()
    rooms, pages = [], {name: [] for name in [*PAGES, "start"]}
    for payloads in batches():
        case = hostile(payloads)
        rooms += [(sink, payloads, view) for sink, view in room_views(case).items()]
        for name, view in page_views(case).items():
            pages[name].append((name, payloads, view))
    try_bundle(chromium, "room", rooms, tally)
    for name, shown in pages.items():
        try_bundle(chromium, name, shown, tally)
    try_timetables(chromium, tally, batches())
    try_papers(chromium, tally, batches())
    try_room_server(chromium, tally)

    counts = ", ".join(f"{sink} {len(shown)}" for sink, shown in tally.shown.items())
    print(
        f"X1: {len(PAYLOADS)} texts in {len(all_word_fields())} fields,"
        f" {len(tally.caught)} ran or asked; shown as text: {counts};"
        f" {tally.unfolded} tabs and folds of the plan opened"
    )
    assert tally.caught == []
    assert len(PAYLOADS) >= WANTED
    assert len(tally.shown) == len(ROOMS) + len(PAGES) + 5
    assert tally.unfolded >= WANTED
    for sink, shown in tally.shown.items():
        missing = [payload for payload in PAYLOADS if payload not in shown]
        assert missing == [], f"{sink} does not show them letter by letter"


def _reads_markup(script: str) -> str:
    assert ".textContent = " in script
    return script.replace(".textContent = ", ".innerHTML = ")


def _follows_addresses(script: str) -> str:
    # A link to whatever was typed as an address, and someone who presses it.
    return script + (
        "\nsetInterval(() => { for (const one of document.querySelectorAll('.cf-room span')) {"
        " if (!/^javascript:/i.test(one.textContent)) continue;"
        " const a = document.createElement('a');"
        " a.href = one.textContent; a.click(); } }, 5);\n"
    )


@pytest.mark.parametrize("fault", [_reads_markup, _follows_addresses])
def test_the_gate_of_texts_has_teeth(fault, chromium):
    """A gate that passes a page with this fault would promise nothing."""
    tally = Tally()
    groups = [
        payloads
        for payloads in batches()
        if payloads[0] == PAYLOADS[0] or any(one.startswith("javascript:") for one in payloads)
    ]
    shown = [
        ("room", payloads, room_views(hostile(payloads))["room youth+parents"])
        for payloads in groups
    ]

    try_bundle(chromium, "room", shown, tally, script=fault(_assets.bundle("room")))

    print(f"X1 with {fault.__name__.strip('_')}: {len(tally.caught)} ran or asked")
    assert any("ran" in one for one in tally.caught)


def test_the_gate_of_texts_sees_a_timetable_that_is_read_as_markup(chromium):
    """A gate that passes a preview with this fault would promise nothing."""
    tally = Tally()
    script = _reads_markup(_assets.bundle("return_plan"))

    try_timetables(chromium, tally, iter([next(batches())]), script=script)

    print(f"X1 with a timetable that is read as markup: {len(tally.caught)} ran or asked")
    assert any("timetable" in one and "ran" in one for one in tally.caught)


def test_the_gate_of_texts_sees_a_paper_that_escapes_nothing(chromium, monkeypatch):
    """A gate that passes a paper with this fault would promise nothing."""
    right = _html._environment()
    bare = Environment(loader=PackageLoader("caseform.exports"), autoescape=False)
    bare.filters.update(right.filters)
    monkeypatch.setattr(_html, "_environment", lambda: bare)
    tally = Tally()

    try_papers(chromium, tally, iter([next(batches())]))

    print(f"X1 with a paper that escapes nothing: {len(tally.caught)} ran or asked")
    assert any("ran" in one for one in tally.caught)


def _squeezed(text: str) -> str:
    """Return `text` without spaces: a page may fold or break them."""
    return re.sub(r"\s+", "", text)
