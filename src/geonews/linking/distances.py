"""How near a candidate lies to the places that the other names are thought to mean, as numbers."""

from __future__ import annotations

import numpy as np

from geonews.gazetteer.kinds import KIND_NUMBER
from geonews.linking.board import Board, Flags, Floats, Numbers
from geonews.linking.layout import Layout

EARTH_RADIUS_KM = 6371.009
"""Mean radius, as geopy's great circle uses."""
_FAR = float(np.log1p(20_000.0))
_ANCHORS = 96
"""Names that are measured to, at most, those named most often first: time stays in proportion to a text's length."""
_NEAREST = 3
_DIVISIONS = np.isin(list(KIND_NUMBER), ("admin1", "admin2"))
_TOWN_KM, _REGION_KM, _BESIDE_KM = 60.0, 400.0, 200.0
"""Distances over which nearness fades to 1/e: within a town's surroundings, a region, a sentence."""


def distances(board: Board, shares: Floats, layout: Layout) -> dict[str, Floats]:
    """Return one column a feature, shape (rows,); an anchor counts as far as it is sure."""
    best = best_rows(board, shares)
    anchors = _anchors(np.where(board.wide[best], 0.0, shares[best]), layout)
    km = EARTH_RADIUS_KM * np.arccos(np.clip(board.points @ board.points[best[anchors]].T, -1.0, 1.0))
    trust = np.where(_own(board, best[anchors]), 0.0, shares[best[anchors]])
    nearest = _nearest(_FAR - trust * (_FAR - np.log1p(km)))
    region = np.exp(-km / _REGION_KM)
    often = trust * layout.mentions[anchors]
    town = (trust * np.exp(-km / _TOWN_KM)).sum(axis=1)
    total = trust.sum(axis=1) + 0.5
    columns = {
        "nearest": nearest[:, 0],
        "nearest_three": nearest.mean(axis=1),
        "close": np.log1p(town),
        "close_share": town / total,
        "around_share": (trust * region).sum(axis=1) / total,
        "around_mentions": (often * region).sum(axis=1) / (often.sum(axis=1) + 0.5),
    }
    return columns | _in_text(board, layout, anchors, trust * np.exp(-km / _BESIDE_KM), trust)


def best_rows(board: Board, shares: Floats) -> Numbers:
    """Return the likeliest row of each group, shape (groups,); of equals the first."""
    top = np.maximum.reduceat(shares, board.first)[board.group]
    rows = np.flatnonzero(shares == top)
    return rows[np.unique(board.group[rows], return_index=True)[1]]


def _anchors(sure: Floats, layout: Layout) -> Numbers:
    anchors = np.flatnonzero(sure > 0.0)
    if len(anchors) <= _ANCHORS:
        return anchors
    return np.sort(anchors[np.argsort(-layout.mentions[anchors], kind="stable")[:_ANCHORS]])


def _own(board: Board, anchors: Numbers) -> Flags:
    """Tell which anchors (columns) say nothing of which candidates (rows).

    Those are of the candidate's own name, or are the very division that the candidate is: where the Kherson region is
    named as such, "Kherson" is the city rather than that region again.
    """
    same = board.name[:, None] == board.name[anchors]
    again = (board.place[:, None] == board.place[anchors]) & _DIVISIONS[board.kind][:, None]
    own: Flags = same | again
    return own


def _nearest(far: Floats) -> Floats:
    """Return the three smallest of each row, smallest first."""
    padded = np.hstack((far, np.full((len(far), _NEAREST), _FAR)))
    return np.sort(np.partition(padded, _NEAREST - 1, axis=1)[:, :_NEAREST], axis=1)


def _in_text(board: Board, layout: Layout, anchors: Numbers, close: Floats, trust: Floats) -> dict[str, Floats]:
    """Measure to the names that stand beside this one in the text, and to the first one of all."""
    column = np.full(len(board.first), -1)
    column[anchors] = np.arange(len(anchors))
    beside = np.zeros((len(board.first), len(anchors)))
    at = column[layout.other]
    np.maximum.at(beside, (layout.one[at >= 0], at[at >= 0]), layout.nearness[at >= 0])
    here, lead = beside[board.group], column[layout.lead]
    return {
        "beside_close": (here * close).max(axis=1, initial=0.0),
        "beside_share": (here * close).sum(axis=1) / ((here * trust).sum(axis=1) + 0.2),
        "lead_close": close[:, lead] if lead >= 0 else np.zeros(len(close)),
    }
