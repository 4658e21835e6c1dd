"""What the other names allow, before any is decided: towns of one corner of the world seldom share a page by chance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from geonews.gazetteer.kinds import KIND_NUMBER
from geonews.linking.board import Board, Floats, Numbers

_WIDTH = 360
_AROUND = [down * _WIDTH + right for down in (-1, 0, 1) for right in (-1, 0, 1)]


def possible(board: Board) -> dict[str, Floats]:
    """Return one column a feature, shape (rows,): how many other names could lie in the same area.

    A name that could lie in many areas says little of each: it counts one in all, shared among them.
    """
    cell = _cells(board)
    small = ~board.wide & (board.kind != KIND_NUMBER["admin1"])
    each = np.arange(len(cell))
    around = np.concatenate([np.where(small, cell + step, 0) for step in _AROUND])
    return {
        "division_possible": np.log1p(_allowed_there(board.name, board.division)),
        "county_possible": np.log1p(_allowed_there(board.name, board.county)),
        "cell_possible": np.log1p(_allowed(board.name, cell * small, np.tile(each, len(_AROUND)), around)),
    }


def _cells(board: Board) -> Numbers:
    """Return the square of one degree that each lies in, numbered from west to east and south to north, above 0."""
    lat = np.degrees(np.arcsin(np.clip(board.points[:, 2], -1.0, 1.0)))
    lon = np.degrees(np.arctan2(board.points[:, 1], board.points[:, 0]))
    square: Numbers = np.floor(lat + 92).astype(np.intp) * _WIDTH + np.floor(lon + 180).astype(np.intp) + 1
    return square


def _allowed_there(name: Numbers, key: Numbers) -> Floats:
    """Sum for each row what the other names give to its own key; 0 is no key."""
    if not key.any():
        return np.zeros(len(name))
    width = int(key.max()) + 1
    owner, keys = np.divmod(np.unique(name[key > 0] * width + key[key > 0]), width)
    given = _given(name, owner)
    total = np.bincount(keys, given[owner], width)
    return np.maximum(np.where(key > 0, total[key] - given[name], 0.0), 0.0)


def _given(name: Numbers, owner: Numbers) -> Floats:
    """Return what each name gives to each of its keys, which the names ``owner`` have: one in all."""
    given: Floats = 1.0 / np.maximum(np.bincount(owner, minlength=int(name.max()) + 1), 1)
    return given


def _allowed(name: Numbers, key: Numbers, rows: Numbers, wanted: Numbers) -> Floats:
    """Sum for each row what the other names give to the keys that it wants; 0 is no key."""
    if not key.any():
        return np.zeros(len(name))
    width = int(max(key.max(), wanted.max())) + 1
    pairs = np.unique(name[key > 0] * width + key[key > 0])
    owner, keys = np.divmod(pairs, width)
    given = _given(name, owner)
    distinct, at = np.unique(keys, return_inverse=True)
    total = np.bincount(at, given[owner])
    sums = np.where(_holds(distinct, wanted), total[_place(distinct, wanted)], 0.0)
    own = np.where(_holds(pairs, name[rows] * width + wanted), given[name[rows]], 0.0)
    return np.maximum(np.bincount(rows, np.where(wanted > 0, sums - own, 0.0), len(name)), 0.0)


def _place(values: Numbers, wanted: Numbers) -> Numbers:
    return np.minimum(np.searchsorted(values, wanted), len(values) - 1)


def _holds(values: Numbers, wanted: Numbers) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = values[_place(values, wanted)] == wanted
    return found
