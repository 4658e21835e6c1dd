"""Bring your own in a real browser, with the real parser: a pasted text is on the map, and gone again."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import WITHOUT_MAP, serving
from waiting import fits, settled

from geonews.store import Store

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
Page = playwright.Page
expect = playwright.expect

if TYPE_CHECKING:
    from tests.conftest import Site

CHROMIUM = Path("/usr/bin/chromium")
HOSTILE = '<img src=x onerror="window.hacked=1"> **b** $x$'

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs a browser: install the Debian package chromium")


@pytest.fixture(scope="module")
def flags() -> list[str]:
    return WITHOUT_MAP


@pytest.fixture
def cold(store_path: Path) -> Iterator[str]:
    """Return the address of a page whose server has not loaded the language model, which takes it seconds."""
    with serving(store_path, Path(os.environ["XDG_CACHE_HOME"])) as address:
        yield address


@pytest.fixture
def allowed(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a page that may fetch from this machine."""
    monkeypatch.setenv("GEONEWS_ALLOW_PRIVATE", "1")
    with serving(store_path, Path(os.environ["XDG_CACHE_HOME"])) as address:
        yield address


def titles(store: Path) -> list[str | None]:
    with Store.open(store, read_only=True) as opened:
        return [row.title for row in opened.articles()]


def dialog(page: Page, tab: str) -> object:
    settled(page)  # a page that is drawn again closes what has been opened
    page.get_by_role("button", name="Add articles").click()
    opened = page.get_by_role("dialog")
    opened.get_by_role("tab", name=tab).click()
    return opened


def test_a_pasted_text_is_on_the_map_at_once_and_undone_with_a_press(
    address: str, store_path: Path, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(address)
    expect(page.locator(".gn-words")).to_contain_text("5 articles")
    form = dialog(page, "Paste a text")
    form.get_by_label("Text of the article").fill("Marines sail\n\nSome 400 marines sailed from Odesa to Istanbul.")
    expect(page.get_by_text("Press Ctrl+Enter")).to_be_hidden()  # the button says it
    form.get_by_label("Publisher").fill(HOSTILE)
    form.get_by_role("button", name="Add to the map").click()
    expect(page.locator(".gn-told")).to_contain_text("Added “Marines sail” (2 places, 1 figure).")
    expect(page.locator(".gn-words")).to_contain_text("1 of 6 articles")
    expect(page.locator(".gn-article mark", has_text="Odesa")).to_be_visible()
    expect(page).to_have_url(re.compile("article="))
    assert page.evaluate("window.hacked") is None

    settled(page)
    page.locator(".gn-told").get_by_text("Undo").click()
    expect(page.locator(".gn-told")).to_contain_text("Undone: 1 article removed again.")
    expect(page.locator(".gn-words")).to_contain_text("5 articles ·")
    assert "Marines sail" not in titles(store_path)


def test_a_second_text_is_typed_while_the_first_is_read_and_each_keeps_its_undo(
    cold: str, store_path: Path, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(cold)
    form = dialog(page, "Paste a text")
    form.get_by_label("Text of the article").fill("Marines sail\n\nSome 400 marines sailed from Odesa to Istanbul.")
    form.get_by_role("button", name="Add to the map").click()
    expect(page.locator(".gn-adding")).to_be_visible()
    page.get_by_role("button", name="Add articles").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Text of the article").fill("Rain falls\n\nRain fell on Trieste.")
    expect(page.locator(".gn-told")).to_contain_text("Added “Marines sail”")
    settled(page)
    expect(form.get_by_label("Text of the article")).to_have_value(re.compile("Rain fell on Trieste"))
    form.get_by_role("button", name="Add to the map").click()
    told = page.locator(".gn-told")
    expect(told.first).to_contain_text("Added “Rain falls”")
    settled(page)
    page.get_by_text("1 earlier change").click()
    told.nth(1).get_by_text("Undo").click()
    expect(told.first).to_contain_text("Undone: 1 article removed again.")
    assert "Marines sail" not in titles(store_path)
    assert "Rain falls" in titles(store_path)


def test_files_are_read_one_by_one_and_what_is_removed_comes_back(
    address: str, store_path: Path, fresh_page: Callable[..., Page]
) -> None:
    page = fresh_page(f"{address}?q=troops", width=390, height=844)
    form = dialog(page, "Files")
    files = {
        "report.pdf": b"%PDF-1.7",
        f"../{HOSTILE}.txt": b"Ships leave\n\nShips left Odesa.",
    }
    form.locator("input[type=file]").set_input_files(
        [{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files.items()]
    )
    expect(form.get_by_text("report.pdf")).to_be_visible()
    form.get_by_role("button", name="Add to the map").click()
    told = page.locator(".gn-told").first  # the newest
    expect(told).to_contain_text("Added “Ships leave”")
    expect(told.locator("li")).to_have_text(["report.pdf: is a PDF; save its text as .txt, for example with pdftotext"])
    fits(page)

    settled(page)
    page.get_by_role("button", name="Remove this article").click()
    expect(told).to_contain_text("Removed “Ships leave”")
    assert "Ships leave" not in titles(store_path)
    expect(page.locator(".gn-words")).to_contain_text("1 of 5 articles")  # the search before it
    settled(page)
    told.get_by_text("Undo").click()
    expect(told).to_contain_text("Put back “Ships leave”")
    assert "Ships leave" in titles(store_path)
    expect(page.locator(".gn-words")).to_contain_text("1 of 6 articles")  # still the search


def test_a_feed_is_fetched_and_an_address_that_fails_can_be_put_right(
    site: Site, allowed: str, fresh_page: Callable[..., Page]
) -> None:
    prose = "<p>Ships left the harbour of {} on Monday morning, officials said, after weeks of waiting there.</p>" * 3
    for where in ("Odesa", "Trieste"):
        article = f"<article><h1>Ships leave {where}</h1>{prose.format(where, where, where)}</article>"
        site.says(f"/{where}", f"<html><body>{article}</body></html>".encode())
    items = "".join(f"<item><title>x</title><link>/{name}</link></item>" for name in ("Odesa", "gone", "Trieste"))
    site.says("/feed", f'<rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode())
    page = fresh_page(allowed)
    form = dialog(page, "Address")
    form.get_by_label("Address of a page").fill(site.url("/fed"))
    form.get_by_role("button", name="Add to the map").click()
    told = page.locator(".gn-told").first  # the newest
    expect(told).to_contain_text("the server answers 404 (Not Found)")

    form = dialog(page, "Address")
    expect(form.get_by_label("Address of a page")).to_have_value(site.url("/fed"))
    form.get_by_label("Address of a page").fill(site.url("/feed"))
    form.get_by_role("button", name="Add to the map").click()
    expect(told).to_contain_text("Added “Ships leave Odesa”")
    expect(told).to_contain_text("“Ships leave Trieste”")
    expect(told).to_contain_text("Not added, for 1 cause:")
    expect(page.locator(".gn-words")).to_contain_text("2 of 7 articles")
