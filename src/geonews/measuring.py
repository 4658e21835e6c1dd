"""Reads annotated documents with a parser, so that the evaluation can compare: raw text, and with the spans given."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from geonews.evaluation import Annotated, Read
from geonews.gazetteer import Gazetteer
from geonews.linking.candidates import candidates
from geonews.pipeline import Geoparser


def read(documents: Iterable[Annotated], parser: Geoparser, gazetteer: Gazetteer) -> Iterator[Read]:
    """Yield how each document is read; ``gazetteer`` is the parser's own."""
    for truth in documents:
        started = time.perf_counter()
        parsed = parser(truth.article)
        seconds = time.perf_counter() - started
        placed = parser.place(truth.article, [one.span for one in truth.wanted()])
        found = candidates(placed.toponyms, gazetteer)
        places = tuple(tuple(candidate.place for candidate in one) for one in found)
        yield Read(truth, parsed, placed, places, seconds)
