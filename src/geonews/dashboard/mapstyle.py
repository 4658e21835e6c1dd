"""What is seen of the map: an inline style over the files that Streamlit itself serves.

The basemap's own renderer (Mapbox GL 1.13, bundled with Streamlit) draws land, signs and names: it places names so that
none covers another, at every zoom, and above the signs, which deck.gl cannot. deck.gl takes the clicks.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from geonews.dashboard import areas, bows, edge, mapfeatures, mapsigns
from geonews.dashboard.arcs import Arc
from geonews.dashboard.drawing import Chosen, Drawing, File
from geonews.dashboard.fit import View
from geonews.dashboard.mapsigns import Growth, Layer
from geonews.dashboard.palette import Palette

_NO_CODE = "none"
"""No country's; a land that has none assigned has an empty one."""
_DISPUTED: list[Any] = ["==", ["get", "layer"], "disputed"]
ATTRIBUTION = "Made with Natural Earth; disputed borders dashed"


class Static(TypedDict):
    """Addresses of what the map loads, as the browser sees them."""

    basemap: str
    names: str
    glyphs: str


@dataclass(frozen=True, slots=True)
class Look:
    """A drawing, what is marked on it, and where the browser finds the rest."""

    drawing: Drawing
    static: Static
    fetched: Mapping[File, str]
    """The addresses of the drawing's files."""
    chosen: Sequence[Chosen] = ()
    """The chosen place, or those of the open claim."""
    moves: bool = True
    """Whether movements are drawn."""
    moved: Sequence[Arc] = ()
    """From where to where the open claim's figure goes."""

    @property
    def arcs(self) -> Sequence[Arc]:
        """The movements that are drawn."""
        return self.drawing.arcs if self.moves else ()

    @property
    def palette(self) -> Palette:
        """The colours."""
        return self.drawing.scale.palette


def style(look: Look, view: View, size: tuple[int, int]) -> str:
    """Return the style of a map of this many pixels across and down, as a ``data:`` address.

    Heavy polygons belong here and in no deck.gl layer: deck.gl picks synchronously, and a slow pick loses the click.
    """
    palette, drawing = look.palette, look.drawing
    signs = [each.sign for each in look.chosen if each.sign]
    rings = [each.sign for each in look.chosen if each.sign and each.pin]
    countries = [each.country for each in look.chosen if each.country]
    named = [list(codes) for codes in drawing.named]
    everyone = [code for codes in named for code in codes]
    document = {
        "version": 8,
        "glyphs": look.static["glyphs"] + "/{fontstack}/{range}.pbf",
        "sources": {
            "earth": {"type": "geojson", "data": look.static["basemap"], "attribution": ATTRIBUTION, "tolerance": 0.2},
            # What bears letters waits for the fonts; what does not, does not, if it has a source of its own.
            "names": {"type": "geojson", "data": look.static["names"]},
            "towns": {"type": "geojson", "data": look.fetched["towns"]},
            "pins": {"type": "geojson", "data": look.fetched["signs"]},
            "areas": {"type": "geojson", "data": look.fetched["shapes"], "tolerance": 0.3},
            "chosen": {"type": "geojson", "data": mapfeatures.points(signs)},
            "ring": {"type": "geojson", "data": mapfeatures.spots(rings)},
            **bows.sources("moves", (look.fetched["bows"], look.fetched["ways"])),
            **bows.sources("moved", bows.features(look.moved)),
            "edge": {"type": "geojson", "data": edge.bars(view, *size)},
            "chosen-area": {"type": "geojson", "data": areas.shapes(each.area for each in look.chosen if each.area)},
        },
        "layers": [
            {"id": "sea", "type": "background", "paint": {"background-color": palette.sea}},
            *_waters(palette),
            _fill("land", "land", _tint(palette, named)),
            _line("coast", ["==", ["get", "layer"], "land"], {"line-color": palette.coast, "line-width": 0.7}),
            _fill("lake", "lake", palette.sea),
            *_regions(palette),
            # The land's own edge gives way to the dashes.
            _line("settled", _DISPUTED, {"line-color": palette.land, "line-width": 1.8}),
            _line("disputed", _DISPUTED, _dashes(palette)),
            _line(
                "chosen",
                ["all", ["==", ["get", "layer"], "land"], _among("iso", countries)],
                {"line-color": palette.accent, "line-width": 2},
            ),
            _chosen(palette),
            _names("sea-names", "sea", palette, _seas(drawing)),
            _names("country-names", "country", palette, set(everyone)),
            *(bows.layers("moves", palette.figure) if look.moves else ()),
            *bows.layers("moved", palette.accent),
            *mapsigns.layers(drawing.scale, signs, Growth(view.widest, drawing.growth)),
            edge.layer(view),
        ],
    }
    packed = base64.b64encode(json.dumps(document, separators=(",", ":")).encode()).decode()
    return "data:application/json;base64," + packed


def _tint(palette: Palette, named: list[list[str]]) -> Any:  # noqa: ANN401  # a colour or an expression
    steps = [part for codes, colour in zip(named, palette.named, strict=True) if codes for part in (codes, colour)]
    return ["match", ["get", "iso"], *steps, palette.land] if steps else palette.land


def _seas(drawing: Drawing) -> set[str]:
    return {sign["label"] for sign in drawing.signs.values() if sign["group"] == "water"}


def _among(key: str, values: Sequence[str]) -> list[Any]:
    # "match" wants at least one label, and a filter that is no expression would be taken for one of the old kind.
    return ["match", ["get", key], list(dict.fromkeys(values)) or [_NO_CODE], True, False]


def _fill(name: str, layer: str, colour: Any) -> Layer:  # noqa: ANN401  # a colour or an expression
    paint = {"fill-color": colour, "fill-antialias": False}
    return {"id": name, "type": "fill", "source": "earth", "filter": ["==", ["get", "layer"], layer], "paint": paint}


def _line(name: str, only: list[Any], paint: dict[str, Any]) -> Layer:
    layout = {"line-join": "round"}
    return {"id": name, "type": "line", "source": "earth", "filter": only, "layout": layout, "paint": paint}


def _dashes(palette: Palette) -> dict[str, Any]:
    return {"line-color": palette.disputed, "line-width": 1.1, "line-dasharray": [2.5, 2.5]}


def _names(layer: str, kind: str, palette: Palette, known: set[str]) -> Layer:
    """Name the basemap's own seas or countries, but those that the articles name: they have a label already."""
    key = "name" if kind == "sea" else "iso"
    only: list[Any] = ["all", ["==", ["get", "kind"], kind], [">=", ["zoom"], ["get", "zoom"]]]
    if known:
        only.append(["match", ["get", key], sorted(known), False, True])
    water = kind == "sea"
    return {
        "id": layer,
        "type": "symbol",
        "source": "names",
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
            "text-halo-color": palette.sea if water else palette.land,
            "text-halo-width": 1.2,
        },
    }


def _waters(palette: Palette) -> list[Layer]:
    """Tint the seas that the articles name; land covers what lies beyond their shore."""
    only = ["==", ["get", "group"], "water"]
    paint = {"fill-color": palette.water, "fill-opacity": 0.22, **_SOFT}
    return [
        {"id": name, "type": "fill", "source": source, "filter": only, "paint": paint}
        for name, source in (("waters", "areas"), ("chosen-water", "chosen-area"))
    ]


def _regions(palette: Palette) -> list[Layer]:
    """Tint the regions that the articles name, and draw their outline: dashed where only the extent is known."""
    region, vague = ["==", ["get", "group"], "region"], ["get", "vague"]
    paint = {"fill-color": palette.area, "fill-opacity": ["case", vague, 0.06, 0.1], **_SOFT}
    line = {"line-color": palette.area, "line-opacity": 0.55, "line-width": 0.9}
    return [
        {"id": "regions", "type": "fill", "source": "areas", "filter": region, "paint": paint},
        {"id": "chosen-region", "type": "fill", "source": "chosen-area", "filter": region, "paint": paint},
        _edge("region-edges", ["all", region, ["!", vague]], line),
        _edge("region-extents", ["all", region, vague], {**line, "line-dasharray": [1.5, 2.5]}),
    ]


def _chosen(palette: Palette) -> Layer:
    paint = {"line-color": palette.accent, "line-width": 2}
    return {"id": "chosen-area", "type": "line", "source": "chosen-area", "paint": paint}


def _edge(name: str, only: list[Any], paint: dict[str, Any]) -> Layer:
    return {"id": name, "type": "line", "source": "areas", "filter": only, "paint": paint}


_SOFT = {"fill-antialias": False}
