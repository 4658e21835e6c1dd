"""The filters in the side bar; each writes itself into the address."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from geonews.dashboard import frames, session, words
from geonews.store import EVERYTHING, ArticleRow, Facets, Filter

_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 31)
_MOST_ARTICLES = 500
"""Choices in the list of articles; the search above it narrows them."""


def panel(wanted: Filter, facets: Facets, articles: Sequence[ArticleRow]) -> None:
    """Offer text, dates, publishers and articles, each with its counts, and one button that clears them."""
    st.html('<div class="gn-brand">geonews<span>places and figures in the news</span></div>')
    st.text_input("Search", key=session.TEXT, on_change=session.commit, placeholder='words, or "a phrase"')
    _dates(facets)
    _publishers(wanted, facets)
    _articles(wanted, articles)
    if wanted != EVERYTHING:
        st.button(
            "Clear all filters", on_click=session.show, args=(EVERYTHING,), width="stretch", icon=":material/close:"
        )


def _dates(facets: Facets) -> None:
    for label, key in (("From", session.SINCE), ("To", session.UNTIL)):
        st.date_input(label, None, _FIRST, _LAST, key=key, on_change=session.commit, format="YYYY-MM-DD")
    label = f"Include {facets.undated:,} undated" if facets.undated else "Include undated"
    st.checkbox(label, key=session.UNDATED, on_change=session.commit)


def _publishers(wanted: Filter, facets: Facets) -> None:
    counts = {row.source: row.articles for row in facets.sources}
    counts |= {source: 0 for source in wanted.sources if source not in counts}
    st.multiselect(
        "Publisher",
        list(counts),
        key=session.SOURCES,
        on_change=session.commit,
        format_func=lambda source: f"{words.publisher(source)} ({counts[source]:,})",
        placeholder=f"any of {words.counted(len(counts), 'choice')}",
    )


def _articles(wanted: Filter, articles: Sequence[ArticleRow]) -> None:
    titles = {row.key: f"{frames.title(row)} ({words.day(row.day)})" for row in articles[:_MOST_ARTICLES]}
    titles |= {key: f"article {key}" for key in wanted.articles if key not in titles}
    st.multiselect(
        "Article",
        list(titles),
        key=session.ARTICLES,
        on_change=session.commit,
        format_func=titles.__getitem__,
        placeholder=f"any of {len(articles):,}",
    )
