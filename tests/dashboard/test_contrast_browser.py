"""What is written can be read, in a real browser: contrast as the page is shown, whatever gives a text its colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from conftest import CHROMIUM, WITHOUT_MAP
from waiting import settled

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")
expect = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright").expect

LEAST = 4.5
"""Contrast of text in WCAG 2.2, level AA (success criterion 1.4.3)."""
FAINT = """
least => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const parts = colour => numbers(colour).map((part, at) => colour.startsWith("color") && at < 3 ? part * 255 : part);
  const onto = ([r, g, b, a = 1], under) => [r, g, b].map((part, at) => part * a + under[at] * (1 - a));
  const linear = part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const light = colour => colour.map(part => linear(part / 255))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const below = element => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
      layers.unshift(parts(getComputedStyle(each).backgroundColor));
    }
    return layers.reduce((under, layer) => onto(layer, under), [255, 255, 255]);
  };
  const seen = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const faint = [];
  const weigh = (element, pseudo, text) => {
    const { color, fill } = getComputedStyle(element, pseudo);
    const under = below(element);
    const found = contrast(onto(parts(element.closest("svg") ? fill : color), under), under);
    if (found < least) faint.push(`${found.toFixed(2)} ${text.trim().slice(0, 60)}`);
  };
  const texts = document.createTreeWalker(document.querySelector("#root").parentElement, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: element, textContent } = texts.currentNode;
    const unread = element.closest("script, style, noscript, [disabled], canvas, .gn-picture");
    if (textContent.trim() && !unread && seen(element)) weigh(element, null, textContent);
  }
  for (const input of document.querySelectorAll("input[placeholder]")) {
    if (seen(input) && !input.value) weigh(input, "::placeholder", input.placeholder);
  }
  return faint;
}
"""
"""Returns the texts and placeholders in sight that stand out too little from what is below them."""


@pytest.fixture(scope="module")
def flags() -> list[str]:
    return WITHOUT_MAP


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_that_is_written_stands_out_from_what_is_below_it(
    address: str, fresh_page: Callable[[str], Page], theme: str
) -> None:
    page = fresh_page(f"{address}?place=gn:703448&q=troops&tab=claims")
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")
    page.reload()
    expect(page.locator("h2.gn-place-name")).to_have_text("Kyiv")
    settled(page)
    assert page.evaluate(FAINT, LEAST) == []
    page.get_by_role("button", name="Take it away").click()
    expect(page.get_by_text("one file to mail")).to_be_visible()
    assert page.evaluate(FAINT, LEAST) == []
