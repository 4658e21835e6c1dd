"""Trains the score that decides whether a span of words is a place name, with and without a language model's names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from lightgbm import Booster

from geonews.evaluation import NO_PLACE
from geonews.extraction.toponyms.document import Document
from geonews.extraction.toponyms.features import MODEL_NAMES, NAMES
from geonews.extraction.toponyms.recogniser import Recognised, best, matrix, shared
from geonews.extraction.toponyms.spans import candidate_spans
from geonews.gazetteer import Gazetteer
from geonews.training import trees
from geonews.training.annotated import Example

ROUNDS = 120


@dataclass(frozen=True, slots=True)
class Table:
    """The candidate spans of one document as rows; ``right`` tells which are annotated, ``gold`` how many are."""

    document: Document
    rows: trees.Matrix
    right: tuple[bool, ...]
    gold: int


def table(example: Example, gazetteer: Gazetteer, *, fast: bool = False) -> Table:
    """Describe every candidate span of a document; if ``fast``, as if no language model had read it."""
    evidence = replace(example.evidence, names=()) if fast else example.evidence
    tokens = evidence.tokens
    spans = candidate_spans(evidence, gazetteer)
    document = Document.of(evidence, spans)
    truth = {(one.start, one.end) for one in example.gold if one.kind not in NO_PLACE}
    return Table(
        document,
        matrix(document, gazetteer, fast=fast),
        tuple((tokens[first].start, tokens[last - 1].end) in truth for first, last in spans),
        len(truth),
    )


def train(tables: Sequence[Table]) -> tuple[Booster, list[str]]:
    """Fit on tables; return the model and the order of its features."""
    rows = np.vstack([one.rows for one in tables])
    names = list(NAMES if rows.shape[1] == len(NAMES) else MODEL_NAMES)
    right = np.array([float(value) for one in tables for value in one.right])
    return trees.classify(rows, right, names, ROUNDS), names


def measure(tables: Sequence[Table], model: Booster) -> dict[str, float]:
    """Return precision, recall and F1 of exact spans by the learnt score alone, and the candidates' own recall."""
    found = hits = 0
    for one in tables:
        if not one.right:
            continue
        scores = shared(one.document, trees.predict(model, one.rows))
        kept = best([Recognised(span, score) for span, score in scores.items()])
        truth = dict(zip(one.document.forms, one.right, strict=True))
        found += len(kept)
        hits += sum(truth[name.span] for name in kept)
    gold = sum(one.gold for one in tables)
    ceiling = sum(sum(one.right) for one in tables) / gold
    return {"P": hits / max(found, 1), "R": hits / gold, "F1": 2 * hits / (found + gold), "ceiling": ceiling}
