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
from geonews.linking.judging import Judged
from geonews.models import Candidate

SPOT_KM = 161.0
"""Places of one country within this distance count as the same spot (100 miles, the field's measure)."""
_WIDE = np.isin(list(KIND_NUMBER), ("country", "territory", "continent", "ocean", "sea"))
_HEARD = {
    "size": "population",
    "division_heard": "division_share",
    "country_heard": "country_named",
    "around_heard": "around_share",
}
"""What the article says for the chosen place, by the column that holds it."""
_EDGE = 1e-3
_SITES = frozenset({"airport", "base", "plant", "dam", "bridge", "site"})
_NATURE = frozenset(
    {"ocean", "sea", "strait", "lake", "river", "island", "peninsula", "mountains", "desert", "region", "continent"}
)
"""Kinds whose one point is a matter of convention."""


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


def verdict(board: Board, judged: Judged, row: int) -> Verdict:
    """Describe the choice of the candidate at ``row``."""
    at = int(board.group[row])
    group, first = board.groups[at], int(board.first[at])
    rows = slice(first, first + len(group.candidates))
    about, shares = _about(board, rows, row), judged.shares[rows]
    share = min(float(shares[about].sum()), 1.0)
    heard = {name: float(judged.columns[column][row]) for name, column in _HEARD.items()}
    heard |= {"alone": float(len(board.groups) == 1)}
    evidence = _evidence(group.candidates[row - first], share, len(group.candidates)) | heard
    return Verdict(at, group.candidates, shares, row - first, about, share, evidence)


def sure(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the probability that a choice is right: a logistic over its evidence."""
    return 1.0 / (1.0 + math.exp(-sum(weight * evidence[name] for name, weight in weights.items())))


def _about(board: Board, rows: slice, row: int) -> NDArray[np.bool_]:
    cosine = np.clip(board.points[rows] @ board.points[row], -1.0, 1.0)
    near = EARTH_RADIUS_KM * np.arccos(cosine) <= SPOT_KM
    narrow = ~(_WIDE[board.kind[rows]] | _WIDE[board.kind[row]])
    about: NDArray[np.bool_] = near & narrow & (board.country[rows] == board.country[row])
    about[row - rows.start] = True
    return about


def _evidence(candidate: Candidate, share: float, candidates: int) -> dict[str, float]:
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
    }
