"""The map in a real browser: movements, places that hide each other, the mark of the chosen one, a phone's legend."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pointing import MAP, bow, click, hover, pixel, wait_for_map, whole
from waiting import PATIENCE, arrive, settled

from geonews.dashboard.near import closer
from geonews.dashboard.palette import DARK, LIGHT, Palette, rgb
from geonews.models import Article, Figure, Link, Movement, ParsedArticle, Passage, Place, Resolution, Toponym
from geonews.store import Store

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
Page = playwright.Page
expect = playwright.expect

CHROMIUM = Path("/usr/bin/chromium")
KYIV = Place("gn:703448", "Kyiv", "city", "UA", 50.45466, 30.5238, "Kyiv City", population=2_797_553)
IRPIN = Place("gn:707565", "Irpin", "city", "UA", 50.51752, 30.25087, "Kyiv Oblast", population=65_167)
OSLO = Place("gn:3143244", "Oslo", "city", "NO", 59.91273, 10.74609, population=580_000)

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs a browser: install the Debian package chromium")


def moved() -> ParsedArticle:
    """Return an article that sends a figure from one place to another."""
    text = "Some 400 marines left Oslo for Kyiv."
    names = {place.name: text.index(place.name) for place in (OSLO, KYIV)}
    figure = Figure(
        5, 8, "400", "400 marines", 400, 400, approximate=False, kind="troops", noun="marines", owner="Norway"
    )
    return ParsedArticle(
        Article("moved", text, "Marines leave", "The Daily Sample", published="2022-02-09"),
        (Passage(0, len(text)),),
        tuple(Toponym(start, start + len(name), name, "literal") for name, start in names.items()),
        (Resolution(OSLO, 0.9, "by hand"), Resolution(KYIV, 0.9, "by hand")),
        (figure,),
        (Link(0, 0, "origin", "syntax"), Link(0, 1, "destination", "syntax")),
        (Movement(0, 0, 1),),
    )


def accents(page: Page, spot: tuple[float, float], palette: Palette) -> int:
    """Return how many pixels around a spot have the colour of what is chosen."""
    around = {"x": spot[0] - 24, "y": spot[1] - 24, "width": 48, "height": 48}
    seen = Image.open(io.BytesIO(page.screenshot(clip=around))).convert("RGB")
    accent = rgb(palette.accent)
    pixels = (seen.getpixel((x, y)) for x in range(48) for y in range(48))
    return sum(
        isinstance(each, tuple) and all(abs(a - b) < 24 for a, b in zip(each, accent, strict=True)) for each in pixels
    )


def wait_for_ring(page: Page, spot: tuple[float, float], palette: Palette) -> None:
    """Wait until the mark of the chosen place is around a spot."""
    until = time.monotonic() + PATIENCE / 1000
    while accents(page, spot, palette) <= 40:
        assert time.monotonic() < until, "the chosen place is not marked"


def test_a_movement_tells_its_figure_and_both_ends_and_a_click_on_it_opens_the_passage(
    address: str, store_path: Path, fresh_page: Callable[..., Page]
) -> None:
    with Store.open(store_path) as store:
        store.add(moved())
    page = fresh_page(address)
    wait_for_map(page)
    ends = (pixel(page, store_path, (place.lon, place.lat)) for place in (OSLO, KYIV))
    spot = bow(*ends)
    hover(page, spot, "Oslo → Kyiv")
    expect(page.locator(".deck-tooltip")).to_contain_text("400 marines · Norway")
    click(page, spot, re.compile(r"article=\w+&at=0"))
    expect(page.locator(".gn-article mark.gn-figure")).to_contain_text("400 marines")
    expect(page.locator(".gn-article .gn-target").first).to_be_in_viewport()


def test_a_place_that_was_closed_does_not_come_back_with_a_click_on_the_open_sea(
    address: str, store_path: Path, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(address)
    wait_for_map(page)
    right, down = pixel(page, store_path, (KYIV.lon, KYIV.lat))
    kyiv = right + 10, down  # Irpin is on its other side
    chosen = re.compile(r"place=gn(%3A|:)703448")
    click(page, kyiv, chosen)
    page.locator(".gn-close").click()
    expect(page).not_to_have_url(chosen)
    settled(page)
    box = page.locator(MAP).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 30, box["y"] + box["height"] - 60)
    page.get_by_role("tab", name="Articles").click()
    settled(page)
    expect(page).not_to_have_url(chosen)
    click(page, kyiv, chosen)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_place_that_another_hides_is_chosen_beside_it_seen_nearer_and_a_click_there_moves_nothing(
    palette: Palette, address: str, store_path: Path, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page("about:blank")
    page.emulate_media(color_scheme="dark" if palette is DARK else "light")
    arrive(page, address)
    wait_for_map(page)
    kyiv = pixel(page, store_path, (KYIV.lon, KYIV.lat))
    assert accents(page, kyiv, palette) == 0
    click(page, (kyiv[0] + 10, kyiv[1]), re.compile(r"place=gn(%3A|:)703448"))
    page.mouse.move(5, 5)  # so that no tooltip hides what is looked for
    wait_for_ring(page, kyiv, palette)
    page.locator(".gn-place-chip", has_text="Irpin").click()
    expect(page.locator("h2.gn-place-name")).to_have_text("Irpin")
    page.get_by_role("button", name="Show Irpin nearer").click()
    expect(page).to_have_url(re.compile(r"near=gn(%3A|:)707565"))
    with Store.open(store_path, read_only=True) as store:
        places = store.places()
    chosen = next(row for row in places if row.place.id == IRPIN.id)
    box = page.locator(MAP).bounding_box()
    assert box is not None
    near = closer(places, chosen, whole(page, store_path).zoom, round(box["width"]), round(box["height"]))
    assert near is not None
    wait_for_ring(page, pixel(page, store_path, (IRPIN.lon, IRPIN.lat), near), palette)
    there = pixel(page, store_path, (KYIV.lon, KYIV.lat), near)
    click(page, there, re.compile(r"place=gn(%3A|:)703448"))
    page.mouse.move(5, 5)
    wait_for_ring(page, there, palette)
    expect(page).to_have_url(re.compile(r"near=gn(%3A|:)707565"))
    page.get_by_role("button", name="Show the whole map").click()
    wait_for_ring(page, kyiv, palette)


def test_all_is_shown_again_however_the_map_was_moved(
    address: str, store_path: Path, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(f"{address}?place={KYIV.id}")
    wait_for_map(page)
    kyiv = pixel(page, store_path, (KYIV.lon, KYIV.lat))
    wait_for_ring(page, kyiv, LIGHT)
    page.mouse.move(kyiv[0] - 60, kyiv[1] + 60)
    page.mouse.down()
    page.mouse.move(kyiv[0] - 200, kyiv[1] + 60, steps=5)
    page.mouse.up()
    wait_for_ring(page, (kyiv[0] - 140, kyiv[1]), LIGHT)
    page.get_by_role("button", name="Show the whole map").click()
    wait_for_ring(page, kyiv, LIGHT)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_tooltip_at_the_edge_turns_to_where_all_of_it_can_be_read(
    width: int, address: str, store_path: Path, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(address, width=width, height=844)
    wait_for_map(page)
    with Store.open(store_path, read_only=True) as store:
        east = max((row.place for row in store.places()), key=lambda place: place.lon)
    hover(page, pixel(page, store_path, (east.lon, east.lat)), east.name)
    tip, room = page.locator(".deck-tooltip").bounding_box(), page.locator(MAP).bounding_box()
    assert tip is not None
    assert room is not None
    for start, length in (("x", "width"), ("y", "height")):
        assert room[start] <= tip[start]
        assert tip[start] + tip[length] <= room[start] + room[length]


def test_on_a_phone_the_legend_unfolds_and_stays_open(address: str, fresh_page: Callable[..., Page]) -> None:
    page = fresh_page(address, width=390, height=844)
    legend = page.locator("#legend")
    expect(legend.locator("summary")).to_be_visible()
    expect(legend.get_by_label("Colour")).to_be_hidden()
    legend.locator("summary").press("Enter")
    legend.get_by_label("Colour").select_option("figures")
    expect(legend.get_by_text("more with figures")).to_be_visible()
    expect(legend.get_by_label("Colour")).to_be_visible()


def test_inside_another_page_that_shows_it_later_the_map_finds_its_size_and_files(
    address: str, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page("about:blank")
    paper = f"{address}paper/today.html"
    frame = f'<h1>Our paper</h1><iframe src="{address}?embed=true" width="1100" height="700" hidden></iframe>'
    page.route(paper, lambda route: route.fulfill(body=frame, content_type="text/html"))
    with page.expect_response(re.compile("basemap")) as answered:
        page.goto(paper)
        page.frame_locator("iframe").locator(".gn-placeholder").wait_for(state="attached")
        page.locator("iframe").evaluate("frame => (frame.hidden = false)")
    assert answered.value.status == 200
    inside = page.frame_locator("iframe")
    expect(inside.locator(".gn-words")).to_contain_text("5 articles")
    settled(inside)
    inside.locator(".gn-place-chip", has_text="Kyiv").click()
    expect(inside.locator("h2.gn-place-name")).to_have_text("Kyiv")
