"""In a browser that cannot draw the map (no WebGL: many a remote desktop), a picture of it stays, and can be used."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import UNABLE
from waiting import fits, settled

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
expect = playwright.expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs a browser: install the Debian package chromium")


@pytest.fixture(scope="module")
def flags() -> list[str]:
    return UNABLE


@pytest.mark.parametrize("width", [1400, 390])
def test_the_picture_says_why_it_is_all_and_shows_what_the_filter_shows(
    address: str, fresh_page: Callable[..., Page], width: int
) -> None:
    page = fresh_page(address, width=width)
    picture = page.locator(".gn-picture")
    expect(picture).to_contain_text("This browser cannot draw the interactive map; the tables hold all of it.")
    expect(page.get_by_text("Drawing the map")).to_have_count(0)
    expect(page.get_by_test_id("stDeckGlJsonChart")).to_have_count(0)
    expect(picture).to_have_attribute("aria-label", re.compile("Kyiv"))
    settled(page)
    fits(page)
    page.reload()  # a browser that has failed once is not asked again
    settled(page)
    expect(picture).to_contain_text("This browser cannot draw")

    page.locator(".gn-find input").fill("Berlin")
    page.get_by_role("option", name="Berlin").click()
    settled(page)
    kyiv = picture.locator("[data-value='gn:703448']")
    expect(kyiv.locator("title")).to_contain_text("Kyiv")
    kyiv.dispatch_event("click")  # others may lie over it
    expect(page).to_have_url(re.compile("place=gn%3A703448"))
    expect(page.locator(".gn-place-name")).to_have_text("Kyiv")


def test_the_picture_of_an_article_and_of_a_day_holds_their_places_alone(
    address: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(address + "?from=2022-02-08&to=2022-02-08")
    signs = page.locator(".gn-picture [data-value]")
    expect(signs).to_have_count(4)  # those of the undated article with them
    page.locator(".st-key-evidence").get_by_text("Troops near the capital").click()
    expect(page.locator(".gn-article")).to_be_visible()
    expect(signs).to_have_count(3)
    page.locator(".gn-words").get_by_role("button").first.click()
    expect(signs).to_have_count(8)
