"""Boosted trees as plain numbers."""

from __future__ import annotations

import json

import numpy as np
import pytest

from geonews.forest import Forest, probability

TREES = {
    "features": ["population", "capital"],
    "trees": [
        [[0, 5.0, 1, 2], [-1.0], [1, 0.5, 3, 4], [0.25], [2.0]],
        [[0.5]],
    ],
}


@pytest.fixture
def forest() -> Forest:
    return Forest.from_json(json.dumps(TREES))


def test_each_row_walks_every_tree_and_the_leaves_are_summed(forest: Forest) -> None:
    rows = np.array([[5.0, 1.0], [5.1, 0.5], [9.0, 1.0]])
    assert forest.score(rows).tolist() == [-0.5, 0.75, 2.5]


def test_the_order_of_the_columns_is_known(forest: Forest) -> None:
    assert forest.names == ("population", "capital")


def test_log_odds_of_zero_are_even() -> None:
    assert probability(np.array([0.0])).tolist() == [0.5]
