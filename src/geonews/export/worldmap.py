"""The exported page's map: the world's outline and a sign for each place, as one SVG that asks nothing of anybody."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import sqrt
from typing import Literal

from geonews.export import lands, movements, words
from geonews.export.labels import Room, Spot, Stand, stands
from geonews.export.projection import WIDTH, project
from geonews.models import Place, PlaceKind
from geonews.store import PlaceRow, Route

Sign = Literal["town", "country", "continent", "region", "water", "site"]
SIGNS: dict[Sign, tuple[str, str]] = {
    "town": ("city, village", "M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0z"),
    "country": ("small country", "M-9-9h18v18h-18z"),
    "continent": ("continent", "M-11-11h22v22h-22zM-3-3h6v6h-6z"),
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
    "continent": "continent",
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
_SMALL = 1 / 30
"""Part of the view below which a tinted country would hardly be seen, and has a sign besides; ``webpage.js`` sees to
that when the view is another."""
_SCREEN = 800, 520
"""Pixels across and down of a map for which all is placed before a script does it anew."""
_LEAST = 60.0
"""Units that a view shows at least: about six degrees."""


def world(rows: Sequence[PlaceRow], routes: Sequence[Route]) -> str:
    """Return the map, fitted to the places; each sign leads to ``#p0``, ``#p1`` and so on, in the order of ``rows``.

    A country is tinted, and has no sign where it is large enough to be seen. Movements lie under the signs; areas lie
    under what is one spot, which they would hide.
    """
    outlines = lands.named(rows)
    most = max((row.once for row in rows), default=1)
    left, top, width, height = _view(
        [*(row.place for row in rows), *(end for each in routes for end in (each.origin, each.destination))]
    )
    spans = {at: lands.span(path) for at, path in outlines.items()}
    wide = {at for at, span in spans.items() if span >= max(width, height) * _SMALL}
    above = sorted(range(len(rows)), key=lambda at: (not _is_area(rows[at]), -at))
    unit = max(width / _SCREEN[0], height / _SCREEN[1])
    signs = "".join(_sign(at, rows[at], _size(rows[at], most), unit, is_wide=at in wide) for at in above)
    picture = Room(left / unit, top / unit, (left + width) / unit, (top + height) / unit)
    spots = [_spot(row, 0 if at in wide else _size(row, most), unit) for at, row in enumerate(rows)]
    names = "".join(
        _name(row, _size(row, most), spans.get(at, 0), unit, stand)
        for at, (row, stand) in enumerate(zip(rows, stands(spots, picture), strict=True))
    )
    return (
        f'<div class="map"><svg id="map" viewBox="{left:.1f} {top:.1f} {width:.1f} {height:.1f}" role="group" '
        f'aria-label="Map of the places" preserveAspectRatio="xMidYMid meet">{lands.drawn(rows, outlines, most)}'
        f'{movements.arcs(routes)}<g id="signs">{signs}</g><g id="names" aria-hidden="true">{names}</g></svg></div>'
    )


def legend(rows: Sequence[PlaceRow], routes: Sequence[Route]) -> str:
    """Return what the signs mean that are drawn."""
    drawn = {sign_of(row.place.kind) for row in rows}
    shown = "".join(
        f'<span><svg viewBox="-14 -14 28 28" class="{sign}" aria-hidden="true"><path d="{path}"/></svg>{what}</span>'
        for sign, (what, path) in SIGNS.items()
        if sign in drawn
    )
    country = f"<span>{lands.SWATCH}country; stronger: more mentions</span>" if lands.named(rows) else ""
    unsure = any(words.doubt(row.confidence) for row in rows)
    dashed = f"<span>Dashed: {'an uncertain place, or ' if unsure else ''}a disputed border</span>"
    return f'<p class="legend">{country}{shown}{movements.legend(routes)}{dashed}</p>'


def outline() -> dict[str, str]:
    """Return the world's paths by layer: all land, lakes, disputed borders."""
    return {layer: "".join(paths.values()) for layer, paths in lands.layers().items()}


def sign_of(kind: PlaceKind) -> Sign:
    """Return the sign of a kind of place."""
    return _OF_KIND.get(kind, "region")


def _sign(at: int, row: PlaceRow, size: float, unit: float, *, is_wide: bool) -> str:
    sign = sign_of(row.place.kind)
    x, y = project(row.place.lon, row.place.lat)
    says = f"{row.place.name}, {words.mentions(row)}"
    manner = (" unsure" if row.confidence < words.UNSURE else "") + (" wide" if is_wide else "")
    return (
        f'<a href="#p{at}" class="{sign}{manner}" data-x="{x:.2f}" data-y="{y:.2f}" data-size="{size:.2f}" '
        f'transform="translate({x:.2f} {y:.2f}) scale({unit * size:.3f})" aria-label="{escape(words.clipped(says))}">'
        f'<title>{escape(words.clipped(says))}</title><path d="{SIGNS[sign][1]}"/></a>'
    )


def _size(row: PlaceRow, most: int) -> float:
    return 0.4 + 0.55 * sqrt(row.once / most)


def _is_area(row: PlaceRow) -> bool:
    return sign_of(row.place.kind) in {"country", "continent", "region", "water"}


def _spot(row: PlaceRow, size: float, unit: float) -> Spot:
    x, y = project(row.place.lon, row.place.lat)
    return Spot(x / unit, y / unit, size, _called(row))


def _called(row: PlaceRow) -> str:
    return words.clipped(row.place.name, 30)


def _name(row: PlaceRow, size: float, span: int, unit: float, stand: Stand | None) -> str:
    """Return a place's name, to lie on top of all signs; of those that collide the page shows the most mentioned."""
    x, y = project(row.place.lon, row.place.lat)
    kind = ("area" if _is_area(row) else "spot") + ("" if stand else " crowded")
    reach = f'data-span="{span}" ' if span else ""
    at = f'x="{stand.x:.1f}" y="{stand.y:.1f}" text-anchor="{stand.anchor}" ' if stand else ""
    return (
        f'<text class="{kind}" {at}data-size="{size:.2f}" {reach}'
        f'data-x="{x:.2f}" data-y="{y:.2f}" transform="translate({x:.2f} {y:.2f}) scale({unit:.3f})">'
        f"{escape(_called(row))}</text>"
    )


def _view(places: Sequence[Place]) -> tuple[float, float, float, float]:
    """Return x, y, width and height that hold all places with some room around."""
    points = [project(place.lon, place.lat) for place in places]
    if not points:
        return 0, WIDTH / 8, WIDTH, WIDTH * 5 / 8
    xs, ys = zip(*points, strict=True)
    width, height = (max((max(each) - min(each)) * 1.25, _LEAST) for each in (xs, ys))
    return (min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) - height) / 2, width, height
