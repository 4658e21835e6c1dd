"""Boosted decision trees as plain numbers: what a learnt judgement is at run time. Knows no room; needs numpy alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_AT_ONCE = 256
"""Rows that are scored together, so that what is held in between stays in the processor's caches."""
_LEAVES = 64
"""Leaves of a tree at most: one bit each."""
_ALL = (1 << _LEAVES) - 1


@dataclass(frozen=True, slots=True)
class Forest:
    """All questions of all trees side by side, each with the leaves that remain possible if its answer is no.

    So a tree is no walk but an intersection: the leftmost leaf that no answer has ruled out is the one that is reached
    (QuickScorer: Lucchese et al. 2015).
    """

    names: tuple[str, ...]
    """The features, in the order of the columns."""
    column: NDArray[np.intp]
    """Shape (trees, questions): which feature is asked for; short trees are filled up with questions without effect."""
    threshold: NDArray[np.float64]
    """A feature of at most this answers yes."""
    left: NDArray[np.uint64]
    """The leaves that remain after a no, as bits."""
    value: NDArray[np.float64]
    """Shape (trees, leaves), from left to right."""

    @classmethod
    def from_json(cls, text: str) -> Forest:
        """Read what ``geonews.training`` wrote: ``{"features": [...], "trees": [[node, ...], ...]}``.

        A node is ``[value]`` (a leaf) or ``[column, threshold, left, right]`` with child positions in its tree.
        """
        data: dict[str, Any] = json.loads(text)
        trees = [_flat(tree) for tree in data["trees"]]
        widest = max(len(questions) for questions, _ in trees)
        leaves = max(len(values) for _, values in trees)
        nothing = (0, float("inf"), _ALL)
        padded = [questions + [nothing] * (widest - len(questions)) for questions, _ in trees]
        return cls(
            names=tuple(data["features"]),
            column=np.array([[column for column, _, _ in tree] for tree in padded], np.intp).reshape(-1, widest),
            threshold=np.array([[at for _, at, _ in tree] for tree in padded], np.float64).reshape(-1, widest),
            left=np.array([[bits for _, _, bits in tree] for tree in padded], np.uint64).reshape(-1, widest),
            value=np.array([values + [0.0] * (leaves - len(values)) for _, values in trees], np.float64),
        )

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum the leaves that each row reaches: shape (rows, features) in, (rows,) log odds out."""
        parts = [self._score(rows[at : at + _AT_ONCE]) for at in range(0, len(rows), _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        possible = np.full((len(self.column), len(rows)), _ALL, np.uint64)
        columns = np.ascontiguousarray(rows.T)
        for asked in range(self.column.shape[1]):
            yes = columns[self.column[:, asked]] <= self.threshold[:, asked, None]
            possible &= np.where(yes, np.uint64(_ALL), self.left[:, asked, None])
        lowest = possible & (~possible + np.uint64(1))
        leaf = np.log2(lowest.astype(np.float64)).astype(np.intp)
        total: NDArray[np.float64] = np.take_along_axis(self.value, leaf, axis=1).sum(axis=0)
        return total


def probability(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn log odds into probabilities."""
    result: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-log_odds))
    return result


def _flat(tree: Sequence[Sequence[float]]) -> tuple[list[tuple[int, float, int]], list[float]]:
    """Return a tree's questions (column, threshold, leaves left after a no) and its leaves from left to right."""
    questions: list[tuple[int, float, int]] = []
    values: list[float] = []

    def walk(at: int) -> int:
        """Gather the questions and leaves below a node; return those leaves as bits."""
        node = tree[at]
        if len(node) == 1:
            values.append(node[0])
            return 1 << (len(values) - 1)
        column, threshold, left, right = node
        before = walk(int(left))
        questions.append((int(column), threshold, _ALL ^ before))
        return before | walk(int(right))

    walk(0)
    if len(values) > _LEAVES:
        message = f"a tree of {len(values)} leaves: {_LEAVES} at most"
        raise ValueError(message)
    return questions, values
