"""Articles that would harm their reader, in a real browser: wherever what they say is shown, it is text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import CHROMIUM, PLACES, RIGHT_TO_LEFT, fill, read
from waiting import arrive, fits, settled

from geonews.models import Article, Place
from geonews.store import article_key

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")
expect = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright").expect

EVIL = '<script>window.hacked=1</script><img src=x onerror="window.hacked=1"><svg onload=alert(1)> **b** $x^2$ :red[x]'
SEEN = "<script>window.hacked=1</script>"
TEXT = f"About 700 troops came to Kyiv and Evilville. {EVIL} {RIGHT_TO_LEFT} {'w' * 10_000}. Atlantis was calm."
ARTICLE = Article("evil", TEXT, EVIL + RIGHT_TO_LEFT, EVIL, "javascript:alert(1)", "2022-02-08")
KEY = article_key(ARTICLE.id, ARTICLE.text)


@pytest.fixture
def hostile_address(address: str, store_path: Path) -> str:
    """Return the address of a page over an article that is hostile in every field, down to owners and names."""
    named = PLACES | {"Evilville": Place("gn:666", EVIL, "city", "UA", 47.0, 25.0, EVIL)}
    parsed = read(ARTICLE, "700 troops", places=named)
    figures = tuple(replace(each, owner=EVIL, attribution=EVIL, noun=EVIL) for each in parsed.figures)
    fill(store_path, [replace(parsed, figures=figures)])
    return address


def is_harmless(page: Page) -> None:
    settled(page)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img[onerror], svg[onload], .katex, a[href^=javascript], .stException").count() == 0
    fits(page)


@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_that_an_article_says_runs_or_breaks_the_page(
    hostile_address: str, fresh_page: Callable[..., Page], width: int
) -> None:
    page = fresh_page(f"{hostile_address}?place=gn:703448", width=width)
    card = page.locator("article.gn-card", has_text="700 troops")
    expect(card).to_contain_text(SEEN)
    is_harmless(page)
    arrive(page, f"{hostile_address}?article={KEY}")
    expect(page.locator(".gn-article")).to_contain_text(SEEN)
    expect(page.locator(".gn-head")).to_contain_text("**b** $x^2$ :red[x]")
    is_harmless(page)
    arrive(page, f"{hostile_address}?place=gn:666&colour=newest&counts=labels")
    expect(page.locator("h2.gn-place-name")).to_contain_text(SEEN)
    is_harmless(page)


def test_a_hostile_name_is_found_listed_and_corrected_as_text(
    hostile_address: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(f"{hostile_address}?place=gn:666")
    page.get_by_role("combobox", name="Find a place").press_sequentially("<scr")
    expect(page.locator("#find-list [role=option]").first).to_contain_text(SEEN)
    page.keyboard.press("Escape")
    expect(page.locator("#list-publisher label", has_text=SEEN).first).to_be_visible()
    card = page.locator("article.gn-card", has_text="700 troops")
    card.get_by_role("button", name="correct").click()
    expect(page.locator(".gn-correct")).to_contain_text("700 troops")
    is_harmless(page)
