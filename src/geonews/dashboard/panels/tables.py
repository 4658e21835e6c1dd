"""Places, claims, articles and what the map cannot show, as tables: all that the map does, for the keyboard too."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from geonews.claims import Claim
from geonews.dashboard import frames, session, surface, words
from geonews.dashboard.panels import columns
from geonews.dashboard.pieces.claims import claim_id
from geonews.dashboard.pieces.tabs import Named, tabs_html
from geonews.dashboard.state import Tab, View
from geonews.store import ArticleRow, PlaceRow, Unplaced

_MOST_PLACES = 2000
"""The search finds the others."""
_ROW = 32
"""Pixels."""
_LINES = 62
"""Pixels of a row of up to three lines, where one would cut many a cell short; Streamlit breaks none in lower rows."""
_CLAIMS_HEIGHT = 440
_HEIGHT = 330


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tabs hold."""

    places: Sequence[PlaceRow]
    claims: tuple[Callable[[], Sequence[Claim]], int]
    """What lists them, and how many there are."""
    articles: tuple[Sequence[ArticleRow], int]
    """Those listed, and how many there are."""
    unplaced: Unplaced
    others: int
    """Mentions that are left out because they stand for a government, a people or a team."""
    by_hand: tuple[int, Callable[[], None]] | None
    """How many corrections there are, and what lists them; ``None`` where none are offered."""


def panel(shown: Tables, view: View) -> None:
    """Show the table that the address asks for, and a tab for each, with its count."""
    missing = shown.unplaced.all_names + shown.unplaced.all_articles
    names: list[Named] = [
        ("places", "Places", len(shown.places)),
        ("claims", "Claims", shown.claims[1]),
        ("articles", "Articles", shown.articles[1]),
        ("missing", "Not on the map", missing),
    ]
    draws: dict[Tab, Callable[[], None]] = {
        "places": lambda: _places(shown.places, view.place),
        "claims": lambda: _claims(shown.claims[0](), shown.claims[1], view.claim),
        "articles": lambda: _articles(*shown.articles, view.filter.articles),
        "missing": lambda: _unplaced(shown.unplaced, shown.others, narrowed=view.filter != view.filter.anywhere),
    }
    if shown.by_hand:
        names.append(("hand", "By hand", shown.by_hand[0]))
        draws["hand"] = shown.by_hand[1]
    chosen = view.tab if view.tab in draws else "places"
    surface.show(tabs_html(names, chosen), "tabs")
    with st.container(key=f"table-{chosen}"):
        draws[chosen]()


def _places(places: Sequence[PlaceRow], selected: str | None) -> None:
    rows = places[:_MOST_PLACES]
    if len(places) > len(rows):
        st.caption(f"The {len(rows):,} most mentioned places; filters and the search show the others.")
    ids = [row.place.id for row in rows]
    key = _key("places", ids)
    table = frames.place_table(rows)
    st.dataframe(
        table,
        key=key,
        hide_index=True,
        height=_height(len(rows)),
        row_height=_ROW,
        placeholder=columns.NONE,
        on_select=lambda: _follow(key, ids, lambda row: session.select(row, in_table=True)),
        selection_mode="single-row",
        selection_default=_shown(key, ids, selected),
        column_config=columns.explained(columns.PLACES, columns.place_widths(list(table))),
    )


def _claims(claims: Sequence[Claim], total: int, chosen: str) -> None:
    if not claims:
        st.html('<p class="gn-note">These articles state no figure of force, loss, displacement or money.</p>')
        return
    ids = [claim_id(claim) for claim in claims]
    key = _key("claims", ids)
    if total > len(claims):
        st.caption(f"The {len(claims):,} claims of most sources; filters show the others.")
    st.dataframe(
        frames.claim_table(claims),
        key=key,
        hide_index=True,
        height=min(_CLAIMS_HEIGHT, 6 + _ROW + _LINES * len(claims)),
        row_height=_LINES,
        placeholder=columns.NONE,
        on_select=lambda: _follow(key, ids, lambda row: session.do("claim", row or "", in_table=True)),
        selection_mode="single-row",
        selection_default=_shown(key, ids, chosen),
        column_config=columns.explained(columns.CLAIMS, columns.CLAIM_WIDTHS),
    )


def _articles(rows: Sequence[ArticleRow], total: int, chosen: Sequence[str]) -> None:
    keys = [row.key for row in rows]
    if total > len(rows):
        st.caption(f"The {len(rows):,} newest articles; filters show the others.")
    key = _key("articles", keys)
    st.dataframe(
        frames.article_table(rows),
        key=key,
        hide_index=True,
        height=_height(len(rows)),
        row_height=_ROW,
        placeholder=columns.NONE,
        on_select=lambda: _follow(key, keys, lambda row: session.do("read", row) if row else session.do("close")),
        selection_mode="single-row",
        selection_default=_shown(key, keys, keys[0] if len(chosen) == 1 and keys == list(chosen) else None),
        column_config=columns.explained(columns.ARTICLES, columns.ARTICLE_WIDTHS),
    )


def _unplaced(unplaced: Unplaced, others: int, *, narrowed: bool) -> None:
    if not unplaced.names and not unplaced.articles:
        st.html('<p class="gn-note">Every name found in these articles that means a place itself is on the map.</p>')
    if others:
        names = words.counted(others, "mention means", "mentions mean")
        st.caption(f'{names} a government, a people or a team: "governments", below the map, shows them too.')
    if narrowed:
        st.caption("Conditions on places do not count here: what has no place can meet none.")
    if unplaced.names:
        more = f" The {len(unplaced.names):,} most frequent." if unplaced.all_names > len(unplaced.names) else ""
        st.caption(f"Place names that got no place, with the reason.{more}")
        texts = [row.text for row in unplaced.names]
        names = _key("unplaced", texts)
        st.dataframe(
            frames.unplaced_table(unplaced.names),
            key=names,
            hide_index=True,
            height=_height(len(texts)),
            row_height=_ROW,
            placeholder=columns.NONE,
            on_select=lambda: _follow(names, texts, lambda row: session.do("name", row or "")),
            selection_mode="single-row",
            column_config=columns.explained(columns.UNPLACED, columns.UNPLACED_WIDTHS),
        )
    if unplaced.articles:
        st.caption(f"{words.counted(unplaced.all_articles, 'article')} without any place on the map.")
        keys = [row.key for row in unplaced.articles]
        articles = _key("placeless", keys)
        st.dataframe(
            frames.article_table(unplaced.articles),
            key=articles,
            hide_index=True,
            height=_height(len(keys)),
            row_height=_ROW,
            placeholder=columns.NONE,
            on_select=lambda: _follow(articles, keys, lambda row: session.do("read", row or "")),
            selection_mode="single-row",
            column_config=columns.explained(columns.ARTICLES, columns.ARTICLE_WIDTHS),
        )


def _shown(key: str, ids: Sequence[str], chosen: str | None) -> Any:  # noqa: ANN401 - Streamlit's own, kept inside it
    """Return what a table shows as chosen when it is drawn: the row of ``chosen``, if it has one."""
    session.shows(key, chosen if chosen in ids else None)
    return {"selection": {"rows": [ids.index(chosen)]}} if chosen in ids else None


def _follow(key: str, ids: Sequence[str], step: Callable[[str | None], None]) -> None:
    """Go the way of the row that is pressed."""
    row = _picked(key, ids)
    if session.is_press(key, row):
        step(row)


def _picked(key: str, ids: Sequence[str]) -> str | None:
    rows = st.session_state[key].selection["rows"]
    return ids[rows[0]] if rows and rows[0] < len(ids) else None


def _key(name: str, ids: Sequence[str]) -> str:
    """Return a key that other rows do not share: a selection is positional, and would answer a phantom."""
    return f"{name}-{session.epoch()}-" + hashlib.sha256(repr(ids).encode()).hexdigest()[:16]


def _height(rows: int) -> int:
    return min(_HEIGHT, 6 + _ROW * (1 + max(rows, 1)))
