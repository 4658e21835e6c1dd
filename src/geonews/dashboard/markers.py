"""The shapes that tell kinds of place apart, as pictures for the legend; the map draws ``static/glyphs/signs``."""

from __future__ import annotations

import base64

from geonews.dashboard.colours import Group
from geonews.dashboard.palette import Palette
from geonews.export.movements import Way

_CELL = 64
_ARC: dict[Way, str] = {
    "whole": 'stroke-linecap="round"',
    "dashed": 'stroke-dasharray="13 8"',
    "dotted": 'stroke-linecap="round" stroke-dasharray="0.1 14"',
}

LEGEND: dict[Group, tuple[str, str]] = {
    "settlement": ("city", "City, town or village"),
    "site": ("site", "Base, airport, plant, dam, bridge"),
    "region": ("region", "Region, province, island, mountains"),
    "water": ("water", "Ocean, sea, strait, lake, river"),
    "country": ("country", "The darker its land, the more often it is named"),
    "continent": ("continent", "A continent as a whole: Europe, Africa"),
}
"""What each shape stands for in a word, and in more of them, in the order of the legend."""


def dash(palette: Palette) -> str:
    """Return a piece of a dashed line as a ``data:`` address."""
    line = f'<path d="M0 32h64" stroke="{palette.disputed}" stroke-width="10" stroke-dasharray="14 11"/>'
    return _address(line, _CELL, _CELL)


def arc(palette: Palette, way: Way) -> str:
    """Return a piece of a movement's bow, and its arrow, as a ``data:`` address."""
    manner = _ARC[way]
    line = f'<path d="M4 54Q26 4 60 30" fill="none" stroke="{palette.figure}" stroke-width="8" {manner}/>'
    arrow = f'<path d="M48 21 22 34 28 22 20 10z" fill="{palette.figure}"/>'
    return _address(line + arrow, _CELL, _CELL)


def ring(palette: Palette) -> str:
    """Return the mark of the chosen place as a ``data:`` address."""
    circle = f'<circle cx="32" cy="32" r="24" fill="none" stroke="{palette.accent}" stroke-width="11"/>'
    return _address(circle, _CELL, _CELL)


def tint(palette: Palette) -> str:
    """Return the tints of a country that is named, from seldom to most, as a ``data:`` address."""
    steps = "".join(
        f'<rect x="{4 + 19 * at}" y="12" width="19" height="40" fill="{colour}"/>'
        for at, colour in enumerate(palette.named)
    )
    frame = f'<rect x="4" y="12" width="57" height="40" fill="none" stroke="{palette.coast}" stroke-width="4"/>'
    return _address(steps + frame, _CELL, _CELL)


def flag(palette: Palette) -> str:
    """Return the sign of a place that is never meant itself, as a ``data:`` address."""
    return _address(f'<path d="M19 60V5l37 12-33 12v31z" fill="{palette.ink}"/>', _CELL, _CELL)


def brick(palette: Palette) -> str:
    """Return three bricks of a column as a ``data:`` address."""
    bricks = "".join(f'<rect x="18" y="{top}" width="28" height="12" fill="{palette.figure}"/>' for top in (10, 26, 42))
    return _address(bricks, _CELL, _CELL)


def patch(colour: str, palette: Palette, *, vague: bool = False) -> str:
    """Return a piece of a tinted area as a ``data:`` address."""
    dashes = ' stroke-dasharray="8 8"' if vague else ""
    body = (
        f'<rect x="4" y="12" width="56" height="40" rx="12" fill="{palette.paper}"/>'
        f'<rect x="4" y="12" width="56" height="40" rx="12" fill="{colour}" fill-opacity="0.22" stroke="{colour}" '
        f'stroke-opacity="0.7" stroke-width="4"{dashes}/>'
    )
    return _address(body, _CELL, _CELL)


def single(group: Group, colour: str, palette: Palette, *, sure: bool = True) -> str:
    """Return one shape as a ``data:`` address."""
    return _address(_shape(group, colour, palette, sure=sure), _CELL, _CELL)


def _shape(group: Group, colour: str, palette: Palette, *, sure: bool) -> str:
    """Draw one shape; an unsure one is a faded, dashed ring."""
    solid = f'fill="{colour}" fill-opacity="0.88" stroke="{palette.paper}" stroke-width="4"'
    hollow = f'fill="{palette.paper}" fill-opacity="0.9" stroke="{colour}" stroke-width="7"'
    if not sure:
        solid = hollow = (
            f'fill="{palette.paper}" fill-opacity="0.45" stroke="{colour}" stroke-opacity="0.85" stroke-width="5" '
            'stroke-dasharray="9 7"'
        )
    wave = f'<path d="M14 35q9-11 18 0t18 0" fill="none" stroke="{colour}" stroke-width="6"/>'
    return {
        "settlement": f'<circle cx="32" cy="32" r="26" {solid}/>',
        "country": f'<rect x="11" y="11" width="42" height="42" rx="4" {hollow}/>',
        "continent": f'<rect x="8" y="8" width="48" height="48" rx="4" {hollow}/>'
        f'<rect x="24" y="24" width="16" height="16" fill="{colour}"/>',
        "region": f'<path d="M32 6 58 32 32 58 6 32Z" stroke-linejoin="round" {hollow}/>',
        "water": f'<circle cx="32" cy="32" r="25" {hollow}/>{wave}',
        "site": f'<path d="M32 6 59 55H5Z" stroke-linejoin="round" {solid}/>',
    }[group]


def _address(body: str, width: int, height: int) -> str:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{body}</svg>'
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
