"""How sure a choice is: the trees' share of the chosen spot, corrected by what held-out articles showed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geonews.gazetteer.kinds import KIND_NUMBER
from geonews.linking.board import Board, Floats
from geonews.linking.distances import EARTH_RADIUS_KM
from geonews.models import Candidate

SPOT_KM = 161.0
"""Places of one country within this distance count as the same spot (100 miles, the field's measure)."""
_WIDE = np.isin(list(KIND_NUMBER), ("country", "territory", "continent", "ocean", "sea"))
_EDGE = 1e-3
_SITES = frozenset({"airport", "base", "plant", "dam", "bridge", "site"})
_NATURE = frozenset(
    {"ocean", "sea", "strait", "lake", "river", "island", "peninsula", "mountains", "desert", "region", "continent"}
)
"""Kinds whose one point is a matter of convention."""
_SMALL = 20_000
"""Inhabitants under which a town is small."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The likeliest candidate of a group, and what tells how sure the choice is."""

    group: int
    candidates: tuple[Candidate, ...]
    shares: Floats
    """Their probabilities by the trees, shape (candidates,)."""
    best: int
    about: NDArray[np.bool_]
    """Which candidates lie about the spot of the best: a city and the division that bears its name share the odds."""
    share: float
    """What those have together."""
    evidence: Mapping[str, float]
    """What the calibration looks at; its weights refer to these by name."""


def verdict(board: Board, shares: Floats, row: int) -> Verdict:
    """Describe the choice of the candidate at ``row``."""
    at = int(board.group[row])
    group, first = board.groups[at], int(board.first[at])
    rows = slice(first, first + len(group.candidates))
    about = _about(board, rows, row)
    share = min(float(shares[rows][about].sum()), 1.0)
    evidence = _evidence(group.candidates[row - first], share, len(group.candidates), len(board.groups))
    return Verdict(at, group.candidates, shares[rows], row - first, about, share, evidence)


def sure(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the probability that a choice is right: a logistic over its evidence."""
    return 1.0 / (1.0 + math.exp(-sum(weights[name] * value for name, value in evidence.items())))


def _about(board: Board, rows: slice, row: int) -> NDArray[np.bool_]:
    cosine = np.clip(board.points[rows] @ board.points[row], -1.0, 1.0)
    near = EARTH_RADIUS_KM * np.arccos(cosine) <= SPOT_KM
    narrow = ~(_WIDE[board.kind[rows]] | _WIDE[board.kind[row]])
    about: NDArray[np.bool_] = near & narrow & (board.country[rows] == board.country[row])
    about[row - rows.start] = True
    return about


def _evidence(candidate: Candidate, share: float, candidates: int, groups: int) -> dict[str, float]:
    place, form = candidate.place, candidate.form
    inner = min(max(share, _EDGE), 1.0 - _EDGE)
    return {
        "always": 1.0,
        "share": math.log(inner / (1.0 - inner)),
        "only": float(candidates == 1),
        "inside": float(form == "inside"),
        "other_name": float(form in {"alternate", "historic", "colloquial"}),
        "division": float(place.kind in {"admin1", "admin2"}),
        "country": float(place.kind in {"country", "territory"}),
        "nature": float(place.kind in _NATURE),
        "site": float(place.kind in _SITES),
        "small": float(place.kind == "village" or (place.kind == "city" and (place.population or 0) < _SMALL)),
        "alone": float(groups == 1),
        "company": math.log(groups),
    }
