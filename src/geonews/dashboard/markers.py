"""The shapes that tell kinds of place apart, as one SVG: a sheet for deck.gl, single ones for the legend."""

from __future__ import annotations

import base64

from geonews.dashboard.frames import Group
from geonews.dashboard.palette import Palette

_CELL = 64

LEGEND: dict[Group, str] = {
    "settlement": "city, village",
    "country": "country",
    "region": "region, island",
    "water": "sea, river",
    "site": "base, plant, bridge",
}
"""What each shape stands for, in the order of the legend."""


def sheet(palette: Palette) -> str:
    """Return all shapes side by side as a ``data:`` address; colours are baked in, so that a selection dims none."""
    cells = "".join(
        f'<g transform="translate({index * _CELL} 0)">{_shape(name, palette)}</g>' for index, name in enumerate(LEGEND)
    )
    return _address(cells, _CELL * len(LEGEND))


def mapping() -> dict[str, dict[str, int | bool]]:
    """Return where on the sheet each shape is, in pixels, as deck.gl's ``iconMapping``."""
    return {
        name: {"x": index * _CELL, "y": 0, "width": _CELL, "height": _CELL, "mask": False}
        for index, name in enumerate(LEGEND)
    }


def dash(palette: Palette) -> str:
    """Return a piece of a dashed line as a ``data:`` address."""
    return _address(f'<path d="M0 32h64" stroke="{palette.quiet}" stroke-width="10" stroke-dasharray="14 11"/>', _CELL)


def single(name: Group, palette: Palette) -> str:
    """Return one shape as a ``data:`` address."""
    return _address(_shape(name, palette), _CELL)


def _shape(name: Group, palette: Palette) -> str:
    solid = f'fill="{palette.ink}" fill-opacity="0.92" stroke="{palette.paper}" stroke-width="4"'
    hollow = f'fill="{palette.paper}" stroke="{palette.ink}" stroke-width="6"'
    return {
        "settlement": f'<circle cx="32" cy="32" r="26" {solid}/>',
        "country": f'<rect x="10" y="10" width="44" height="44" rx="5" {hollow}/>',
        "region": f'<path d="M32 6 58 32 32 58 6 32Z" stroke-linejoin="round" {hollow}/>',
        "water": f'<circle cx="32" cy="32" r="25" {hollow}/>'
        f'<path d="M15 35q8.5-10 17 0t17 0" fill="none" stroke="{palette.ink}" stroke-width="6"/>',
        "site": f'<path d="M32 7 58 54H6Z" stroke-linejoin="round" {solid}/>',
    }[name]


def _address(body: str, width: int) -> str:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{_CELL}">{body}</svg>'
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
