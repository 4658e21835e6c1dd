"""The JSON contract of ``geonews geoparse``: schema 1. Later versions only add fields; see the README.

Offsets are half-open code points into ``text``; ``lat`` and ``lon`` are WGS84 degrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from geonews.models import Candidate, Figure, Link, ParsedArticle, Place, Resolution, Toponym

if TYPE_CHECKING:
    from geonews.claims import Claim

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
    return {**spot(candidate.place), "score": candidate.score}


def spot(place: Place) -> Record:
    """Write what is needed to name a place and to put it on a map."""
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
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
        **stated(figure),
        "links": links,
        "currency": figure.currency,
        "same_as": figure.same_as,
        "attribution": figure.attribution,
        "date": figure.date,
        "denier": figure.denier,
    }


def stated(one: Figure | Claim) -> Record:
    """Write how many of what are whose, and how far it has come: the same of a figure as of the claim that it makes."""
    return {
        "low": whole(one.low),
        "high": whole(one.high),
        "approximate": one.approximate,
        "kind": one.kind,
        "noun": one.noun,
        "owner": one.owner,
        "status": one.status,
    }


def whole(value: float | None) -> float | int | None:
    """Write a count as an integer wherever it is one."""
    return int(value) if value is not None and float(value).is_integer() else value
