"""Boosted decision trees as plain numbers: what a learnt judgement is at run time. Knows no room; needs numpy alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees laid end to end; a leaf points at itself, so that every walk may take ``depth`` steps."""

    names: tuple[str, ...]
    """The features, in the order of the columns."""
    roots: NDArray[np.int32]
    column: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float64]
    depth: int

    @classmethod
    def from_json(cls, text: str) -> Forest:
        """Read what ``geonews.training`` wrote: ``{"features": [...], "trees": [[node, ...], ...]}``.

        A node is ``[value]`` (a leaf) or ``[column, threshold, left, right]`` with child positions in its tree.
        """
        data: dict[str, Any] = json.loads(text)
        roots: list[int] = []
        nodes: list[tuple[float, float, float, float, float]] = []
        for tree in data["trees"]:
            first = len(nodes)
            roots.append(first)
            nodes.extend(_absolute(node, at, first) for at, node in enumerate(tree))
        column, threshold, left, right, value = zip(*nodes, strict=True)
        return cls(
            names=tuple(data["features"]),
            roots=np.array(roots, np.int32),
            column=np.array(column, np.int32),
            threshold=np.array(threshold, np.float64),
            left=np.array(left, np.int32),
            right=np.array(right, np.int32),
            value=np.array(value, np.float64),
            depth=max(_depth(tree, 0) for tree in data["trees"]),
        )

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum the leaves that each row reaches: shape (rows, features) in, (rows,) log odds out."""
        index = np.arange(len(rows))[:, None]
        node = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            below = rows[index, self.column[node]] <= self.threshold[node]
            node = np.where(below, self.left[node], self.right[node])
        total: NDArray[np.float64] = self.value[node].sum(axis=1)
        return total


def probability(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn log odds into probabilities."""
    result: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-log_odds))
    return result


def _absolute(node: list[float], at: int, first: int) -> tuple[float, float, float, float, float]:
    if len(node) == 1:
        return (0, 0.0, first + at, first + at, node[0])
    column, threshold, left, right = node
    return (column, threshold, first + left, first + right, 0.0)


def _depth(tree: list[list[float]], at: int) -> int:
    node = tree[at]
    return 0 if len(node) == 1 else 1 + max(_depth(tree, int(node[2])), _depth(tree, int(node[3])))
