"""The page: what comes where, and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from geonews.dashboard import additions, cache, claimed, fetched, frames, righting, session, surface, widen, words
from geonews.dashboard.cache import Corpus
from geonews.dashboard.drawing import Manner, chosen
from geonews.dashboard.maps import deck
from geonews.dashboard.mapstyle import Look
from geonews.dashboard.panels import (
    added,
    adding,
    byhand,
    correcting,
    door,
    find,
    frame,
    notices,
    putright,
    reading,
    tables,
    takeaway,
)
from geonews.dashboard.panels import map as map_panel
from geonews.dashboard.pieces.backdrop import backdrop_html
from geonews.dashboard.pieces.filters import filters_html
from geonews.dashboard.pieces.heading import heading_html, whole_page_html
from geonews.dashboard.pieces.legend import Drawn, legend_html
from geonews.dashboard.pieces.timeline import timeline_html
from geonews.dashboard.sighting import Sighting, of_all_days
from geonews.dashboard.state import View
from geonews.errors import GeonewsError
from geonews.store import EVERYTHING, ArticleRow, Filter, PlaceRow

_LOGGER = logging.getLogger(__name__)
_UNMEASURED = frame.Size(640, 460, narrow=False)


def run() -> None:
    """Draw the page once, as Streamlit asks for it; what fails is told in our words, and logged where it is a fault."""
    frame.prepare()
    try:
        if not door.is_open():
            return
        additions.settle()
        with notices.progress() as progress:
            corpus = cache.open_corpus(progress)
        _page(corpus)
        door.way_out()
    except (GeonewsError, OSError) as error:
        notices.failure(str(error))
    except Exception:
        _LOGGER.exception("the page could not be drawn")
        notices.broken()


def _page(corpus: Corpus) -> None:
    view = session.current()
    total = corpus.total()
    if not total:
        notices.nothing_stored()
        if not frame.is_embedded():
            added.notice()
            adding.button()
        return
    facets = corpus.facets(view.filter)
    total = max(total, facets.articles)  # asked a moment later: another process may be adding
    chosen = corpus.articles(replace(EVERYTHING, articles=view.filter.articles)) if view.filter.articles else []
    others = corpus.articles(replace(view.filter, articles=()))
    offered = chosen + [row for row in others if row.key not in view.filter.articles]
    bare = frame.is_embedded()
    if not bare:
        with st.sidebar:
            surface.show(filters_html(view.filter, facets, offered), "filters")
        if corpus.is_sample:
            notices.sample()
    with st.container(key="told"):  # always there, so that what stands below it is not drawn anew
        added.notice()
        if not corpus.is_sample:
            putright.notice()
        notices.watch(lambda: cache.is_stale(corpus))
    titles = dict.fromkeys(view.filter.articles, words.GONE) | {row.key: frames.title(row) for row in chosen}
    places = corpus.places_of(EVERYTHING, view.filter.places)
    names = titles | {row.place.id: row.place.name for row in places}
    with st.container(key="head"):
        surface.show(heading_html(view, facets, total, names), "heading")
        find.panel(corpus, view.filter)
        if bare:
            surface.show(whole_page_html(view), "whole")
        else:
            adding.button()
            takeaway.panel(corpus, view.filter, facets, total, names, frame.base())
    if facets.articles:
        _results(corpus, view, facets.articles)
    else:
        _nothing(corpus, view.filter)
    correcting.dialog(corpus, view.place)


def _nothing(corpus: Corpus, wanted: Filter) -> None:
    culprits = [what for what, alone in widen.each_alone(wanted) if not corpus.facets(alone).articles]
    ways = [(label, wider, corpus.facets(wider).articles) for label, wider in widen.ways(wanted)]
    notices.nothing_found(culprits, [way for way in ways if way[2]])
    if wanted.since or wanted.until:  # so that other days can be chosen where these hold nothing
        with st.container(key="time"):
            surface.show(timeline_html(corpus.timeline(of_all_days(wanted)), wanted), "timeline")


def _results(corpus: Corpus, view: View, found: int) -> None:
    with st.container(key="desk"):
        rooms = {key: st.container(key=key) for key in ("map", "time", "evidence", "tables")}
    with rooms["map"]:
        frame.measure()
    places = corpus.places(view.filter)
    articles = corpus.articles(view.filter)
    size = frame.size()
    known = size or _UNMEASURED
    sighting = Sighting(corpus, view, known.width, known.steady, session.opened())
    # What is read comes first, the map last: drawing it keeps a browser busy.
    with rooms["evidence"]:
        desk = reading.Desk(corpus, places, articles, sighting.sight, righting.is_offered() and not frame.is_embedded())
        surface.show(reading.html(desk, view), "passages", correcting.acted)
        is_article = len(view.filter.articles) == 1 and not view.claim
        if is_article and articles and not corpus.is_sample and not frame.is_embedded():
            added.removal(articles[0].key)
    with rooms["time"]:
        surface.show(timeline_html(corpus.timeline(of_all_days(view.filter)), view.filter), "timeline")
    if not frame.is_embedded():
        with rooms["tables"]:
            _tables(corpus, view, places, articles, found)
    with rooms["map"]:
        if size:
            _map(places, sighting, size)
        else:
            map_panel.placeholder()


def _tables(corpus: Corpus, view: View, places: list[PlaceRow], articles: list[ArticleRow], found: int) -> None:
    if not places:
        notices.nothing_placed(found)
    claims = (lambda: corpus.claims(view.filter), corpus.claim_count(view.filter))
    facets = corpus.facets(view.filter)
    others = sum(each.mentions for each in facets.uses) - facets.mentions
    listed = (claims, (articles, found), corpus.unplaced(view.filter), others, _by_hand(corpus, view.filter))
    tables.panel(tables.Tables(places, *listed), view)


def _by_hand(corpus: Corpus, wanted: Filter) -> tuple[int, Callable[[], None]] | None:
    """Return how many corrections there are and what lists them, where there can be any."""
    history = [] if corpus.is_sample else corpus.history()
    offered = righting.is_offered() and not corpus.is_sample
    if not history and not offered:
        return None
    return len(history), lambda: byhand.panel(history, offered=offered, narrowed=wanted != EVERYTHING)


def _map(places: list[PlaceRow], sighting: Sighting, size: frame.Size) -> None:
    corpus, view = sighting.corpus, sighting.view
    drawn = map_panel.drawing(corpus, view.filter, Manner(frame.palette(), view.size, view.colour, view.counts))
    moves = view.moves == "shown"
    claim = reading.open_claim(corpus, view)
    rows = corpus.places_of(view.filter, claimed.marked(claim) if claim else filter(None, [view.place]))
    seen = [row.place.id for row in rows]
    addresses = {name: fetched.address(frame.base(), content) for name, content in drawn.files.items()}
    marks = [chosen(drawn, row, cache.outline) for row in rows]
    look = Look(drawn, frame.files(), addresses, marks, moves, claimed.ways(claim, seen) if claim else ())
    pins = [mark.pin for mark in marks if mark.pin]
    sight = sighting.sight
    about = (sight, (size.width, size.height), drawn.pins, drawn.scale, pins)
    says = words.pictured(places, len(drawn.arcs) if moves else 0)
    if size.draws:
        map_panel.backdrop(lambda: backdrop_html(*about), drawn.pins)
        is_read = rows or claim or len(view.filter.articles) == 1
        high = size.steady if is_read else size.height
        made = deck(look, sight.again(session.returns()), (size.width, high), let_go=session.let_go())
        map_panel.panel(made, size.height, says)
    else:
        map_panel.picture(backdrop_html(*about, alone=True), says)
    told = Drawn(
        len(places),
        drawn.areas,
        len(drawn.arcs),
        {arc["way"] for arc in (*look.arcs, *look.moved)},
        drawn.pairs,
        drawn.figures.each,
        sighting.offered_place(rows[0].place.id) if len(rows) == 1 else None,
        narrow=size.narrow,
        beyond=sighting.beyond() if size.narrow else 0,
        chosen=seen,
        most=drawn.most,
        days=sighting.offered_days(),
    )
    surface.show(legend_html(drawn.pins, drawn.scale, view, told), "legend")
