"""The corpus as GeoJSON (RFC 7946): places with their passages, movements, claims; ``metadata`` states the rest.

``what`` tells the features apart: a "place" is a point, a "movement" a line, a "claim" lies where its places are, or
nowhere if nobody says where.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import chain
from typing import Any

from geonews.claims import Claim
from geonews.export.amounts import named
from geonews.export.byhand import said
from geonews.export.claims import record, row
from geonews.export.contract import whole
from geonews.export.evidence import Evidence
from geonews.export.lines import box, geometry, line, points
from geonews.export.movements import sureness
from geonews.export.permalinks import permalink
from geonews.export.words import web_address
from geonews.store import MovementRow, PassageFigure, PassageRow, PlaceRow

Feature = dict[str, Any]
_FIGURE = tuple(each.name for each in fields(PassageFigure))
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def pieces(evidence: Evidence) -> Iterator[str]:
    """Yield one FeatureCollection, a feature at a time."""
    around = box([each.place for each in evidence.place_rows])
    bounds = f'"bbox": {_json(around)},\n' if around else ""
    yield f'{{"type": "FeatureCollection",\n"metadata": {_json(evidence.about.values())},\n{bounds}"features": ['
    separator = "\n"
    for place, found in evidence.written(lambda _, passage: _json(_passage(evidence, passage))):
        before, _, after = _json(_place(place)).rpartition("[]")
        yield f"{separator}{before}["
        yield from _joined(found)
        yield f"]{after}"
        separator = ",\n"
    for feature in _others(evidence):
        yield separator + _json(feature)
        separator = ",\n"
    yield "\n]}\n"


def _joined(found: Iterator[str]) -> Iterator[str]:
    yield next(found, "")
    for each in found:
        yield ", "
        yield each


def _others(evidence: Evidence) -> Iterator[Feature]:
    return chain(
        (_movement(at, row, evidence.page) for at, row in enumerate(evidence.movements())),
        (_claim(at, *each, evidence.page) for at, each in enumerate(evidence.all_claims())),
    )


def _place(row: PlaceRow) -> Feature:
    """Return a place whose passages, the only empty list in it from there to its end, are still to be filled in."""
    place = row.place
    properties: dict[str, Any] = {
        "what": "place",
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "mentions": row.mentions,
        "mentions_once": row.once,
        "articles": row.articles,
        "stories": row.stories,
        "figures": row.figures,
        "oldest": row.oldest and row.oldest.isoformat(),
        "newest": row.newest and row.newest.isoformat(),
        "confidence": row.confidence,
        "corrected": row.corrected,
        "passages": [],
    }
    feature = _feature(place.id, points([place]), properties)
    return feature if place.extent is None else {**feature, "bbox": place.extent}


def _movement(at: int, row: MovementRow, page: str) -> Feature:
    stated, figure = row.statement, row.statement.figure
    properties = {
        "what": "movement",
        "name": f"{row.origin.name} to {row.destination.name}",
        "origin": row.origin.id,
        "destination": row.destination.id,
        "origin_confidence": sureness(stated, row.origin),
        "destination_confidence": sureness(stated, row.destination),
        "quote": figure.quote,
        "low": whole(figure.low),
        "high": whole(figure.high),
        "approximate": figure.approximate,
        "noun": figure.noun,
        "kind": figure.kind,
        "currency": figure.currency,
        "owner": figure.owner,
        "status": figure.status,
        "said_by": figure.attribution,
        "denied_by": figure.denier,
        "date": figure.date,
        "day": stated.day and stated.day.isoformat(),
        "sentence": stated.text,
        "article": stated.key,
        "start": stated.start,
        "link": permalink(page, stated.key, stated.start),
        "title": stated.title,
        "publisher": stated.source,
        "url": web_address(stated.url),
    }
    return _feature(f"movement:{at + 1}", geometry(line(row.origin, row.destination)), properties)


def _claim(at: int, claim: Claim, denials: Sequence[Claim], page: str) -> Feature:
    flat = {name: value for name, value in row(claim, page, denials).items() if name not in {"lat", "lon"}}
    exact = {
        "what": "claim",
        "name": named(claim),
        **flat,
        "approximate": claim.approximate,
        "sources": record(claim)["sources"],
    }
    return _feature(f"claim:{at + 1}", points([each.place for each in claim.places]), exact)


def _feature(identity: str, where: dict[str, Any] | None, properties: dict[str, Any]) -> Feature:
    return {"type": "Feature", "id": identity, "geometry": where, "properties": properties}


def _passage(evidence: Evidence, row: PassageRow) -> dict[str, Any]:
    return {
        "text": row.text,
        "figures": [_figure(each) for each in evidence.figures(row)],
        "by_hand": said(row.by_hand),
        "copies": row.copies,
        "article": row.key,
        "start": row.start,
        "link": permalink(evidence.page, row.key, row.start),
        "title": row.title,
        "publisher": row.source,
        "published": row.published,
        "url": web_address(row.url),
    }


def _figure(figure: PassageFigure) -> dict[str, Any]:
    values = {name: getattr(figure, name) for name in _FIGURE}
    return {**values, "low": whole(figure.low), "high": whole(figure.high)}


def _json(value: object) -> str:
    return _ENCODER.encode(value)
