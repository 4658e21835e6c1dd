"""The map and its legend."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pydeck as pdk
import streamlit as st

from geonews.dashboard import session
from geonews.dashboard.pins import Pin


def panel(deck: pdk.Deck, pins: Sequence[Pin], height: int) -> None:
    """Draw the map; a click on a pin selects its place."""
    # A selection is positional: with other rows the map must be another widget, or a click would answer a phantom.
    rows = repr((height, [pin["id"] for pin in pins]))
    key = "map-" + hashlib.sha256(rows.encode()).hexdigest()[:16]
    st.pydeck_chart(
        deck,
        height=height,
        selection_mode="single-object",
        on_select=lambda: _clicked(key),
        key=key,
        alt="Map of the places that the articles name; the table of places below lists the same.",
    )


def placeholder(height: int) -> None:
    """Keep the map's room until the browser has told how large it is."""
    st.html(f'<div class="gn-placeholder" style="height:{height}px" role="img" aria-label="The map is loading"></div>')


def _clicked(key: str) -> None:
    objects = st.session_state[key].selection["objects"]
    rows = [row for picked in objects.values() for row in picked]
    passage = next((row["passage"] for row in rows if row.get("passage")), None)
    if passage:
        session.do("read", passage)
    else:
        session.select_on_map(next((row["id"] for row in rows if row.get("id")), None))
