"""A fault of the page's own: what a reader is told, what the log keeps, and the ways on."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
import streamlit as st
from driving import ShownPage

from geonews.dashboard.panels import tables
from geonews.dashboard.state import View


def fail(*_: object) -> None:
    message = "password of /srv/news"
    raise ValueError(message)


@pytest.fixture
def broken(page: ShownPage, monkeypatch: pytest.MonkeyPatch) -> ShownPage:
    monkeypatch.setattr(tables, "panel", fail)
    return page


def test_a_fault_is_told_without_its_details_which_are_logged(
    broken: ShownPage, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        broken.at.run()
    assert "This page could not be drawn" in broken.html()
    assert not broken.at.exception
    assert "password" not in broken.html()
    assert "ValueError: password of /srv/news" in caplog.text


def test_a_fault_of_what_the_address_asks_for_can_be_left(page: ShownPage, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: Callable[..., None] = tables.panel

    def fails_for_moscow(listed: tables.Tables, view: View) -> None:
        if view.place:
            fail()
        drawn(listed, view)

    monkeypatch.setattr(tables, "panel", fails_for_moscow)
    page.at.query_params["place"] = "gn:524901"
    page.at.run()
    assert "This page could not be drawn" in page.html()
    page.press("Clear all filters")
    assert "This page could not be drawn" not in page.html()
    assert "<b>5 articles</b>" in page.heading()


def test_a_fault_that_passes_is_gone_when_it_is_tried_again(broken: ShownPage, monkeypatch: pytest.MonkeyPatch) -> None:
    broken.at.run()
    assert {button.label for button in broken.at.button if "broken" in (button.key or "")} == {"Try again"}
    monkeypatch.setattr(tables, "panel", lambda *_: None)
    broken.press("Try again")
    assert "This page could not be drawn" not in broken.html()


def test_a_page_that_asks_to_be_drawn_anew_is_no_fault(page: ShownPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def once(*_: object) -> None:
        if not asked:
            asked.append("again")
            st.rerun()

    monkeypatch.setattr(tables, "panel", once)
    page.at.run()
    assert asked
    assert "This page could not be drawn" not in page.html()
