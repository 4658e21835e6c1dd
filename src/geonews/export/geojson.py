"""The corpus as GeoJSON (RFC 7946): a point a place, with its passages; ``metadata`` states filter, counts and date."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from geonews.export.byhand import said
from geonews.export.contract import whole
from geonews.export.evidence import Evidence
from geonews.store import PassageFigure, PassageRow, PlaceRow


def pieces(evidence: Evidence) -> Iterator[str]:
    """Yield one FeatureCollection, a place at a time."""
    yield f'{{"type": "FeatureCollection",\n"metadata": {_json(evidence.about.values())},\n"features": ['
    separator = "\n"
    for row, found in evidence.places():
        yield separator + _json(_feature(row, found, evidence))
        separator = ",\n"
    yield "\n]}\n"


def _feature(row: PlaceRow, found: Iterable[PassageRow], evidence: Evidence) -> dict[str, Any]:
    place = row.place
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "admin1": place.admin1,
            "mentions": row.mentions,
            "articles": row.articles,
            "figures": row.figures,
            "newest": row.newest.isoformat() if row.newest else None,
            "confidence": row.confidence,
            "corrected": row.corrected,
            "passages": [_passage(each, evidence.figures(each)) for each in found],
        },
    }


def _passage(row: PassageRow, figures: list[PassageFigure]) -> dict[str, Any]:
    return {
        "text": row.text,
        "figures": [{**asdict(each), "low": whole(each.low), "high": whole(each.high)} for each in figures],
        "by_hand": said(row.by_hand),
        "copies": row.copies,
        "article": row.key,
        "start": row.start,
        "title": row.title,
        "publisher": row.source,
        "published": row.published,
        "url": row.url,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
