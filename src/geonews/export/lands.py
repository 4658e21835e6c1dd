"""The land of the exported page's map: countries that articles name are tinted, as far as they reach."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from itertools import accumulate
from math import sqrt

from geonews.export import words
from geonews.store import PlaceRow

SWATCH = (
    '<svg viewBox="-14 -14 28 28" class="named some" aria-hidden="true"><path d="M-12-9 3-12 12-3 8 10-9 8z"/></svg>'
)
"""A tinted country for the legend."""
_LEVELS = ("few", "some", "many")
"""Tints, from the faintest; each is an equal part of the square root of the mentions, as the size of a sign is."""
_RING = re.compile(r"l([^Mz]*)")


@functools.cache
def layers() -> dict[str, dict[str, str]]:
    """Return the paths that ``gazetteer/outline.py`` made of the world (Natural Earth), by layer and country.

    A country is its ISO 3166-1 alpha-2 code, ``""`` for what is no country's; units are those of ``projection``.
    """
    held = json.loads((files("geonews.export") / "data" / "outline.json").read_text(encoding="utf-8"))
    return {layer: {code: str(path) for code, path in paths.items()} for layer, paths in held.items()}


def named(rows: Sequence[PlaceRow]) -> dict[int, str]:
    """Return the outlines of those places that are countries, by their number among ``rows``; one a country."""
    land = layers()["land"]
    first: dict[str, int] = {}
    for at, row in enumerate(rows):
        code = row.place.country or ""
        if code in land and code and row.place.kind in {"country", "territory"}:
            first.setdefault(code, at)
    return {at: land[code] for code, at in first.items()}


def drawn(rows: Sequence[PlaceRow], outlines: dict[int, str], most: int) -> str:
    """Return all land as SVG; each named country leads to ``#p0``, ``#p1`` and so on, by its number among ``rows``."""
    tinted = set(outlines.values())
    rest = "".join(path for path in layers()["land"].values() if path not in tinted)
    countries = "".join(_country(at, rows[at], path, most) for at, path in outlines.items())
    over = "".join(f'<path class="{layer}" d="{_whole(layer)}"/>' for layer in ("lake", "disputed"))
    return f'<path class="land" d="{rest}"/><g id="lands">{countries}</g>{over}'


def span(path: str) -> int:
    """Return how far the largest piece of an outline reaches, across or down, in units of the map."""
    return max((max(_reach(steps[::2]), _reach(steps[1::2])) for steps in _rings(path)), default=0)


def _rings(path: str) -> Iterable[list[int]]:
    return (list(map(int, re.findall(r"-?\d+", ring))) for ring in _RING.findall(path))


def _reach(steps: Iterable[int]) -> int:
    at = list(accumulate(steps, initial=0))
    return max(at) - min(at)


def _country(at: int, row: PlaceRow, path: str, most: int) -> str:
    level = _LEVELS[min(int(sqrt(row.once / most) * len(_LEVELS)), len(_LEVELS) - 1)]
    says = escape(words.clipped(f"{row.place.name}, {words.mentions(row)}"))
    unsure = " unsure" if row.confidence < words.UNSURE else ""
    shape = f'<title>{says}</title><path d="{path}"/>'
    return f'<a href="#p{at}" class="named {level}{unsure}" aria-label="{says}">{shape}</a>'


def _whole(layer: str) -> str:
    return "".join(layers()[layer].values())
