"""How smoothly the map is dragged, in a real browser: ``python tests/benchmarks/bench_pan.py FILE [SECONDS]``.

FILE is a store, such as ``synthetic.py`` makes: its map has 10,000 places. Prints the time from one frame to the next,
and how much of it the page's own thread is at work, which is all that a graphics card does not take over: without one
the browser fills the pixels on the processors that serve the page. Asserts nothing. Wants Debian's ``chromium``.
"""

from __future__ import annotations

import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench_page import CHROMIUM, FLAGS, OURS, PATIENCE, served
from playwright.sync_api import Page, sync_playwright

MAP = "[data-testid=stDeckGlJsonChart]"
COUNT = """
window.frames_ = [];
const count = (at) => { window.frames_.push(at); requestAnimationFrame(count); };
requestAnimationFrame(count);
"""
NEXT = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
WORK = ("ScriptDuration", "TaskDuration")


def drag(page: Page, seconds: float) -> tuple[list[float], dict[str, float]]:
    """Drag the map to and fro; return the milliseconds between frames, and those of work in each."""
    tap = page.context.new_cdp_session(page)
    tap.send("Performance.enable")
    box = page.locator(MAP).bounding_box() or {}
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(COUNT)
    before, ends, step = _work(tap), time.monotonic() + seconds, 0
    while time.monotonic() < ends:
        step += 1
        page.mouse.move(x + step % 20 * 6 - 60, y + step % 7 * 5)
        page.evaluate(NEXT)
    after = _work(tap)
    page.mouse.up()
    frames: list[float] = page.evaluate("window.frames_")
    gaps = [later - earlier for earlier, later in pairwise(frames)]
    return gaps, {name: (after[name] - before[name]) * 1000 / len(gaps) for name in WORK}


def _work(tap: Any) -> dict[str, float]:  # noqa: ANN401 - playwright's session
    return {each["name"]: each["value"] for each in tap.send("Performance.getMetrics")["metrics"]}


def main(store: Path, seconds: float) -> None:
    """Measure and print."""
    with sync_playwright() as driver, served(OURS, store) as address:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        page.wait_for_function("window.geonewsMapDrawn")
        page.wait_for_timeout(15_000)  # the map's files
        gaps, work = drag(page, seconds)
        browser.close()
    p95 = sorted(gaps)[max(0, round(0.95 * len(gaps)) - 1)]
    sys.stdout.write(f"{len(gaps)} frames, one every {statistics.median(gaps):.0f} ms (p95 {p95:.0f})\n")
    sys.stdout.write("".join(f"{name}: {value:.1f} ms a frame\n" for name, value in work.items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 12.0)
