"""The coarse world's land as far as a picture shows it, and no finer. Pure."""

from __future__ import annotations

import functools
import re
from itertools import pairwise

from geonews.export.worldmap import outline

Point = tuple[int, int]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in the units of ``geonews.export.projection``."""
_RING = re.compile(r"M(-?\d+)[ ]?(-?\d+)l([^Mz]*)")
_LEAST = 3
"""Points of a ring that is more than a line."""


@functools.lru_cache(maxsize=32)  # most visitors look at the same
def land(box: Box, step: float) -> str:
    """Return an SVG path of the land in a box, of points at least ``step`` units apart; islets smaller than that go."""
    drawn = (_thinned(ring, step) for ring in _rings() if _meets(ring, box))
    return "".join(map(_written, (ring for ring in drawn if len(ring) >= _LEAST)))


@functools.cache
def _rings() -> tuple[tuple[Point, ...], ...]:
    return tuple(_absolute(match) for match in _RING.finditer(outline()["land"]))


def _absolute(match: re.Match[str]) -> tuple[Point, ...]:
    x, y = int(match[1]), int(match[2])
    found = [(x, y)]
    moves = list(map(int, re.findall(r"-?\d+", match[3])))
    for right, down in zip(moves[::2], moves[1::2], strict=True):
        x, y = x + right, y + down
        found.append((x, y))
    return tuple(found)


def _meets(ring: tuple[Point, ...], box: Box) -> bool:
    left, top, right, bottom = box
    across, down = [x for x, _ in ring], [y for _, y in ring]
    return min(across) <= right and max(across) >= left and min(down) <= bottom and max(down) >= top


def _thinned(ring: tuple[Point, ...], step: float) -> list[Point]:
    kept = [ring[0]]
    for x, y in ring:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= step:
            kept.append((x, y))
    return kept


def _written(ring: list[Point]) -> str:
    moves = (f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(ring))
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(moves)}z".replace(" -", "-")
