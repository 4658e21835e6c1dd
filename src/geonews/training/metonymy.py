"""Trains the weights of the cues that tell a place from its government, people or team, and from a mere modifier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from geonews.extraction.toponyms.document import Document
from geonews.extraction.toponyms.kinds import SURE, kind
from geonews.extraction.toponyms.literalness import cues
from geonews.extraction.toponyms.wording import wording
from geonews.gazetteer import Gazetteer
from geonews.gazetteer.writing import meanings
from geonews.training.annotated import Example

_LABELS = {"literal": 0, "metonymic": 1, "Literal": 0, "Mixed": 0, "Metonymic": 1}
"""ReLocaR's and GeoWebNews's own labels; with every other label a mention teaches wording alone."""
_SMALLEST = 0.02
"""Weights nearer to zero than this are not written."""
_RARE = 3
"""A wording cue of fewer mentions is left out."""
_SOFTNESS, _HEED = 0.5, 0.5
"""Regularisation of the wording, and the weight of a mention that syntax alone has judged."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One mention: its cues of syntax and of wording, what it is, and the document it stands in."""

    cues: tuple[str, ...]
    wording: tuple[str, ...]
    metonymic: int | None
    """``None`` where the annotators do not say."""
    associative: bool
    """By the rules of syntax."""
    document: int


def labelled(documents: Sequence[Example], gazetteer: Gazetteer) -> list[Labelled]:
    """Describe the annotated mentions, demonyms left out, whose ends fall on token borders."""
    found = []
    for number, document in enumerate(documents):
        tokens = document.evidence.tokens
        first = {token.start: at for at, token in enumerate(tokens)}
        last = {token.end: at + 1 for at, token in enumerate(tokens)}
        seen = Document.of(document.evidence, [])
        for one in document.gold:
            places = meanings(gazetteer, document.text[one.start : one.end])
            demonym = bool(places) and places[0].form == "demonym" and one.kind not in _LABELS
            if one.start in first and one.end in last and not demonym:
                span = (first[one.start], last[one.end])
                place = places[0].place.kind if places else "none"
                words = wording(tokens, span, place, seen.exact.get(span, ""))
                part = kind(seen, span, places)[0] == "associative"
                found.append(Labelled(cues(tokens, span, place), words, _LABELS.get(one.kind), part, number))
    return found


def train(mentions: Sequence[Labelled]) -> dict[str, float]:
    """Return the weight of each cue of syntax, in order; "bias" holds the intercept."""
    known = [one for one in mentions if one.metonymic is not None]
    vectors = DictVectorizer()
    model = _model().fit(vectors.fit_transform(_present(one.cues) for one in known), [one.metonymic for one in known])
    return _weights(vectors, model)


def train_wording(mentions: Sequence[Labelled], syntax: dict[str, float]) -> dict[str, dict[str, float]]:
    """Return the weights of wording by question; where no annotator answers, the weights of ``syntax`` teach it."""
    often = Counter(cue for one in mentions for cue in set(one.wording))
    vectors = DictVectorizer()
    rows = vectors.fit_transform({cue: 1 for cue in one.wording if often[cue] >= _RARE} for one in mentions)
    part = _wording_model().fit(rows, [one.associative for one in mentions])
    chances = np.array([_chance(one, syntax) for one in mentions])
    heed = np.array([1.0 if one.metonymic is not None else 0.0 if one.associative else _HEED for one in mentions])
    both, truth = vstack([rows, rows]), np.repeat([1, 0], len(mentions))
    meant = _wording_model().fit(both, truth, np.concatenate([heed * chances, heed * (1 - chances)]))
    return {"associative": _weights(vectors, part), "metonymic": _weights(vectors, meant)}


def measure(mentions: Sequence[Labelled]) -> dict[str, float]:
    """Return five-fold accuracies, folds grouped by document: of syntax, of wording, and of both as they are used.

    ``parsed`` is the share of the mentions that wording leaves open.
    """
    known = [one for one in mentions if one.metonymic is not None]
    truth = np.array([one.metonymic for one in known])
    documents = [one.document for one in known]
    syntax, words = np.zeros(len(known)), np.zeros(len(known))
    for seen, held in GroupKFold(5).split(truth, truth, documents):
        lesson, exam = [known[at] for at in seen], [known[at] for at in held]
        learnt = train(lesson)
        syntax[held] = [_by(one.cues, learnt) for one in exam]
        spoken = train_wording([*lesson, *(one for one in mentions if one.metonymic is None)], learnt)["metonymic"]
        words[held] = [_by(one.wording, spoken) for one in exam]
    unsure = (words > 1 - SURE) & (words < SURE)
    return {
        "syntax": _accuracy(syntax, truth),
        "wording": _accuracy(words, truth),
        "both": _accuracy(np.where(unsure, syntax, words), truth),
        "parsed": float(unsure.mean()),
    }


def _accuracy(chances: NDArray[np.float64], truth: NDArray[np.int_]) -> float:
    return float(((chances > 0.5) == truth).mean())  # noqa: PLR2004 - likelier than not


def _chance(one: Labelled, syntax: dict[str, float]) -> float:
    return float(one.metonymic) if one.metonymic is not None else _by(one.cues, syntax)


def _by(found: Sequence[str], weights: dict[str, float]) -> float:
    return float(1 / (1 + np.exp(-sum(weights.get(cue, 0.0) for cue in set(found)))))


def _weights(vectors: DictVectorizer, model: LogisticRegression) -> dict[str, float]:
    found = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    found["bias"] += model.intercept_[0]
    return {cue: round(float(found[cue]), 3) for cue in sorted(found) if abs(found[cue]) > _SMALLEST}


def _model() -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=3000)


def _wording_model() -> LogisticRegression:
    return LogisticRegression(C=_SOFTNESS, max_iter=3000)


def _present(found: Sequence[str]) -> dict[str, int]:
    return dict.fromkeys(found, 1)
