"""Boxes for divisions that no source outlines and that hold a single listed city: an estimate by their neighbours."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from building.draft import Draft

_DEGREE_KM = 111.2
_LEAST_KM, _MOST_KM = 1.0, 50.0


def estimate_boxes(divisions: Iterable[Draft]) -> None:
    """Reach half-way to the next middle of a division of the country's same order, 1 to 50 km in each direction."""
    peers: dict[tuple[str, str | None], list[Draft]] = defaultdict(list)
    for draft in divisions:
        if not math.isnan(draft.lat):
            peers[draft.kind, draft.country].append(draft)
    for group in peers.values():
        points = np.array([(draft.lat, draft.lon) for draft in group])
        for at, draft in enumerate(group):
            if draft.extent is None:
                _box_around(draft, _half_way(points, at))


def _half_way(points: NDArray[np.float64], at: int) -> float:
    lat, lon = points[at]
    east = (points[:, 1] - lon + 180) % 360 - 180
    km = np.hypot(points[:, 0] - lat, east * math.cos(math.radians(lat))) * _DEGREE_KM
    others = np.delete(km, at)
    return float(np.clip(others.min() / 2 if len(others) else _MOST_KM, _LEAST_KM, _MOST_KM))


def _box_around(draft: Draft, km: float) -> None:
    up = km / _DEGREE_KM
    out = up / max(math.cos(math.radians(draft.lat)), 0.1)
    west, east = ((draft.lon + side + 180) % 360 - 180 for side in (-out, out))
    south, north = max(draft.lat - up, -90.0), min(draft.lat + up, 90.0)
    draft.extent = (round(west, 4), round(south, 4), round(east, 4), round(north, 4))
