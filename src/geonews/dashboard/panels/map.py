"""The map and its legend."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pydeck as pdk
import streamlit as st

from geonews.dashboard import markers, session
from geonews.dashboard.frames import Pin
from geonews.dashboard.palette import Palette

HEIGHT = 560
"""Pixels, on a desk and on a phone: were it to change between runs, basemap and pins would come apart."""

_CREDITS = (
    '<span>Places: <a href="https://www.geonames.org" target="_blank" rel="noopener noreferrer">GeoNames</a> '
    '(<a href="https://creativecommons.org/licenses/by/4.0/" target="_blank" rel="noopener noreferrer">CC BY 4.0</a>), '
    "Natural Earth</span>"
)
"""Beside the map, where a narrow window shows it too; the map's own line credits the basemap."""


def panel(deck: pdk.Deck, pins: Sequence[Pin], palette: Palette) -> None:
    """Draw the map; a click on a pin selects its place."""
    # A selection is positional: with other pins the map must be another widget, or a click would answer a phantom.
    key = "map-" + hashlib.sha256(repr([pin["id"] for pin in pins]).encode()).hexdigest()[:16]
    st.pydeck_chart(
        deck,
        height=HEIGHT,
        selection_mode="single-object",
        on_select=lambda: _clicked(key),
        key=key,
        alt="Map of the places that the articles name; the table of places below lists the same.",
    )
    _legend(pins, palette)


def _clicked(key: str) -> None:
    objects = st.session_state[key].selection["objects"]
    picked = [row["id"] for rows in objects.values() for row in rows if "id" in row]
    session.select_on_map(picked[0] if picked else None)


def _legend(pins: Sequence[Pin], palette: Palette) -> None:
    present = {pin["group"] for pin in pins}
    shapes = "".join(
        f'<span><img alt="" src="{markers.single(name, palette)}">{label}</span>'
        for name, label in markers.LEGEND.items()
        if name in present
    )
    dot = markers.single("settlement", palette)
    sizes = "".join(f'<img alt="" src="{dot}" style="width:{size}px;height:{size}px">' for size in (7, 12, 17))
    st.html(
        f'<div class="gn-legend">{shapes}<span class="gn-sizes">{sizes}larger: more mentions</span>'
        f'<span><img alt="" src="{markers.dash(palette)}">disputed border</span>{_CREDITS}</div>'
    )
