"""What is drawn on the map, and what the reader can have drawn."""

from __future__ import annotations

from collections.abc import Sequence

from geonews.dashboard import markers, words
from geonews.dashboard.colours import Scale, of_group
from geonews.dashboard.pieces.parts import choice
from geonews.dashboard.pins import Pin
from geonews.dashboard.state import View

_SIZES = (("mentions", "mentions"), ("articles", "articles"))
_COLOURS = (("kind", "kind of place"), ("figures", "share with figures"), ("newest", "newest article"))
_USES = "Names that stand for a government, a people or a team (metonymy) are left out otherwise"
CREDITS = (
    '<span class="gn-credits">Places: <a href="https://www.geonames.org" target="_blank" rel="noopener noreferrer">'
    'GeoNames</a> (<a href="https://creativecommons.org/licenses/by/4.0/" target="_blank" rel="noopener noreferrer">'
    "CC BY 4.0</a>), Natural Earth</span>"
)
"""Beside the map, where a narrow window shows it too; the map's own line credits the basemap."""


def legend_html(pins: Sequence[Pin], scale: Scale, view: View, *, places: int, moves: bool) -> str:
    """Return the choices of size and colour, and the key to every sign that is on the map.

    ``places`` is how many there are under the filter, drawn or not.
    """
    shown = [pin for pin in pins if pin["shown"]]
    controls = choice("Size", "size", _SIZES, view.size) + choice("Colour", "colour", _COLOURS, view.colour)
    controls += _tick("use", "metonymic", "also as a government or people", "metonymic" in view.filter.uses, _USES)
    if moves:
        controls += _tick(
            "moves", "yes", "movements", view.moves == "shown", "From where to where, as one passage says"
        )
    keys = [_shapes(shown, scale), _sizes(scale), _colours(scale)]
    if any(not pin["sure"] for pin in shown):
        ring = markers.single("settlement", scale.palette.ink, scale.palette, sure=False)
        keys.append(f'<span title="No mention is surely this place"><img alt="" src="{ring}">uncertain</span>')
    if places > len(shown):
        keys.append(
            f"<span><b>{len(shown):,} of {places:,} places drawn</b>, the most mentioned; filters show others</span>"
        )
    if any(pin["apart"] for pin in shown):
        keys.append(f'<span><img alt="" src="{markers.flag(scale.palette)}">government, people or team alone</span>')
    if moves and view.moves == "shown":
        keys.append(f'<span><img alt="" src="{markers.arc(scale.palette)}">movement, to the strong end</span>')
    keys.append(f'<span><img alt="" src="{markers.dash(scale.palette)}">disputed border</span>')
    return f'<div class="gn-legend"><div class="gn-controls">{controls}</div>{"".join(keys)}{CREDITS}</div>'


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
