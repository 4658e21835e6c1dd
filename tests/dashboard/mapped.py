"""A map as the browser gets it, and what is seen on it."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from driving import held, within

from geonews.claims import Claim
from geonews.dashboard import maps, mapstyle, pins
from geonews.dashboard.colours import Colour, Counts
from geonews.dashboard.drawing import Chosen, Drawing, Manner, Rows, chosen, draw
from geonews.dashboard.fit import fit
from geonews.dashboard.mapstyle import Static
from geonews.dashboard.palette import LIGHT, Palette
from geonews.models import Place
from geonews.store import PlaceRow

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "map.json"
FILES: Static = {
    "basemap": "http://localhost:8501/app/static/basemap.geojson",
    "names": "http://localhost:8501/app/static/names.geojson",
    "glyphs": "http://localhost:8501/app/static/glyphs",
}
VIEW = fit([(2.0, 1.0)], 640, 560)
OUTLINES = {"ne:black-sea": [[(28.0, 41.0), (41.0, 41.0), (41.0, 46.0), (28.0, 46.0), (28.0, 41.0)]]}


def spec(  # noqa: PLR0913 - what a test may vary
    places: list[PlaceRow],
    selected: str | None = None,
    *,
    palette: Palette = LIGHT,
    colour: Colour = "kind",
    everywhere: list[PlaceRow] | None = None,
    counts: Counts = "off",
    claims: Sequence[Claim] = (),
) -> dict[str, Any]:
    rows = Rows(pins.hidden(everywhere or places), places, claims=claims)
    drawn = draw(rows, Manner(palette, "mentions", colour, counts), outline)
    row = next((row for row in places if row.place.id == selected), None)
    look = mapstyle.Look(drawn, FILES, {name: within(data) for name, data in drawn.files.items()}, marked(drawn, row))
    document: dict[str, Any] = json.loads(maps.deck(look, fit(pins.framed(places), 640, 560), (640, 560)).to_json())
    for part in document["layers"]:
        part["data"] = held(part["data"])
    return document


def outline(place: Place) -> list[list[tuple[float, float]]]:
    return OUTLINES.get(place.id, [])


def marked(drawn: Drawing, *rows: PlaceRow | None) -> list[Chosen]:
    return [chosen(drawn, row, outline) for row in rows if row]


def layer(document: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(layer for layer in document["layers"] if layer["id"].split("-")[0] == name)
    return found


def style_of(document: dict[str, Any]) -> dict[str, Any]:
    packed = document["mapStyle"].removeprefix("data:application/json;base64,")
    style: dict[str, Any] = json.loads(base64.b64decode(packed))
    for source in style["sources"].values():
        source["data"] = source["data"] if source["data"] in FILES.values() else held(source["data"])
    return style


def signs(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what is seen of each pin, by its label."""
    features = style_of(document)["sources"]["pins"]["data"]["features"]
    untold = dict.fromkeys(("sure", "apart", "area", "sign"), False) | {"figure": "", "column": ""}
    return {feature["properties"]["label"]: untold | feature["properties"] for feature in features}


def ringed(document: dict[str, Any]) -> list[list[float]]:
    """Return where the mark of the chosen place is."""
    return [each["geometry"]["coordinates"] for each in style_of(document)["sources"]["ring"]["data"]["features"]]
