"""The parse as flat rows for spreadsheets and maps: one row or point a mention, with the sentence that names it."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from geonews.export.contract import whole
from geonews.models import Figure, ParsedArticle

COLUMNS = (
    "article",
    "title",
    "source",
    "published",
    "url",
    "start",
    "end",
    "toponym",
    "kind",
    "score",
    "reason",
    "place_id",
    "place",
    "place_kind",
    "country",
    "admin1",
    "lat",
    "lon",
    "geonameid",
    "figures",
    "passage",
)
Row = dict[str, Any]
_RUN = frozenset("=+-@\t\r")
"""With what a cell begins that a spreadsheet runs."""


def rows(parsed: ParsedArticle) -> Iterator[Row]:
    """Yield one row a toponym, those without a place included (their place columns are ``None``)."""
    article = parsed.article
    starts = [passage.start for passage in parsed.passages]
    figures = _by_toponym(parsed)
    for at, (toponym, resolution) in enumerate(zip(parsed.toponyms, parsed.resolutions, strict=True)):
        place = resolution.place
        passage = parsed.passages[max(bisect_right(starts, toponym.start) - 1, 0)]
        yield {
            "article": article.id,
            "title": article.title,
            "source": article.source,
            "published": article.published,
            "url": article.url,
            "start": toponym.start,
            "end": toponym.end,
            "toponym": toponym.text,
            "kind": toponym.kind,
            "score": resolution.score,
            "reason": resolution.reason,
            "place_id": place.id if place else None,
            "place": place.name if place else None,
            "place_kind": place.kind if place else None,
            "country": place.country if place else None,
            "admin1": place.admin1 if place else None,
            "lat": place.lat if place else None,
            "lon": place.lon if place else None,
            "geonameid": place.geonameid if place else None,
            "figures": "; ".join(figures[at]),
            "passage": article.text[passage.start : passage.end],
        }


def _by_toponym(parsed: ParsedArticle) -> dict[int, list[str]]:
    described: dict[int, list[str]] = defaultdict(list)
    for link in parsed.links:
        described[link.toponym].append(_figure(parsed.figures[link.figure], link.role))
    return described


def _figure(figure: Figure, role: str) -> str:
    """Return "500 troops [500..500] destination, denied, of Peru, says Kenya, denied by Lima"."""
    low, high = whole(figure.low), whole(figure.high)
    bounds = f"[{low if low is not None else ''}..{high if high is not None else ''}]"
    told = (("of", figure.owner), ("says", figure.attribution), ("denied by", figure.denier))
    facts = [figure.status, *(f"{word} {name}" for word, name in told if name)]
    return f"{figure.quote} {bounds} {', '.join([role, *facts])}"


def csv_lines(parses: Iterable[ParsedArticle]) -> Iterator[str]:
    """Yield a CSV table (RFC 4180 quoting), header first; a cell that a spreadsheet would run is made inert."""
    yield _line(dict(zip(COLUMNS, COLUMNS, strict=True)))
    for parsed in parses:
        for row in rows(parsed):
            yield _line({name: inert(value) for name, value in row.items()})


def _line(row: Row) -> str:
    buffer = StringIO()
    csv.DictWriter(buffer, COLUMNS).writerow(row)
    return buffer.getvalue()


def inert(value: object) -> object:
    """Keep hostile text from being read as a formula (OWASP, "CSV injection"), or as the end of the file: NUL."""
    return inert_cells([value])[0]


def inert_cells(cells: Iterable[object]) -> list[object]:
    """Return what ``inert`` makes of each: the cells of a big table are so many that a call each takes time."""
    return [_inert(cell) if cell.__class__ is str and (cell[:1] in _RUN or "\0" in cell) else cell for cell in cells]


def _inert(text: str) -> str:
    text = text.replace("\0", "\ufffd")
    return f"'{text}" if text[:1] in _RUN else text


def features(parsed: ParsedArticle) -> Iterator[Row]:
    """Yield a GeoJSON point feature (RFC 7946: longitude first) for each toponym that has a place."""
    for row in rows(parsed):
        if row["place_id"] is not None:
            properties = {name: value for name, value in row.items() if name not in {"lat", "lon"}}
            point = {"type": "Point", "coordinates": [row["lon"], row["lat"]]}
            yield {"type": "Feature", "geometry": point, "properties": properties}
