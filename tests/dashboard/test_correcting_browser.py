"""Correct it, in a real browser: chosen, saved, shown at once, and undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from conftest import CHROMIUM, WITHOUT_MAP
from waiting import arrive, settled

from geonews.models import Article

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")
playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
expect = playwright.expect


@pytest.fixture(scope="module")
def flags() -> list[str]:
    return WITHOUT_MAP


def take(page: Page, typed: str, place: str) -> None:
    """Search the gazetteer in the form, and take the best place whose line holds some words."""
    search = page.get_by_role("combobox", name="Another place")
    search.fill(typed)
    expect(page.locator("#any-list").get_by_role("option", name=re.compile(place)).first).to_be_visible()
    search.press("Enter")
    expect(page.locator(".gn-means label", has_text=place).locator("input")).to_be_checked()


def told(page: Page) -> Locator:
    """Return the line that says what was done."""
    return page.locator(".gn-put-right")


def test_a_place_is_put_right_by_keyboard_and_the_correction_is_undone(
    address: str, fresh_page: Callable[[str], Page]
) -> None:
    page = fresh_page(f"{address}?place=gn:524901")
    card = page.locator("article.gn-card", has_text="Ships leave port")
    card.get_by_role("button", name="correct").press("Enter")
    take(page, "moscow, idaho", "Idaho")
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    expect(told(page)).to_contain_text("Moscow means Moscow (city, Idaho")
    settled(page)
    page.get_by_role("button", name="show the place").press("Enter")
    expect(card.locator("mark.gn-righted")).to_have_text("Moscow")
    expect(card.locator(".gn-by-hand")).to_contain_text("not Moscow (city, Russia)")
    settled(page)
    card.get_by_role("button", name="Undo this correction").press("Enter")
    expect(told(page)).to_contain_text("Undone")
    expect(page.locator(".gn-righted, .gn-by-hand")).to_have_count(0)
    arrive(page, f"{address}?place=gn:524901")
    expect(card).to_be_visible()


def form_for_moscow(page: Page) -> Locator:
    """Open the form for Moscow, and return its search."""
    page.locator("article.gn-card", has_text="Ships leave port").get_by_role("button", name="correct").press("Enter")
    expect(meant(page, "Russia")).to_be_checked()
    return page.get_by_role("combobox", name="Another place")


def meant(page: Page, place: str) -> Locator:
    return page.locator(".gn-means label", has_text=place).locator("input")


def test_enter_takes_the_first_offer_for_what_is_typed_as_soon_as_it_comes(
    address: str, fresh_page: Callable[[str], Page]
) -> None:
    page = fresh_page(f"{address}?place=gn:524901")
    search = form_for_moscow(page)
    search.press_sequentially("moscow, idaho")
    search.press("Enter")
    expect(meant(page, "Idaho")).to_be_checked()
    expect(search).to_have_value("")
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    expect(told(page)).to_contain_text("Moscow means Moscow (city, Idaho")


def test_nothing_is_saved_while_text_stands_in_the_search_that_nothing_was_chosen_for(
    address: str, fresh_page: Callable[[str], Page]
) -> None:
    page = fresh_page(f"{address}?place=gn:524901")
    search = form_for_moscow(page)
    save = page.get_by_role("button", name="Save", exact=True)
    refused = page.locator(".gn-correct").get_by_role("alert")
    search.press_sequentially("moscow, idaho")
    save.click()
    expect(refused).to_contain_text("Not saved: nothing is chosen for “moscow, idaho”")
    expect(page.locator(".gn-means input:checked")).to_have_count(0)
    search.fill("")
    expect(refused).to_have_count(0)
    expect(meant(page, "Russia")).to_be_checked()
    search.fill("moscow, idaho")
    meant(page, "Russia").click()
    expect(search).to_have_value("")
    expect(meant(page, "Russia")).to_be_checked()
    save.click()
    expect(told(page)).to_contain_text("Moscow means Moscow (city, Russia")


def test_a_place_that_was_not_read_is_added_also_in_the_copy_and_one_press_takes_it_back(
    address: str, add_article: Callable[[Article], None], fresh_page: Callable[[str], Page]
) -> None:
    copied = "About 1,000 troops stood near Kyiv, and shells fell on Irpin."
    add_article(Article("copy", f"Snow fell. {copied}", "Snow", "The Copier", None, "2022-02-09"))
    page = fresh_page(f"{address}?place=gn:703448")
    card = page.locator("article.gn-card", has_text="Troops near the capital")
    card.get_by_role("button", name="correct").press("Enter")
    page.get_by_role("button", name="shells", exact=True).click()
    page.get_by_role("button", name="Take “fell” into the name").click()
    expect(page.locator(".gn-means")).to_contain_text("shells fell means")
    take(page, "odesa", "Odesa")
    expect(page.get_by_label("this mention, and that in the copy of this sentence in another article")).to_be_checked()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(told(page)).to_contain_text("shells fell means Odesa")
    expect(told(page)).to_contain_text("2 mentions, 1 of them elsewhere")
    expect(page.get_by_role("tab", name="By hand")).to_contain_text("2")
    settled(page)
    page.get_by_role("button", name="show the place").click()
    expect(page.locator("mark.gn-here.gn-righted")).to_have_text(["shells fell", "shells fell"])
    expect(card.locator(".gn-by-hand")).to_contain_text("added, no such name was read")
    settled(page)
    card.get_by_role("button", name="Undo this correction").click()
    expect(told(page)).to_contain_text("Undone (2 corrections)")
    expect(page.locator(".gn-righted, .gn-by-hand")).to_have_count(0)
    expect(page.get_by_role("tab", name="By hand")).to_contain_text("0")


def test_saving_can_go_on_to_the_next_mention_and_the_page_shows_all_when_the_form_is_shut(
    address: str, fresh_page: Callable[[str], Page]
) -> None:
    page = fresh_page(f"{address}?place=gn:703448")
    card = page.locator("article.gn-card", has_text="Troops near the capital")
    card.get_by_role("button", name="correct").press("Enter")
    for name, following in (("Kyiv", "Irpin"), ("Irpin", "Berlin")):
        expect(page.locator(".gn-mention[aria-pressed=true]")).to_have_text(name)
        page.get_by_role("button", name="Save, and go on").click()
        expect(page.locator(".gn-mention[aria-pressed=true]")).to_have_text(following)
    expect(told(page)).to_contain_text("Irpin means Irpin")
    page.get_by_role("button", name="Close").click()
    expect(card.locator("mark.gn-righted")).to_have_text(["Kyiv", "Irpin"])
    expect(page.locator(".gn-correct")).to_have_count(0)


def test_in_the_dark_the_form_is_dark_as_the_page_is(address: str, fresh_page: Callable[[str], Page]) -> None:
    page = fresh_page("about:blank")
    page.emulate_media(color_scheme="dark")
    arrive(page, f"{address}?place=gn:703448")
    page.get_by_role("button", name="correct").first.press("Enter")
    expect(page.locator(".gn-correct")).to_have_css("color-scheme", "dark")
    quiet = page.locator(".gn-about").first.evaluate("each => getComputedStyle(each).color")
    expect(page.locator(".gn-means small").first).to_have_css("color", quiet)
