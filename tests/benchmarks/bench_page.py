"""How fast the whole page answers in a real browser: ``python tests/benchmarks/bench_page.py FILE [ROUNDS]``.

FILE is a store, such as ``synthetic.py`` makes. The page is served over it and driven as a reader would: it is opened
in a fresh profile, filters are pressed, places and their passages opened. *Server* is the time from each message that
asks for a run of the page to the one that tells its end, as the browser counts them (two runs for a first view: the
second knows how large the map can be; the page's own timer is left out); *seen* is from a press until the words of the
answer stand on the page, for a first view until its words, its map or the picture that stands for it, and its table do,
as the page itself notes it: a browser that is drawing a map answers no question from outside; *drawn* is when that
picture gives way to the map, which has then been drawn several times over. *Sent* are the messages
of the answer as they are before they are compressed; files (scripts, letters, basemap, the places of the map) are told
apart. Beside it stands a page of Streamlit's own with a word, a map of one point and a table of one row. Prints p50 and
p95, asserts nothing. Wants Debian's ``chromium``, which draws the map without a graphics card here, on the very
processors that serve the page; a reader has better.
"""

from __future__ import annotations

import base64
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from geonews.cli import dashboard

CHROMIUM = "/usr/bin/chromium"
OURS = dashboard.page()
FLAGS = (
    "--headless=new --no-sandbox --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --use-gl=angle --use-angle=swiftshader --enable-unsafe-swiftshader"
).split()
PATIENCE = 120_000
"""Milliseconds after which nothing is waited for any longer."""
BINARY = 2
"""A frame of the connection that is no text."""
DONE = ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY
QUIET = 1.5
"""Seconds after what is waited for in which the rest of the answer comes."""
STANDS = """
const told = () => [...document.querySelectorAll(".gn-words, h2.gn-place-name")].map((each) => each.textContent).join();
for (const kind of ["click", "popstate"]) {
  window.addEventListener(kind, ({ timeStamp: began }) => {
    const before = told();
    const answer = new MutationObserver(() => {
      if (told() === before) return;
      window.stood = (performance.now() - began) / 1000;
      answer.disconnect();
    });
    answer.observe(document, { childList: true, subtree: true, characterData: true });
  }, true);
}
const map = ".gn-backdrop svg, [data-testid=stDeckGlJsonChart] canvas";
const wanted = [".gn-words", map, "[data-testid=stDataFrame] canvas"];
const observer = new MutationObserver(() => {
  if (!wanted.every((each) => document.querySelector(each))) return;
  window.stood = performance.now() / 1000;
  observer.disconnect();
});
observer.observe(document, { childList: true, subtree: true });
Object.defineProperty(window, "geonewsMapDrawn", {
  set: () => (window.drawn ??= performance.now() / 1000),
  get: () => Boolean(window.drawn),
});
"""
"""Notes the seconds after which a first view stands, its map is drawn, and after which a press is answered."""
LEAST = """
import pydeck, streamlit
streamlit.html("<p class=gn-words>words</p>")
point = pydeck.Layer("ScatterplotLayer", [{"at": [20, 50]}], get_position="at", get_radius=100_000)
streamlit.pydeck_chart(pydeck.Deck(layers=[point], map_provider=None))
streamlit.dataframe([{"row": 1}])
"""
"""The page that ours is compared with."""


@dataclass
class Wire:
    """What went over the connection to the server since the last question."""

    asked: list[float] = field(default_factory=list)
    """When runs of the whole page were asked for that have not ended."""
    server: float = 0.0
    messages: float = 0.0
    files: float = 0.0

    def forget(self) -> None:
        """Begin a new question."""
        self.asked = []
        self.server = self.messages = self.files = 0.0

    def sent(self, event: dict[str, Any]) -> None:
        """Count a message of the browser."""
        asks = BackMsg.FromString(base64.b64decode(event["response"]["payloadData"]))
        if asks.WhichOneof("type") == "rerun_script" and not asks.rerun_script.fragment_id:
            self.asked.append(event["timestamp"])

    def received(self, event: dict[str, Any]) -> None:
        """Count a message of the server."""
        if event["response"]["opcode"] != BINARY:
            return
        data = base64.b64decode(event["response"]["payloadData"])
        self.messages += len(data)
        told = ForwardMsg.FromString(data)
        if self.asked and told.WhichOneof("type") == "script_finished" and told.script_finished == DONE:
            self.server += event["timestamp"] - self.asked[0]
            self.asked = []


@dataclass
class Times:
    """What was measured, by the name of what was done."""

    server: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    seen: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    drawn: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    sent: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    files: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def told(self) -> str:
        """Return a table."""
        lines = [f"{'':44}{'server s':>16}{'seen s':>16}{'drawn s':>16}{'sent MB':>16}{'files MB':>10}    n"]
        for name, server in self.server.items():
            columns = (server, self.seen[name], self.drawn[name], self.sent[name])
            cells = "".join(_cell(each) for each in columns)
            lines.append(f"{name:44}{cells}{statistics.median(self.files[name]):10.2f}{len(server):5}")
        return "\n".join(["each p50, p95", *lines]) + "\n"


def _cell(values: list[float]) -> str:
    return f"{statistics.median(values):8.2f}{_p95(values):8.2f}" if values else " " * 16


def _p95(values: list[float]) -> float:
    return sorted(values)[max(0, round(0.95 * len(values)) - 1)]


def watched(page: Page) -> Wire:
    """Return a count of all that comes to a page."""
    wire = Wire()
    tap = page.context.new_cdp_session(page)
    tap.send("Network.enable")
    tap.on("Network.webSocketFrameSent", wire.sent)
    tap.on("Network.webSocketFrameReceived", wire.received)
    tap.on("Network.loadingFinished", lambda event: setattr(wire, "files", wire.files + event["encodedDataLength"]))
    return wire


@contextmanager
def measured(times: Times, name: str, page: Page, wire: Wire) -> Iterator[None]:
    """Measure what the block does and waits for."""
    wire.forget()
    yield
    seen = page.wait_for_function("window.stood").json_value()
    page.wait_for_timeout(QUIET * 1000)
    while wire.asked:
        page.wait_for_timeout(QUIET * 1000)
    page.evaluate("window.stood = 0")
    times.seen[name].append(seen)
    times.server[name].append(wire.server)
    times.sent[name].append(wire.messages / 1e6)
    times.files[name].append(wire.files / 1e6)


def first_view(browser: Browser, times: Times, name: str, address: str, *, has_picture: bool = True) -> None:
    """Open the page in a fresh profile, until its words, its map and its tables are there, and the map is drawn."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(STANDS)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    with measured(times, name, page, watched(page)):
        page.goto(address)
    if has_picture:
        times.drawn[name].append(page.wait_for_function("window.drawn").json_value())
    context.close()


def session(browser: Browser, times: Times, address: str, rounds: int) -> None:
    """Press filters and open places, each from the view of everything."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(STANDS)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    wire = watched(page)
    page.goto(address)
    heading = page.locator(".gn-words")
    heading.wait_for()
    page.locator("[data-testid=stDataFrame]").first.wait_for()
    page.wait_for_timeout(15_000)  # the map's files
    page.evaluate("window.stood = 0")
    everything = heading.inner_text()
    options = page.locator("#list-publisher label, #list-country label")
    chips = page.locator(".gn-place-chip")
    for number in range(rounds):
        chip = chips.nth(number % min(chips.count(), 12))
        wanted = re.sub(r"\s*[\d,]+$", "", chip.inner_text())
        with measured(times, "a place of the list, to its passages", page, wire):
            chip.click()
            expect(page.locator("h2.gn-place-name")).to_have_text(wanted, timeout=PATIENCE)
        with measured(times, "Back to no place", page, wire):
            page.go_back()
            chips.first.wait_for()
        option = options.nth(number % min(options.count(), 12))
        with measured(times, "a filter pressed, never asked before" if number < 12 else "again", page, wire):
            option.click()
            expect(heading).not_to_have_text(everything, timeout=PATIENCE)
        with measured(times, "Back to no filter", page, wire):
            page.go_back()
            expect(heading).to_have_text(everything, timeout=PATIENCE)


@contextmanager
def served(page: Path, store: Path) -> Iterator[str]:
    """Serve a page over a store, in a home of its own."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    words = [str(page) if word == str(OURS) else word for word in dashboard.command(OURS, port, {})]
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {"GEONEWS_STORE": str(store), "XDG_CACHE_HOME": cache, "PYTHONUNBUFFERED": "1"}
        with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None
                assert any("URL:" in line for line in server.stdout)
                yield f"http://localhost:{port}/"
            finally:
                server.kill()


def main(store: Path, rounds: int) -> None:
    """Measure and print."""
    times = Times()
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        least = Path(folder) / "least.py"
        least.write_text(LEAST)
        with served(least, store) as address:
            for _ in range(rounds):
                first_view(browser, times, "a page of one point and one row", address, has_picture=False)
        _ours(browser, times, store, rounds)
        browser.close()
    sys.stdout.write(times.told())


def _ours(browser: Browser, times: Times, store: Path, rounds: int) -> None:
    with served(OURS, store) as address:
        first_view(browser, times, "first view, server just started", address)
        for _ in range(rounds):
            first_view(browser, times, "first view, server warm", address)
        session(browser, times, address, rounds)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10)
