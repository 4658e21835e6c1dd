"""Decides which candidate spans are place names: one score, learnt, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geonews.extraction.toponyms.document import Document
from geonews.extraction.toponyms.features import MODEL_NAMES, NAMES, features
from geonews.extraction.toponyms.layout import Layout
from geonews.extraction.toponyms.ruled_out import remaining
from geonews.extraction.toponyms.spans import Span, candidate_spans
from geonews.extraction.toponyms.sure import lifted
from geonews.forest import Forest, probability
from geonews.gazetteer import Gazetteer
from geonews.models import Evidence
from geonews.weights import learnt

THRESHOLD = 0.3
"""Below this probability a span is no place name; each corpus read with weights learnt from the other had its highest
F1 from .3 to .4, and the lower end loses fewer names."""
SHARED = 0.3
"""Weight of the likeliest mention of the same written name, in log odds: what is clear once is clear elsewhere."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A span judged to be a place name."""

    span: Span
    score: float


def weights(*, fast: bool = False) -> Forest:
    """Return the trained trees: those that know no language model if ``fast``."""
    return learnt(f"extraction/toponyms/recogniser{'_fast' if fast else ''}.json", _forest)


def recognise(evidence: Evidence, gazetteer: Gazetteer, *, fast: bool = False) -> tuple[Recognised, ...]:
    """Return the place names of an article in order; they do not overlap.

    ``fast`` tells that ``evidence`` carries no model's names, so that their absence means nothing.
    """
    spans = candidate_spans(evidence, gazetteer)
    if not spans:
        return ()
    document = Document.of(evidence, spans)
    scores = shared(document, probability(weights(fast=fast).score(matrix(document, gazetteer, fast=fast))))
    found = remaining(document, lifted(document, scores, gazetteer), THRESHOLD, gazetteer)
    return best([Recognised(span, score) for span, score in found.items()])


def matrix(document: Document, gazetteer: Gazetteer, *, fast: bool = False) -> NDArray[np.float64]:
    """Describe every candidate span of an article, a row each in the order of ``document.forms``."""
    layout = Layout.of(document)
    rows = [features(document, layout, span, gazetteer, fast=fast) for span in document.forms]
    return np.array(rows).reshape(len(rows), len(NAMES if fast else MODEL_NAMES))


def shared(document: Document, scores: NDArray[np.float64]) -> dict[Span, float]:
    """Let each written name's likeliest mention speak for the others."""
    odds = np.log(np.clip(scores, 1e-4, 1 - 1e-4) / (1 - np.clip(scores, 1e-4, 1 - 1e-4)))
    highest: dict[str, float] = {}
    for form, one in zip(document.forms.values(), odds, strict=True):
        highest[form] = max(highest.get(form, -np.inf), float(one))
    mixed = (1 - SHARED) * odds + SHARED * np.array([highest[form] for form in document.forms.values()])
    return dict(zip(document.forms, map(float, probability(mixed)), strict=True))


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


def _forest(text: str) -> Forest:
    forest = Forest.from_json(text)
    if forest.names not in {NAMES, MODEL_NAMES}:
        message = "these weights were trained for other features; run python -m geonews.training"
        raise ValueError(message)
    return forest
