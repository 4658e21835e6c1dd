"""What the map shows of the articles, whatever place is chosen: worked out once for a filter. Pure.

What is heavy in it is encoded once, as files that the browser fetches by address and keeps: a message that chooses a
place then holds the place alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from geonews.claims import Claim
from geonews.dashboard import arcs, areas, bows, colours, mapfeatures, pins
from geonews.dashboard.arcs import Arc
from geonews.dashboard.areas import Area, Outline
from geonews.dashboard.colours import Colour, Counts, Scale, Size
from geonews.dashboard.mapfeatures import Sign
from geonews.dashboard.palette import Palette
from geonews.dashboard.pins import Pin
from geonews.dashboard.stated import Stated, stated
from geonews.store import PlaceRow, Route

File = Literal["towns", "signs", "shapes", "bows", "ways", "areas", "points"]
"""What the browser fetches: circles, signs with names, outlines and movements as GeoJSON; where clicks on areas and on
towns are taken, as rows."""
_POINT_GROUPS = frozenset({"settlement", "site"})


@dataclass(frozen=True, slots=True)
class Rows:
    """What is to be drawn, as the store knows it."""

    everywhere: Mapping[str, Pin]
    """The places without any filter, hidden."""
    places: Sequence[PlaceRow]
    """Those under it."""
    routes: tuple[Sequence[Route], int] = ((), 0)
    """Those of most movements, and how many there are."""
    claims: Sequence[Claim] = ()
    """Those of most sources first; needed where figures are written on the map."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is to be drawn."""

    palette: Palette
    size: Size = "once"
    colour: Colour = "kind"
    counts: Counts = "off"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn."""

    scale: Scale
    pins: Sequence[Pin]
    rows: str
    """Tells these pins in this order from others."""
    signs: Mapping[str, Sign]
    """By the id of a place: what is seen of each shown pin."""
    areas: Sequence[Area]
    arcs: Sequence[Arc]
    pairs: int
    """Arcs that there would be."""
    figures: Stated
    most: int
    """Mentions or articles, whatever signs are sized by, of the place that has most."""
    growth: float
    """How many times as large signs become when the reader comes closer."""
    named: tuple[tuple[str, ...], ...]
    """ISO 3166-1 alpha-2 codes of the countries to tint, from seldom to most named."""
    files: Mapping[File, bytes]
    """What the browser fetches: JSON in UTF-8."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is marked of the chosen place; nothing without one."""

    pin: Pin | None = None
    sign: Sign | None = None
    area: Area | None = None
    country: str | None = None
    """The code of a country whose outline is marked."""


def draw(rows: Rows, manner: Manner, outline: Outline) -> Drawing:
    """Return the drawing of these rows."""
    scale = colours.scale(manner.colour, rows.places, manner.palette)
    found = pins.pins(rows.everywhere, rows.places, manner.size, scale)
    shapes = areas.areas(rows.places, outline)
    ways, pairs = rows.routes
    moves = arcs.arcs(ways)
    whole, others = bows.features(moves)
    figures = stated(manner.counts, rows.places, rows.claims)
    signs = pins.signs(found, rows.places, {area["id"] for area in shapes if areas.is_seen(area)}, figures)
    seen = list(signs.values())
    files: dict[File, bytes] = {
        "towns": _packed(mapfeatures.circles(seen)),
        "signs": _packed(mapfeatures.points(seen)),
        "shapes": _packed(areas.shapes(shapes)),
        "bows": _packed(whole),
        "ways": _packed(others),
        "areas": _rows(pin for pin in found if pin["group"] not in _POINT_GROUPS),
        "points": _rows(pin for pin in found if pin["group"] in _POINT_GROUPS),
    }
    grown, named = pins.growth(len(rows.places)), tuple(map(tuple, pins.named(rows.places)))
    told = hashlib.sha256("\n".join(pin["id"] for pin in found).encode("utf-8", "replace")).hexdigest()[:12]
    most = pins.most(rows.places, manner.size)
    return Drawing(scale, found, told, signs, shapes, moves, pairs, figures, most, grown, named, files)


def chosen(drawing: Drawing, row: PlaceRow | None, outline: Outline) -> Chosen:
    """Return what is marked of a chosen place; its area has no ring, and a country is marked by its outline."""
    if row is None:
        return Chosen()
    area = next(iter(areas.areas([row], outline)), None)
    pin = next((pin for pin in drawing.pins if pin["id"] == row.place.id and pin["shown"]), None)
    sign: Sign | None = {**drawing.signs[row.place.id], "label": pins.label(pin)} if pin else None
    return Chosen(None if area else pin, sign, area, pins.outlined(row.place))


def _rows(found: Iterable[Pin]) -> bytes:
    """Return what of each pin a click and a tooltip need, in few letters: there are thousands."""
    return f"[{','.join(map(_row, found))}]".encode("utf-8", "replace")


def _row(pin: Pin) -> str:
    tip = f',"tip":{pins.as_json(pin["tip"])}' if pin["shown"] else ""
    return f'{pin["begun"]},"r":{pin["reach"]}{tip}}}'


def _packed(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
