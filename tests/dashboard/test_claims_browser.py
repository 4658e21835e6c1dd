"""Claims in a real browser: the chart that lines them up, figures that open them, and what is copied of a passage."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import CHROMIUM, WITHOUT_MAP, fill, read

from geonews.models import Article, ParsedArticle
from geonews.store import article_key

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")
expect = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright").expect


@pytest.fixture(scope="module")
def flags() -> list[str]:
    return WITHOUT_MAP


FEW = Article("few", "Some 300 troops stood in Berlin.", "A few", "Wire", "https://example.org/few", "2022-02-08")
MANY = Article("many", "As many as 900 troops stood in Berlin.", "Many", "Gazette", None, "2022-02-08")
_LISTEN = """
window.said = [];
new MutationObserver((seen) => said.push(...seen.map((each) => each.target.textContent)))
  .observe(document.querySelector("article.gn-card"), { childList: true, subtree: true });
"""
HEADING = "h2.gn-place-name"
_CLAIM = f"{article_key(FEW.id, FEW.text)}@0@300%20troops"


def stated(article: Article, count: str) -> ParsedArticle:
    """Return the article with its count as a figure."""
    parsed = read(article, count)
    value = float(count.split(maxsplit=1)[0])
    return replace(parsed, figures=tuple(replace(each, low=value, high=value) for each in parsed.figures))


@pytest.fixture
def disputed(address: str, store_path: Path) -> str:
    """Return the address of a page over two articles that contradict each other."""
    fill(store_path, [stated(FEW, "300 troops"), stated(MANY, "900 troops")])
    return address


@pytest.mark.parametrize("width", [1400, 390])
def test_each_dot_of_the_chart_tells_its_claim_and_opens_it_by_mouse_and_by_keys(
    disputed: str, fresh_page: Callable[..., Page], width: int
) -> None:
    page = fresh_page(f"{disputed}?claim={_CLAIM}", width=width)
    expect(page.locator(HEADING)).to_have_text("300 troops")
    dots = page.locator(".gn-chart g[role=button]")
    expect(dots).to_have_count(2)
    other = page.get_by_role("button", name="8 Feb 2022: 900 troops, said to be so (Gazette)")
    expect(other.locator("title")).to_have_text("8 Feb 2022: 900 troops, said to be so (Gazette)")
    other.click()
    expect(page.locator(HEADING)).to_have_text("900 troops")
    expect(page.locator("article.gn-card")).to_contain_text("As many as 900 troops stood in Berlin.")
    page.get_by_role("button", name=re.compile("300 troops, said to be so")).press("Enter")
    expect(page.locator(HEADING)).to_have_text("300 troops")
    page.get_by_role("button", name="900 troops, said to be so").press(" ")
    expect(page.locator(HEADING)).to_have_text("900 troops")


def test_a_figure_of_an_article_opens_its_claim_which_closes_to_the_article(
    disputed: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(f"{disputed}?article={article_key(MANY.id, MANY.text)}")
    page.locator(".gn-article mark.gn-figure").press("Enter")
    expect(page.locator(HEADING)).to_have_text("900 troops")
    expect(page.locator(".gn-chart g[role=button]")).to_have_count(2)
    page.get_by_role("button", name="Back to the article").click()
    expect(page.locator(".gn-article")).to_contain_text("As many as 900 troops")


def test_a_link_and_a_citation_are_on_the_clipboard_after_a_press(
    disputed: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(f"{disputed}?claim={_CLAIM}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card = page.locator("article.gn-card")
    expect(card).to_be_visible()
    page.evaluate(_LISTEN)
    card.get_by_role("button", name="copy citation").click()
    page.wait_for_function("said.includes('copied')")  # for a moment alone: a busy machine may miss it
    said = "“Some 300 troops stood in Berlin.” A few, Wire, 8 Feb 2022. https://example.org/few Passage: "
    cited = page.evaluate("navigator.clipboard.readText()")
    card.get_by_role("button", name="copy link").press("Enter")
    page.wait_for_function("navigator.clipboard.readText().then(text => text.startsWith('http://localhost'))")
    link = page.evaluate("navigator.clipboard.readText()")
    assert cited == said + link
    page.goto(link)
    expect(page.locator(".gn-article .gn-target").first).to_contain_text("Some")
    expect(page.locator(".gn-article")).to_contain_text("300 troops stood in Berlin")


def test_where_the_browser_refuses_to_copy_the_text_is_shown_selected(
    disputed: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(f"{disputed}?claim={_CLAIM}")
    card = page.locator("article.gn-card")
    expect(card).to_be_visible()
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('denied')))")
    page.evaluate("document.execCommand = () => false")
    card.get_by_role("button", name="copy citation").click()
    shown = card.get_by_label(re.compile("press Ctrl"))
    expect(shown).to_have_value(re.compile("Some 300 troops stood in Berlin"))
    expect(shown).to_be_focused()
    chosen = shown.evaluate("each => each.value.slice(each.selectionStart, each.selectionEnd)")
    assert chosen == shown.input_value()
    expect(card.get_by_role("button", name="copied")).to_have_count(0)
