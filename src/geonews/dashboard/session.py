"""Keeps the address, the widgets and the selection in step. The address is the truth; widgets are seeded from it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from geonews.dashboard.state import View, from_params, to_params
from geonews.store import Filter

TEXT, SINCE, UNTIL, UNDATED = "filter-text", "filter-since", "filter-until", "filter-undated"
SOURCES, ARTICLES = "filter-sources", "filter-articles"
_URL = "url"
_EPOCH = "table-epoch"
_ON_MAP = "selected-on-map"
_SHOWN = "passages-shown"
PAGE = 10
"""Passages that are shown at once."""


def current() -> View:
    """Return what the address asks for; seed the widgets when it was changed from outside (a link, Back, Forward)."""
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    view = from_params(params)
    if st.session_state.get(_URL) != params:
        st.session_state[_URL] = params
        bump_tables()
    _seed(view.filter)
    return view


def commit() -> None:
    """Write the widgets' filter into the address; the callback of every filter widget."""
    state = st.session_state
    wanted = Filter(
        articles=tuple(state[ARTICLES]),
        sources=tuple(state[SOURCES]),
        since=_day(state[SINCE]),
        until=_day(state[UNTIL]),
        undated=bool(state[UNDATED]),
        text=state[TEXT].strip(),
    )
    _go(View(wanted, _view().place))


def show(wanted: Filter) -> None:
    """Set the whole filter, as the buttons that clear or widen it do."""
    _go(View(wanted, _view().place))


def select(place: str | None, *, in_table: bool = False) -> None:
    """Select a place, or none. Tables drop a selection of their own that no longer holds."""
    if not in_table:
        bump_tables()
    st.session_state.pop(_SHOWN, None)
    _go(View(_view().filter, place))


def select_on_map(place: str | None) -> None:
    """Select what was clicked on the map; ``None`` for a click beside all points or on the point that it holds.

    The map keeps a selection of its own, which Python cannot set: when the place has meanwhile been chosen elsewhere, a
    click on the point that the map still holds arrives as "nothing" and means that point.
    """
    held = st.session_state.get(_ON_MAP)
    if place is None and held is not None and held != _view().place:
        place = held
    st.session_state[_ON_MAP] = place
    select(place)


def bump_tables() -> None:
    """Give the tables a new key, so that none shows a selection that is not the page's."""
    st.session_state[_EPOCH] = epoch() + 1


def epoch() -> int:
    """Return the part of the tables' keys that ``bump_tables`` changes."""
    number: int = st.session_state.get(_EPOCH, 0)
    return number


def shown() -> int:
    """Return how many passages of the selected place to show."""
    number: int = st.session_state.get(_SHOWN, PAGE)
    return number


def show_more() -> None:
    """Show one more page of passages."""
    st.session_state[_SHOWN] = shown() + PAGE


def _view() -> View:
    return from_params({name: st.query_params.get_all(name) for name in st.query_params})


def _go(view: View) -> None:
    params = to_params(view)
    st.query_params.from_dict(params)
    st.session_state[_URL] = params


def _seed(wanted: Filter) -> None:
    values = {
        TEXT: wanted.text,
        SINCE: wanted.since,
        UNTIL: wanted.until,
        UNDATED: wanted.undated,
        SOURCES: list(wanted.sources),
        ARTICLES: list(wanted.articles),
    }
    for key, value in values.items():
        if st.session_state.get(key, _MISSING) != value:
            st.session_state[key] = value


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


_MISSING = object()
