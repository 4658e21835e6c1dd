"""Parsed articles to what others read: the JSON contract, GeoJSON, CSV. Used by dashboard and command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from geonews.export.contract import record
from geonews.export.tables import csv_lines, features
from geonews.models import ParsedArticle

__all__ = ["FORMATS", "record"]


def _jsonl(parses: Iterable[ParsedArticle]) -> Iterator[str]:
    for parsed in parses:
        yield json.dumps(record(parsed), ensure_ascii=False) + "\n"


def _geojson(parses: Iterable[ParsedArticle]) -> Iterator[str]:
    """Write one FeatureCollection piece by piece, so that a large corpus is never held whole."""
    yield '{"type": "FeatureCollection", "features": ['
    separator = "\n"
    for parsed in parses:
        for feature in features(parsed):
            yield separator + json.dumps(feature, ensure_ascii=False)
            separator = ",\n"
    yield "\n]}\n"


FORMATS: dict[str, Callable[[Iterable[ParsedArticle]], Iterator[str]]] = {
    "jsonl": _jsonl,
    "geojson": _geojson,
    "csv": csv_lines,
}
"""Name of a format to the function that writes it, as pieces of text."""
