"""On a phone and a tablet: what is read begins in the first screen, and the way to the filters covers none of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from waiting import fits

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
expect = playwright.expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = Path("/usr/bin/chromium")
BAR = "[data-testid=stExpandSidebarButton]"
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs a browser: install the Debian package chromium")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (768, 1024)])
def test_what_was_chosen_is_read_in_the_first_screen_above_a_bar_that_leads_to_the_filters(
    address: str, fresh_page: Callable[..., Page], width: int, height: int
) -> None:
    page = fresh_page(address + "?place=gn%3A703448", width=width, height=height)
    expect(page.locator(".gn-place-name")).to_have_text("Kyiv")
    page.wait_for_function(
        "document.querySelector('.gn-place-name').getBoundingClientRect().bottom < innerHeight * 0.75"
    )
    fits(page)

    bar = page.locator(BAR)
    bar.click(trial=True)  # the library's own wait for what stands still
    assert bar.bounding_box() == {"x": 0, "y": height - 40, "width": width, "height": 40}
    page.get_by_test_id("stMain").evaluate("(main) => main.scrollTo(0, main.scrollHeight)")
    page.wait_for_function(
        f"document.querySelector('.st-key-desk').getBoundingClientRect().bottom "
        f"<= document.querySelector('{BAR}').getBoundingClientRect().top"
    )
    bar.click()
    expect(page.locator(".gn-filters")).to_be_in_viewport()


def test_the_map_keeps_its_height_until_something_is_chosen(address: str, fresh_page: Callable[..., Page]) -> None:
    page = fresh_page(address, width=390, height=844)
    drawn = page.get_by_test_id("stDeckGlJsonChart")
    tall = drawn.bounding_box()
    page.locator(".gn-place-chip", has_text="Kyiv").click()
    expect(page.locator(".gn-place-name")).to_have_text("Kyiv")
    short = drawn.bounding_box()
    assert tall is not None
    assert short is not None
    assert tall["height"] == 420
    assert short["height"] < 250


def test_every_tab_can_be_pressed_all_over_and_the_keys_are_seen_on_the_maps_buttons(
    address: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(address, width=390, height=844)
    tab = page.get_by_role("tab", name="Not on the map")
    tab.scroll_into_view_if_needed()
    page.get_by_test_id("stDataFrame").get_by_test_id("stElementToolbar").wait_for(state="attached")
    box = tab.bounding_box()
    assert box is not None
    tab.click(position={"x": box["width"] - 3, "y": box["height"] - 2})  # fails where something else is pressed there
    expect(tab).to_have_attribute("aria-selected", "true")

    nearer = page.get_by_title("Zoom In")
    nearer.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(nearer).to_be_focused()
    expect(nearer).to_have_css("outline-style", "solid")
