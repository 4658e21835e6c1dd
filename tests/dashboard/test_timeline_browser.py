"""The timeline in a real browser, however wide its window is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import CHROMIUM, WITHOUT_MAP, fill, read
from waiting import settled

from geonews.models import Article

if TYPE_CHECKING:
    from playwright.sync_api import Page

expect = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright").expect
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")


@pytest.fixture(scope="module")
def flags() -> list[str]:
    return WITHOUT_MAP


_TOPS = "new Set([...document.querySelectorAll('.gn-time-foot button')].map(each => each.getBoundingClientRect().top))"


def test_its_buttons_stand_in_one_line_the_undated_among_them(address: str, fresh_page: Callable[..., Page]) -> None:
    page = fresh_page(address, width=390)
    page.get_by_role("button", name="1 undated article").wait_for()
    for width in (390, 690, 900, 1100, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(f"window.innerWidth === {width} && {_TOPS}.size === 1")


_FIRST = "[...document.querySelectorAll('.gn-brush rect.gn-mentions')].map(each => each.getBoundingClientRect().left)"
_DATES = "[...document.querySelectorAll('.gn-axis span')].map(each => each.getBoundingClientRect().left)"


def test_the_dates_of_a_few_days_stand_below_their_bars(
    address: str, store_path: Path, fresh_page: Callable[..., Page]
) -> None:
    store_path.unlink()
    fill(store_path, [read(Article(day, "Kyiv waited.", published=day)) for day in ("2026-03-04", "2026-03-05")])
    for width in (1400, 390):
        page = fresh_page(address, width=width)
        page.locator(".gn-brush").wait_for()
        bars, dates = page.evaluate(f"[{_FIRST}, {_DATES}]")
        assert dates == pytest.approx(bars, abs=8)
        assert len(dates) == 2


def test_one_step_back_leaves_what_was_played_and_one_forward_is_where_it_stopped(
    address: str, store_path: Path, fresh_page: Callable[..., Page]
) -> None:
    store_path.unlink()
    days = ("2026-03-04", "2026-03-05", "2026-03-06")
    fill(store_path, [read(Article(day, f"Kyiv waited on {day}.", published=day)) for day in days])
    page = fresh_page(f"{address}?q=Kyiv")
    settled(page)
    entries = page.evaluate("history.length")
    page.locator("#play").click()
    expect(page).to_have_url(re.compile("from=2026-03-06&to=2026-03-06"))
    expect(page.locator("#play")).to_have_text("play")  # it has come to the end
    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    expect(page.locator(".gn-words")).not_to_contain_text("1 of 3 articles")
    expect(page).to_have_url(re.compile(r"\?q=Kyiv$"))
    page.go_forward()
    expect(page.locator(".gn-words")).to_contain_text("1 of 3 articles")
    expect(page).to_have_url(re.compile("from=2026-03-06&to=2026-03-06"))


@pytest.fixture
def month(store_path: Path) -> None:
    """Hold an article of each of 28 days, more than are played before a test has ended."""
    store_path.unlink()
    days = [f"2026-03-{day:02}" for day in range(1, 29)]
    fill(store_path, [read(Article(day, f"Kyiv waited on {day}.", published=day)) for day in days])


@pytest.mark.usefixtures("month")
def test_a_step_back_while_days_are_played_stops_them(address: str, fresh_page: Callable[..., Page]) -> None:
    page = fresh_page(address)
    settled(page)
    page.locator("#play").click()
    expect(page).to_have_url(re.compile("from=2026-03-03"))
    page.go_back()
    expect(page.locator("#play")).to_have_text("play")
    expect(page.locator(".gn-words")).not_to_contain_text("1 of 28 articles")
    settled(page)
    assert "from=" not in page.url


@pytest.mark.usefixtures("month")
def test_what_is_pressed_while_days_are_played_is_answered_before_the_next(
    address: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(address)
    settled(page)
    page.evaluate("""() => {
      const replace = history.replaceState.bind(history);
      window.played = [];
      history.replaceState = (...state) => { played.push(performance.now()); replace(...state); };
      document.addEventListener("pointerdown", () => (window.pressed = performance.now()), true);
    }""")
    page.locator("#play").click()
    page.wait_for_function("played.length > 0")
    page.locator(".gn-words").click()
    page.wait_for_function("played.some(at => at > pressed)")
    assert page.evaluate("played.find(at => at > pressed) - pressed") >= 1390  # a whole pause, whatever was left of it
