"""Quick steps Back in a real browser that has not yet got what the server sends."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from conftest import CHROMIUM, WITHOUT_MAP
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from waiting import PATIENCE, arrive, settled

if TYPE_CHECKING:
    from playwright.sync_api import Page, WebSocketRoute

expect = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright").expect
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")


@pytest.fixture(scope="module")
def flags() -> Sequence[str]:
    return WITHOUT_MAP


@dataclass
class Wire:
    """The way from the server to the browser, which can be held up."""

    to_browser: WebSocketRoute | None = None
    is_held: bool = False
    waiting: list[str | bytes] = field(default_factory=list)

    def lead(self, to_browser: WebSocketRoute) -> None:
        self.to_browser = to_browser
        server = to_browser.connect_to_server()
        server.on_message(self.came)

    def came(self, message: str | bytes) -> None:
        self.waiting.append(message)
        if not self.is_held:
            self.release()

    def release(self) -> None:
        self.is_held = False
        assert self.to_browser
        for message in self.waiting:
            self.to_browser.send(message)
        self.waiting.clear()

    def has_whole_page(self) -> bool:
        """Tell whether the end of a run of the page is among what is held up."""
        told = [ForwardMsg.FromString(each) for each in self.waiting if isinstance(each, bytes)]
        return any(each.WhichOneof("type") == "script_finished" for each in told)


def back_unseen(page: Page, wire: Wire) -> None:
    """Go Back, until the server has drawn the page that the browser does not get."""
    wire.waiting.clear()
    page.evaluate("history.back()")
    for _ in range(PATIENCE // 50):
        if wire.has_whole_page():
            return
        page.wait_for_timeout(50)
    pytest.fail("the server has not drawn the page")


def test_steps_back_that_are_quicker_than_the_page_lose_no_step(address: str, fresh_page: Callable[..., Page]) -> None:
    page, wire = fresh_page("about:blank"), Wire()
    page.route_web_socket(re.compile("_stcore/stream"), wire.lead)
    arrive(page, address)
    page.locator(".gn-place-chip", has_text="Kyiv").click()
    expect(page.locator("h2.gn-place-name")).to_have_text("Kyiv")
    settled(page)
    page.locator("#list-publisher label").first.click()
    expect(page.locator(".gn-words")).to_contain_text("2 of 5 articles")
    settled(page)
    chosen, steps = page.url, page.evaluate("history.length")

    wire.is_held = True
    back_unseen(page, wire)
    page.evaluate("history.back()")
    page.wait_for_url(address)
    wire.release()
    expect(page.get_by_text("What was said where")).to_be_visible()
    settled(page)
    assert page.url == address
    assert page.evaluate("history.length") == steps
    page.evaluate("history.go(2)")
    expect(page.locator(".gn-words")).to_contain_text("2 of 5 articles")
    assert page.url == chosen
