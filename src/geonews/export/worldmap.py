"""The exported page's map: the world's outline and a sign for each place, as one SVG that asks nothing of anybody."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from math import sqrt
from typing import Literal

from geonews.export import words
from geonews.export.projection import WIDTH, project
from geonews.models import PlaceKind
from geonews.store import PlaceRow

Sign = Literal["town", "country", "region", "water", "site"]
SIGNS: dict[Sign, tuple[str, str]] = {
    "town": ("city, village", "M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0z"),
    "country": ("country", "M-9-9h18v18h-18z"),
    "region": ("region, island", "M0-12 12 0 0 12-12 0z"),
    "water": ("sea, river", "M-12 3q6-9 12 0t12 0M-12-4q6-9 12 0t12 0"),
    "site": ("base, plant, bridge", "M0-11 11 9h-22z"),
}
"""What each sign stands for, and its shape about the origin."""
_OF_KIND: dict[PlaceKind, Sign] = {
    "city": "town",
    "village": "town",
    "country": "country",
    "territory": "country",
    "continent": "country",
    "ocean": "water",
    "sea": "water",
    "strait": "water",
    "lake": "water",
    "river": "water",
    "airport": "site",
    "base": "site",
    "plant": "site",
    "dam": "site",
    "bridge": "site",
    "site": "site",
}
_UNSURE = 0.5
"""Below this probability a sign is dashed."""
_LEAST = 60.0
"""Units that a view shows at least: about six degrees."""


def world(rows: Sequence[PlaceRow]) -> str:
    """Return the map, fitted to the places; each sign leads to ``#p0``, ``#p1`` and so on, in the order of ``rows``."""
    layers = "".join(f'<path class="{name}" d="{path}"/>' for name, path in outline().items())
    most = max((row.mentions for row in rows), default=1)
    signs = [_sign(at, row, most) for at, row in enumerate(rows)]
    names = "".join(map(_name, rows))
    return (
        f'<div class="map"><svg id="map" viewBox="{_view(rows)}" role="group" aria-label="Map of the places" '
        f'preserveAspectRatio="xMidYMid meet">{layers}<g id="signs">{"".join(reversed(signs))}</g>'
        f'<g id="names" aria-hidden="true">{names}</g></svg></div>'
    )


def legend() -> str:
    """Return what the signs mean."""
    shown = "".join(
        f'<span><svg viewBox="-14 -14 28 28" class="{sign}" aria-hidden="true"><path d="{path}"/></svg>{what}</span>'
        for sign, (what, path) in SIGNS.items()
    )
    return f'<p class="legend">{shown}<span>Dashed: uncertain, or a disputed border</span></p>'


@functools.cache
def outline() -> dict[str, str]:
    """Return the paths that ``gazetteer/outline.py`` made of the world (Natural Earth), by layer."""
    text = (files("geonews.export") / "data" / "outline.json").read_text(encoding="utf-8")
    return {name: str(path) for name, path in json.loads(text).items()}


def sign_of(kind: PlaceKind) -> Sign:
    """Return the sign of a kind of place."""
    return _OF_KIND.get(kind, "region")


def _sign(at: int, row: PlaceRow, most: int) -> str:
    sign = sign_of(row.place.kind)
    x, y = project(row.place.lon, row.place.lat)
    size = 0.45 + 0.75 * sqrt(row.mentions / most)
    says = f"{row.place.name}, {words.counted(row.mentions, 'mention')}"
    unsure = " unsure" if row.confidence < _UNSURE else ""
    return (
        f'<a href="#p{at}" class="{sign}{unsure}" data-x="{x:.2f}" data-y="{y:.2f}" data-size="{size:.2f}" '
        f'transform="translate({x:.2f} {y:.2f})" aria-label="{escape(words.clipped(says))}">'
        f'<title>{escape(words.clipped(says))}</title><path d="{SIGNS[sign][1]}"/></a>'
    )


def _name(row: PlaceRow) -> str:
    """Return a place's name, to lie on top of all signs; of those that collide the page shows the most mentioned."""
    x, y = project(row.place.lon, row.place.lat)
    return (
        f'<text x="14" y="5" data-x="{x:.2f}" data-y="{y:.2f}" transform="translate({x:.2f} {y:.2f})">'
        f"{escape(words.clipped(row.place.name, 30))}</text>"
    )


def _view(rows: Sequence[PlaceRow]) -> str:
    """Return x, y, width and height that hold all places with some room around."""
    points = [project(row.place.lon, row.place.lat) for row in rows]
    if not points:
        return f"0 {WIDTH / 8:.0f} {WIDTH} {WIDTH * 5 / 8:.0f}"
    xs, ys = zip(*points, strict=True)
    width, height = (max((max(each) - min(each)) * 1.25, _LEAST) for each in (xs, ys))
    left, top = (min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) - height) / 2
    return f"{left:.1f} {top:.1f} {width:.1f} {height:.1f}"
