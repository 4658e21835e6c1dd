"""What the bundled gazetteer holds, and whether it keeps its promises."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geonews.gazetteer.image import Image
from geonews.gazetteer.kinds import KINDS
from geonews.gazetteer.names import fold
from geonews.gazetteer.prepare import MANIFEST, bundled
from geonews.gazetteer.spatial import in_box
from geonews.gazetteer.tables import views
from geonews.models import Box, Place, PlaceKind

MARGIN = 0.3
"""Degrees that a place may lie outside its country's box: coasts and borders are simplified."""
_EXCEPTIONS = "exceptions.csv"
_NOT_HELD: frozenset[PlaceKind] = frozenset({"sea", "strait", "ocean", "region", "continent"})
"""Kinds that may reach beyond the country that they are listed under."""


@dataclass(frozen=True, slots=True)
class Source:
    """A package that the gazetteer was made from."""

    name: str
    version: str
    licence: str
    attribution: str
    places: int
    """How many places came from it first; others add names, divisions and outlines only."""


@dataclass(frozen=True, slots=True)
class Info:
    """What the bundled gazetteer is."""

    places: int
    names: int
    """Distinct folded names."""
    built: str
    """ISO date."""
    kinds: Mapping[str, int]
    countries: Mapping[str, int]
    """By ISO code; "" counts what lies in no single country."""
    sources: tuple[Source, ...]
    checksums: Mapping[str, str]
    """SHA-256 of each uncompressed table."""
    packed_bytes: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A promise that is not kept."""

    place: str
    """The id."""
    what: str


def info() -> Info:
    """Describe the bundled gazetteer, from its manifest.

    Raises:
        GazetteerError: there is none.

    """
    folder = bundled()
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return Info(
        places=sum(manifest["kinds"].values()),
        names=manifest["tables"]["key_end"]["bytes"] // 4,
        built=manifest["built"],
        kinds=manifest["kinds"],
        countries=manifest["countries"],
        sources=tuple(Source(**source) for source in manifest["sources"]),
        checksums={name: table["sha256"] for name, table in manifest["tables"].items()},
        packed_bytes=sum(len((folder / f"{name}.z").read_bytes()) for name in manifest["tables"]),
    )


def exceptions() -> dict[str, str]:
    """Return id -> why the place lies outside its country's box all the same."""
    text = (bundled() / _EXCEPTIONS).read_text(encoding="utf-8")
    return {row["id"]: row["reason"] for row in csv.DictReader(io.StringIO(text))}


def check(data: memoryview, excepted: Mapping[str, str]) -> Iterator[Problem]:
    """Yield every broken promise of a block of tables: takes some seconds a million places.

    Ids are distinct and lead back to their place, names fold to something, coordinates lie on Earth and in the
    country's box (but for ``excepted`` ids), and every country and first-order division that is named exists.
    """
    image = Image(views(data)[1])
    boxes = {iso: image.place(number).extent for iso, (number, _) in image.countries().items()}
    divisions = set(_divisions(image))
    seen: set[str] = set()
    for number in range(image.size):
        place = image.place(number)
        for what in _place_problems(place, boxes, divisions, excepted):
            yield Problem(place.id, what)
        if place.id in seen:
            yield Problem(place.id, "the id is given twice")
        elif number < image.core and image.number(place.id) != number:
            yield Problem(place.id, "the id does not lead back to the place")
        seen.add(place.id)


def _divisions(image: Image) -> Iterator[tuple[str | None, str]]:
    wanted = KINDS.index("admin1")
    for number, kind in enumerate(image.tables["kind"][: image.core]):
        if kind == wanted:
            place = image.place(number)
            yield place.country, place.name


def _place_problems(
    place: Place,
    boxes: Mapping[str, Box | None],
    divisions: set[tuple[str | None, str]],
    excepted: Mapping[str, str],
) -> Iterator[str]:
    if not fold(place.name):
        yield "the name folds to nothing"
    if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):  # noqa: PLR2004 - degrees
        yield "the coordinates are not on Earth"
    if place.country is None:
        return
    if place.country not in boxes:
        yield f"there is no country {place.country}"
    elif (
        place.kind not in _NOT_HELD
        and place.id not in excepted
        and (box := boxes[place.country]) is not None
        and not near_box(place.lat, place.lon, box)
    ):
        yield f"{place.lat:.2f}, {place.lon:.2f} is outside {place.country}"
    if place.admin1 and place.kind in {"city", "village", "admin2"} and (place.country, place.admin1) not in divisions:
        yield f"there is no division {place.admin1!r} in {place.country}"


def near_box(lat: float, lon: float, box: Box) -> bool:
    """Tell whether a point is in a box or not much outside."""
    west, south, east, north = box
    return in_box(lat, lon, (west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN))
