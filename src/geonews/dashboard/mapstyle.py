"""What is seen of the map: an inline style over the files that Streamlit itself serves.

The basemap's own renderer (Mapbox GL 1.13, bundled with Streamlit) draws land, signs and names: it places names so that
none covers another, at every zoom, and above the signs, which deck.gl cannot. deck.gl takes the clicks.
"""

from __future__ import annotations

import base64
import json
from typing import Any, TypedDict

from geonews.dashboard.colours import GROUPS, Group, Scale
from geonews.dashboard.palette import Palette

ATTRIBUTION = "Made with Natural Earth; disputed borders dashed"
Layer = dict[str, Any]
_HAS_LABEL: list[Any] = ["==", ["get", "layer"], "name"]


class Sign(TypedDict):
    """A pin as it is seen. Coordinates in degrees."""

    group: Group
    position: list[float]
    size: float
    """Pixels across."""
    step: int
    """Of the colour scale."""
    sure: bool
    apart: bool
    """Whether no mention means the place itself, but its government, people or team."""
    label: str
    """Its name, or "" if it has none to write."""
    rank: int
    """Labels with a lower one are placed first."""


LETTERS: dict[Group, str] = {"settlement": "t", "country": "c", "region": "r", "water": "w", "site": "s"}
"""What draws a kind of place in the font "signs"; its capital draws it dashed."""


class Static(TypedDict):
    """Addresses of what the map loads, as the browser sees them."""

    basemap: str
    glyphs: str


def style(files: Static, scale: Scale, *, named: list[list[str]], selected: str | None, pins: list[Sign]) -> str:
    """Return the style as a ``data:`` address.

    ``named`` are the ISO 3166-1 alpha-2 codes of the countries to tint, from seldom to most named; ``selected`` the one
    to outline. Heavy polygons belong here and in no deck.gl layer: deck.gl picks synchronously, and a slow pick loses
    the click.
    """
    palette = scale.palette
    everyone = [code for codes in named for code in codes]
    document = {
        "version": 8,
        "glyphs": files["glyphs"] + "/{fontstack}/{range}.pbf",
        "sources": {
            "earth": {"type": "geojson", "data": files["basemap"], "attribution": ATTRIBUTION, "tolerance": 0.2},
            "pins": {"type": "geojson", "data": _points(pins)},
        },
        "layers": [
            {"id": "sea", "type": "background", "paint": {"background-color": palette.sea}},
            _fill("land", "land", _tint(palette, named)),
            _line("coast", ["==", ["get", "layer"], "land"], {"line-color": palette.coast, "line-width": 0.6}),
            _fill("lake", "lake", palette.sea),
            _line("border", _border(disputed=False), {"line-color": palette.border, "line-width": 0.8}),
            _line(
                "disputed",
                _border(disputed=True),
                {"line-color": palette.disputed, "line-width": 1.1, "line-dasharray": [2.5, 2.5]},
            ),
            _line(
                "chosen",
                ["all", ["==", ["get", "layer"], "land"], ["==", ["get", "iso"], selected or "none"]],
                {"line-color": palette.accent, "line-width": 2},
            ),
            _names("sea-names", "sea", palette, {pin["label"] for pin in pins}),
            _names("country-names", "country", palette, set(everyone)),
            *_signs(scale),
            _labels(palette),
        ],
    }
    packed = base64.b64encode(json.dumps(document, separators=(",", ":")).encode()).decode()
    return "data:application/json;base64," + packed


def _tint(palette: Palette, named: list[list[str]]) -> Any:  # noqa: ANN401  # a colour or an expression
    steps = [part for codes, colour in zip(named, palette.named, strict=True) if codes for part in (codes, colour)]
    return ["match", ["get", "iso"], *steps, palette.land] if steps else palette.land


def _fill(name: str, layer: str, colour: Any) -> Layer:  # noqa: ANN401  # a colour or an expression
    paint = {"fill-color": colour, "fill-antialias": False}
    return {"id": name, "type": "fill", "source": "earth", "filter": ["==", ["get", "layer"], layer], "paint": paint}


def _line(name: str, only: list[Any], paint: dict[str, Any]) -> Layer:
    layout = {"line-join": "round"}
    return {"id": name, "type": "line", "source": "earth", "filter": only, "layout": layout, "paint": paint}


def _border(*, disputed: bool) -> list[Any]:
    return ["all", ["==", ["get", "layer"], "border"], ["==", ["get", "disputed"], disputed]]


def _names(layer: str, kind: str, palette: Palette, known: set[str]) -> Layer:
    """Name the basemap's own seas or countries, but those that the articles name: they have a label already."""
    key = "name" if kind == "sea" else "iso"
    only = ["all", _HAS_LABEL, ["==", ["get", "kind"], kind], [">=", ["zoom"], ["get", "zoom"]]]
    if known:
        only.append(["match", ["get", key], sorted(known), False, True])
    water = kind == "sea"
    return {
        "id": layer,
        "type": "symbol",
        "source": "earth",
        "filter": only,
        "layout": {
            "text-field": ["get", "name"],
            "text-font": ["italic" if water else "upright"],
            "text-size": 11,
            "text-transform": "none" if water else "uppercase",
            "text-letter-spacing": 0.06 if water else 0.12,
            "text-max-width": 7,
            "symbol-sort-key": ["get", "zoom"],
        },
        "paint": {
            "text-color": palette.water if water else palette.quiet,
            "text-opacity": 0.75,
            "text-halo-color": palette.sea if water else palette.land,
            "text-halo-width": 1.2,
        },
    }


def _signs(scale: Scale) -> list[Layer]:
    """Draw towns as circles, all else as signs of the font "signs"; doubtful ones are dashed (capital letters)."""
    ink = [
        "match",
        ["get", "group"],
        *(part for name in GROUPS for part in (name, _ink(scale, name))),
        scale.palette.ink,
    ]
    halo = {"text-halo-color": scale.palette.paper, "text-halo-width": 1.4}
    letter: list[Any] = ["match", ["get", "group"], *(part for name in GROUPS for part in (name, LETTERS[name])), "t"]
    letter = ["case", ["get", "apart"], "m", letter]
    circle = ["all", ["==", ["get", "group"], "settlement"], ["get", "sure"], ["!", ["get", "apart"]]]
    return [
        {
            "id": "signs",
            "type": "symbol",
            "source": "pins",
            "filter": ["!", circle],
            "layout": {
                "text-field": ["case", ["get", "sure"], letter, ["upcase", letter]],
                "text-font": ["signs"],
                "text-size": ["get", "size"],
                "text-allow-overlap": True,
                "text-ignore-placement": True,
                "symbol-sort-key": ["-", ["get", "size"]],
            },
            "paint": {"text-color": ink, **halo},
        },
        {
            "id": "towns",
            "type": "circle",
            "source": "pins",
            "filter": circle,
            "layout": {"circle-sort-key": ["-", ["get", "size"]]},
            "paint": {
                "circle-radius": ["/", ["get", "size"], 2],
                "circle-color": ink,
                "circle-opacity": 0.86,
                "circle-stroke-color": scale.palette.paper,
                "circle-stroke-width": 1.2,
            },
        },
    ]


def _ink(scale: Scale, name: Group) -> Any:  # noqa: ANN401  # a colour or an expression
    if scale.steps == 1:
        return scale.colour(name, 0)
    steps = [part for step in range(1, scale.steps) for part in (step, scale.colour(name, step))]
    return ["match", ["get", "step"], *steps, scale.colour(name, 0)]


def _labels(palette: Palette) -> Layer:
    """Write the names of pins, each in the manner of its kind: a country in capitals, water in italics."""
    kind = ["get", "group"]
    return {
        "id": "labels",
        "type": "symbol",
        "source": "pins",
        "filter": ["!=", ["get", "label"], ""],
        "layout": {
            "text-field": ["get", "label"],
            "text-font": ["match", kind, "water", ["literal", ["italic"]], ["literal", ["upright"]]],
            "text-size": ["match", kind, "country", 12, "settlement", 13, 12.5],
            "text-transform": ["match", kind, "country", "uppercase", "none"],
            "text-letter-spacing": ["match", kind, "country", 0.1, 0.01],
            "text-variable-anchor": ["left", "right", "bottom", "top"],
            "text-radial-offset": ["/", ["+", ["get", "size"], 7], 25],
            "text-justify": "auto",
            "text-max-width": 9,
            "text-padding": 2,
            "symbol-sort-key": ["get", "rank"],
        },
        "paint": {
            "text-color": ["match", kind, "water", palette.water, ["country", "region"], palette.area, palette.ink],
            "text-halo-color": palette.paper,
            "text-halo-width": 1.6,
        },
    }


def _points(pins: list[Sign]) -> dict[str, Any]:
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": pin["position"]},
            "properties": {name: value for name, value in pin.items() if name != "position"},
        }
        for pin in pins
    ]
    return {"type": "FeatureCollection", "features": features}
