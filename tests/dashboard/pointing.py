"""Points at the map in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from waiting import PATIENCE, settled

from geonews.dashboard import framing, pins
from geonews.dashboard.bows import HEIGHT
from geonews.dashboard.fit import View, fit_uncut
from geonews.dashboard.panels.frame import Size
from geonews.store import Store

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
Page = playwright.Page
expect = playwright.expect

MAP = "[data-testid=stDeckGlJsonChart]"


def pixel(page: Page, store_path: Path, point: tuple[float, float], view: View | None = None) -> tuple[float, float]:
    """Return where on the screen a longitude and latitude are, on a map that was not moved, or looks as ``view``."""
    box = page.locator(MAP).bounding_box()
    assert box is not None
    right, down = (view or whole(page, store_path)).pixel(point)
    return box["x"] + box["width"] / 2 + right, box["y"] + box["height"] / 2 + down


def whole(page: Page, store_path: Path) -> View:
    """Return how a map looks that was not moved."""
    box = page.locator(MAP).bounding_box()
    window = page.viewport_size
    assert box is not None
    assert window is not None
    size = Size(round(box["width"]), round(box["height"]), narrow=window["width"] <= 900)
    with Store.open(store_path, read_only=True) as store:
        places = store.places()
    return fit_uncut(pins.framed(places), (), framing.things(places), size.width, size.steady)


def hover(page: Page, spot: tuple[float, float], text: str) -> None:
    """Move over a spot until the map has drawn what is there and tells it."""
    tooltip = page.locator(".deck-tooltip")
    for attempt in range(PATIENCE // 1_500):
        page.mouse.move(spot[0] + attempt % 2, spot[1])
        try:
            expect(tooltip).to_contain_text(text, timeout=1_500)
        except AssertionError:
            continue
        return
    expect(tooltip).to_contain_text(text)


def click(page: Page, spot: tuple[float, float], address: re.Pattern[str]) -> None:
    """Click until the address answers: trap 2, a press that a busy machine draws out over 250 ms is no click."""
    for _ in range(4):
        page.mouse.click(*spot)
        try:
            expect(page).to_have_url(address, timeout=PATIENCE / 4)
        except AssertionError:
            continue
        return
    expect(page).to_have_url(address)


def wait_for_map(page: Page) -> None:
    """Wait until the map is there and moves no more."""
    settled(page)
    expect(page.locator(f"{MAP} canvas").first).to_be_visible()
    page.locator(MAP).hover(trial=True)  # the library's own wait for what stands still


def bow(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """Return where on the screen the middle of a movement's arc is: it bows away from its chord, and up."""
    right, down = end[0] - start[0], end[1] - start[1]
    aside = HEIGHT / 2
    return (start[0] + end[0]) / 2 + aside * down, (start[1] + end[1]) / 2 - aside * right
