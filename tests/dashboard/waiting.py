"""Waits, in a real browser, for what a reader would see before going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Page

PATIENCE = 120_000
"""Milliseconds that a condition may take on a slow machine, the loading of the language model included."""


def arrive(page: Page, url: str) -> None:
    """Open an address, and wait until the page stands."""
    page.goto(url)
    settled(page)


def settled(page: Page | FrameLocator) -> None:
    """Wait until the page stands, and shows that it works at nothing.

    It is drawn twice at first, and has a map or a picture of it from the second time on: what is done before it knows
    how large the map can be, is done to a page that moves.
    """
    page.locator("[data-test-script-state=notRunning] :is(.st-key-backdrop, .gn-picture)").wait_for(state="attached")


def fits(page: Page) -> None:
    """Wait until nothing is wider than the window."""
    page.wait_for_function("document.documentElement.scrollWidth <= window.innerWidth")
