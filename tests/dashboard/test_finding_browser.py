"""Finding a place in a real browser, by one who types faster than the page answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from conftest import CHROMIUM, WITHOUT_MAP

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")
playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
expect = playwright.expect


@pytest.fixture(scope="module")
def flags() -> list[str]:
    return WITHOUT_MAP


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Find a place")


def offered(page: Page) -> Locator:
    return page.locator("#find-list [role=option] b")


def opened(page: Page) -> Locator:
    """Return the name of the place that the page shows."""
    return page.locator("h2.gn-place-name")


def test_enter_waits_for_the_answer_to_what_is_typed_and_takes_nothing_of_an_older_one(
    address: str, fresh_page: Callable[[str], Page]
) -> None:
    page = fresh_page(address)
    field(page).press_sequentially("k")
    expect(offered(page)).to_have_text(["Kyiv", "Kherson region"])
    field(page).press_sequentially("herson")
    field(page).press("Enter")
    expect(opened(page)).to_have_text("Kherson region")
    expect(field(page)).to_have_value("")


def test_enter_is_not_lost_where_nothing_is_offered_yet(address: str, fresh_page: Callable[[str], Page]) -> None:
    page = fresh_page(address)
    field(page).press_sequentially("irpin")
    field(page).press("Enter")
    expect(opened(page)).to_have_text("Irpin")


def test_the_arrow_keys_wait_as_well(address: str, fresh_page: Callable[[str], Page]) -> None:
    page = fresh_page(address)
    field(page).press_sequentially("i")
    expect(offered(page)).to_have_text(["Irpin"])
    field(page).press("Backspace")
    field(page).press_sequentially("k")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        field(page).press(key)
    expect(opened(page)).to_have_text("Kherson region")


def test_where_no_place_is_called_so_enter_opens_none_and_the_page_says_so(
    address: str, fresh_page: Callable[[str], Page]
) -> None:
    page = fresh_page(address)
    field(page).press_sequentially("k")
    expect(offered(page)).to_have_count(2)
    field(page).press_sequentially("x")
    field(page).press("Enter")
    expect(page.locator("#find-list")).to_have_text("No place of that name under this filter")
    expect(field(page)).to_have_value("kx")
    expect(page).to_have_url(address)


def test_what_is_typed_after_the_field_was_emptied_stays_when_the_answer_to_that_comes(
    address: str, fresh_page: Callable[[str], Page]
) -> None:
    page = fresh_page(address)
    field(page).press_sequentially("k")
    expect(offered(page)).to_have_count(2)
    field(page).press("Escape")
    field(page).press_sequentially("irpin")
    expect(offered(page)).to_have_text(["Irpin"])
    expect(field(page)).to_have_value("irpin")
    field(page).press("Enter")
    expect(opened(page)).to_have_text("Irpin")
    expect(page).to_have_url(re.compile("place=gn(%3A|:)707565"))
