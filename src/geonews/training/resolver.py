"""Trains the two passes that choose among candidates, given the annotated spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from lightgbm import Booster
from numpy.typing import NDArray

from geonews.evaluation import Gold, is_right
from geonews.gazetteer import Gazetteer
from geonews.linking.candidates import candidates
from geonews.linking.features import Belief, features
from geonews.linking.groups import Group, groups
from geonews.linking.resolvers import evident, spot
from geonews.models import Place, Toponym
from geonews.training import trees
from geonews.training.annotated import Example

ROUNDS = 120


@dataclass(frozen=True, slots=True)
class Case:
    """One document: its groups and, for each, which candidates are right; ``unknown`` mentions have no candidate."""

    groups: tuple[Group, ...]
    right: tuple[NDArray[np.float64], ...]
    near: tuple[NDArray[np.float64], ...]
    unknown: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What a group's candidates scored, and whether the best is right."""

    scores: NDArray[np.float64]
    spot: tuple[int, ...]
    """Indices of the candidates about the same spot as the best."""
    right: bool
    mentions: int

    def sure(self, heat: float) -> float:
        """Return the probability that a softmax of this temperature gives to the spot."""
        shares = np.exp((self.scores - self.scores.max()) / heat)
        return float(shares[list(self.spot)].sum() / shares.sum())


def case(document: Example, gazetteer: Gazetteer) -> Case:
    """Gather a document's annotated names that have coordinates."""
    gold = [one for one in document.gold if one.lat is not None]
    toponyms = [Toponym(one.start, one.end, document.text[one.start : one.end], "literal") for one in gold]
    found = candidates(toponyms, gazetteer)
    gathered = groups(document.text, toponyms, found)
    grades = [_grades(group, [gold[at] for at in group.mentions]) for group in gathered]
    return Case(
        gathered,
        tuple(((grade == grade.max()) & (grade > 0.0)).astype(float) for grade in grades),
        tuple((grade > 0.0).astype(float) for grade in grades),
        sum(not each for each in found),
    )


def _grades(group: Group, gold: Sequence[Gold]) -> NDArray[np.float64]:
    """Grade each candidate: 2 has the annotated id, 1 lies near, 0 is wrong."""
    return np.array([max(_grade(candidate.place, one) for one in gold) for candidate in group.candidates], float)


def _grade(place: Place, gold: Gold) -> int:
    if place.geonameid is not None and place.geonameid == gold.geonameid:
        return 2
    return int(is_right(place, gold))


def train(cases: Sequence[Case]) -> tuple[list[Booster], list[str]]:
    """Fit both passes; the second one's beliefs come from first passes that did not see the document."""
    names = _names(cases)
    first = _fit(cases, _priors(cases), names)
    folds = [cases[0::2], cases[1::2]]
    others = [_fit(fold, _priors(fold), names) for fold in reversed(folds)]
    beliefs = [_believe(fold, _priors(fold), model, names) for fold, model in zip(folds, others, strict=True)]
    second = _fit([*folds[0], *folds[1]], [*beliefs[0], *beliefs[1]], names)
    return [first, second], names


def measure(cases: Sequence[Case], models: Sequence[Booster], names: Sequence[str]) -> dict[str, float]:
    """Return the share of annotated mentions whose chosen place is right within 161 km, and the candidates' ceiling."""
    beliefs = _priors(cases)
    prior = _share(cases, beliefs)
    for model in models:
        beliefs = _believe(cases, beliefs, model, names)
    possible = [sum(len(g.mentions) * n.any() for g, n in zip(c.groups, c.near, strict=True)) for c in cases]
    return {"prior": prior, "accuracy": _share(cases, beliefs), "ceiling": sum(possible) / _mentions(cases)}


def judged(cases: Sequence[Case], models: Sequence[Booster], names: Sequence[str]) -> list[Judged]:
    """Return the last pass's verdict on each group."""
    beliefs = _priors(cases)
    for model in models[:-1]:
        beliefs = _believe(cases, beliefs, model, names)
    predicted = iter(_predict(cases, beliefs, models[-1], names))
    return [_judged(next(predicted), group, one.near[at]) for one in cases for at, group in enumerate(one.groups)]


def _judged(scores: NDArray[np.float64], group: Group, near: NDArray[np.float64]) -> Judged:
    chosen = int(scores.argmax())
    places = [candidate.place for candidate in group.candidates]
    return Judged(scores, tuple(spot(chosen, places)), bool(near[chosen]), len(group.mentions))


def _names(cases: Sequence[Case]) -> list[str]:
    one = next(one for one in cases if one.groups)
    return list(features(one.groups, 0, _prior(one))[0])


def _prior(one: Case) -> Belief:
    return Belief.of([group.candidates[0].place for group in one.groups])


def _priors(cases: Sequence[Case]) -> list[Belief]:
    return [_prior(one) for one in cases]


def _rows(one: Case, at: int, belief: Belief, names: Sequence[str]) -> trees.Matrix:
    return np.array([[row[name] for name in names] for row in features(one.groups, at, belief)])


def _blocks(cases: Sequence[Case], beliefs: Sequence[Belief], names: Sequence[str]) -> list[trees.Matrix]:
    return [_rows(c, at, b, names) for c, b in zip(cases, beliefs, strict=True) for at in range(len(c.groups))]


def _fit(cases: Sequence[Case], beliefs: Sequence[Belief], names: Sequence[str]) -> Booster:
    blocks = _blocks(cases, beliefs, names)
    right = np.concatenate([each for one in cases for each in one.right]).astype(float)
    return trees.rank(np.vstack(blocks), right, names, ROUNDS, [len(block) for block in blocks])


def _predict(
    cases: Sequence[Case], beliefs: Sequence[Belief], model: Booster, names: Sequence[str]
) -> list[NDArray[np.float64]]:
    """Return the scores of each group's candidates; what is evident counts as at run time."""
    blocks = _blocks(cases, beliefs, names)
    rows = np.vstack(blocks)
    ends = np.cumsum([len(block) for block in blocks])[:-1]
    return np.split(trees.predict(model, rows) + evident(rows, names), ends)


def _believe(cases: Sequence[Case], beliefs: Sequence[Belief], model: Booster, names: Sequence[str]) -> list[Belief]:
    predicted = iter(_predict(cases, beliefs, model, names))
    return [Belief.of([group.candidates[int(next(predicted).argmax())].place for group in one.groups]) for one in cases]


def _share(cases: Sequence[Case], beliefs: Sequence[Belief]) -> float:
    hits = 0
    for one, belief in zip(cases, beliefs, strict=True):
        for group, near, place in zip(one.groups, one.near, belief.places, strict=True):
            chosen = next(at for at, c in enumerate(group.candidates) if place is not None and c.place.id == place.id)
            hits += len(group.mentions) * bool(near[chosen])
    return hits / _mentions(cases)


def _mentions(cases: Sequence[Case]) -> int:
    return sum(one.unknown + sum(len(group.mentions) for group in one.groups) for one in cases)
