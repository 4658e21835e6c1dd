"""Inside somebody else's page: what is to be read, and a way to the page itself."""

from __future__ import annotations

import pytest
from driving import KYIV, ShownPage

from geonews.dashboard.panels import frame


@pytest.fixture
def embedded(page: ShownPage, monkeypatch: pytest.MonkeyPatch) -> ShownPage:
    monkeypatch.setattr(frame, "is_embedded", lambda: True)
    page.at.query_params["place"] = KYIV
    page.at.run()
    assert not page.at.exception
    return page


def test_map_time_and_what_is_read_are_there_and_a_link_opens_the_same_view_of_the_full_page(
    embedded: ShownPage,
) -> None:
    shown = embedded.surfaces()
    assert {"heading", "passages", "timeline", "legend", "whole"} <= shown.keys()
    assert embedded.at.get("deck_gl_json_chart")
    assert 'href="?place=gn%3A703448" target="_blank"' in shown["whole"]
    assert "embed" not in shown["whole"]


def test_filters_tables_and_all_that_changes_the_corpus_are_left_out(embedded: ShownPage) -> None:
    assert "filters" not in embedded.surfaces()
    assert not embedded.at.dataframe
    assert "Add articles" not in {button.label for button in embedded.at.button}
    assert 'data-do="correct"' not in embedded.html()
    assert 'data-do="remove"' not in embedded.html()


def test_the_full_page_has_them(page: ShownPage) -> None:
    page.at.query_params["place"] = KYIV
    page.at.run()
    assert "whole" not in page.surfaces()
    assert page.at.dataframe
    assert 'data-do="correct"' in page.html()
