"""The layers of the map's style that are about the articles: signs, columns and names of their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geonews.dashboard.colours import GROUPS, Group, Scale
from geonews.dashboard.mapfeatures import Sign
from geonews.dashboard.palette import Palette
from geonews.dashboard.stated import TALLEST

Layer = dict[str, Any]


LETTERS: dict[Group, str] = {
    "settlement": "t",
    "country": "c",
    "continent": "k",
    "region": "r",
    "water": "w",
    "site": "s",
}
"""What draws a kind of place in the font "signs"; its capital draws it dashed."""


BRICK = "b"
"""What draws a brick of a column in the font "signs"."""
_SIDES = ["left", "right", "bottom", "top", "bottom-left", "top-left", "bottom-right", "top-right"]
"""Where a name stands by its sign: its own side that the sign is at, the best first."""
_KEPT_FREE = 300
"""Signs that no name covers, those of the most mentioned places: were it more, no name would find room among them."""
_LEADING = 8
"""Places, the most mentioned, that are named even where others crowd around them, as around the centre of a story."""
_SMALL: list[Any] = ["match", ["get", "group"], ["settlement", "site"], True, False]
"""Whether a place is a point on a map: its sign is on top, or that of a country hides it."""
_FIGURE = 11.5
"""Size of the letters of a figure."""
_STATED: list[Any] = ["has", "figure"]
"""Whether a figure is written beside the place."""
_BESIDE, _BESIDE_RING = 0.28, 0.65
"""Between a sign and its name, in letters' sizes."""
_CORNERS = ["top-left", "bottom-left", "top-right", "bottom-right", "top", "bottom"]
"""Where a figure stands by its sign: below or above its name, or across from it."""
_BELOW = 1.5
"""Letters' sizes that a figure is at least from the middle of its sign, so that the name has its line."""
_CLEAR: list[Any] = ["case", ["has", "column"], 0.75, 0]
"""Letters' sizes that a name is at least from the middle of its sign: a column is wider than a small one."""
_CLOSER = 3.0
"""Zooms from the whole view to that in which signs have grown."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How signs that stand close to each other in the whole view grow when the reader comes closer."""

    zoom: float
    """That of the whole view, where signs have their own size."""
    times: float
    """How many times as large they become."""

    def of(self, share: float, more: float = 0.0, least: float | list[Any] = 0.0) -> list[Any]:
        """Return an expression for ``more`` and a share of a sign's size, ``least`` (or what it gives) at least."""
        small, large = (["+", more, ["*", round(share * times, 4), ["get", "size"]]] for times in (1.0, self.times))
        if least:
            small, large = ["max", least, small], ["max", least, large]
        return ["interpolate", ["linear"], ["zoom"], self.zoom, small, self.zoom + _CLOSER, large]


def layers(scale: Scale, chosen: Sequence[Sign], growth: Growth) -> list[Layer]:
    """Return signs and names; the chosen places are named before all others.

    What is higher is placed first, and names find their room around it: the signs of the leading places (and of towns
    and sites, unless there are too many), the chosen name, the leading names and their figures, which were asked for;
    then columns, the other signs, and what covers none of them: names with figures, other names.
    """
    leading = _ranked(0, _LEADING)
    among = ["all", leading, ["!=", ["get", "group"], "continent"]]  # whose name is too wide
    before = leading if growth.times > 1 else ["any", leading, _SMALL]
    others = ["match", ["get", "rank"], sorted({sign["rank"] for sign in chosen} or {-1}), False, True]
    less = [others, ["!", among]]
    palette = scale.palette
    marked = (
        _labels(palette, growth, "chosen-labels", ["!", _STATED]),
        _labels(palette, growth, "chosen-stated", _STATED, stated=True),
        _waters(palette, "chosen", ["has", "label"]),
    )
    return [
        *_signs(scale, growth),
        _labels(palette, growth, "pins-labels", ["all", ["!", _STATED], *less]),
        _labels(palette, growth, "pins-stated", ["all", _STATED, *less], stated=True),
        _waters(palette, "pins", others),
        _kept_free("kept-free", growth, _ranked(_LEADING, _KEPT_FREE)),
        _columns(palette),
        *_ring(palette, growth),
        _figures(palette, growth, ["all", others, among]),
        _labels(palette, growth, "pins-leading", ["all", others, among]),
        *(_alone(each) if len(chosen) == 1 else each for each in marked),
        _kept_free("kept-free-leading", growth, before),
    ]


def _ranked(first: int, last: int) -> list[Any]:
    """Return a condition on a place's rank, half-open."""
    return ["all", [">=", ["get", "rank"], first], ["<", ["get", "rank"], last]]


def _signs(scale: Scale, growth: Growth) -> list[Layer]:
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
    written = {
        "type": "symbol",
        "source": "pins",
        "layout": {
            "text-field": ["case", ["has", "sure"], letter, ["upcase", letter]],
            "text-font": ["signs"],
            "text-size": growth.of(1),
            "text-allow-overlap": True,
            "text-ignore-placement": True,
            "symbol-z-order": "source",  # as they come; a sort key costs a drawing for each size
        },
        "paint": {"text-color": ink, **halo},
    }
    towns = {
        "id": "towns",
        "type": "circle",
        "source": "towns",
        "paint": {
            "circle-radius": growth.of(0.5),
            "circle-color": ink,
            "circle-opacity": 0.86,
            "circle-stroke-color": scale.palette.paper,
            "circle-stroke-width": 1.1,
        },
    }
    return [
        towns,
        {"id": "signs", "filter": ["all", ["has", "sign"], ["!", _SMALL]], **written},
        {"id": "sites", "filter": ["all", ["has", "sign"], _SMALL], **written},
    ]


def _ring(palette: Palette, growth: Growth) -> list[Layer]:
    """Mark the chosen place, over columns too; not in deck.gl, which pales all that it draws when that is clicked."""
    strokes = (("ring-edge", palette.paper, 3, 5), ("ring", palette.accent, 4, 3))
    return [
        {
            "id": name,
            "type": "circle",
            "source": "ring",
            "paint": {
                "circle-radius": growth.of(0.5, beyond),
                "circle-opacity": 0,
                "circle-stroke-color": colour,
                "circle-stroke-width": width,
            },
        }
        for name, colour, beyond, width in strokes
    ]


def _kept_free(name: str, growth: Growth, only: list[Any]) -> Layer:
    """Keep names off the signs, at every zoom: something unseen that takes their room."""
    return {
        "id": name,
        "type": "symbol",
        "source": "pins",
        "filter": ["all", ["!", ["has", "area"]], ["has", "rank"], only],
        "layout": {
            "text-field": LETTERS["settlement"],
            "text-font": ["signs"],
            "text-size": growth.of(0.85),
            "text-line-height": 1,  # were it higher, it would keep the place's own name from above and below it
            "text-padding": 0,
            "text-allow-overlap": True,
        },
        "paint": {"text-opacity": 0},
    }


def _ink(scale: Scale, name: Group) -> Any:  # noqa: ANN401  # a colour or an expression
    if scale.steps == 1:
        return scale.colour(name, 0)
    steps = [part for step in range(1, scale.steps) for part in (step, scale.colour(name, step))]
    return ["match", ["get", "step"], *steps, scale.colour(name, 0)]


def _labels(palette: Palette, growth: Growth, name: str, only: list[Any], *, stated: bool = False) -> Layer:
    """Write the names of pins in the manner of their kind: countries in capitals, continents wide, water in italics."""
    kind, source = ["get", "group"], name.partition("-")[0]
    return {
        "id": name,
        "type": "symbol",
        "source": source,
        "filter": ["all", ["has", "label"], ["!", ["has", "area"]], only],
        "layout": {
            "text-field": _with_figure(palette) if stated else ["get", "label"],
            "text-font": ["match", kind, "water", ["literal", ["italic"]], ["literal", ["upright"]]],
            "text-size": ["match", kind, "country", 11, "settlement", 12.5, 12],
            "text-letter-spacing": 0.03 if stated else ["match", kind, "country", 0.1, "continent", 0.3, 0.01],
            "text-variable-anchor": _SIDES,
            "text-radial-offset": growth.of(1 / 25, _BESIDE_RING if source == "chosen" else _BESIDE, _CLEAR),
            "text-justify": "auto",
            "text-max-width": 9,
            "text-padding": 1,
            "text-allow-overlap": False,
            "symbol-sort-key": ["get", "rank"],
        },
        "paint": {
            "text-color": [
                "match",
                kind,
                "water",
                palette.water,
                ["country", "continent", "region"],
                palette.area,
                palette.ink,
            ],
            "text-halo-color": palette.paper,
            "text-halo-width": 1.6,
        },
    }


def _alone(layer: Layer) -> Layer:
    """Write the name of the one place that is chosen in any case; of several each would lie on the next."""
    return layer | {"layout": layer["layout"] | {"text-allow-overlap": True}}


def _figures(palette: Palette, growth: Growth, only: list[Any]) -> Layer:
    """Write the figures of the leading places apart from their names: these cover any sign, a figure lesser ones."""
    layer = _labels(palette, growth, "pins-figures", ["all", _STATED, only])
    layer["layout"] |= {
        "text-field": ["get", "figure"],
        "text-font": ["upright"],
        "text-size": _FIGURE,
        "text-letter-spacing": 0.01,
        "text-variable-anchor": _CORNERS,
        "text-radial-offset": growth.of(1 / 23, _BESIDE, _BELOW),
        "text-padding": 0,
    }
    layer["paint"] |= {"text-color": palette.figure}
    return layer


def _with_figure(palette: Palette) -> list[Any]:
    figure = {"text-color": palette.figure, "font-scale": 0.92}
    return ["format", ["get", "label"], {}, "\n", {}, ["get", "figure"], figure]


def _waters(palette: Palette, source: str, only: list[Any]) -> Layer:
    """Write the names of waters into their areas, as maps do; being on top, they are placed before those of towns."""
    return {
        "id": f"{source}-waters",
        "type": "symbol",
        "source": source,
        "filter": ["all", ["has", "label"], ["has", "area"], only],
        "layout": {
            "text-field": ["case", _STATED, _with_figure(palette), ["get", "label"]],
            "text-font": ["italic"],
            "text-size": ["+", 11, ["/", ["get", "size"], 8]],
            "text-letter-spacing": 0.08,
            "text-max-width": 6,
            "text-variable-anchor": ["center", "top", "bottom", "left", "right"],
            "text-radial-offset": 0.3,
            "text-justify": "auto",
            "text-allow-overlap": False,
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
            "text-padding": 0,
            "text-allow-overlap": True,
        },
        "paint": {"text-color": palette.figure, "text-halo-color": palette.paper, "text-halo-width": 1},
    }


def _stacks() -> list[str]:
    """Return each number of bricks with what draws so many: the browser repeats them, and not every place."""
    return [part for high in range(1, TALLEST + 1) for part in (str(high), "\n".join(BRICK * high))]
