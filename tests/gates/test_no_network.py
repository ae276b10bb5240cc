"""N1: in a whole journey nothing asks off the machine: no server, no kernel, no page."""

import re
import shutil
import warnings

import pytest

from support.running import temporary_home

pytestmark = [pytest.mark.gate, pytest.mark.browser, pytest.mark.timeout(300)]

_INTERNET = re.compile(r'sa_family=(AF_INET6?), .*?(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"')
_PORT = re.compile(r"sin6?_port=htons\((\d+)\)")
_HERE = ("127.", "::1", "::ffff:127.", "0.0.0.0", "::")
_DNS = "53"


def asked_elsewhere(trace: str) -> list[str]:
    """Return the lines of a trace of system calls that reach for another machine, or for names."""
    reached = []
    for line in trace.splitlines():
        found, port = _INTERNET.search(line), _PORT.search(line)
        if found is None:
            continue
        is_here = found[2].startswith(_HERE[:3]) or found[2] in _HERE
        # A datagram socket that is "connected" without a word sent only asks the own system for
        # its address; it is counted all the same, because nothing of ours needs to.
        if not is_here or (port is not None and port[1] == _DNS):
            reached.append(line)
    return reached


def test_a_whole_journey_asks_nothing_off_the_machine(chromium, capsys):
    """What is written about a child stays on this machine."""
    under: list[str] = []
    with temporary_home() as home:
        trace = home.folder / "trace"
        if shutil.which("strace"):
            # -D: the traced command keeps the process that the test starts and stops.
            under = ["strace", "-D", "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(trace)]
        else:
            warnings.warn("N1 SEES PAGES ONLY: this machine lacks strace", stacklevel=1)
        asked: list[str] = []
        with home.running("demo", "--no-browser", "--lang", "nl", under=under) as shown:
            context = chromium.new_context()
            context.on("request", lambda request: asked.append(request.url))
            page = context.new_page()
            page.goto(shown.addresses["workbooks"])
            page.get_by_role("navigation").first.wait_for(timeout=60_000)
            for workbook in ("40_return_plan", "50_log", "70_papers", "00_start"):
                page.evaluate(
                    "w => dispatchEvent(new CustomEvent('caseform:goto', {detail: {workbook: w}}))",
                    workbook,
                )
                page.locator(f".cf-{_NAMES[workbook]}:visible .cf-main").wait_for(timeout=60_000)
            page.keyboard.press("n")
            page.keyboard.type("even onthouden")
            page.keyboard.press("Enter")
            room = context.new_page()
            room.goto(shown.addresses["family"])
            room.locator(".cf-room-head").wait_for(timeout=30_000)
            room.keyboard.press("ArrowRight")
            context.close()
        case = next(home.folder.rglob("return.caseform"))
        home.command("export", case, "--to", "parents", "--as", "html,ipynb", "-o", "out")

        elsewhere = [url for url in asked if "//127.0.0.1:" not in url and url[:5] != "data:"]
        elsewhere = [url for url in elsewhere if url[:5] != "blob:"]
        traced = trace.read_text(errors="replace") if trace.exists() else ""

    reached = asked_elsewhere(traced)
    with capsys.disabled():
        print(f"\nN1: {len(asked)} requests of pages, {len(elsewhere)} off the machine; ", end="")
        print(f"{len(traced.splitlines())} calls of servers and kernels, {len(reached)} off it")
    assert len(asked) > 20
    assert not under or "AF_INET" in traced
    assert elsewhere == []
    assert reached == []


_NAMES = {"40_return_plan": "plan", "50_log": "log", "70_papers": "papers", "00_start": "start"}


@pytest.mark.parametrize(
    "call",
    [
        'connect(9, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("93.184.216.34")}',
        'sendto(9, "..", 30, 0, {sa_family=AF_INET, sin_port=htons(53), '
        'sin_addr=inet_addr("127.0.0.53")}, 16) = 30',
        "connect(4, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), "
        'inet_pton(AF_INET6, "2606:2800:220:1::1", &sin6_addr), sin6_scope_id=0}, 28)',
    ],
)
def test_the_gate_of_the_network_has_teeth(call):
    """An update check, a look-up of a name and a font from elsewhere would each be seen."""
    quiet = 'connect(3, {sa_family=AF_INET, sin_port=htons(8888), sin_addr=inet_addr("127.0.0.1")}'

    assert asked_elsewhere(quiet) == []
    assert asked_elsewhere(f"{quiet}\n{call}") == [call]
