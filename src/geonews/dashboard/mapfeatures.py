"""What is seen of the pins -> GeoJSON, as small as it can be: there are thousands. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypedDict

from geonews.dashboard.colours import Group


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
    area: bool
    """Whether it is a water whose area is drawn: it has a name, and no sign."""
    figure: str
    """What of its figures is written beside it, or ""."""
    column: str
    """Bricks of its column in digits, or ""."""


def circles(pins: Sequence[Sign]) -> dict[str, Any]:
    """Return the towns that are circles as GeoJSON."""
    return _collection(_alike(filter(_is_circle, pins), ("group", "size", "step")))


def spots(pins: Sequence[Sign]) -> dict[str, Any]:
    """Return where signs are and how large, as GeoJSON, whatever they look like."""
    return _collection([_feature(pin, ("size",)) for pin in pins])


def points(pins: Sequence[Sign]) -> dict[str, Any]:
    """Return all that is written or drawn with a font as GeoJSON."""
    written = [_feature(pin, _WRITTEN, sign=_is_sign(pin)) for pin in pins if _is_written(pin)]
    signs = (pin for pin in pins if _is_sign(pin) and not _is_written(pin))
    return _collection(written + _alike(signs, _SEEN, sign=True))


def _is_circle(pin: Sign) -> bool:
    return pin["group"] == "settlement" and pin["sure"] and not pin["apart"]


def _is_written(pin: Sign) -> bool:
    return bool(pin["label"] or pin["column"])


def _is_sign(pin: Sign) -> bool:
    return not _is_circle(pin) and not pin["area"]


def _feature(pin: Sign, names: Sequence[str], **more: bool) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": pin["position"]}
    return {"type": "Feature", "geometry": point, "properties": _held(pin | more, (*names, *more))}


def _alike(pins: Iterable[Sign], names: Sequence[str], **more: bool) -> list[dict[str, Any]]:
    """Return one feature for all pins that are alike in these: far less to send than one for each."""
    groups: dict[tuple[object, ...], list[Sign]] = defaultdict(list)
    of = itemgetter(*names)
    for pin in pins:
        groups[of(pin)].append(pin)
    return [
        {
            "type": "Feature",
            "geometry": {"type": "MultiPoint", "coordinates": [pin["position"] for pin in group]},
            "properties": _held(group[0] | more, (*names, *more)),
        }
        for group in groups.values()
    ]


def _held(facts: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: facts[name] for name in names if _tells(facts[name])}


def _tells(value: object) -> bool:
    """Leave out what is false or empty: there are thousands of places."""
    return value is not False and value != ""


def _collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the features, the largest first: they are drawn in this order, and small ones must not be hidden."""
    ordered = sorted(features, key=lambda feature: -feature["properties"]["size"])
    return {"type": "FeatureCollection", "features": ordered}


_SEEN = ("group", "size", "step", "sure", "apart")
_WRITTEN = tuple(name for name in Sign.__annotations__ if name != "position")
