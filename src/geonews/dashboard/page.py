"""The page: what comes where, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geonews.dashboard import cache, frames, near, session, widen, words
from geonews.dashboard.cache import Corpus
from geonews.dashboard.fit import View as Sight
from geonews.dashboard.fit import fit
from geonews.dashboard.maps import Look, deck
from geonews.dashboard.panels import evidence, filters, frame, notices, tables
from geonews.dashboard.panels import map as map_panel
from geonews.dashboard.state import View
from geonews.errors import GeonewsError
from geonews.store import EVERYTHING, Filter, PlaceRow

_MAP_WIDTH, _NARROW = 640, 350
"""Pixels that the map has at least on a desk and on a phone; it is fitted to them."""


def run() -> None:
    """Draw the page once, as Streamlit asks for it."""
    frame.prepare()
    try:
        with notices.progress() as progress:
            corpus = cache.open_corpus(progress)
        _page(corpus)
    except (GeonewsError, OSError) as error:
        notices.failure(str(error))
    frame.measure()


def _page(corpus: Corpus) -> None:
    view = session.current()
    total = corpus.total()
    if not total:
        notices.nothing_stored()
        return
    facets = corpus.facets(view.filter)
    total = max(total, facets.articles)  # asked a moment later: another process may be adding
    others = corpus.articles(replace(view.filter, articles=()))
    with st.sidebar:
        filters.panel(view.filter, facets, others)
    if corpus.is_sample:
        notices.sample()
    notices.watch(lambda: cache.is_stale(corpus))
    titles = {row.key: frames.title(row) for row in others if row.key in view.filter.articles}
    frame.heading(words.filter_in_words(view.filter, facets, total, titles))
    if facets.articles:
        _results(corpus, view)
    else:
        _nothing(corpus, view.filter)


def _nothing(corpus: Corpus, wanted: Filter) -> None:
    culprits = [what for what, alone in widen.each_alone(wanted) if not corpus.facets(alone).articles]
    ways = [(label, wider, corpus.facets(wider).articles) for label, wider in widen.ways(wanted)]
    notices.nothing_found(culprits, [way for way in ways if way[2]])


def _results(corpus: Corpus, view: View) -> None:
    places = corpus.places(view.filter)
    articles = corpus.articles(view.filter)
    sight = fit(frames.framed(places), _NARROW if frame.is_narrow() else _MAP_WIDTH, map_panel.HEIGHT)
    left, right = st.columns([13, 8], gap="medium")
    with left:
        _map(places, view, sight)
    with right.container(height=map_panel.HEIGHT + 26, border=False, key="evidence"):
        _evidence(corpus, places, view, sight)
    if not places:
        notices.nothing_placed(len(articles))
    tables.panel(places, articles, corpus.unplaced(view.filter), view.filter, view.place)


def _map(places: list[PlaceRow], view: View, sight: Sight) -> None:
    palette = frame.palette()
    pins = frames.pins(places)
    named, chosen, extent = frames.areas(places, view.place)
    look = Look(palette, frame.basemap(), named, chosen, extent)
    map_panel.panel(deck(pins, sight, look, view.place), pins, palette)


def _evidence(corpus: Corpus, places: list[PlaceRow], view: View, sight: Sight) -> None:
    row = next((row for row in places if row.place.id == view.place), None)
    if view.place is None:
        evidence.nothing_selected(places)
    elif row is None:
        anywhere = corpus.places(EVERYTHING)
        evidence.not_here(next((other for other in anywhere if other.place.id == view.place), None))
    else:
        close = near.close_places(places, row, near.reach(sight))
        found = corpus.passages(view.place, view.filter, session.shown())
        evidence.passages(row, close, found, corpus.passage_count(view.place, view.filter))
