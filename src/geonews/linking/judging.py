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
"""Log odds against a place that bears its own country's name, a county that bears another's, or who bears a country's
name only as an alternate one, and against a division where the text sets it apart from the town of its name."""
TOWN = 2.0
"""Log odds against a town that bears a country's name: it is meant where more than its neighbours speaks for it."""
CALLED = 9.0
"""Log odds for a river where the words beside the name speak of one: "the Ohio rose", "crossed the Congo"."""
SAID = 2.0
"""Log odds for the kind of place that the words beside the name say that it is, and against the others."""
MISSPELT = 3.0
"""Log odds against a place that differs from what is written by an accent, where another does not."""
_PRIOR = {
    "population": 1.0,
    "rank": -0.2,
    "kind_admin1": -0.6,
    "kind_admin2": -0.6,
    "form_alternate": -1.5,
    "form_historic": -1.5,
}
"""Log odds of the candidates before anything is read, by column: rounded from fits to both corpora, which agree."""


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


@dataclass(frozen=True, slots=True)
class Judged:
    """What the last pass made of the candidates."""

    shares: Floats
    """Shape (rows,): their probabilities, which sum to 1 within each group."""
    columns: Columns
    """What it looked at."""


def judge(board: Board, layout: Layout, text: str, passes: Iterable[Forest]) -> Judged:
    """Score the candidates in at least one pass."""
    constant = fixed(board, text)
    columns, shares = constant, prior(board, constant)
    for forest in passes:
        columns = constant | changing(board, layout, shares)
        shares = normal(board, forest.score(rows(columns, forest.names)) + evident(columns))
    return Judged(shares, columns)


def prior(board: Board, constant: Columns) -> Floats:
    """Return what is thought of the candidates before the text: how well known each is by its name."""
    odds: Floats = np.sum([weight * constant[name] for name, weight in _PRIOR.items()], axis=0)
    return normal(board, odds)


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
    parts and before a town or county that merely bears it too ("Mexico" is not Mexico City, nor "Luxembourg" the
    Belgian province); who says "Washington state" means another place by bare "Washington"; "the Ohio" is a river.
    """
    own = np.maximum.reduce([columns["kind_country"], columns["form_name"], columns["form_demonym"]])
    county = columns["kind_admin2"] * (columns["cued"] < 1)
    lesser = np.maximum(columns["country_bears"] * np.maximum(1.0 - own, county), columns["part_of_namesake"])
    town = columns["country_bears"] * (columns["kind_city"] + columns["kind_village"])
    odds: Floats = BESIDE * columns["inside_possible"] + CALLED * columns["called"] + SAID * columns["cued"]
    odds -= LESSER * (lesser + columns["set_apart"]) + TOWN * town + MISSPELT * columns["misspelt"]
    return odds
