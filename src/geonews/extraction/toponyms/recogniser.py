"""Decides which candidate spans are place names: one score, learnt, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geonews.extraction.toponyms.features import Document, features
from geonews.extraction.toponyms.spans import Span, candidate_spans
from geonews.extraction.toponyms.sure import lifted
from geonews.forest import Forest, probability
from geonews.gazetteer import Gazetteer
from geonews.models import Evidence
from geonews.weights import learnt

THRESHOLD = 0.4
"""Below this probability a span is no place name; chosen by cross-validation on the training corpora."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A span judged to be a place name."""

    span: Span
    score: float


def weights() -> Forest:
    """Return the trained trees."""
    return learnt("extraction/toponyms/recogniser.json", Forest.from_json)


def recognise(evidence: Evidence, gazetteer: Gazetteer) -> tuple[Recognised, ...]:
    """Return the place names of an article in order; they do not overlap."""
    spans = candidate_spans(evidence, gazetteer)
    if not spans:
        return ()
    document = Document.of(evidence, spans)
    forest = weights()
    rows = np.array([_row(features(document, span, gazetteer), forest.names) for span in spans])
    learnt = dict(zip(spans, map(float, probability(forest.score(rows))), strict=True))
    scores = lifted(document, learnt, gazetteer)
    return best([Recognised(span, score) for span, score in scores.items()])


def best(found: Sequence[Recognised]) -> tuple[Recognised, ...]:
    """Keep the likeliest spans that do not overlap, in the order of the text; a longer one wins a tie."""
    taken: set[int] = set()
    kept = []
    for name in sorted(found, key=lambda r: (-r.score, r.span[0] - r.span[1], r.span)):
        if name.score < THRESHOLD:
            break
        words = range(*name.span)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(name)
    return tuple(sorted(kept, key=lambda r: r.span))


def _row(row: dict[str, float], names: Sequence[str]) -> list[float]:
    return [row[name] for name in names]
