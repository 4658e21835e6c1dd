"""The address and the page in step: what is written into the address, and what is not."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from geonews.dashboard import session


class Address:
    """What stands behind the question mark, and how often it was written."""

    def __init__(self, **params: list[str]) -> None:
        self.params = params
        self.written = 0

    def __iter__(self) -> Iterator[str]:
        return iter(self.params)

    def get_all(self, name: str) -> list[str]:
        return self.params.get(name, [])

    def from_dict(self, params: dict[str, list[str]]) -> None:
        self.params = params
        self.written += 1


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Address:
    """Stand in for the browser's address bar; the reader has just come."""
    bar = Address(q=["troops"])
    monkeypatch.setattr("streamlit.query_params", bar)
    monkeypatch.setattr("streamlit.session_state", {})
    return bar


@pytest.fixture
def by_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each page asked for by a step Back."""
    back = SimpleNamespace(is_history_navigation=True)
    monkeypatch.setattr(session, "get_script_run_ctx", lambda **_how: back)


def test_a_place_that_is_selected_and_left_again_is_written_each_time(address: Address) -> None:
    session.select_on_map("gn:703448")
    assert address.params == {"place": ["gn:703448"], "q": ["troops"]}
    session.select_on_map(None)
    assert address.params == {"q": ["troops"]}
    assert address.written == 2


def test_a_map_that_is_gone_writes_no_address_when_it_says_that_nothing_is_selected(address: Address) -> None:
    session.select_on_map(None)  # asked with the address before the last step, which the page has left
    assert address.written == 0


def test_a_map_on_which_nothing_was_pressed_takes_nothing_away(address: Address) -> None:
    address.params = {"place": ["gn:703448"], "claim": ["key@0@1,000 troops"]}
    session.select_on_map(None)
    assert address.written == 0


def test_a_map_forgets_what_was_clicked_once_the_page_shows_something_else(address: Address) -> None:
    session.select_on_map("gn:703448")
    assert session.current().place
    assert session.let_go() == 0
    address.params = {"q": ["troops"]}  # Back, or closed in the panel
    assert session.current().place is None
    assert session.let_go() == 1
    session.select_on_map(None)  # the open sea, or what the map reports when it forgets
    assert address.params == {"q": ["troops"]}
    session.select_on_map("gn:703448")
    assert address.params["place"] == ["gn:703448"]


def test_over_a_claim_the_place_that_was_clicked_before_can_be_clicked_again(address: Address) -> None:
    session.select_on_map("gn:703448")
    session.do("claim", "key@0@1,000 troops")
    assert session.current().claim
    assert session.let_go() == 1
    session.select_on_map("gn:703448")
    assert address.params == {"place": ["gn:703448"], "q": ["troops"]}


@pytest.mark.usefixtures("address")
def test_a_movement_can_be_clicked_again() -> None:
    session.read_on_map("key@0")
    session.current()
    assert session.let_go() == 1


def test_a_page_asked_for_with_the_address_before_a_step_is_drawn_as_of_the_step(address: Address) -> None:
    session.do("claim", "key@0@1,000 troops", in_table=True)  # while a timer's part of the page runs
    address.params = {"q": ["troops"]}  # what the browser still had when it asked for the page
    rows = session.epoch()
    assert session.current().claim == "key@0@1,000 troops"
    assert address.params == {"claim": ["key@0@1,000 troops"], "q": ["troops"]}
    assert session.epoch() == rows  # the table keeps the row that was pressed


def test_once_the_page_is_drawn_after_a_step_back_leads_to_the_address_before_it(address: Address) -> None:
    session.do("claim", "key@0@1,000 troops")
    assert session.current().claim
    address.params = {"q": ["troops"]}
    assert not session.current().claim
    assert address.params == {"q": ["troops"]}


@pytest.mark.usefixtures("by_back")
def test_a_reader_who_goes_back_before_the_step_is_drawn_stays_there(address: Address) -> None:
    session.do("claim", "key@0@1,000 troops")  # the page that it asks for is given up when Back asks for another
    address.params = {"q": ["troops"]}
    assert not session.current().claim
    assert address.params == {"q": ["troops"]}


@pytest.mark.usefixtures("address")
def test_a_table_is_pressed_where_it_reports_another_row_than_it_showed() -> None:
    session.shows("places-1", "gn:703448")
    assert not session.is_press("places-1", "gn:703448")
    assert session.is_press("places-1", None)
    assert session.is_press("places-1", "gn:524901")
    assert not session.is_press("places-1", "gn:524901")


@pytest.mark.usefixtures("address")
def test_a_table_of_long_ago_is_forgotten() -> None:
    for number in range(200):
        session.shows(f"places-{number}", "gn:703448")
    assert session.is_press("places-0", "gn:703448")
    assert not session.is_press("places-199", "gn:703448")
