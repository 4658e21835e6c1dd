"""Boosted trees as plain numbers."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def walked(tree: list[Any], row: list[float], at: int = 0) -> float:
    if len(tree[at]) == 1:
        return float(tree[at][0])
    column, threshold, left, right = tree[at]
    return walked(tree, row, left if row[column] <= threshold else right)


@st.composite
def trees(draw: st.DrawFn) -> list[Any]:
    """A tree of 1 to 64 leaves over three columns of small whole numbers."""
    tree: list[Any] = [[draw(st.integers(-9, 9))]]
    for _ in range(draw(st.integers(0, 63))):
        leaves = [at for at, node in enumerate(tree) if len(node) == 1]
        split = draw(st.sampled_from(leaves))
        tree[split] = [draw(st.integers(0, 2)), draw(st.integers(0, 4)), len(tree), len(tree) + 1]
        tree += [[draw(st.integers(-9, 9))], [draw(st.integers(-9, 9))]]
    return tree


@given(
    st.lists(trees(), min_size=1, max_size=4),
    st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), max_size=5),
)
def test_all_questions_at_once_lead_where_a_walk_does(found: list[Any], rows: list[list[float]]) -> None:
    forest = Forest.from_json(json.dumps({"features": ["a", "b", "c"], "trees": found}))
    wanted = [sum(walked(tree, row) for tree in found) for row in rows]
    assert forest.score(np.array(rows, float).reshape(-1, 3)).tolist() == wanted


def test_a_tree_of_more_leaves_than_bits_is_refused() -> None:
    chain = [node for at in range(64) for node in ([0, float(at), 2 * at + 1, 2 * at + 2], [1.0])]
    with pytest.raises(ValueError, match="65 leaves"):
        Forest.from_json(json.dumps({"features": ["a"], "trees": [[*chain, [0.0]]]}))
