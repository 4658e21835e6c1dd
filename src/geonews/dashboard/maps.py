"""Tables -> the map. Knows no Streamlit; every layer has an explicit id, and only light layers can be picked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pydeck as pdk
from pydeck.types import String

from geonews.dashboard import markers
from geonews.dashboard.fit import View, free_labels
from geonews.dashboard.frames import Pin
from geonews.dashboard.mapstyle import style
from geonews.dashboard.palette import Palette, rgb
from geonews.models import Box

AREAS = "areas"
POINTS = "points"
"""Ids of the two layers that can be clicked: areas (countries, regions, waters) below, towns and sites on top."""
MOST_LABELS = 45
_POINT_GROUPS = frozenset({"settlement", "site"})
_FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Look:
    """What the map draws beside the pins."""

    palette: Palette
    basemap: str
    """Address of the outlines' file, as the browser sees it."""
    named: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes of the countries to tint."""
    chosen: str | None = None
    """Such a code, of the country whose outline is marked."""
    extent: Box | None = None
    """The extent of the selected area in degrees."""


def deck(pins: Sequence[Pin], view: View, look: Look, selected: str | None) -> pdk.Deck:
    """Return the map: pins by kind of place, labels that do not collide, a ring around the selected one."""
    layers = [
        _pins(AREAS, [pin for pin in pins if pin["group"] not in _POINT_GROUPS], look.palette),
        _pins(POINTS, [pin for pin in pins if pin["group"] in _POINT_GROUPS], look.palette),
        _labels(pins, view, look.palette, selected),
        _ring([pin for pin in pins if pin["id"] == selected], look.palette),
    ]
    if look.extent is not None:
        layers.insert(0, _outline(look.extent, look.palette))
    return pdk.Deck(
        layers=layers,
        views=[pdk.View(type="MapView", id="map", controller=True, repeat=True)],
        initial_view_state=pdk.ViewState(
            longitude=view.longitude, latitude=view.latitude, zoom=view.zoom, min_zoom=min(view.zoom, 0.2), max_zoom=10
        ),
        map_provider="carto",
        map_style=style(look.basemap, look.palette, named=list(look.named), selected=look.chosen),
        # As text, not as HTML: a tooltip shows names, and names are not ours.
        tooltip={"text": "{tip}", "style": _tooltip(look.palette)},
    )


def _pins(layer_id: str, pins: list[Pin], palette: Palette) -> pdk.Layer:
    return pdk.Layer(
        "IconLayer",
        id=layer_id,
        data=pins,
        icon_atlas=String(markers.sheet(palette)),
        icon_mapping=markers.mapping(),
        get_icon="group",
        get_position="position",
        get_size="size",
        size_units=String("pixels"),
        pickable=True,
    )


def _labels(pins: Sequence[Pin], view: View, palette: Palette, selected: str | None) -> pdk.Layer:
    """Label the selected pin and the largest ones that leave each other room (in Python: deck.gl's own hides all).

    A country's sign is drawn small, so that a much mentioned city comes before the country that it is in.
    """
    ordered = sorted(pins, key=lambda pin: (pin["id"] != selected, -pin["size"]))
    boxes = [((pin["position"][0], pin["position"][1]), pin["name"], pin["size"] / 2) for pin in ordered]
    rows = [
        {"text": pin["name"], "position": pin["position"], "offset": [_gap(pin, selected), 0]}
        for pin in (ordered[index] for index in free_labels(view, boxes, MOST_LABELS))
    ]
    colour = rgb(palette.ink)
    return pdk.Layer(
        "TextLayer",
        id="labels",
        data=rows,
        get_text="text",
        get_position="position",
        get_pixel_offset="offset",
        get_size=12.5,
        get_text_anchor=String("start"),
        font_family=String(_FONT),
        font_weight=600,
        font_settings={"sdf": True, "fontSize": 48, "buffer": 8, "radius": 14},
        outline_width=3.5,
        outline_color=[*rgb(palette.paper), 255],
        character_set=String("auto"),
        # Set below the layer, where Streamlit's dimming of unselected objects does not reach.
        _subLayerProps={"characters": {"getColor": colour}},
        pickable=False,
    )


def _gap(pin: Pin, selected: str | None) -> int:
    return round(pin["size"] / 2) + (12 if pin["id"] == selected else 4)


def _ring(pins: list[Pin], palette: Palette) -> pdk.Layer:
    """Mark the selected pin by a layer of its own: a selection that comes from the URL has no other mark."""
    rows = [{"position": pin["position"], "radius": round(pin["size"] / 2 + 4, 1)} for pin in pins]
    return pdk.Layer(
        "ScatterplotLayer",
        id="selected",
        data=rows,
        get_position="position",
        get_radius="radius",
        radius_units=String("pixels"),
        filled=False,
        stroked=True,
        get_line_color=[*rgb(palette.accent), 255],
        get_line_width=3,
        line_width_units=String("pixels"),
        pickable=False,
    )


def _outline(extent: Box, palette: Palette) -> pdk.Layer:
    west, south, east, north = extent
    east += 360 if west > east else 0
    path = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return pdk.Layer(
        "PathLayer",
        id="extent",
        data=[{"path": path}],
        get_path="path",
        get_color=[*rgb(palette.accent), 120],
        get_width=1.5,
        width_units=String("pixels"),
        pickable=False,
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
