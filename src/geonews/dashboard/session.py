"""Keeps the address and the selection in step. The address is the truth."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geonews.dashboard import actions
from geonews.dashboard.state import View, days, from_params, to_params
from geonews.store import Filter

_URL = "url"
_EPOCH = "table-epoch"
_ON_MAP = "selected-on-map"
_LET_GO = "map-let-go"
RETURNS = "returns"
_OPENED = "opened"
_STEP = "step"
"""The addresses before and after the last step, until the page has been drawn after it."""
_SHOWN = "table-shown"
_REMEMBERED = 100
"""Tables of which it is known what they showed: a browser reports of those that it was sent some steps ago."""


def current() -> View:
    """Return what the address asks for; tables forget a selection when it was changed from outside (a link, Back).

    A step may be carried out while a part of the page runs by its timer. The page that is asked for at the same moment
    still comes with the address from before: it is drawn as of the step, or the step would be lost. A reader who has
    gone Back to that address meanwhile stays there: what is written over Back's address is lost from the history.
    """
    params = _params()
    before, after = st.session_state.pop(_STEP, (None, None))
    if after is not None and params == before and not _is_back():
        st.query_params.from_dict(after)
        params = after
    st.session_state.setdefault(_OPENED, days(from_params(params)))
    if st.session_state.get(_URL) != params:
        st.session_state[_URL] = params
        bump_tables()
    view = from_params(params)
    _let_go(view)
    return view


def asked() -> View:
    """Return what the address asks for now."""
    return from_params(_params())


def act(key: str) -> None:
    """Do what the surface ``key`` reports; its callback."""
    action = getattr(st.session_state[key], "act", None)
    if isinstance(action, dict):
        if action.get("do") == "whole":
            st.session_state[RETURNS] = returns() + 1
        _change(actions.apply(asked(), action))


def do(name: str, value: str = "", *, in_table: bool = False) -> None:
    """Do one step; the callback of buttons, and of a table, which then stays as it is with the row that was pressed."""
    view = actions.apply(asked(), {"do": name, "value": value})
    if in_table:
        _go(view)
    else:
        _change(view)


def show(wanted: Filter) -> None:
    """Set the whole filter, as the buttons that widen it do."""
    _change(replace(asked(), filter=wanted, page=1, at=None))


def select(place: str | None, *, in_table: bool = False) -> None:
    """Select a place, or none. Tables drop a selection of their own that no longer holds."""
    if not in_table:
        bump_tables()
    _go(actions.apply(asked(), {"do": "place", "value": place or ""}))


def select_on_map(place: str | None) -> None:
    """Select what was clicked on the map; ``None`` for a click beside all points or on the point that it holds."""
    if place is None and st.session_state.get(_ON_MAP) is None:
        return  # a map that has just come, gone or let go: nothing was pressed
    st.session_state[_ON_MAP] = place
    select(place)


def read_on_map(passage: str) -> None:
    """Read what a movement that was clicked says; the map is to forget it, so that it can be clicked again."""
    st.session_state[_ON_MAP] = passage
    do("read", passage)


def _let_go(view: View) -> None:
    """Have the map forget what was clicked on it once the page shows something else.

    It keeps a selection of its own, and tells a click on the point that it holds just as a click on the open sea. It
    forgets when the layer that was clicked has another id: nobody sees that, the signs are not in that layer.
    """
    held = st.session_state.get(_ON_MAP)
    if held is not None and (held != view.place or view.claim):
        st.session_state[_ON_MAP] = None
        st.session_state[_LET_GO] = let_go() + 1


def let_go() -> int:
    """Return how often the map had to forget what was clicked on it."""
    number: int = st.session_state.get(_LET_GO, 0)
    return number


def shows(table: str, row: str | None) -> None:
    """Note which row of a table is shown as chosen, if any; ``table`` is its key."""
    others = {key: chosen for key, chosen in st.session_state.get(_SHOWN, {}).items() if key != table}
    st.session_state[_SHOWN] = dict([*others.items(), (table, row)][-_REMEMBERED:])


def is_press(table: str, row: str | None) -> bool:
    """Tell whether the reader has pressed this row, where a table reports that it is chosen, or none; and note it.

    With each step Back a browser reports anew what is chosen in the table that it still shows. When steps are quick,
    the server has forgotten that table, and Streamlit takes the report for a press: the address of a page that was left
    would be written over the one that the reader has reached.
    """
    shown = st.session_state.get(_SHOWN, {})
    pressed = table not in shown or shown[table] != row
    shows(table, row)
    return pressed


def bump_tables() -> None:
    """Give the tables a new key, so that none shows a selection that is not the page's."""
    st.session_state[_EPOCH] = epoch() + 1


def epoch() -> int:
    """Return the part of the tables' keys that ``bump_tables`` changes."""
    number: int = st.session_state.get(_EPOCH, 0)
    return number


def returns() -> int:
    """Return how often the reader asked for the whole map again."""
    number: int = st.session_state.get(RETURNS, 0)
    return number


def opened() -> str:
    """Return the days ``FIRST/LAST`` of the link that was opened, until the reader asks for the whole map; or ""."""
    known: str = st.session_state.get(_OPENED, "")
    return "" if returns() else known


def _is_back() -> bool:
    """Tell whether the page is asked for by a step Back or Forward."""
    context = get_script_run_ctx(suppress_warning=True)
    return context is not None and context.is_history_navigation


def _params() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _change(view: View) -> None:
    if view != asked():
        bump_tables()
        _go(view)


def _go(view: View) -> None:
    """Write the address of a view, unless it is there already.

    A part of the page that asks for itself every half second may ask with an address that has just been left. What a
    map that is gone says then ("nothing is selected") would write that address again, over the page that is shown.
    """
    if view == asked():
        return
    before, after = _params(), to_params(view)
    st.query_params.from_dict(after)
    st.session_state[_URL] = after
    st.session_state[_STEP] = before, after
