"""Reads names off a model's scores: the greedy transitions of spaCy's named entity recogniser, for all tokens at once.

spaCy takes one step a token and spends two thirds of its time between the steps. Outside a name, though, a token's
scores depend on nothing that was decided before it, and inside a name only on where the name began. So all tokens are
scored at once as if no name were open, and then every name that may begin is followed to its end. What comes out is
the same, name by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Score = Callable[[NDArray[np.int32]], NDArray[np.float32]]
"""Rows of three token indices (the next token, the open name's first and last, -1 for none) -> a score a move."""
Name = tuple[int, int, str]
"""First token, the token behind the last, label."""


@dataclass(frozen=True, slots=True)
class Moves:
    """The recogniser's transitions by what they do; numbers are columns of the scores."""

    labels: tuple[str, ...]
    begin: NDArray[np.intp]
    """Column that begins a longer name, by label; as for the three below."""
    unit: NDArray[np.intp]
    inside: NDArray[np.intp]
    last: NDArray[np.intp]
    outside: int

    @classmethod
    def of(cls, names: Sequence[str]) -> Moves:
        """Sort the moves' names ("B-GPE", "O"); moves that the greedy reading never takes are left out."""
        at = {name: column for column, name in enumerate(names)}
        labels = tuple(name[2:] for name in names if name.startswith("B-"))
        begin, unit, inside, last = (np.array([at[f"{move}-{label}"] for label in labels]) for move in "BUIL")
        return cls(labels, begin, unit, inside, last, at["O"])


class Namer:
    """Finds names with a spaCy ``EntityRecognizer`` of the usual layout: state features of three tokens, no beam."""

    def __init__(self, recogniser: Any) -> None:  # noqa: ANN401 - spaCy is known to one file, and this is not it
        """Take the loaded component; its moves are read once."""
        self._model = recogniser.model
        moves = recogniser.moves
        self._moves = Moves.of([moves.get_class_name(column) for column in range(moves.n_moves)])

    def __call__(self, docs: Sequence[Any], blank: NDArray[np.bool_], final: NDArray[np.bool_]) -> list[Name]:
        """Return the names of ``docs``, whose tokens are counted through; ``blank`` and ``final`` as in `decode`."""
        step = self._model.predict(docs)

        def score(ids: NDArray[np.int32]) -> NDArray[np.float32]:
            scores: NDArray[np.float32] = step.vec2scores.predict(step.state2vec.predict(ids))
            return scores

        return list(decode(score, self._moves, blank, final))


def decode(score: Score, moves: Moves, blank: NDArray[np.bool_], final: NDArray[np.bool_]) -> Iterator[Name]:
    """Yield the names in order.

    ``blank`` marks white space, which begins no name, ``final`` the tokens that end a sentence, which no name crosses.
    """
    kinds = _first_moves(score, moves, blank, final)
    size = len(moves.labels)
    begins = np.flatnonzero((kinds >= size) & (kinds < 2 * size))
    ends = dict(zip(begins.tolist(), _ends(score, moves, begins, kinds[begins] - size, final).tolist(), strict=True))
    behind = 0
    for first in np.flatnonzero(kinds < 2 * size).tolist():
        if first >= behind:
            behind = ends.get(first, first) + 1
            yield first, behind, moves.labels[kinds[first] % size]


def _first_moves(score: Score, moves: Moves, blank: NDArray[np.bool_], final: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return for each token the best move where no name is open: label (a unit), label + size (a begin), or outside."""
    ids = np.full((len(blank), 3), -1, dtype=np.int32)
    ids[:, 0] = np.arange(len(blank))
    columns = np.concatenate([moves.unit, moves.begin, [moves.outside]])
    scores = score(ids)[:, columns]
    size = len(moves.labels)
    scores[blank, : 2 * size] = -np.inf
    scores[final, size : 2 * size] = -np.inf
    best: NDArray[np.intp] = scores.argmax(axis=1)
    return best


def _ends(
    score: Score, moves: Moves, begins: NDArray[np.intp], labels: NDArray[np.intp], final: NDArray[np.bool_]
) -> NDArray[np.intp]:
    """Return the last token of the name that begins at each of ``begins``."""
    ends = begins + 1
    waiting = np.arange(len(begins))
    while len(waiting):
        now = ends[waiting]
        ids = np.stack([now, begins[waiting], now - 1], axis=1).astype(np.int32)
        scores, rows = score(ids), np.arange(len(waiting))
        goes_on = scores[rows, moves.inside[labels[waiting]]] > scores[rows, moves.last[labels[waiting]]]
        waiting = waiting[goes_on & ~final[now]]
        ends[waiting] += 1
    return ends
