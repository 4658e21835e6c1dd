"""Measures what a resolver chooses, and calibrates how sure it says it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from geonews.forest import Forest
from geonews.linking.board import Board
from geonews.linking.distances import best_rows
from geonews.linking.groups import groups
from geonews.linking.judging import FILES, SURE, Learnt, judge
from geonews.linking.layout import Layout
from geonews.linking.resolvers import decide
from geonews.linking.sureness import Verdict, verdict
from geonews.training.resolver import Case, Given, cases, grade, train

_BINS = 10
_STIFFNESS = 0.5
"""Inverse strength of the penalty on the calibration's weights."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice with how often it was right, over the mentions that it is for."""

    verdict: Verdict
    right: int
    wrong: int


def learn(folds: Sequence[Sequence[Given]], drawn: Sequence[Case]) -> dict[str, str]:
    """Learn from all folds and the drawn articles; return the text of each weight file by its path in the package.

    How sure a choice is, each fold's choices tell of a resolver that learnt from the others.
    """
    found: list[Choice] = []
    for fold in folds:
        others = [case for other in folds if other is not fold for case in cases(other)]
        found += choices(fold, passes(train([*others, *drawn])))
    texts = train([*(case for fold in folds for case in cases(fold)), *drawn])
    return {**dict(zip(FILES, texts, strict=True)), SURE: json.dumps(calibrate(found), indent=1) + "\n"}


def passes(texts: Sequence[str]) -> tuple[Forest, ...]:
    """Read the passes that ``train`` wrote."""
    return tuple(Forest.from_json(text) for text in texts)


def choices(documents: Sequence[Given], trees: Sequence[Forest]) -> list[Choice]:
    """Return what is chosen for each name of held-out documents."""
    return [choice for one in documents if any(one.found) for choice in _choices(one, trees)]


def _choices(one: Given, trees: Sequence[Forest]) -> Iterator[Choice]:
    gathered = groups(one.text, one.toponyms, one.found)
    board = Board.of(gathered)
    judged = judge(board, Layout.of(gathered, one.toponyms), one.text, trees)
    for row, group in zip(best_rows(board, judged.shares).tolist(), gathered, strict=True):
        right = sum(grade(board.places[row], one.gold[at]) > 0 for at in group.mentions)
        yield Choice(verdict(board, judged, row), right, len(group.mentions) - right)


def calibrate(judged: Sequence[Choice]) -> dict[str, float]:
    """Fit a logistic of each choice's evidence to whether it was right."""
    names = list(judged[0].verdict.evidence)
    table = np.array([list(one.verdict.evidence.values()) for one in judged] * 2)
    weight = np.array([one.right for one in judged] + [one.wrong for one in judged], float)
    truth = np.repeat([1, 0], len(judged))
    model = LogisticRegression(C=_STIFFNESS, fit_intercept=False, max_iter=2000)
    model.fit(table[weight > 0], truth[weight > 0], weight[weight > 0])
    return {name: round(float(value), 4) for name, value in zip(names, model.coef_[0], strict=True)}


def measure(documents: Sequence[Given], learnt: Learnt) -> dict[str, float]:
    """Return shares of all annotated names, misses included, and the calibration error of the answers given."""
    graded, scores, answered = [], [], []
    ceiling = prior = 0
    for one in documents:
        for gold, found, resolution in zip(
            one.gold, one.found, decide(one.text, one.toponyms, one.found, None, learnt), strict=True
        ):
            graded.append(grade(resolution.place, gold))
            scores.append(resolution.score)
            answered.append(resolution.place is not None)
            ceiling += any(grade(candidate.place, gold) for candidate in found)
            prior += bool(found) and grade(found[0].place, gold) > 0
    right, given = np.array(graded) > 0, np.array(answered)
    return {
        "within 161 km": float(right.mean()),
        "exact id": float((np.array(graded) > 1).mean()),
        "ceiling": ceiling / len(graded),
        "first candidate": prior / len(graded),
        "answered": float(given.mean()),
        "ECE": calibration_error(np.array(scores)[given], right[given]),
    }


def calibration_error(scores: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Return the expected calibration error over ten bins (Naeini et al. 2015)."""
    bins = np.minimum((scores * _BINS).astype(int), _BINS - 1)
    return float(sum(abs((right - scores)[bins == at].sum()) for at in range(_BINS)) / len(scores))
