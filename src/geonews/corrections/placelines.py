"""A place as plain JSON values, read with care."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, get_args

from geonews.models import Place, PlaceKind

_KINDS = get_args(PlaceKind)
_COUNTRY = 2
"""Letters of an ISO 3166-1 alpha-2 code."""
_CORNERS = 4


def read_place(found: object) -> Place:
    """Return the place; raises ``ValueError`` that says what is wrong with it."""
    if not isinstance(found, Mapping):
        message = "place must be an object with id, name, kind, lat and lon"
        raise ValueError(message)  # noqa: TRY004 - all that can be wrong with a line is one kind of error
    country, extent = found.get("country"), found.get("extent")
    rules = (
        (_is_name(found.get("id")), "the place's id must be text"),
        (_is_name(found.get("name")), "the place's name must be text"),
        (found.get("kind") in _KINDS, f"the place's kind must be one of: {', '.join(_KINDS)}"),
        (country is None or _is_country(country), "its country must be two capital letters (ISO 3166-1)"),
        (_is_degrees(found.get("lat"), 90), "its lat must be -90 to 90"),
        (_is_degrees(found.get("lon"), 180), "its lon must be -180 to 180"),
        (all(_is_name(found.get(name, "-") or "-") for name in ("admin1", "admin2")), "its divisions must be text"),
        (all(_is_count(found.get(name)) for name in ("population", "geonameid")), "its numbers must be whole"),
        (extent is None or _is_box(extent), "its extent must be four degrees: west, south, east, north"),
    )
    for holds, message in rules:
        if not holds:
            raise ValueError(message)
    plain = ("country", "admin1", "admin2", "population", "geonameid")
    known: dict[str, Any] = {name: found.get(name) for name in plain}
    west_to_north = None if extent is None else tuple(float(degrees) for degrees in extent)
    return Place(
        found["id"],
        found["name"],
        found["kind"],
        lat=float(found["lat"]),
        lon=float(found["lon"]),
        extent=west_to_north,  # type: ignore[arg-type]  # it has four corners
        **known,
    )


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value != "" and value.encode("utf-8", "ignore").decode("utf-8") == value


def _is_country(value: object) -> bool:
    return isinstance(value, str) and len(value) == _COUNTRY and value.isascii() and value.isalpha() and value.isupper()


def _is_degrees(value: object, most: int) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and abs(value) <= most


def _is_count(value: object) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**62)


def _is_box(value: object) -> bool:
    if not isinstance(value, list | tuple) or len(value) != _CORNERS:
        return False
    return all(_is_degrees(corner, most) for corner, most in zip(value, (180, 90, 180, 90), strict=True))
