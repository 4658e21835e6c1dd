"""The offline basemap: an inline MapLibre style over the GeoJSON file that Streamlit itself serves."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from geonews.dashboard.palette import Palette

ATTRIBUTION = "Made with Natural Earth; disputed borders dashed"

Layer = dict[str, Any]


def style(basemap: str, palette: Palette, *, named: list[str], selected: str | None) -> str:
    """Return the style as a ``data:`` address.

    ``basemap`` is the address of ``static/basemap.geojson`` as the browser sees it. ``named`` are the ISO 3166-1
    alpha-2 codes of the countries to tint, ``selected`` the one to mark. Heavy polygons belong here and in no deck.gl
    layer: deck.gl picks synchronously, and a slow pick loses the click.
    """
    document = {
        "version": 8,
        "sources": {"earth": {"type": "geojson", "data": basemap, "attribution": ATTRIBUTION, "tolerance": 0.2}},
        "layers": [
            {"id": "sea", "type": "background", "paint": {"background-color": palette.sea}},
            _fill("land", "land", _tint(palette, named)),
            _line("coast", ["==", ["get", "layer"], "land"], {"line-color": palette.coast, "line-width": 0.6}),
            _fill("lake", "lake", palette.sea),
            _line("border", _border(disputed=False), {"line-color": palette.border, "line-width": 0.8}),
            _line(
                "disputed",
                _border(disputed=True),
                {"line-color": palette.quiet, "line-width": 1.1, "line-dasharray": [2.5, 2.5]},
            ),
            _line(
                "chosen",
                ["all", ["==", ["get", "layer"], "land"], ["==", ["get", "iso"], selected or "none"]],
                {"line-color": palette.accent, "line-width": 1.8},
            ),
        ],
    }
    return "data:application/json," + quote(json.dumps(document, separators=(",", ":")))


def _tint(palette: Palette, named: list[str]) -> Any:  # noqa: ANN401  # a colour or a MapLibre expression
    if not named:
        return palette.land
    return ["match", ["get", "iso"], sorted(set(named)), palette.named, palette.land]


def _fill(name: str, layer: str, colour: Any) -> Layer:  # noqa: ANN401  # a colour or a MapLibre expression
    paint = {"fill-color": colour, "fill-antialias": False}
    return {"id": name, "type": "fill", "source": "earth", "filter": ["==", ["get", "layer"], layer], "paint": paint}


def _line(name: str, only: list[Any], paint: dict[str, Any]) -> Layer:
    layout = {"line-join": "round"}
    return {"id": name, "type": "line", "source": "earth", "filter": only, "layout": layout, "paint": paint}


def _border(*, disputed: bool) -> list[Any]:
    return ["all", ["==", ["get", "layer"], "border"], ["==", ["get", "disputed"], disputed]]
