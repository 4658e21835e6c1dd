"""The learnt judgement: boosted trees score the candidates in passes, each believing the last as far as it was sure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geonews.forest import Forest
from geonews.linking.board import Board, Floats
from geonews.linking.features import Columns, changing, fixed
from geonews.linking.layout import Layout
from geonews.weights import learnt

FILES = ("linking/resolver_pass1.json", "linking/resolver_pass2.json")
"""The trees of each pass."""
SURE = "linking/resolver_sure.json"
"""The weights of the calibration, see ``sureness``."""
BESIDE = 7.0
"""Log odds for lying in the larger place that stands beside the name: surer than the training corpora can teach."""
LESSER = 4.0
"""Log odds against a place that bears its own country's name, or a country's name only as an alternate one, and
against a division where the text sets it apart from the town of its name."""
TOWN = 2.0
"""Log odds against a town that bears a country's name: it is meant where more than its neighbours speaks for it."""
_PRIOR = 3.0
"""How many times likelier each candidate is than the next, in the gazetteer's order, before anything is read."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What ``geonews.training`` learnt."""

    passes: tuple[Forest, ...]
    sure: Mapping[str, float]
    """Weights of the calibration, see ``sureness``."""


def shipped() -> Learnt:
    """Return the weights that ship with geonews."""
    passes = tuple(learnt(where, Forest.from_json) for where in FILES)
    return Learnt(passes, learnt(SURE, json.loads))


def judge(board: Board, layout: Layout, text: str, passes: Iterable[Forest]) -> Floats:
    """Return the candidates' probabilities, shape (rows,): they sum to 1 within each group."""
    constant, shares = fixed(board, text), prior(board)
    for forest in passes:
        columns = constant | changing(board, layout, shares)
        shares = normal(board, forest.score(rows(columns, forest.names)) + evident(columns))
    return shares


def prior(board: Board) -> Floats:
    """Return what is thought of the candidates before the text: the gazetteer's order."""
    rank = np.arange(len(board.group)) - board.first[board.group]
    return normal(board, -rank * np.log(_PRIOR))


def normal(board: Board, odds: Floats) -> Floats:
    """Turn log odds into probabilities that sum to 1 within each group."""
    likely = np.exp(odds - np.maximum.reduceat(odds, board.first)[board.group])
    shares: Floats = likely / np.add.reduceat(likely, board.first)[board.group]
    return shares


def rows(columns: Columns, names: Iterable[str]) -> NDArray[np.float64]:
    """Return feature rows with these columns, shape (rows, features)."""
    return np.column_stack([columns[name] for name in names])


def evident(columns: Columns) -> Floats:
    """Return the log odds that no corpus needs to teach.

    A place inside the larger one that stands beside the name is meant; a country of that name is meant before its own
    parts and before a town that merely bears it too ("Mexico" is not Mexico City); who says "Washington state" means
    another place by bare "Washington".
    """
    own = np.maximum.reduce([columns["kind_country"], columns["form_name"], columns["form_demonym"]])
    lesser = np.maximum(columns["country_bears"] * (1.0 - own), columns["part_of_namesake"])
    town = columns["country_bears"] * np.maximum(columns["kind_city"], columns["kind_village"])
    odds: Floats = BESIDE * columns["inside_possible"] - LESSER * (lesser + columns["set_apart"]) - TOWN * town
    return odds
