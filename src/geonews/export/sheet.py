"""The corpus as a table: a row for each place in a passage, or for each figure tied to it."""

from __future__ import annotations

from collections.abc import Iterator

from geonews.export.byhand import said
from geonews.export.contract import whole
from geonews.export.evidence import Evidence, Write
from geonews.export.permalinks import LINK, permalink
from geonews.export.statement import line
from geonews.export.tables import inert, inert_cells
from geonews.export.words import web_address
from geonews.store import PassageFigure, PassageRow, PlaceRow

COLUMNS = {
    "place_id": "id of the place",
    "place": "its name",
    "place_kind": "what it is",
    "country": "ISO 3166-1 alpha-2",
    "admin1": "province",
    "lat": "WGS84 degrees",
    "lon": "WGS84 degrees",
    "confidence": "of the place's surest mention, 0 to 1",
    "written": "the names that the passage has for the place; empty where another use of the name counts",
    "figure": "the figure as written, with what it counts; empty where none is tied to the place",
    "low": "its lower bound; empty: none is stated",
    "high": "its upper bound; empty: none is stated",
    "approximate": "whether the bounds are about so much",
    "figure_kind": "troops, ships, money and so on",
    "noun": "what is counted",
    "currency": "ISO 4217",
    "owner": "whose it is",
    "status": "what became of it",
    "role": "what the place is to the figure",
    "said_by": "who says so, verbatim",
    "denied_by": "who denies what another says, verbatim",
    "figure_date": "ISO 8601, of what is counted",
    "by_hand": "what was corrected by hand in the passage; empty: nothing",
    "passage": "the sentence, verbatim; a ' before =, +, - or @ keeps spreadsheets from running it",
    "copies": "other articles that hold a copy of the passage",
    "article": "key of the article in the store",
    "start": "offset of the passage in the article's text, in code points",
    "link": LINK,
    "title": "of the article",
    "publisher": "of the article",
    "published": "as the article gives it",
    "url": "of the article",
}
"""Name of each column to what it holds; the rows below are in this order."""
_NO_FIGURE = (None,) * 13


def pieces(evidence: Evidence) -> Iterator[str]:
    """Yield the table, header first; a cell that a spreadsheet would run is made inert."""
    yield line(COLUMNS)
    for _, lines in evidence.written(_lines(evidence)):
        yield from lines


def _lines(evidence: Evidence) -> Write:
    """Return what writes the lines of a passage of a place."""
    places: dict[str, list[object]] = {}
    articles: dict[str, list[object]] = {}

    def write(row: PlaceRow, passage: PassageRow) -> str:
        of_place = places.get(row.place.id) or places.setdefault(row.place.id, inert_cells(_place(row)))
        if passage.key not in articles:
            articles.clear()  # passages come article by article
            articles[passage.key] = inert_cells(_article(passage))
        before = [*of_place, inert(_written(passage))]
        after = [
            *inert_cells(_passage(passage)),
            permalink(evidence.page, passage.key, passage.start),
            *articles[passage.key],
        ]
        tied = evidence.figures(passage)
        if not tied:
            return line([*before, *_NO_FIGURE, *after])
        return "".join(line([*before, *inert_cells(_figure(each)), *after]) for each in tied)

    return write


def _place(row: PlaceRow) -> tuple[object, ...]:
    place = row.place
    facts = (place.id, place.name, place.kind, place.country, place.admin1, place.lat, place.lon)
    return (*facts, row.confidence)


def _written(row: PassageRow) -> str:
    written = dict.fromkeys(row.text[mark.start : mark.end] for mark in row.marks if mark.what == "place")
    return "; ".join(written)


def _passage(row: PassageRow) -> tuple[object, ...]:
    return said(row.by_hand), row.text, row.copies, row.key, row.start


def _article(row: PassageRow) -> tuple[object, ...]:
    return row.title, row.source, row.published, web_address(row.url)


def _figure(figure: PassageFigure) -> tuple[object, ...]:
    return (
        figure.quote,
        whole(figure.low),
        whole(figure.high),
        str(figure.approximate).lower(),
        figure.kind,
        figure.noun,
        figure.currency,
        figure.owner,
        figure.status,
        figure.role,
        figure.attribution,
        figure.denier,
        figure.date,
    )
