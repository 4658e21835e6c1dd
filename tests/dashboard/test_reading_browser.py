"""A reader's day in a real browser: finding, taking along, tables, play, the dark, and a page inside another page."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from conftest import WITHOUT_MAP, fill, read
from waiting import PATIENCE, settled

from geonews.models import Article
from geonews.store import Store

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
Page = playwright.Page
expect = playwright.expect

CHROMIUM = Path("/usr/bin/chromium")

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs a browser: install the Debian package chromium")


@pytest.fixture(scope="module")
def flags() -> list[str]:
    return WITHOUT_MAP


def test_a_place_is_found_by_typing_and_chosen_with_the_keys(address: str, fresh_page: Callable[..., Page]) -> None:
    page = fresh_page(address)
    field = page.get_by_role("combobox", name="Find a place")
    field.click()
    field.press_sequentially("ir")
    expect(page.locator("#find-list [role=option]")).to_contain_text("Irpin")
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "find-0")
    field.press("Enter")
    expect(page.locator("h2.gn-place-name")).to_have_text("Irpin")
    expect(page).to_have_url(re.compile("place=gn(%3A|:)707565"))
    expect(field).to_have_value("")


def test_the_button_that_puts_the_filters_away_is_seen_whole(address: str, fresh_page: Callable[..., Page]) -> None:
    page = fresh_page(address)
    page.get_by_text("places and figures in the news").hover()
    button = page.get_by_role("button", name="Collapse sidebar")
    button.wait_for()
    box = button.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert (
        page.locator(".gn-brand span").evaluate("each => each.getBoundingClientRect().top") >= box["y"] + box["height"]
    )
    button.click()
    expect(page.get_by_role("button", name="Expand sidebar")).to_be_visible()


def taken(page: Page, form: str, folder: Path) -> Path:
    """Press the button of a format and return the file that arrives."""
    with page.expect_download() as arriving:
        page.get_by_role("button", name=form, exact=True).click()
    name = arriving.value.suggested_filename
    assert re.fullmatch(r"geonews-\d{4}-\d\d-\d\d-1-of-5-articles\.[a-z]+", name)
    arriving.value.save_as(folder / name)
    return folder / name


def test_what_is_taken_along_can_be_opened_and_obeys_the_filter(
    address: str, tmp_path: Path, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(f"{address}?q=shells")
    page.get_by_role("button", name="Take it away").click()
    expect(page.locator(".gn-taken")).to_contain_text("1 of 5 articles")
    expect(page.locator(".gn-command code")).to_contain_text("--text shells")

    with zipfile.ZipFile(taken(page, "Table", tmp_path)) as files:
        rows = list(csv.DictReader(files.read("geonews.csv").decode().splitlines()))
        statement = json.loads(files.read("geonews.csv-metadata.json"))
    assert {row["title"] for row in rows} == {"Troops near the capital"}
    assert "1,000 troops" in {row["figure"] for row in rows}
    assert statement["dc:description"].startswith("1 of 5 articles")
    assert all(row["link"] == f"{address.rstrip('/')}/?article={row['article']}&at={row['start']}" for row in rows)

    features = json.loads(taken(page, "GeoJSON", tmp_path).read_text(encoding="utf-8"))["features"]
    names = {feature["properties"].get("name") for feature in features}
    assert names >= {"Kyiv", "Irpin", "Berlin"}
    assert "Moscow" not in names
    marks = ET.parse(taken(page, "KML", tmp_path)).iterfind(".//{*}Placemark/{*}name")  # noqa: S314 - our own file
    assert {mark.text for mark in marks} >= {"Kyiv", "Irpin", "Berlin"}
    assert "shells fell on Irpin" in taken(page, "Brief", tmp_path).read_text(encoding="utf-8")

    sheet = page.context.browser.new_context(offline=True).new_page()
    sheet.goto(taken(page, "Web page", tmp_path).as_uri())
    expect(sheet.locator("h1")).to_contain_text("1 of 5 articles")
    sheet.locator("#signs a", has_text="Irpin").locator("path").click()
    expect(sheet.locator(".place:visible")).to_contain_text("shells fell on Irpin")


def press_first_row(page: Page) -> None:
    """Press the box before the first row until the page answers: a busy machine draws a table long after its frame."""
    for _ in range(4):
        table = page.locator("[data-testid=stDataFrame]").first
        table.scroll_into_view_if_needed()
        box = table.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + 18, box["y"] + 52)
        try:
            expect(page).to_have_url(re.compile("place="), timeout=PATIENCE / 4)
        except AssertionError:
            continue
        return


def test_a_row_of_the_table_selects_its_place(address: str, fresh_page: Callable[..., Page]) -> None:
    page = fresh_page(address)
    table = page.locator("[data-testid=stDataFrame]").first
    expect(table).to_be_visible()
    press_first_row(page)
    settled(page)
    page.go_back()
    expect(page.get_by_text("What was said where")).to_be_visible()
    settled(page)
    page.go_forward()
    expect(page.locator("h2.gn-place-name")).to_have_text("Kyiv")


def test_play_steps_through_the_days_and_stops_at_the_last(address: str, fresh_page: Callable[..., Page]) -> None:
    page = fresh_page(address)
    days: list[str] = []  # a busy machine looks less often than the days change
    page.on("framenavigated", lambda frame: days.extend(re.findall(r"from=[^&]+", frame.url)))
    play = page.locator("[data-play]")
    play.click()
    expect(page.locator(".gn-words")).to_contain_text("1 Mar 2022")
    expect(play).to_have_text("play")
    assert days == ["from=2022-02-08", "from=2022-02-09", "from=2022-03-01"]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_link_of_a_passage_leads_to_it_and_what_is_read_scrolls_beside_the_map(
    address: str, store_path: Path, fresh_page: Callable[..., Page], width: int
) -> None:
    store_path.unlink()
    text = "\n\n".join([f"Nobody came on day {day}." for day in range(150)] + ["Kyiv waited."])
    fill(store_path, [read(Article("long", text))])
    with Store.open(store_path, read_only=True) as store:
        (row,) = store.articles()
    page = fresh_page(f"{address}?article={row.key}&at={text.index('Kyiv')}", width=width)
    expect(page.locator("[data-reveal]")).to_be_in_viewport()
    settled(page)
    expect(page.locator("[data-reveal]")).to_be_in_viewport()
    if width > 900:
        assert page.evaluate("document.querySelector('.st-key-evidence').clientHeight < window.innerHeight")


def test_the_dark_is_dark_everywhere(address: str, fresh_page: Callable[..., Page]) -> None:
    page = fresh_page("about:blank")
    page.emulate_media(color_scheme="dark")
    page.goto(address)
    picture = page.locator(".gn-backdrop")
    expect(picture).to_have_css("background-color", "rgb(15, 22, 28)")
    expect(page.locator(".stApp")).to_have_css("background-color", "rgb(20, 24, 28)")
    expect(page.locator(".gn-find input")).to_have_css("background-color", "rgb(20, 24, 28)")
    expect(page.locator(".gn-quiet, .gn-place-facts").first).to_have_css("color", "rgb(159, 171, 181)")
