"""LightGBM in, plain JSON out: the form that ``geonews.forest`` reads."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

_COMMON: dict[str, Any] = {
    "num_leaves": 15,
    "learning_rate": 0.05,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.7,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 1.0,
    "verbose": -1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
}
Matrix = NDArray[np.float64]


def classify(rows: Matrix, right: NDArray[np.float64], names: Sequence[str], rounds: int) -> lightgbm.Booster:
    """Fit boosted trees to yes and no."""
    data = lightgbm.Dataset(rows, right, feature_name=list(names))
    return lightgbm.train({**_COMMON, "learning_rate": 0.08, "objective": "binary"}, data, rounds)


def rank(
    rows: Matrix, right: NDArray[np.float64], rounds: int, sizes: Sequence[int], directions: Mapping[str, int]
) -> lightgbm.Booster:
    """Fit boosted trees to a ranking within consecutive groups of the given ``sizes``.

    ``directions`` names the columns, and tells whether each may only speak for (1) or against (-1) a row, or both (0).
    """
    data = lightgbm.Dataset(rows, right, group=sizes, feature_name=list(directions))
    own = {"objective": "lambdarank", "learning_rate": 0.05, "monotone_constraints": list(directions.values())}
    return lightgbm.train({**_COMMON, **own}, data, rounds)


def predict(model: lightgbm.Booster, rows: Matrix) -> Matrix:
    """Score rows: shape (rows, features) in, (rows,) out."""
    return np.asarray(model.predict(rows))


def to_json(model: lightgbm.Booster, names: Sequence[str], scale: float = 1.0) -> str:
    """Write the trees for ``Forest.from_json``; every leaf is multiplied by ``scale``."""
    trees = [_nodes(tree["tree_structure"], scale) for tree in model.dump_model()["tree_info"]]
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    return f'{{"features":{json.dumps(list(names))},\n"trees":[\n{lines}\n]}}\n'


def _nodes(root: dict[str, Any], scale: float) -> list[list[float]]:
    nodes: list[list[float]] = []

    def walk(node: dict[str, Any]) -> int:
        at = len(nodes)
        nodes.append([])
        if "leaf_value" in node:
            nodes[at] = [round(node["leaf_value"] * scale, 5)]
        else:
            left, right = walk(node["left_child"]), walk(node["right_child"])
            nodes[at] = [node["split_feature"], float(f"{node['threshold']:.6g}"), left, right]
        return at

    walk(root)
    return nodes
