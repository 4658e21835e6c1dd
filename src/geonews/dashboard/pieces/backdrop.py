"""A picture of the map, the coarse world with the same signs: until the map itself is drawn, or where it cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from geonews.dashboard.coast import land
from geonews.dashboard.colours import Group, Scale
from geonews.dashboard.fit import WORLD, View
from geonews.dashboard.pins import Pin
from geonews.export.projection import WIDTH, project

_STEP = 1.5
"""Pixels between two points of the coast."""
_MOST = 400
"""Pins."""
_COMING = '<p class="gn-coming">Drawing the map…</p>'
_SAID = "This browser cannot draw the interactive map; the tables hold all of it."
_UNDRAWN = f'<p class="gn-coming gn-undrawn">{_SAID}</p>'
_Ring = tuple[tuple[float, float], ...]


def _square(half: float) -> _Ring:
    return (-half, -half), (half, -half), (half, half), (-half, half)


_RINGS: dict[Group, tuple[_Ring, ...]] = {
    "site": (((0, -0.8), (0.85, 0.7), (-0.85, 0.7)),),
    "region": (((0, -0.8), (0.8, 0), (0, 0.8), (-0.8, 0)),),
    "country": (_square(0.65),),
    "continent": (_square(0.75), _square(0.2)),
}
"""Right of and below the middle, in halves of the sign's size; what is not here is round."""


def backdrop_html(  # noqa: PLR0913 - what the map itself is made of
    sight: View,
    size: tuple[int, int],
    pins: Sequence[Pin],
    scale: Scale,
    chosen: Sequence[Pin] = (),
    *,
    alone: bool = False,
) -> str:
    """Return a picture of the map at rest, ``size`` pixels wide and high, and the word that more is coming.

    ``pins`` come the most mentioned first; the chosen ones are marked. ``alone`` says that no map can come: then the
    picture says that instead, and its signs have tooltips and can be pressed.
    """
    units = WIDTH / (WORLD * 2**sight.zoom)
    wide, high = size[0] * units, size[1] * units
    x, y = project(sight.longitude, sight.latitude)
    palette = scale.palette
    shown = [pin for pin in pins if pin["shown"]][:_MOST]
    view = f"{x - wide / 2:.1f} {y - high / 2:.1f} {wide:.1f} {high:.1f}"
    coast = land((x - wide / 2, y - high / 2, x + wide / 2, y + high / 2), _STEP * units)
    draw = _pressed if alone else _sign
    signs = "".join(
        f'<g fill="{fill}" stroke="{edge}" stroke-width="{1.1 * units:.2f}">'
        f"{''.join(draw(pin, units) for pin in alike)}</g>"
        for (fill, edge), alike in groupby(sorted(shown, key=_height), lambda pin: _look(pin, scale))
    )
    rings = "".join(_ring(pin, units, palette.accent) for pin in chosen)
    return (
        f'<div class="gn-backdrop" style="height:{size[1]}px;background:{palette.sea}">'
        f'<svg width="{size[0]}" height="{size[1]}" viewBox="{view}">'
        f'<path d="{coast}" fill="{palette.land}" stroke="{palette.coast}" stroke-width="{0.6 * units:.2f}"></path>'
        f"{signs}{rings}</svg>{_UNDRAWN if alone else _COMING}</div>"
    )


def _height(pin: Pin) -> tuple[int, float]:
    """Return how high a sign lies, as on the map: areas below towns below sites, small ones on top."""
    return {"settlement": 1, "site": 2}.get(pin["group"], 0), -pin["size"]


def _pressed(pin: Pin, units: float) -> str:
    """Draw a sign that tells what it is, and selects its place."""
    tip = f"<title>{escape(pin['tip'])}</title>"
    return f'<g data-do="place" data-value="{escape(pin["id"])}">{tip}{_sign(pin, units)}</g>'


def _look(pin: Pin, scale: Scale) -> tuple[str, str]:
    """Return the colours of a sign and of its edge."""
    colour = scale.colour(pin["group"], pin["step"])
    solid = pin["group"] in {"settlement", "site"} and pin["sure"]
    return (colour, scale.palette.paper) if solid else (scale.palette.paper, colour)


def _sign(pin: Pin, units: float) -> str:
    """Draw a pin as the map does: towns are discs, sites triangles, regions diamonds, countries squares."""
    x, y = project(*pin["position"])
    half = pin["size"] / 2 * units
    rings = _RINGS.get(pin["group"])
    if rings is None:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half:.1f}"/>'
    lines = (" ".join(f"{x + right * half:.1f} {y + down * half:.1f}" for right, down in ring) for ring in rings)
    return f'<path d="{"".join(f"M{line}z" for line in lines)}"/>'


def _ring(pin: Pin, units: float, colour: str) -> str:
    x, y = project(*pin["position"])
    radius = (pin["size"] / 2 + 5.5) * units
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" fill="none" stroke="{colour}" '
        f'stroke-width="{3 * units:.2f}"/>'
    )
