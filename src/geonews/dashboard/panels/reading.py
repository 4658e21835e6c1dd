"""What is read beside the map. Asks the corpus; how it looks is the pieces' own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import get_args

from geonews.claims import Claim, disputing, line_up
from geonews.dashboard import near, pins
from geonews.dashboard.cache import Corpus
from geonews.dashboard.fit import View as Sight
from geonews.dashboard.pieces import evidence, reader
from geonews.dashboard.pieces.claims import claim_html, gone_html
from geonews.dashboard.pieces.correct import Shown
from geonews.dashboard.pieces.invitation import invitation_html
from geonews.dashboard.state import View, before
from geonews.models import FigureKind
from geonews.store import EVERYTHING, ArticleRow, BesideRow, Filter, PlaceRow

_LEADING = 40
"""Claims of most articles, of which those of most independent sources are offered first."""
_BACK = {"article": "Back to the article", "place": "Back to the passages", "start": "Close the claim"}
"""What closing a claim leads to."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies there to be read from."""

    corpus: Corpus
    places: list[PlaceRow]
    """Those under the filter; as ``articles``."""
    articles: list[ArticleRow]
    sight: Sight
    """Tells which places stand close on the map."""
    correctable: bool


def html(desk: Desk, view: View) -> str:
    """Return an article, a claim, the passages of a place, or what there is to choose."""
    claim = _claim(desk, view)
    if claim:
        return claim
    rest = _article(desk, view) or _place(desk, view)
    return gone_html(rest) if view.claim else rest


def open_claim(corpus: Corpus, view: View) -> Claim | None:
    """Return the claim that the address names; its sources are those under the filter, or all where that has none."""
    if not view.claim:
        return None
    return corpus.claim(_scope(view), view.claim) or corpus.claim(EVERYTHING, view.claim)


def _scope(view: View) -> Filter:
    """Return where others are looked for who say so: beside an open article, there where it was opened."""
    return before(view).filter if len(view.filter.articles) == 1 else view.filter


def _article(desk: Desk, view: View) -> str:
    """Return the article if the filter leaves but one."""
    row = desk.articles[0] if len(view.filter.articles) == 1 and desk.articles else None
    parsed = desk.corpus.article(row.key) if row else None
    if row is None or parsed is None:
        return ""
    opened = before(view).filter
    beside = reader.beside(row.key, opened, desk.corpus.articles(opened))
    by_hand = Shown(desk.corpus.by_hand(row.key), desk.correctable)
    chosen = _chosen(desk, view)
    close = evidence.close_html(_close(desk, view, chosen), chosen) if chosen else ""
    return reader.article_html(parsed, row, view.place, view.at, by_hand, beside, close)


def _claim(desk: Desk, view: View) -> str:
    """Return the chosen claim, and what contradicts it."""
    claim = open_claim(desk.corpus, view)
    if claim is None:
        return ""
    listed = dict.fromkeys([*desk.corpus.claims(_scope(view)), claim])
    back = _BACK["article" if len(view.filter.articles) == 1 else "place" if view.place else "start"]
    passages = desk.corpus.passages_at(tuple((each.key, each.start) for each in claim.sources[: evidence.PAGE]))
    copies = desk.corpus.copies(view.copies) if view.copies else ()
    beside = replace(EVERYTHING, articles=tuple(each.key for each in claim.sources[: evidence.PAGE]))
    otherwise = disputing(claim, dict.fromkeys([*desk.corpus.claims(beside), *listed]))
    about = (otherwise, (), desk.correctable)
    found = evidence.Found(passages, len(claim.sources), copies, *about)
    return claim_html(claim, [each for each in line_up(tuple(listed)) if claim in each.claims], found, view, back)


def _place(desk: Desk, view: View) -> str:
    """Return the passages of the chosen place; without one, an invitation."""
    corpus = desk.corpus
    row = _chosen(desk, view)
    if view.place is None or row is None:
        claims = corpus.claims(view.filter, most=_LEADING)
        invited = invitation_html(desk.places, claims, desk.articles, leads=view.place is None)
        if view.place is None:
            return invited
        return evidence.elsewhere_html(corpus.place(EVERYTHING, view.place), invited)
    held = _held(view)
    total = corpus.passage_count(view.place, held, view.beside or None)
    beside = corpus.named_beside(view.place, held)
    if view.beside and view.beside not in {each.place.id for each in beside}:
        other = corpus.place(EVERYTHING, view.beside)
        beside = [*beside, BesideRow(other.place, total)] if other else beside
    about = corpus.claims(view.filter, view.place) if row.figures else ()
    page = max(min(view.page, -(-total // evidence.PAGE)), 1)
    which = view.place, held, evidence.PAGE, (page - 1) * evidence.PAGE, view.order, view.beside or None
    passages = corpus.passages(*which)
    copies = corpus.copies(view.copies) if view.copies else ()
    found = evidence.Found(passages, total, copies, about, beside, correctable=desk.correctable)
    return evidence.place_html(row, _close(desk, view, row), line_up(about), found, replace(view, page=page))


def _held(view: View) -> Filter:
    """Return the filter of the passages that are read: that of the page, and what they must hold."""
    if view.holding == "any" or view.filter.figure_kinds:
        return view.filter
    return replace(view.filter, figure_kinds=get_args(FigureKind))


def _chosen(desk: Desk, view: View) -> PlaceRow | None:
    """Return the chosen place if any article under the filter names it."""
    return desk.corpus.place(view.filter, view.place) if view.place else None


def _close(desk: Desk, view: View, chosen: PlaceRow) -> list[PlaceRow]:
    """Return what else a click on the chosen place may have meant."""
    reaches = pins.reaches(desk.places, view.size)
    return near.close_places(desk.places, chosen, desk.sight.zoom, reaches)
