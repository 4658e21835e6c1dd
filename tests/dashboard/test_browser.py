"""The page in a real browser: drawn, clicked, linked to, hostile, narrow, and asking no other host for anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pointing import click, hover, pixel, wait_for_map
from waiting import fits, settled

from geonews.models import Article

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
Page = playwright.Page
expect = playwright.expect

CHROMIUM = Path("/usr/bin/chromium")
KYIV, IRPIN = (30.5238, 50.45466), (30.25087, 50.51752)

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs a browser: install the Debian package chromium")


def test_the_map_is_drawn_a_click_on_kyiv_shows_its_passages_and_the_link_and_back_work(
    address: str, store_path: Path, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(address)
    wait_for_map(page)
    x, y = pixel(page, store_path, KYIV)
    hover(page, (x + 10, y), "3 mentions · 3 articles · 1 figure")
    click(page, (x + 10, y), re.compile(r"place=gn(%3A|:)703448"))
    card = page.locator("article.gn-card", has_text="Troops near the capital")
    expect(card.locator(".gn-sentence")).to_have_text("About 1,000 troops stood near Kyiv, and shells fell on Irpin.")
    expect(card.locator("mark.gn-here")).to_have_text("Kyiv")
    expect(card.locator(".gn-sentence mark.gn-figure")).to_contain_text("1,000 troops")
    expect(card.locator("mark.gn-place")).to_have_text("Irpin")
    expect(page.locator(".gn-place-chip", has_text="Irpin")).to_be_visible()
    card.get_by_role("button", name="context").click()
    expect(card.locator(".gn-context").first).to_have_text("Talks began early.")

    linked = fresh_page(page.url)
    expect(linked.locator("h2.gn-place-name")).to_have_text("Kyiv")
    expect(linked.locator("article.gn-card", has_text="Troops near the capital")).to_be_visible()

    page.go_back()
    expect(page.get_by_text("What was said where")).to_be_visible()
    expect(page).not_to_have_url(re.compile("place="))


def test_a_filter_changes_the_map_without_a_phantom_and_goes_into_the_link(
    address: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(f"{address}?place=gn:703448")
    expect(page.locator("h2.gn-place-name")).to_have_text("Kyiv")
    search = page.get_by_placeholder("words, or")
    search.fill("Atlantis")
    search.press("Enter")
    expect(page.locator(".gn-words")).to_contain_text("1 of 5 articles")
    expect(page.locator("h2.gn-place-name")).to_have_text("Kyiv")
    expect(page.get_by_text("No article under the current filter names it")).to_be_visible()
    expect(page).to_have_url(re.compile("q=Atlantis"))  # the address follows the page
    assert "703448" in page.url
    settled(page)
    page.go_back()
    expect(page.locator(".gn-words")).to_contain_text("5 articles ·")
    expect(search).to_have_value("")
    expect(page.locator("h2.gn-place-name")).to_have_text("Kyiv")
    settled(page)
    page.go_forward()
    expect(page.locator(".gn-chip")).to_contain_text("Atlantis")
    settled(page)
    page.locator(".gn-chip").click()
    expect(page.locator(".gn-words")).to_contain_text("5 articles ·")


def test_days_are_brushed_and_an_article_is_read_whole(address: str, fresh_page: Callable[..., Page]) -> None:
    page = fresh_page(address)
    brush = page.locator(".gn-brush")
    expect(brush).to_be_visible()
    brush.hover(position={"x": 3, "y": 20})
    page.mouse.down()
    box = brush.bounding_box()
    assert box is not None
    brush.hover(position={"x": box["width"] / 22 * 1.5, "y": 20})
    page.mouse.up()
    expect(page).to_have_url(re.compile("from=2022-02-08&to=2022-02-09"))
    expect(page.locator(".gn-words")).to_contain_text("2 of 5 articles")
    settled(page)
    page.locator(".gn-place-chip", has_text="Kyiv").click()
    card = page.locator("article.gn-card", has_text="Troops near the capital")
    card.get_by_role("button", name="whole article").click()
    expect(page.locator(".gn-article")).to_contain_text("Talks began early.")
    expect(page.locator(".gn-target").first).to_be_in_viewport()
    page.locator(".gn-article mark", has_text="Irpin").press("Enter")
    expect(page.locator(".gn-article mark.gn-here")).to_have_text("Irpin")


def test_hostile_text_does_nothing_anywhere(
    address: str, store_path: Path, add_hostile_place: Callable[[], None], fresh_page: Callable[..., Page]
) -> None:
    add_hostile_place()
    page = fresh_page(f"{address}?place=gn:703448")
    expect(page.locator("article.gn-card", has_text="<script>")).to_be_visible()
    wait_for_map(page)
    hover(page, pixel(page, store_path, (25.0, 47.0)), "<script>")
    page.get_by_role("tab", name=re.compile("Articles")).click()
    expect(page.locator("#list-publisher label", has_text="<script>")).to_be_visible()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img[onerror], .katex, .gn-filters script").count() == 0
    fits(page)


def test_what_another_process_adds_is_offered_and_shown(
    address: str, add_article: Callable[[Article], None], fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(address)
    expect(page.locator(".gn-words")).to_contain_text("5 articles")
    add_article(Article("six", "Snow fell on Berlin.", "Snow", published="2022-04-01"))
    page.get_by_role("button", name=re.compile("The corpus has changed")).click()
    expect(page.locator(".gn-words")).to_contain_text("6 articles")


def test_trap_12_a_phone_sees_every_place_and_nothing_is_cut_off(
    address: str, store_path: Path, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(address, width=390, height=844)
    wait_for_map(page)
    spot = pixel(page, store_path, (37.61556, 55.75222))
    assert 0 < spot[0] < 390
    hover(page, spot, "Moscow")
    fits(page)
