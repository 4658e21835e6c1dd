"""Quick steps Back, without a browser: what a page that is still shown reports to a server that has gone on."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from driving import KYIV, ShownPage
from streamlit.proto.WidgetStates_pb2 import WidgetStates


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a page that a browser may still show, with the row that is chosen in it."""

    key: str
    row: int | None


def table(page: ShownPage, row: int | None = None) -> Table:
    """Return the page's first table, with ``row`` chosen, else the row that it was drawn with."""
    proto = page.at.dataframe[0].proto
    return Table(proto.id, json.loads(proto.selection_default)["selection"]["rows"][0] if row is None else row)


def ask(page: ShownPage, shown: Table | None = None, **params: str) -> None:
    """Ask for the page of an address, as Back does; ``shown`` is the table that the browser shows at that moment."""
    states = WidgetStates()
    if shown:
        chosen = {"selection": {"rows": [] if shown.row is None else [shown.row], "columns": [], "cells": []}}
        states.widgets.add(id=shown.key, string_value=json.dumps(chosen))
    page.at.query_params.clear()
    page.at.query_params.update(params)
    page.at._run(states)  # noqa: SLF001 - only so can a browser be played that lags behind
    assert not page.at.exception


def asked(page: ShownPage) -> dict[str, str]:
    """Return the address after the page was drawn."""
    return {name: page.asked(name)[0] for name in page.at.query_params}


@pytest.mark.parametrize("tab", ["places", "claims"])
def test_the_row_that_a_table_was_drawn_with_is_no_press_however_late_it_is_told(page: ShownPage, tab: str) -> None:
    ask(page, tab=tab)
    ask(page, table(page, 0), tab=tab)
    chosen = asked(page)
    assert {"place", "claim"} & set(chosen)
    ask(page, **chosen)  # by a link, so that the table is drawn with the row
    shown = table(page)
    ask(page, shown, q="troops", tab=tab)  # Back: the server draws another table and forgets this one
    ask(page, shown, q="Kyiv")  # and Back again, before the browser shows the other
    assert asked(page) == {"q": "Kyiv"}


def test_a_press_that_has_been_followed_is_not_followed_again(page: ShownPage) -> None:
    ask(page, tab="articles")
    pressed = table(page, 1)
    ask(page, pressed, tab="articles")
    assert set(asked(page)) == {"tab", "article"}
    ask(page, pressed, tab="articles")
    assert asked(page) == {"tab": "articles"}


def test_a_press_on_the_page_that_is_still_shown_while_another_comes_counts(page: ShownPage) -> None:
    ask(page, place=KYIV)
    shown = table(page, 1)
    ask(page, table(page), q="Kyiv")
    ask(page, shown, q="Kyiv")
    assert asked(page)["q"] == "Kyiv"
    assert asked(page)["place"] != KYIV


def test_pressing_the_open_article_in_its_table_closes_it(page: ShownPage) -> None:
    ask(page, tab="articles", q="Kyiv")
    ask(page, table(page, 0), tab="articles", q="Kyiv")
    opened = asked(page)
    ask(page, **opened)  # so that the table is drawn with the row
    ask(page, Table(table(page).key, None), **opened)
    assert asked(page) == {"tab": "articles", "q": "Kyiv"}
