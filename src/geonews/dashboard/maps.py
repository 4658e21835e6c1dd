"""Tables -> the map. Knows no Streamlit; every layer has an explicit id, and only light layers can be picked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Literal

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize
from pydeck.types import String

from geonews.dashboard import bows
from geonews.dashboard.arcs import Arc
from geonews.dashboard.fit import View
from geonews.dashboard.mapstyle import Look, style
from geonews.dashboard.palette import Palette

CLICKED: tuple[Literal["areas", "points"], ...] = ("areas", "points")
"""The two layers that can be clicked: areas (countries, regions, waters) below, towns and sites on top. A selection is
positional: with other rows a layer must have another id, or a click would answer a phantom."""
MOVES = "movements"
_REACH = 8
"""Pixels of a movement that can be hit."""


class _Deck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A deck that is sent without the blanks that pydeck indents it with: they are two thirds of it."""

    def to_json(self) -> str:
        return json.dumps(self, sort_keys=True, default=default_serialize, separators=(",", ":"))


def deck(look: Look, view: View, size: tuple[int, int], let_go: int = 0) -> pdk.Deck:
    """Return the map: pins by kind of place, names beside them, movements, what is chosen marked.

    ``size`` is its width and height in pixels; with another ``let_go`` a browser forgets what was clicked.
    """
    layers = [
        _arcs(f"{MOVES}-{let_go}", look.arcs),  # below: a place that a short one crosses is what a click on it means
        *(_pins(f"{name}-{look.drawing.rows}-{let_go}", look.fetched[name]) for name in CLICKED),
    ]
    return _Deck(
        layers=layers,
        views=[pdk.View(type="MapView", id="map", controller=True, repeat=True)],
        initial_view_state=pdk.ViewState(
            longitude=view.longitude,
            latitude=view.latitude,
            zoom=view.zoom,
            min_zoom=min(view.widest, 0.2),
            max_zoom=10,
        ),
        map_provider="carto",
        map_style=style(look, view, size),
        # As text, not as HTML: a tooltip shows names, and names are not ours.
        tooltip={"text": "{tip}", "style": _tooltip(look.palette)},
    )


def _pins(layer_id: str, address: str) -> pdk.Layer:
    """Take the clicks on the pins of a file; they are seen in the style, and these discs are clear."""
    return pdk.Layer(
        "ScatterplotLayer",
        id=layer_id,
        data=address,
        get_position="at",
        get_radius="r",
        radius_units=String("pixels"),
        get_fill_color=[0, 0, 0, 0],
        pickable=True,
        # Hidden rows keep their place in the order, and cannot be picked: they have no size.
        extensions=[{"@@type": "DataFilterExtension", "filterSize": 1}],
        get_filter_value="r",
        filter_range=[1, 1000],
    )


def _arcs(layer_id: str, arcs: Sequence[Arc]) -> pdk.Layer:
    """Take the clicks on movements; they are seen in the style, and these arcs are clear."""
    return pdk.Layer(
        "ArcLayer",
        id=layer_id,
        data=[arc | {"destination": bows.near_end(arc)} for arc in arcs],
        get_source_position="origin",
        get_target_position="destination",
        get_source_color=[0, 0, 0, 0],
        get_target_color=[0, 0, 0, 0],
        get_width="width",
        width_min_pixels=_REACH,
        get_height=bows.HEIGHT,
        get_tilt=bows.TILT,
        great_circle=False,
        pickable=True,
        opacity=0,  # Streamlit makes what was clicked as strong as it can
    )


def _tooltip(palette: Palette) -> dict[str, Any]:
    return {
        "backgroundColor": palette.paper,
        "color": palette.ink,
        "border": f"1px solid {palette.coast}",
        "borderRadius": "6px",
        "fontSize": "13px",
        "lineHeight": "1.45",
        "maxWidth": "280px",
        "overflowWrap": "anywhere",
        "boxShadow": "0 2px 8px rgb(0 0 0 / 18%)",
        "zIndex": "3",
    }
