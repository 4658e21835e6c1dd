"""Trains the weights of the cues that tell a place from its government, people or team."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from geonews.extraction.toponyms.literalness import cues
from geonews.gazetteer import Gazetteer
from geonews.gazetteer.writing import meanings
from geonews.training.annotated import Example

_LABELS = {"literal": 0, "metonymic": 1, "Literal": 0, "Mixed": 0, "Metonymic": 1}
"""ReLocaR's and GeoWebNews's own labels; every other label is left out."""
_SMALLEST = 0.02
"""Weights nearer to zero than this are not written."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One mention: its cues, whether it is metonymic, and the document it stands in."""

    cues: tuple[str, ...]
    metonymic: int
    document: int


def labelled(documents: Sequence[Example], gazetteer: Gazetteer, offset: int = 0) -> list[Labelled]:
    """Describe the labelled mentions whose ends fall on token borders."""
    found = []
    for number, document in enumerate(documents):
        tokens = document.evidence.tokens
        first = {token.start: at for at, token in enumerate(tokens)}
        last = {token.end: at + 1 for at, token in enumerate(tokens)}
        for one in document.gold:
            if one.kind in _LABELS and one.start in first and one.end in last:
                places = meanings(gazetteer, document.text[one.start : one.end])
                kind = places[0].place.kind if places else "none"
                span = (first[one.start], last[one.end])
                found.append(Labelled(cues(tokens, span, kind), _LABELS[one.kind], offset + number))
    return found


def train(mentions: Sequence[Labelled]) -> dict[str, float]:
    """Return the weight of each cue, in order; "bias" holds the intercept."""
    vectors = DictVectorizer()
    model = _model().fit(vectors.fit_transform(map(_present, mentions)), [one.metonymic for one in mentions])
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    weights["bias"] += model.intercept_[0]
    return {cue: round(float(weights[cue]), 3) for cue in sorted(weights) if abs(weights[cue]) > _SMALLEST}


def measure(mentions: Sequence[Labelled]) -> float:
    """Return five-fold accuracy, folds grouped by document."""
    truth = np.array([one.metonymic for one in mentions])
    matrix = DictVectorizer().fit_transform(map(_present, mentions))
    folds = [one.document for one in mentions]
    guessed = cross_val_predict(_model(), matrix, truth, groups=folds, cv=GroupKFold(5))
    return float((guessed == truth).mean())


def _model() -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=3000)


def _present(one: Labelled) -> dict[str, int]:
    return dict.fromkeys(one.cues, 1)
