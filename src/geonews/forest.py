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


@dataclass(frozen=True, slots=True)
class Forest:
    """All questions of all trees side by side, each with the leaves that remain possible if its answer is no.

    So a tree is no walk but an intersection: the leftmost leaf that no answer has ruled out is the one that is reached
    (QuickScorer: Lucchese et al. 2015). What several trees ask is answered once.
    """

    names: tuple[str, ...]
    """The features, in the order of the columns."""
    column: NDArray[np.intp]
    """Shape (questions,): which feature is asked for."""
    threshold: NDArray[np.float64]
    """Shape (questions, 1): a feature of at most this answers yes."""
    asked: NDArray[np.intp]
    """Shape (places, trees): the questions of each tree; short trees are filled up with one without effect."""
    left: NDArray[np.unsignedinteger]
    """Shape (places, trees, 1): the leaves that remain after a no, as bits; no wider than the leaves need."""
    value: NDArray[np.float64]
    """Shape (trees, leaves), from left to right."""

    @classmethod
    def from_json(cls, text: str) -> Forest:
        """Read what ``geonews.training`` wrote: ``{"features": [...], "trees": [[node, ...], ...]}``.

        A node is ``[value]`` (a leaf) or ``[column, threshold, left, right]`` with child positions in its tree.
        """
        data: dict[str, Any] = json.loads(text)
        trees = [_flat(tree) for tree in data["trees"]]
        deepest = max(len(questions) for questions, _ in trees)
        leaves = max(len(values) for _, values in trees)
        bits = np.dtype(f"u{max((1 << (leaves - 1).bit_length()) >> 3, 1)}")
        number = {(0, float("inf")): 0}
        asked = np.zeros((deepest, len(trees)), np.intp)
        left = np.full((deepest, len(trees), 1), np.iinfo(bits).max, bits)
        for tree, (questions, _) in enumerate(trees):
            for at, (column, threshold, ruled_out) in enumerate(questions):
                asked[at, tree] = number.setdefault((column, threshold), len(number))
                left[at, tree] ^= bits.type(ruled_out)
        return cls(
            names=tuple(data["features"]),
            column=np.array([column for column, _ in number], np.intp),
            threshold=np.array([[threshold] for _, threshold in number], np.float64),
            asked=asked,
            left=left,
            value=np.array([values + [0.0] * (leaves - len(values)) for _, values in trees], np.float64),
        )

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum the leaves that each row reaches: shape (rows, features) in, (rows,) log odds out."""
        parts = [self._score(rows[at : at + _AT_ONCE]) for at in range(0, len(rows), _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        yes = np.ascontiguousarray(rows.T).take(self.column, axis=0) <= self.threshold
        possible = np.negative(yes, dtype=self.left.dtype).take(self.asked, axis=0)  # a yes rules nothing out: all bits
        possible |= self.left
        remaining = np.bitwise_and.reduce(possible, axis=0)
        leaf = np.bitwise_count(~remaining & (remaining - self.left.dtype.type(1)))
        trees = np.arange(len(self.value))[:, None] * self.value.shape[1]
        total: NDArray[np.float64] = self.value.take(trees + leaf).sum(axis=0)
        return total


def probability(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn log odds into probabilities."""
    result: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-log_odds))
    return result


def _flat(tree: Sequence[Sequence[float]]) -> tuple[list[tuple[int, float, int]], list[float]]:
    """Return a tree's questions (column, threshold, leaves ruled out by a no) and its leaves from left to right."""
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
        questions.append((int(column), threshold, before))
        return before | walk(int(right))

    walk(0)
    if len(values) > _LEAVES:
        message = f"a tree of {len(values)} leaves: {_LEAVES} at most"
        raise ValueError(message)
    return questions, values
