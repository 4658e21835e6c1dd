"""The layers of the map's style that are about the articles: signs, columns and names of their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypedDict

from geonews.dashboard.colours import GROUPS, Group, Scale
from geonews.dashboard.palette import Palette
from geonews.dashboard.stated import TALLEST

Layer = dict[str, Any]


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
    """What of its figures is written below its name, or ""."""
    column: str
    """Bricks of its column in digits, or ""."""


LETTERS: dict[Group, str] = {"settlement": "t", "country": "c", "region": "r", "water": "w", "site": "s"}
"""What draws a kind of place in the font "signs"; its capital draws it dashed."""


BRICK = "b"
"""What draws a brick of a column in the font "signs"."""


def layers(scale: Scale, chosen: Sign | None) -> list[Layer]:
    """Return signs, columns on them, and names on top; the chosen one is named before all others."""
    others = ["!=", ["get", "rank"], chosen["rank"] if chosen else -1]
    names = [write(scale.palette, "pins", others) for write in (_labels, _waters)]
    first = [write(scale.palette, "chosen", ["has", "label"]) for write in (_labels, _waters)]
    return [*_signs(scale), _columns(scale.palette), *names, *first]


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
    letter = ["case", ["has", "apart"], "m", letter]
    return [
        {
            "id": "signs",
            "type": "symbol",
            "source": "pins",
            "filter": ["has", "sign"],
            "layout": {
                "text-field": ["case", ["has", "sure"], letter, ["upcase", letter]],
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
            "source": "towns",
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


def _labels(palette: Palette, source: str, only: list[Any]) -> Layer:
    """Write the names of pins, each in the manner of its kind: a country in capitals, water in italics."""
    kind = ["get", "group"]
    return {
        "id": f"{source}-labels",
        "type": "symbol",
        "source": source,
        "filter": ["all", ["has", "label"], ["!", ["has", "area"]], only],
        "layout": {
            "text-field": _named_with_figure(palette),
            "text-font": ["match", kind, "water", ["literal", ["italic"]], ["literal", ["upright"]]],
            "text-size": ["match", kind, "country", 12, "settlement", 13, 12.5],
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


def _named_with_figure(palette: Palette) -> list[Any]:
    figure = {"text-color": palette.figure, "font-scale": 0.92}
    both = ["format", ["get", "label"], {}, "\n", {}, ["get", "figure"], figure]
    return ["case", ["has", "figure"], both, ["get", "label"]]


def _waters(palette: Palette, source: str, only: list[Any]) -> Layer:
    """Write the names of waters into their areas, as maps do; being on top, they are placed before those of towns."""
    return {
        "id": f"{source}-waters",
        "type": "symbol",
        "source": source,
        "filter": ["all", ["has", "label"], ["has", "area"], only],
        "layout": {
            "text-field": _named_with_figure(palette),
            "text-font": ["italic"],
            "text-size": ["+", 11, ["/", ["get", "size"], 8]],
            "text-letter-spacing": 0.08,
            "text-max-width": 6,
            "symbol-sort-key": ["get", "rank"],
        },
        "paint": {"text-color": palette.water, "text-halo-color": palette.paper, "text-halo-width": 1.4},
    }


def _columns(palette: Palette) -> Layer:
    """Stack bricks on the places that have figures."""
    return {
        "id": "columns",
        "type": "symbol",
        "source": "pins",
        "filter": ["has", "column"],
        "layout": {
            "text-field": ["match", ["get", "column"], *_stacks(), ""],
            "text-font": ["signs"],
            "text-size": 13,
            "text-line-height": 0.36,
            "text-anchor": "bottom",
            "text-max-width": 1000,
            "text-allow-overlap": True,
            "text-ignore-placement": True,
        },
        "paint": {"text-color": palette.figure, "text-halo-color": palette.paper, "text-halo-width": 1},
    }


def _stacks() -> list[str]:
    """Return each number of bricks with what draws so many: the browser repeats them, and not every place."""
    return [part for high in range(1, TALLEST + 1) for part in (str(high), "\n".join(BRICK * high))]


def circles(pins: Sequence[Sign]) -> dict[str, Any]:
    """Return the towns that are circles as GeoJSON; those that look alike are one feature: far less to send."""
    alike: dict[tuple[float, int], list[list[float]]] = defaultdict(list)
    for pin in pins:
        if _is_circle(pin):
            alike[pin["size"], pin["step"]].append(pin["position"])
    return _collection(
        [
            {
                "type": "Feature",
                "geometry": {"type": "MultiPoint", "coordinates": positions},
                "properties": {"group": "settlement", "size": size, "step": step},
            }
            for (size, step), positions in alike.items()
        ]
    )


def points(pins: Sequence[Sign]) -> dict[str, Any]:
    """Return all that is written or drawn with a font as GeoJSON."""
    return _collection(
        [
            _feature(pin, _WRITTEN, sign=not _is_circle(pin) and not pin["area"])
            for pin in pins
            if pin["label"] or pin["column"] or not _is_circle(pin)
        ]
    )


def _is_circle(pin: Sign) -> bool:
    return pin["group"] == "settlement" and pin["sure"] and not pin["apart"]


def _feature(pin: Sign, names: Sequence[str], **more: bool) -> dict[str, Any]:
    held = {name: value for name, value in (pin | more).items() if name in {*names, *more} and _tells(value)}
    point = {"type": "Point", "coordinates": pin["position"]}
    return {
        "type": "Feature",
        "geometry": point,
        "properties": {name: held[name] for name in held if _tells(held[name])},
    }


def _tells(value: object) -> bool:
    """Leave out what is false or empty: there are thousands of places."""
    return value is not False and value != ""


def _collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": features}


_WRITTEN = tuple(name for name in Sign.__annotations__ if name != "position")
