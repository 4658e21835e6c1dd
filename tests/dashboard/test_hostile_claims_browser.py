"""Claims that would harm their reader, in a real browser: owner, noun, speaker and place are text where they show."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import CHROMIUM, PLACES, RIGHT_TO_LEFT, WITHOUT_MAP, fill, read
from waiting import fits, settled

from geonews.models import Article

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")
expect = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright").expect


@pytest.fixture(scope="module")
def flags() -> list[str]:
    return WITHOUT_MAP


HEADING = "h2.gn-place-name"
EVIL = '<script>hacked=1</script><img src=x onerror="hacked=1"> **b** $x^2$ :red[x] @"&'
SEEN = "<script>hacked=1</script>"


@pytest.fixture
def hostile(address: str, store_path: Path) -> str:
    """Return the address of a page over two articles whose claims contradict each other and are hostile too."""
    named = PLACES | {"Berlin": replace(PLACES["Berlin"], name=EVIL + "w" * 500)}
    for number, day in (("300", "2022-02-08"), ("900", "2022-02-09")):
        count = f"{number} {EVIL} troops"
        text = f"In Berlin and Kyiv were {count}. {RIGHT_TO_LEFT} {'w' * 10_000}."
        article = Article(number, text, f"{number} {EVIL}{'t' * 5_000}", f"{number} {EVIL}", "javascript:alert(1)", day)
        parsed = read(article, count, places=named)
        said = {"owner": EVIL + "o" * 3_000, "attribution": EVIL + RIGHT_TO_LEFT, "noun": EVIL + "n" * 3_000}
        high = float(number)
        figures = tuple(replace(each, low=high, high=high, **said) for each in parsed.figures)
        fill(store_path, [replace(parsed, figures=figures)])
    return address


def is_harmless(page: Page) -> None:
    settled(page)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img[onerror], .katex, a[href^=javascript], .stException").count() == 0
    fits(page)


@pytest.mark.parametrize("width", [1400, 390])
def test_a_claim_that_is_hostile_in_every_word_is_opened_charted_and_closed_as_text(
    hostile: str, fresh_page: Callable[..., Page], width: int
) -> None:
    page = fresh_page(f"{hostile}?place={PLACES['Berlin'].id}", width=width)
    expect(page.locator("#choose-beside option", has_text="Kyiv (2)")).to_have_count(1)
    page.locator("#at-odds").evaluate("each => (each.open = true)")
    is_harmless(page)
    page.locator("#at-odds g[role=button]").first.press("Enter")
    expect(page.locator(HEADING)).to_contain_text(SEEN)
    dots = page.locator(".gn-chart g[role=button]")
    expect(dots).to_have_count(2)
    expect(dots.first.locator("title")).to_contain_text(SEEN)
    is_harmless(page)
    page.get_by_role("button", name="whole article").first.click()
    figure = page.locator(".gn-article mark.gn-figure").first
    expect(figure).to_have_attribute("title", re.compile("who else says so"))
    figure.press("Enter")
    expect(page.locator(".gn-card").first).to_contain_text(SEEN)
    is_harmless(page)
    page.get_by_role("button", name="Back to the article").click()
    expect(page.locator(".gn-article")).to_contain_text(SEEN)
    is_harmless(page)
