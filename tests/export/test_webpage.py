"""The exported page in a real browser with its network cut: whole, harmless, asking nobody for anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from geonews.export.takeaway import write
from geonews.models import Link, Movement, ParsedArticle, Place, Resolution, Toponym
from geonews.store import EVERYTHING, Filter, Store

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
expect = playwright.expect

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update"]
PATIENCE = 60_000
"""Milliseconds that a condition may take on a slow machine."""
RULAND = Place("x:4", "Ruland", "country", "UA", 50.1, 30.1)
MAILED = 2_000_000
"""Bytes of a page that no mail server refuses."""

WIDE: dict[str, object] = {"viewport": {"width": 1440, "height": 900}}
PHONE: dict[str, object] = {"viewport": {"width": 390, "height": 844}}
COLLISIONS = """() => {
  const names = [...document.querySelectorAll("#names text")];
  const letters = (name) => {
    const { left, right, top, bottom } = name.getBoundingClientRect();
    return { left: left + 1, right: right - 1, top: top + 4, bottom: bottom - 4 };
  };
  const meet = (one, other) =>
    one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
  const things = [
    ...names.map((name, at) => ({ at, box: letters(name), says: name.textContent })),
    ...[...document.querySelectorAll("#signs a")].map((sign) => ({
      at: Number(sign.getAttribute("href").slice(2)), box: sign.lastChild.getBoundingClientRect(), says: sign.ariaLabel,
    })),
  ].filter(({ box }) => box.right - box.left > 0);
  return names.flatMap((name, at) =>
    things.filter((thing) => thing.at !== at && meet(letters(name), thing.box))
      .map(({ says }) => [name.textContent, says]));
}"""
"""Pairs of a name that is shown and what it lies on."""

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs a browser: install the Debian package chromium")


class Opened:
    """The page, what it asked for and what it complained of."""

    def __init__(self, page: playwright.Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))


@pytest.fixture
def file(store: Store, tmp_path: Path) -> Path:
    out = tmp_path / "page.html"
    write("html", store, EVERYTHING, out)
    return out


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    expect.set_options(timeout=PATIENCE)
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield started
        started.close()


def opened(browser: playwright.Browser, file: Path, **context: object) -> Opened:
    found = Opened(browser.new_context(offline=True, **context).new_page())
    found.page.goto(file.as_uri())
    return found


def test_the_page_asks_nothing_of_anybody_and_runs_nothing_that_articles_say(
    browser: playwright.Browser, file: Path
) -> None:
    seen = opened(browser, file)
    seen.page.locator("a[href='#p2']").last.click()
    for each in seen.page.locator("details").all():
        each.evaluate("details => { details.open = true; }")
    assert seen.asked == [file.as_uri()]
    assert seen.complaints == []
    assert seen.page.title() == "geonews: everything"
    assert seen.page.locator("img, iframe, object, embed, link").count() == 0
    assert seen.page.locator("script").count() == 1
    assert seen.page.locator("a[href^='javascript']").count() == 0


def test_hostile_text_is_shown_as_it_stands(browser: playwright.Browser, file: Path) -> None:
    page = opened(browser, file).page
    expect(page.locator("#right")).to_contain_text("<script>document.title='owned'</script>", use_inner_text=False)
    assert page.locator("#right b").count() == 0


def test_a_press_on_a_sign_shows_the_passages_of_its_place_alone(browser: playwright.Browser, file: Path) -> None:
    page = opened(browser, file).page
    expect(page.locator(".place").first).to_be_hidden()
    page.locator("#signs a", has_text="Karvel").locator("path").click()
    shown = page.locator(".place:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("There are 3000 troops in Karvel.")
    expect(shown.locator("mark.here")).to_have_text("Karvel")
    expect(shown.locator("mark.figure")).to_have_text("3000 troops")
    expect(shown.get_by_role("link", name="First")).to_have_attribute("href", "https://example.org/first?a=1&b=2")


def test_claims_are_on_the_page_with_their_sources(browser: playwright.Browser, file: Path) -> None:
    page = opened(browser, file).page
    claim = page.locator("details").first
    expect(claim.locator("summary")).to_contain_text("3,000 troops")
    expect(claim.locator("summary")).to_contain_text("Ruthia")
    expect(claim.locator("summary")).to_contain_text("Wire, 7 Feb 2022 \u00b7 1 source")
    expect(claim.locator("cite")).to_contain_text("Wire")


def test_without_scripts_all_passages_are_there(browser: playwright.Browser, file: Path) -> None:
    page = opened(browser, file, java_script_enabled=False).page
    expect(page.locator(".place:visible")).to_have_count(3)


def test_the_wheel_draws_nearer(browser: playwright.Browser, file: Path) -> None:
    page = opened(browser, file).page
    view = page.locator("#map")
    before = view.get_attribute("viewBox")
    view.hover()
    page.mouse.wheel(0, -300)
    expect(view).not_to_have_attribute("viewBox", before or "")


def test_the_buttons_draw_nearer_and_back_to_all_places(browser: playwright.Browser, file: Path) -> None:
    page = opened(browser, file).page
    view = page.locator("#map")
    before = view.get_attribute("viewBox") or ""
    page.get_by_role("button", name="Draw nearer").press("Enter")
    expect(view).not_to_have_attribute("viewBox", before)
    page.get_by_role("button", name="All places").press("Enter")
    expect(view).to_have_attribute("viewBox", before)


def test_names_lie_on_top_of_all_signs_and_that_of_the_chosen_place_is_always_there(
    browser: playwright.Browser, file: Path
) -> None:
    page = opened(browser, file, viewport={"width": 390, "height": 844}).page
    assert page.evaluate("document.querySelector('#signs').nextElementSibling.id") == "names"
    for at in range(3):
        page.locator("table a").nth(at).click()
        expect(page.locator("#names text").nth(at)).to_be_visible()


def test_a_country_hides_neither_a_town_nor_its_name(
    browser: playwright.Browser, store: Store, tell: Callable[..., ParsedArticle], tmp_path: Path
) -> None:
    for at in range(3):
        parsed = tell(f"land {at}", f"Rain fell on Karvel {at} times.", "Karvel")
        store.add(replace(parsed, resolutions=(Resolution(RULAND, 0.9, "by hand"),)))
    write("html", store, Filter(countries=("UA",)), tmp_path / "page.html")
    page = opened(browser, tmp_path / "page.html").page
    for name in ("Ruland", "Karvel"):
        expect(page.locator("#names text", has_text=name)).to_be_visible()
    page.locator("#signs a", has_text="Karvel").locator("path").click()
    expect(page.locator(".place:visible h3")).to_have_text("Karvel")


@pytest.mark.parametrize(
    "context", [WIDE, PHONE, {**WIDE, "java_script_enabled": False}], ids=["wide", "phone", "bare"]
)
def test_no_name_lies_on_another_name_or_on_the_sign_of_another_place(
    browser: playwright.Browser,
    store: Store,
    tell: Callable[..., ParsedArticle],
    tmp_path: Path,
    context: dict[str, object],
) -> None:
    for at in range(40):
        parsed = tell(f"spot {at}", "Rain fell on Karvel.", "Karvel")
        place = Place(f"x:{at + 10}", f"Spot {at}", "city", "UA", 48 + at % 7 * 0.4, 30 + at % 11 * 0.6)
        store.add(replace(parsed, resolutions=(Resolution(place, 0.9, "by hand"),)))
    write("html", store, EVERYTHING, tmp_path / "page.html")
    page = opened(browser, tmp_path / "page.html", **context).page
    names = page.locator("#names text:visible")
    assert names.count() >= 3
    assert page.evaluate(COLLISIONS) == []


def test_a_country_is_tinted_and_a_press_on_it_shows_its_passages(browser: playwright.Browser, file: Path) -> None:
    page = opened(browser, file).page
    land = page.locator("#lands a[aria-label='Veldia, 1 mention']")
    land.press("Enter")
    expect(page.locator(".place:visible h3")).to_have_text("Veldia")
    expect(land).to_have_class("named many chosen")


def test_a_country_has_a_sign_only_as_long_as_it_is_too_small_to_be_seen(
    browser: playwright.Browser, store: Store, tell: Callable[..., ParsedArticle], tmp_path: Path
) -> None:
    for name, lon in (("West", -120.0), ("East", 140.0)):
        parsed = tell(name, "Rain fell on Karvel.", "Karvel")
        store.add(replace(parsed, resolutions=(Resolution(Place(name, name, "city", None, 40, lon), 0.9, "by hand"),)))
    parsed = tell("land", "Rain fell on Veldia.", "Veldia")
    store.add(replace(parsed, resolutions=(Resolution(Place("x:9", "Isle", "country", "CY", 35, 33), 0.9, "by hand"),)))
    write("html", store, EVERYTHING, tmp_path / "page.html")
    page = opened(browser, tmp_path / "page.html").page
    sign = page.locator("#signs a", has_text="Isle")
    expect(sign).to_be_visible()
    for _ in range(4):
        page.get_by_role("button", name="Draw nearer").press("Enter")
    expect(sign).to_be_hidden()


def test_a_press_on_an_arc_opens_what_articles_say_of_it(
    browser: playwright.Browser, store: Store, tell: Callable[..., ParsedArticle], tmp_path: Path
) -> None:
    parsed = tell("move", "Last week 500 troops left Veldia for Karvel.", "Veldia", 500)
    start = parsed.article.text.index("Karvel")
    there = Toponym(start, start + len("Karvel"), "Karvel", "literal")
    karvel = Place("x:1", "Karvel", "city", "UA", 50.0, 30.0)
    resolutions = (*parsed.resolutions, Resolution(karvel, 0.9, "by hand"))
    ways = (Link(0, 0, "origin", "syntax"), Link(0, 1, "destination", "syntax"))
    moved = replace(parsed, toponyms=(*parsed.toponyms, there), resolutions=resolutions, movements=(Movement(0, 0, 1),))
    store.add(replace(moved, links=ways))
    write("html", store, EVERYTHING, tmp_path / "page.html")
    page = opened(browser, tmp_path / "page.html").page
    arc = page.locator("#routes a")
    expect(arc.locator("title")).to_have_text("Veldia \u2192 Karvel\n500 troops \u00b7 Ruthia", use_inner_text=False)
    expect(page.locator("#m0 blockquote")).to_be_hidden()
    expect(page.locator("#m0 summary")).to_contain_text("no publisher, undated \u00b7 1 movement")
    arc.locator(".head").click()
    expect(page.locator("#m0 blockquote")).to_contain_text("Last week 500 troops left Veldia for Karvel.")
    expect(arc).to_have_class("route chosen")


def test_on_paper_every_place_and_every_claim_is_unfolded(browser: playwright.Browser, file: Path) -> None:
    page = opened(browser, file).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".place:visible")).to_have_count(3)
    expect(page.locator("details blockquote").first).to_be_visible()
    expect(page.locator(".zoom")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator("details blockquote").first).to_be_hidden()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_phone_shows_all_without_scrolling_sideways(browser: playwright.Browser, file: Path, theme: str) -> None:
    page = opened(browser, file, viewport={"width": 390, "height": 844}, color_scheme=theme).page
    page.locator("table a").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 28)"
    assert dark == (theme == "dark")


def test_a_page_of_nothing_says_so(browser: playwright.Browser, store: Store, tmp_path: Path) -> None:
    out = tmp_path / "nothing.html"
    write("html", store, Filter(text="nowhere"), out)
    page = opened(browser, out).page
    expect(page.locator("h1")).to_contain_text("0 of 3 articles, 0 mentions of 0 places")
    expect(page.locator("#map")).to_be_visible()
    expect(page.locator("#hint")).to_contain_text("No passage")


def test_the_page_is_small_enough_to_mail(file: Path) -> None:
    assert file.stat().st_size < MAILED
