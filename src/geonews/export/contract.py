"""The JSON contract of ``geonews geoparse``: schema 1. Later versions only add fields; see the README.

Offsets are half-open code points into ``text``; ``lat`` and ``lon`` are WGS84 degrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from geonews.models import Candidate, Figure, Link, ParsedArticle, Place, Resolution, Toponym

SCHEMA = 1
Record = dict[str, Any]


def record(parsed: ParsedArticle) -> Record:
    """Turn a parse into plain JSON values, in the order that the contract lists them."""
    article = parsed.article
    links = _by_figure(parsed.links)
    return {
        "schema": SCHEMA,
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "text": article.text,
        "passages": [{"start": passage.start, "end": passage.end} for passage in parsed.passages],
        "toponyms": [_toponym(t, r) for t, r in zip(parsed.toponyms, parsed.resolutions, strict=True)],
        "figures": [_figure(figure, links[at]) for at, figure in enumerate(parsed.figures)],
        "movements": [
            {"figure": move.figure, "origin": move.origin, "destination": move.destination} for move in parsed.movements
        ],
    }


def _toponym(toponym: Toponym, resolution: Resolution) -> Record:
    return {
        "start": toponym.start,
        "end": toponym.end,
        "text": toponym.text,
        "kind": toponym.kind,
        "score": resolution.score,
        "reason": resolution.reason,
        "place": _place(resolution.place) if resolution.place else None,
        "candidates": [_candidate(candidate) for candidate in resolution.candidates],
        "name_score": round(toponym.name_score, 4),
        "literal_score": round(toponym.literal_score, 4),
    }


def _place(place: Place) -> Record:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "population": place.population,
        "geonameid": place.geonameid,
    }


def _candidate(candidate: Candidate) -> Record:
    place = candidate.place
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "score": candidate.score,
    }


def _by_figure(links: Sequence[Link]) -> dict[int, list[Record]]:
    rows: dict[int, list[Record]] = defaultdict(list)
    for link in links:
        rows[link.figure].append(
            {"toponym": link.toponym, "role": link.role, "method": link.method, "score": link.score}
        )
    return rows


def _figure(figure: Figure, links: list[Record]) -> Record:
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "quote": figure.quote,
        "low": whole(figure.low),
        "high": whole(figure.high),
        "approximate": figure.approximate,
        "kind": figure.kind,
        "noun": figure.noun,
        "owner": figure.owner,
        "status": figure.status,
        "links": links,
        "currency": figure.currency,
        "same_as": figure.same_as,
        "attribution": figure.attribution,
        "date": figure.date,
    }


def whole(value: float | None) -> float | int | None:
    """Write a count as an integer wherever it is one."""
    return int(value) if value is not None and float(value).is_integer() else value
