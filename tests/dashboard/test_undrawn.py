"""Where a browser has told that it cannot draw the map, the page sends a picture instead, of what the filter shows."""

from __future__ import annotations

import re

from driving import BERLIN, KYIV, ShownPage

from geonews.dashboard.panels.frame import SIZE


def pictured(page: ShownPage) -> set[str]:
    return set(re.findall(r'data-do="place" data-value="([^"]+)"', page.surfaces()["undrawn"]))


def test_the_picture_follows_the_filter_and_no_map_is_sent(page: ShownPage) -> None:
    page.at.session_state[SIZE] = {"width": 640, "height": 460, "narrow": False, "draws": False}
    page.at.run()
    assert not page.at.exception
    assert not page.at.get("deck_gl_json_chart")
    assert {KYIV, BERLIN} <= pictured(page)
    assert "cannot draw the interactive map" in page.html()
    assert "Drawing the map" not in page.html()

    page.do("q", "waited")
    assert KYIV in pictured(page)
    assert BERLIN not in pictured(page)


def test_a_browser_that_draws_gets_the_map(page: ShownPage) -> None:
    page.at.run()
    assert page.at.get("deck_gl_json_chart")
    assert "cannot draw" not in page.html()
