"""What is drawn on the map, and what the reader can have drawn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from geonews.dashboard import markers, words
from geonews.dashboard.areas import Area
from geonews.dashboard.colours import Group, Scale, of_group
from geonews.dashboard.palette import Palette
from geonews.dashboard.pieces.parts import choice
from geonews.dashboard.pins import Pin
from geonews.dashboard.state import View

_SIZES = (("mentions", "mentions"), ("articles", "articles"))
_COLOURS = (("kind", "kind"), ("figures", "figures"), ("newest", "newest"))
_COUNTS = (("off", "hidden"), ("labels", "labels"), ("columns", "columns"))
_USES = "Show also where a name stands for a government, a people or a team, not for the place itself"
CREDITS = (
    '<span class="gn-credits">Places: <a href="https://www.geonames.org" target="_blank" rel="noopener noreferrer">'
    'GeoNames</a> (<a href="https://creativecommons.org/licenses/by/4.0/" target="_blank" rel="noopener noreferrer">'
    "CC BY 4.0</a>), Natural Earth</span>"
)
"""Beside the map, where a narrow window shows it too; the map's own line credits the basemap."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is on the map beside the pins, and what was left out."""

    places: int
    """Places under the filter, drawn or not."""
    areas: Sequence[Area] = ()
    moves: int = 0
    """Arcs that are drawn."""
    pairs: int = 0
    """Arcs that there would be."""
    brick: int = 1
    """Figures that a brick of a column stands for."""


def legend_html(pins: Sequence[Pin], scale: Scale, view: View, drawn: Drawn) -> str:
    """Return the choices of size, colour and figures, and the key to every sign that is on the map."""
    shown = [pin for pin in pins if pin["shown"]]
    controls = choice("Size", "size", _SIZES, view.size) + choice("Colour", "colour", _COLOURS, view.colour)
    if any(pin["shown"] and pin["figures"] for pin in pins):
        controls += choice("Figures", "counts", _COUNTS, view.counts)
    controls += _tick("use", "metonymic", "governments", "metonymic" in view.filter.uses, _USES)
    if drawn.pairs:
        controls += _tick(
            "moves", "yes", "movements", view.moves == "shown", "From where to where, as one passage says"
        )
    areas = {(area["group"], area["vague"]) for area in drawn.areas}
    keys = [_shapes(shown, scale), _areas(areas, scale.palette), _sizes(scale), _colours(scale)]
    if any(not pin["sure"] for pin in shown):
        ring = markers.single("settlement", scale.palette.ink, scale.palette, sure=False)
        keys.append(f'<span title="No mention is surely this place"><img alt="" src="{ring}">uncertain</span>')
    if drawn.places > len(shown):
        part = f"{len(shown):,} of {drawn.places:,} places drawn"
        keys.append(f"<span><b>{part}</b>, the most mentioned; filters show others</span>")
    if any(pin["apart"] for pin in shown):
        keys.append(f'<span><img alt="" src="{markers.flag(scale.palette)}">government, people or team alone</span>')
    if drawn.pairs and view.moves == "shown":
        keys.append(f'<span><img alt="" src="{markers.arc(scale.palette)}">{_moved(drawn)}</span>')
    keys.append(_figures(view, drawn, scale.palette))
    keys.append(f'<span><img alt="" src="{markers.dash(scale.palette)}">disputed border</span>')
    return f'<div class="gn-legend"><div class="gn-controls">{controls}</div>{"".join(keys)}{CREDITS}</div>'


def _moved(drawn: Drawn) -> str:
    if drawn.pairs > drawn.moves:
        return f"<b>{drawn.moves:,} of {drawn.pairs:,} movements</b>, those with most figures; from faint to strong"
    return "movement, from faint to strong"


def _figures(view: View, drawn: Drawn, palette: Palette) -> str:
    if view.counts == "columns":
        stands = "a figure" if drawn.brick == 1 else f"up to {drawn.brick:,} figures"
        return f'<span><img alt="" src="{markers.brick(palette)}">each brick: {stands}</span>'
    if view.counts == "labels":
        return '<span><b class="gn-said">123 troops</b> the figure of most sources there</span>'
    return ""


def _areas(found: Collection[tuple[Group, bool]], palette: Palette) -> str:
    """Return the key to what is tinted: waters, regions with an outline, regions of which only the extent is known."""
    parts = []
    if any(group == "water" for group, _ in found):
        parts.append(f'<span><img alt="" src="{markers.patch(palette.water, palette)}">sea named</span>')
    if ("region", False) in found:
        parts.append(f'<span><img alt="" src="{markers.patch(palette.area, palette)}">region named</span>')
    if ("region", True) in found:
        vague = markers.patch(palette.area, palette, vague=True)
        parts.append(f'<span><img alt="" src="{vague}">region, rough extent</span>')
    return "".join(parts)


def _tick(do: str, value: str, label: str, ticked: bool, says: str) -> str:  # noqa: FBT001
    return (
        f'<label class="gn-tick" title="{says}"><input type="checkbox" id="tick-{do}" data-do="{do}" '
        f'data-value="{value}"'
        f"{' checked' if ticked else ''}>{label}</label>"
    )


def _shapes(shown: Sequence[Pin], scale: Scale) -> str:
    present = {pin["group"] for pin in shown}
    return "".join(
        f'<span><img alt="" src="{markers.single(name, _ink(scale, of_group(name, scale.palette)), scale.palette)}">'
        f"{label}</span>"
        for name, label in markers.LEGEND.items()
        if name in present
    )


def _ink(scale: Scale, own: str) -> str:
    return own if scale.by == "kind" else scale.palette.ink


def _sizes(scale: Scale) -> str:
    dot = markers.single("settlement", scale.palette.ink, scale.palette)
    dots = "".join(f'<img alt="" src="{dot}" style="width:{size}px;height:{size}px">' for size in (7, 11, 15))
    return f'<span class="gn-sizes" title="The area of a sign grows with the number">{dots}fewer to more</span>'


def _colours(scale: Scale) -> str:
    if scale.by == "kind":
        return ""
    texts = ["no figures", "to ⅓", "to ⅔", "more with figures"] if scale.by == "figures" else _ages(scale)
    return "".join(
        f'<span><img alt="" src="{markers.single("settlement", scale.colour("settlement", step), scale.palette)}">'
        f"{text}</span>"
        for step, text in enumerate(texts)
    )


def _ages(scale: Scale) -> list[str]:
    bounds = [f"to {words.day(bound)}" for bound in scale.bounds]
    return ["undated", *bounds, "newer" if bounds else "dated"]
