"""Places, articles and what the map cannot show, as tables: all that the map does, for the keyboard too."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from geonews.dashboard import frames, session, words
from geonews.store import ArticleRow, Filter, PlaceRow, Unplaced

_MOST_ROWS = 10_000
_HEIGHT = 420


def panel(
    places: Sequence[PlaceRow], articles: Sequence[ArticleRow], unplaced: Unplaced, wanted: Filter, selected: str | None
) -> None:
    """Show the three tables as tabs, each with its count."""
    missing = len(unplaced.names) + len(unplaced.articles)
    names = (f"Places ({len(places):,})", f"Articles ({len(articles):,})", f"Not on the map ({missing:,})")
    first, second, third = st.tabs(names)
    with first:
        _places(places, selected)
    with second:
        _articles(articles, wanted)
    with third:
        _unplaced(unplaced)


def _places(places: Sequence[PlaceRow], selected: str | None) -> None:
    rows = places[:_MOST_ROWS]
    ids = [row.place.id for row in rows]
    key = _key("places", ids)
    st.dataframe(
        frames.place_table(rows),
        key=key,
        hide_index=True,
        height=_height(len(rows)),
        on_select=lambda: session.select(_picked(key, ids), in_table=True),
        selection_mode="single-row",
        selection_default={"selection": {"rows": [ids.index(selected)]}} if selected in ids else None,
    )


def _articles(articles: Sequence[ArticleRow], wanted: Filter) -> None:
    rows = articles[:_MOST_ROWS]
    keys = [row.key for row in rows]
    key = _key("articles", keys)
    st.caption("Choose a row to see that article alone on the map.")
    st.dataframe(
        frames.article_table(rows),
        key=key,
        hide_index=True,
        height=_height(len(rows)),
        on_select=lambda: _show_article(_picked(key, keys), wanted),
        selection_mode="single-row",
        column_config={
            "Title": st.column_config.TextColumn(width="large"),
            "Link": st.column_config.LinkColumn(display_text="open"),
        },
    )


def _show_article(key: str | None, wanted: Filter) -> None:
    if key is not None:
        session.show(replace(wanted, articles=(key,)))


def _unplaced(unplaced: Unplaced) -> None:
    if not unplaced.names and not unplaced.articles:
        st.html('<p class="gn-note">Every place name found in these articles is on the map.</p>')
    if unplaced.names:
        st.caption("Place names that got no place, with the reason.")
        st.dataframe(frames.unplaced_table(unplaced.names[:_MOST_ROWS]), hide_index=True)
    if unplaced.articles:
        st.caption(f"{words.counted(len(unplaced.articles), 'article')} without any place on the map.")
        st.dataframe(frames.article_table(unplaced.articles[:_MOST_ROWS]), hide_index=True)


def _picked(key: str, ids: Sequence[str]) -> str | None:
    rows = st.session_state[key].selection["rows"]
    return ids[rows[0]] if rows and rows[0] < len(ids) else None


def _key(name: str, ids: Sequence[str]) -> str:
    """Return a key that other rows do not share: a selection is positional, and would answer a phantom."""
    return f"{name}-{session.epoch()}-" + hashlib.sha256(repr(ids).encode()).hexdigest()[:16]


def _height(rows: int) -> int:
    return min(_HEIGHT, 38 + 35 * max(rows, 1))
