"""What stands in the map's place until the browser has drawn the map itself: the coarse world, with the same pins."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from geonews.dashboard.colours import Scale
from geonews.dashboard.fit import WORLD, View
from geonews.dashboard.pins import Pin
from geonews.export.projection import WIDTH, project
from geonews.export.worldmap import outline

_SHORTEST = 70
"""Characters of a ring's path; islets come with the map."""
_MOST = 400
"""Pins."""


def backdrop_html(sight: View, size: tuple[int, int], pins: Sequence[Pin], scale: Scale) -> str:
    """Return a picture of the map at rest, ``size`` pixels wide and high, and the word that more is coming."""
    units = WIDTH / (WORLD * 2**sight.zoom)
    wide, high = size[0] * units, size[1] * units
    x, y = project(sight.longitude, sight.latitude)
    palette = scale.palette
    shown = [pin for pin in pins if pin["shown"]][-_MOST:]
    view = f"{x - wide / 2:.1f} {y - high / 2:.1f} {wide:.1f} {high:.1f}"
    dots = "".join(_dot(pin, units, scale) for pin in shown)
    return (
        f'<div class="gn-backdrop" style="height:{size[1]}px;background:{palette.sea}">'
        f'<svg width="{size[0]}" height="{size[1]}" viewBox="{view}">'
        f'<path d="{_land()}" fill="{palette.land}" stroke="{palette.coast}" stroke-width="{0.6 * units:.2f}"></path>'
        f'{dots}</svg><p class="gn-coming">Drawing the map…</p></div>'
    )


def _dot(pin: Pin, units: float, scale: Scale) -> str:
    x, y = project(*pin["position"])
    colour = scale.colour(pin["group"], pin["step"])
    look = f'fill="{colour}"' if pin["group"] in {"settlement", "site"} else f'fill="none" stroke="{colour}"'
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{pin["size"] / 2 * units:.2f}" {look} stroke-width="{1.5 * units:.2f}">'
        "</circle>"
    )


@functools.cache
def _land() -> str:
    return "".join(ring for ring in re.findall(r"M[^M]*", outline()["land"]) if len(ring) >= _SHORTEST)
