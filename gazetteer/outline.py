# ruff: noqa: INP001  # a script, run by hand; no package
"""Make the exported page's coarse world, ``outline.json``, from the dashboard's basemap (Natural Earth, public domain).

Usage::

    python gazetteer/outline.py static/basemap.geojson src/geonews/export/data/outline.json

The result has SVG paths by layer (``land``, ``lake``, ``disputed``) and country (ISO 3166-1 alpha-2, ``""`` for none)
in the units of ``geonews.export.projection``: web Mercator, the world 3600 wide. What is below a unit or two is left
out.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

from geonews.export.projection import project

Point = tuple[float, float]
TOLERANCE = {"land": 0.7, "lake": 0.8, "disputed": 0.8}
"""How far a line may leave its course, in units."""
SMALLEST = {"land": 1.2, "lake": 14.0, "disputed": 0.0}
"""Least area of a ring, in square units."""


def simplified(line: list[Point], tolerance: float) -> list[Point]:
    """Leave out the points that hardly bend the line (Douglas and Peucker)."""
    keep = [False] * len(line)
    keep[0] = keep[-1] = True
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        far, at = max(
            ((_distance(line[i], line[first], line[last]), i) for i in range(first + 1, last)), default=(0, 0)
        )
        if far > tolerance:
            keep[at] = True
            spans += [(first, at), (at, last)]
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def _distance(point: Point, first: Point, last: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, first, last
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / length)) if length else 0.0
    return float(((x - x1 - along * dx) ** 2 + (y - y1 - along * dy) ** 2) ** 0.5)


def area(ring: list[Point]) -> float:
    """Return the area of a ring in square units."""
    pairs = pairwise(ring)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def path(line: list[Point], *, closed: bool) -> str:
    """Return a line in whole units, each point relative to the one before; ``""`` where nothing is left of it."""
    points = [(round(x), round(y)) for x, y in line]
    steps = [f"{x2 - x1} {y2 - y1}" for (x1, y1), (x2, y2) in pairwise(points) if (x1, y1) != (x2, y2)]
    if len(steps) < (3 if closed else 1):
        return ""
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps).replace(' -', '-')}{'z' if closed else ''}"


def main(source: Path, target: Path) -> None:
    """Read the basemap, write the outline."""
    layers: dict[str, dict[str, str]] = {name: defaultdict(str) for name in TOLERANCE}
    for feature in json.loads(source.read_text(encoding="utf-8"))["features"]:
        layer, country = feature["properties"]["layer"], feature["properties"].get("iso", "")
        if layer not in TOLERANCE:
            continue
        coordinates = feature["geometry"]["coordinates"]
        closed = feature["geometry"]["type"] == "MultiPolygon"
        for line in [ring for polygon in coordinates for ring in polygon] if closed else coordinates:
            points = [project(lon, lat) for lon, lat in line]
            if not closed or area(points) >= SMALLEST[layer]:
                layers[layer][country] += path(simplified(points, TOLERANCE[layer]), closed=closed)
    target.write_text(json.dumps(layers, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
