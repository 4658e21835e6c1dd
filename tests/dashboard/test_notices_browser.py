"""What was done is said over the page, in a real browser: nothing that is read moves or lies below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from conftest import CHROMIUM, WITHOUT_MAP
from waiting import settled

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")

_ROOM = """(() => {
  const [head, map] = ['head', 'map'].map((each) => document.querySelector(`.st-key-${each}`).getBoundingClientRect());
  return [head.top + document.querySelector('[data-testid="stMain"]').scrollTop, map.top - head.bottom];
})()"""
"""What is above the words over the map, and between these and the map."""
_BOXES = """['.st-key-told .gn-told', '.st-key-evidence'].map(
  (each) => document.querySelector(each).getBoundingClientRect())"""


@pytest.fixture(scope="module")
def flags() -> list[str]:
    return WITHOUT_MAP


@pytest.mark.parametrize("width", [1440, 950, 390])
def test_a_notice_moves_nothing_and_lies_beside_what_is_read(
    address: str, fresh_page: Callable[..., Page], width: int
) -> None:
    page = fresh_page(address, width=width)
    before = page.evaluate(_ROOM)
    page.locator(".gn-line", has_text="A note").click()
    page.get_by_role("button", name="Remove this article from the corpus").click()
    told = page.locator(".st-key-told")
    told.get_by_text("Removed “A note”").wait_for()
    settled(page)
    assert page.evaluate(_ROOM) == pytest.approx(before, abs=1)
    notice, read = page.evaluate(_BOXES)
    assert notice["right"] <= (read["left"] if width > 900 else width)
    assert notice["bottom"] <= 1000
    told.get_by_text("Undo").click()
    told.get_by_text("“A note”").wait_for()
    settled(page)
    assert page.evaluate(_ROOM) == pytest.approx(before, abs=1)


def test_a_sign_more_in_the_legend_moves_nothing_below_it(address: str, fresh_page: Callable[..., Page]) -> None:
    page = fresh_page(address, width=1440)
    below = "document.querySelector('.gn-time').getBoundingClientRect().top"
    before = page.evaluate(below)
    page.locator(".gn-place-chip", has_text="Kyiv").click()
    page.locator(".gn-keys", has_text="chosen").wait_for()
    assert page.evaluate(below) == before


def test_a_notice_draws_in_to_a_line_as_soon_as_the_reader_goes_on(
    address: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(address, width=1440)
    page.locator(".gn-line", has_text="A note").click()
    page.get_by_role("button", name="Remove this article from the corpus").click()
    told = page.locator(".st-key-told .gn-told")
    told.get_by_text("Removed “A note”").wait_for()
    settled(page)
    height = told.bounding_box()["height"]
    width = told.bounding_box()["width"]
    page.get_by_role("tab", name="Articles").click()
    page.locator(".gn-drawn").wait_for(state="attached")
    settled(page)
    drawn = told.bounding_box()
    assert drawn["width"] < width / 1.5
    assert drawn["height"] <= height
    told.hover()
    assert told.bounding_box()["width"] == width
    told.get_by_text("Undo").click()
    told.get_by_text("Put back “A note”").wait_for()
