"""Trains the score that decides whether a span of words is a place name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from lightgbm import Booster

from geonews.evaluation import NO_PLACE
from geonews.extraction.toponyms.features import Document, features
from geonews.extraction.toponyms.recogniser import Recognised, best
from geonews.extraction.toponyms.spans import Span, candidate_spans
from geonews.gazetteer import Gazetteer
from geonews.training import trees
from geonews.training.annotated import Example

ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Table:
    """The candidate spans of one document as rows; ``right`` tells which are annotated, ``gold`` how many are."""

    spans: tuple[Span, ...]
    rows: tuple[dict[str, float], ...]
    right: tuple[bool, ...]
    gold: int


def table(document: Example, gazetteer: Gazetteer) -> Table:
    """Describe every candidate span of a document."""
    tokens = document.evidence.tokens
    spans = candidate_spans(document.evidence, gazetteer)
    seen = Document.of(document.evidence, spans)
    truth = {(one.start, one.end) for one in document.gold if one.kind not in NO_PLACE}
    return Table(
        tuple(spans),
        tuple(features(seen, span, gazetteer) for span in spans),
        tuple((tokens[first].start, tokens[last - 1].end) in truth for first, last in spans),
        len(truth),
    )


def train(tables: Sequence[Table]) -> tuple[Booster, list[str]]:
    """Fit on tables; return the model and the order of its features."""
    names = next(list(one.rows[0]) for one in tables if one.rows)
    right = np.array([float(value) for one in tables for value in one.right])
    return trees.classify(_matrix(tables, names), right, names, ROUNDS), names


def measure(tables: Sequence[Table], model: Booster, names: Sequence[str]) -> dict[str, float]:
    """Return precision, recall and F1 of exact spans at the shipped threshold, and the candidates' own recall."""
    found = hits = 0
    for one in tables:
        if not one.rows:
            continue
        scores = trees.predict(model, _matrix([one], names))
        kept = best([Recognised(span, float(score)) for span, score in zip(one.spans, scores, strict=True)])
        truth = dict(zip(one.spans, one.right, strict=True))
        found += len(kept)
        hits += sum(truth[name.span] for name in kept)
    gold = sum(one.gold for one in tables)
    precision, recall = hits / max(found, 1), hits / gold
    ceiling = sum(sum(one.right) for one in tables) / gold
    return {"P": precision, "R": recall, "F1": 2 * hits / (found + gold), "ceiling": ceiling}


def _matrix(tables: Sequence[Table], names: Sequence[str]) -> trees.Matrix:
    return np.array([[row[name] for name in names] for one in tables for row in one.rows])
