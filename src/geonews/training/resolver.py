"""Trains the passes that choose among candidates, given the annotated spans, and measures what they choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from lightgbm import Booster

from geonews.evaluation import NO_PLACE, Gold, is_right
from geonews.forest import Forest
from geonews.gazetteer import Gazetteer
from geonews.linking.board import Board, Floats
from geonews.linking.candidates import candidates
from geonews.linking.features import Columns, changing, fixed
from geonews.linking.groups import groups
from geonews.linking.judging import FILES, evident, normal, prior, rows
from geonews.linking.layout import Layout
from geonews.models import Candidate, Place, Toponym
from geonews.training import trees
from geonews.training.annotated import Example

ROUNDS = 120
HEAT = 0.6
"""Temperature of the ranking's scores as log odds: what the passes believe of each other; the answer's own
probability is calibrated behind the last one."""
_FOLDS = 3
_EVIDENT = frozenset({"called", "misspelt"})
"""Columns of ``judging.evident`` alone: the corpora are too few to teach what they say."""
_FOR = (
    "population", "population_share", "cued", "country_votes", "country_share", "country_mentions", "country_named",
    "division_votes", "division_share", "division_mentions", "division_named", "division_possible", "division_said",
    "county_votes", "county_share", "county_named", "county_possible", "county_said", "cell_possible", "dialect",
    "dialect_share", "inside_beside", "inside_possible", "inside_listed", "close", "close_share", "around_share",
    "around_mentions", "beside_close", "beside_share", "lead_close",
)  # fmt: skip
_AGAINST = ("rank", "population_below", "nearest", "nearest_three", "part_of_namesake")
_DIRECTIONS = {**dict.fromkeys(_FOR, 1), **dict.fromkeys(_AGAINST, -1)}
"""Features that may only speak for (1) or against (-1) a candidate, whatever one corpus of local news says."""


@dataclass(frozen=True, slots=True)
class Given:
    """One document with its annotated names that have coordinates, and what they may mean."""

    text: str
    gold: tuple[Gold, ...]
    toponyms: tuple[Toponym, ...]
    found: tuple[tuple[Candidate, ...], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """What the trees learn from: a document with what does not change from pass to pass."""

    board: Board
    layout: Layout
    constant: Columns
    right: Floats
    """Shape (rows,): 1 where the candidate has the annotated id or, where none has, lies near."""


def given(document: Example, gazetteer: Gazetteer) -> Given:
    """Look up a document's annotated names."""
    gold = tuple(one for one in document.gold if one.lat is not None and one.kind not in NO_PLACE)
    toponyms = tuple(Toponym(one.start, one.end, document.text[one.start : one.end], "literal") for one in gold)
    return Given(document.text, gold, toponyms, candidates(toponyms, gazetteer))


def cases(documents: Sequence[Given]) -> list[Case]:
    """Describe the documents in which anything has a candidate."""
    return [_case(one) for one in documents if any(one.found)]


def _case(one: Given) -> Case:
    gathered = groups(one.text, one.toponyms, one.found)
    board = Board.of(gathered)
    right = [_right([one.gold[at] for at in group.mentions], group.candidates) for group in gathered]
    return Case(board, Layout.of(gathered, one.toponyms), fixed(board, one.text), np.concatenate(right))


def _right(gold: Sequence[Gold], found: Sequence[Candidate]) -> Floats:
    grades = np.array([max(grade(candidate.place, one) for one in gold) for candidate in found])
    right: Floats = ((grades == grades.max()) & (grades > 0)).astype(float)
    return right


def grade(place: Place | None, gold: Gold) -> int:
    """Grade a place: 2 has the annotated id, 1 lies within 161 km, 0 is wrong."""
    if place is not None and place.geonameid is not None and place.geonameid == gold.geonameid:
        return 2
    return int(is_right(place, gold))


def train(known: Sequence[Case]) -> tuple[str, ...]:
    """Fit the passes, as texts of their files; what each believes comes from passes that did not see the document."""
    shares = [prior(one.board, one.constant) for one in known]
    passes = [_fit(known, shares)]
    for _ in FILES[1:]:
        shares = _crossed(known, shares)
        passes.append(_fit(known, shares))
    return tuple(passes)


def _crossed(known: Sequence[Case], shares: Sequence[Floats]) -> list[Floats]:
    result: list[Floats] = list(shares)
    for fold in range(_FOLDS):
        rest = [at for at in range(len(known)) if at % _FOLDS != fold]
        forest = Forest.from_json(_fit([known[at] for at in rest], [shares[at] for at in rest]))
        for at in range(fold, len(known), _FOLDS):
            result[at] = _judged(known[at], shares[at], forest)
    return result


def _judged(one: Case, shares: Floats, forest: Forest) -> Floats:
    columns = _columns(one, shares)
    return normal(one.board, forest.score(rows(columns, forest.names)) + evident(columns))


def _fit(known: Sequence[Case], shares: Sequence[Floats]) -> str:
    columns = [_columns(one, each) for one, each in zip(known, shares, strict=True)]
    names = [name for name in columns[0] if name not in _EVIDENT]
    sizes = [len(group.candidates) for one in known for group in one.board.groups]
    table = np.vstack([rows(each, names) for each in columns])
    directions = {name: _DIRECTIONS.get(name, 0) for name in names}
    booster: Booster = trees.rank(table, np.concatenate([one.right for one in known]), ROUNDS, sizes, directions)
    return trees.to_json(booster, names, 1 / HEAT)


def _columns(one: Case, shares: Floats) -> Columns:
    return one.constant | changing(one.board, one.layout, shares)
