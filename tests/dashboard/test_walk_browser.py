"""A walk over the page in a real browser, with the keyboard alone: what is typed, the timeline, tables, the article."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import WITHOUT_MAP
from waiting import settled

from geonews.models import Article

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
Page = playwright.Page
expect = playwright.expect

CHROMIUM = Path("/usr/bin/chromium")

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs a browser: install the Debian package chromium")


@pytest.fixture(scope="module")
def flags() -> list[str]:
    return WITHOUT_MAP


def test_a_date_is_typed_to_its_end_and_a_search_is_cleared_with_escape(
    address: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(address)
    page.locator("#filter-from").focus()
    page.keyboard.type("02092022")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?from=2022-02-09$"))
    settled(page)
    search = page.locator("#filter-q")
    search.press_sequentially("Kyiv")
    search.press("Enter")
    expect(page).to_have_url(re.compile("q=Kyiv"))
    expect(page.locator(".gn-words")).to_contain_text("with “Kyiv”")
    settled(page)
    expect(search).to_be_focused()
    search.press("Escape")
    expect(page).to_have_url(re.compile(r"\?from=2022-02-09$"))


def test_the_keys_move_the_days_past_those_without_articles(address: str, fresh_page: Callable[..., Page]) -> None:
    page = fresh_page(address)
    timeline = page.get_by_role("slider", name="Days that are shown")
    timeline.focus()
    steps = [
        ("ArrowRight", "from=2022-02-08&to=2022-02-08"),
        ("Shift+ArrowRight", "from=2022-02-08&to=2022-02-09"),
        ("End", "from=2022-03-01&to=2022-03-01"),
        ("ArrowLeft", "from=2022-02-10&to=2022-02-10"),
    ]
    for key, days in steps:
        timeline.press(key)
        expect(page).to_have_url(re.compile(days))
        settled(page)
        expect(timeline).to_be_focused()
    timeline.press("Escape")
    expect(page).to_have_url(address)


def test_a_row_is_chosen_with_the_keys_and_the_table_stays_where_it_is(
    address: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(f"{address}?tab=claims")
    table = page.locator("[data-testid=stDataFrame] canvas").first
    expect(table).to_be_visible()
    table.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("claim="))
    expect(page.locator("h2.gn-place-name")).to_have_text("1 troops")
    expect(page.locator("td:focus")).to_have_text("1 troops")


def test_with_the_keys_alone_a_list_is_one_stop_an_article_is_closed_and_reading_goes_on(
    address: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(f"{address}?place=gn:703448")
    first = page.locator("#list-publisher input").first
    first.focus()
    first.press("ArrowDown")
    expect(page.locator("#list-publisher input").nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#list-country summary")).to_be_focused()
    read = page.get_by_role("button", name="whole article").first
    read.press("Enter")
    expect(page.locator(".gn-article")).to_be_visible()
    settled(page)
    expect(page.locator("[data-top]:focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("h2.gn-place-name")).to_have_text("Kyiv")
    expect(page).to_have_url(re.compile(r"\?place=gn(%3A|:)703448$"))


def test_a_long_list_is_narrowed_and_gone_down_into_and_says_where_nothing_is_left(
    address: str, add_article: Callable[[Article], None], fresh_page: Callable[..., Page]
) -> None:
    for number in range(9):
        add_article(Article(f"more-{number}", f"Note {number} is of Moscow.", "Note", f"Publisher {number}"))
    page = fresh_page(address)
    field = page.locator("#narrow-publisher")
    field.fill("publisher 7")
    field.press("ArrowDown")
    expect(page.get_by_label("Publisher 7")).to_be_focused()
    field.fill("nobody")
    expect(page.locator("#list-publisher [data-none]")).to_be_visible()
    expect(page.locator("#list-publisher label").filter(visible=True)).to_have_count(0)
    field.fill("")
    expect(page.locator("#list-publisher [data-none]")).to_have_count(0)
