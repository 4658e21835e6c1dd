"""What is drawn on the map, and what the reader can have drawn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from geonews.dashboard import markers, words
from geonews.dashboard.areas import Area, is_seen
from geonews.dashboard.colours import Scale, Size, of_group
from geonews.dashboard.palette import Palette
from geonews.dashboard.pieces.parts import button, choice, name
from geonews.dashboard.pins import Pin
from geonews.dashboard.state import View
from geonews.dashboard.stated import DISPUTED
from geonews.export.movements import Way
from geonews.models import Place

_SIZES = (("once", "mentions"), ("mentions", "with copies"), ("articles", "articles"))
_SIZED = "Mentions: those of a sentence that several articles copy count once; with copies, each time; articles: all"
_COLOURS = (("kind", "kind"), ("figures", "figures"), ("newest", "newest"))
_COUNTS = (("off", "hidden"), ("labels", "labels"), ("columns", "columns"))
_USES = "Show also where a name stands for a government, a people or a team, not for the place itself"
_MOVES = "From where to where, as one passage says"
_WAYS: dict[Way, tuple[str, str]] = {
    "whole": ("movement", "The way its arrow points: from its faint end to its strong one"),
    "dashed": (
        "planned, threatened or denied",
        "A movement, by the newest statement; what has happened or is happening is a whole line",
    ),
    "dotted": ("uncertain end", "A movement that may begin or end elsewhere"),
}
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
    """Arcs that are drawn of what is filtered."""
    ways: Collection[Way] = ()
    """How movements are drawn."""
    pairs: int = 0
    """Arcs that there would be."""
    brick: int = 1
    """Figures that a brick of a column stands for."""
    nearer: Place | None = None
    """The chosen place, if it can be seen nearer."""
    days: str = ""
    """``FIRST/LAST``, the days that are shown, if the map can be fitted to what they hold."""
    narrow: bool = False
    """Whether the reader's window is a phone's."""
    chosen: Collection[str] = ()
    """Ids of the places that are marked."""
    beyond: int = 0
    """Places beyond the edge of a phone, which the basemap cannot show at once."""
    most: int = 1
    """Mentions or articles, whatever signs are sized by, of the place that has most."""


def legend_html(pins: Sequence[Pin], scale: Scale, view: View, drawn: Drawn) -> str:
    """Return the choices of size, colour and figures, and the key to every sign that is on the map.

    On a phone both are folded away below one line; the browser keeps what the reader has unfolded.
    """
    inside = f'<div class="gn-controls">{_controls(pins, view, drawn)}</div>{_key(pins, scale, view, drawn)}'
    if drawn.narrow:
        inside = f'<details class="gn-fold" id="legend"><summary>Signs, sizes and colours</summary>{inside}</details>'
    return f'<div class="gn-legend">{inside}{_left_out(pins, drawn)}{CREDITS}{_nearer(drawn)}</div>'


def _nearer(drawn: Drawn) -> str:
    """Return the ways to the chosen place, which others may hide, to what some days hold, and back from wherever.

    Neither a click on the map nor other days move it. The ways stand where there is room in any case, so that nothing
    jumps when a place is chosen.
    """
    way = ""
    if drawn.nearer is not None:
        way = button(f"Show {name(drawn.nearer.name, 40)} nearer", "near", drawn.nearer.id, kind="gn-small")
    if drawn.days:
        way += button("Fit to these days", "near", drawn.days, kind="gn-small")
    return f'<div class="gn-nearer">{way}{button("Show the whole map", "whole", kind="gn-small")}</div>'


def _controls(pins: Sequence[Pin], view: View, drawn: Drawn) -> str:
    controls = choice("Size", "size", _SIZES, view.size, _SIZED) + choice("Colour", "colour", _COLOURS, view.colour)
    if any(pin["shown"] and pin["figures"] for pin in pins):
        controls += choice("Figures", "counts", _COUNTS, view.counts)
    controls += _tick("use", "metonymic", "governments", "metonymic" in view.filter.uses, _USES)
    if drawn.pairs:
        controls += _tick("moves", "yes", "movements", view.moves == "shown", _MOVES)
    return controls


def _key(pins: Sequence[Pin], scale: Scale, view: View, drawn: Drawn) -> str:
    """Return what each sign means, in groups: places, their size and colour, doubts, figures, borders."""
    shown = [pin for pin in pins if pin["shown"]]
    groups = [
        _shapes(shown, scale, drawn.areas),
        _sizes(scale, view.size, drawn.most),
        _colours(scale),
        _manners(shown, scale.palette, drawn.chosen),
        _figures(view, drawn, scale.palette),
        _sign([markers.dash(scale.palette)], "disputed border"),
    ]
    return f'<div class="gn-keys">{"".join(f"<div>{group}</div>" for group in groups if group)}</div>'


def _sign(pictures: Sequence[str], text: str, says: str = "") -> str:
    """Return pictures and what they mean; ``text`` is HTML."""
    title = f' title="{says}"' if says else ""
    shown = "".join(f'<img alt="" src="{picture}">' for picture in pictures)
    return f"<span{title}>{shown}{text}</span>"


def _shapes(shown: Sequence[Pin], scale: Scale, areas: Sequence[Area]) -> str:
    """Return each kind of place with all that is drawn of it: a sign, a tint, an outline."""
    tinted = {area["id"]: area["group"] for area in areas if not area["vague"] or area["group"] == "water"}
    named = {area["id"] for area in areas if is_seen(area)}
    signs = {pin["group"] for pin in shown if pin["group"] != "water" or pin["id"] not in named}
    palette = scale.palette
    patches = {kind: markers.patch(of_group(kind, palette), palette) for kind in tinted.values()}
    if "country" in signs:
        patches["country"] = markers.tint(palette)
    found = []
    for kind, (label, says) in markers.LEGEND.items():
        ink = of_group(kind, palette) if scale.by == "kind" else palette.ink
        sign = [markers.single(kind, ink, palette)] if kind in signs else []
        if pictures := [*sign, *filter(None, [patches.get(kind)])]:
            found.append(_sign(pictures, label, says))
    if any(area["vague"] for area in areas):
        vague = markers.patch(palette.area, palette, vague=True)
        found.append(_sign([vague], "rough extent", "Its borders are not known or not fixed"))
    return "".join(found)


def _sizes(scale: Scale, by: Size, most: int) -> str:
    dot = markers.single("settlement", scale.palette.ink, scale.palette)
    small, large = (f'<img alt="" src="{dot}" style="width:{size}px;height:{size}px">' for size in (7, 15))
    what = "article" if by == "articles" else "mention"
    told = f"{small}1{large}{words.counted(most, what)}" if most > 1 else f"{small}{words.counted(1, what)}"
    return f'<span class="gn-sizes" title="The area of a sign grows with the number">{told}</span>'


def _colours(scale: Scale) -> str:
    if scale.by == "kind":
        return ""
    texts = ["no figures", "to ⅓", "to ⅔", "more with figures"] if scale.by == "figures" else _ages(scale)
    dots = (markers.single("settlement", scale.colour("settlement", step), scale.palette) for step in range(len(texts)))
    return "".join(_sign([dot], text) for dot, text in zip(dots, texts, strict=True))


def _ages(scale: Scale) -> list[str]:
    bounds = [f"to {words.day(bound)}" for bound in scale.bounds]
    return ["undated", *bounds, "newer" if bounds else "dated"]


def _manners(shown: Sequence[Pin], palette: Palette, chosen: Collection[str]) -> str:
    """Return what marks single places: chosen, doubtful, never meant themselves, put right by hand."""
    found = [_sign([markers.ring(palette)], "chosen")] if any(pin["id"] in chosen for pin in shown) else []
    if any(not pin["sure"] for pin in shown):
        unsure = markers.single("settlement", palette.ink, palette, sure=False)
        found.append(_sign([unsure], "uncertain", "No mention is surely this place"))
    if any(pin["apart"] for pin in shown):
        found.append(_sign([markers.flag(palette)], "government, people or team alone"))
    if any(pin["righted"] for pin in shown):
        found.append(_sign([], "<b>*</b> by hand", "A mention was put here, or confirmed, by hand"))
    return "".join(found)


def _figures(view: View, drawn: Drawn, palette: Palette) -> str:
    found = [_sign([markers.arc(palette, way)], *_WAYS[way]) for way in _WAYS if way in drawn.ways]
    if view.counts == "columns":
        stands = "a figure" if drawn.brick == 1 else f"up to {drawn.brick:,} figures"
        says = "How many figures are stated there, whatever their size: a tall column is no large number"
        found.append(_sign([markers.brick(palette)], f"each brick: {stands}", says))
    if view.counts == "labels":
        figure = '<b class="gn-said">123 troops</b> the figure of most sources there'
        signs = f"~ stands for about, + for at least;{DISPUTED}: others contradict or deny it"
        found.append(_sign([], figure, f"{signs}; come closer to see those that had no room"))
    return "".join(found)


def _left_out(pins: Sequence[Pin], drawn: Drawn) -> str:
    """Return what had no room on the map, for a map that keeps silent about it would mislead."""
    shown = sum(pin["shown"] for pin in pins)
    told = []
    if drawn.places > shown:
        told.append(f"<b>{shown:,} of {drawn.places:,} places drawn</b>, the most mentioned; filters show others")
    if drawn.beyond:
        told.append(f"<b>{words.counted(drawn.beyond, 'place')} beyond the edge</b>: drag the map to see the rest")
    if drawn.pairs > drawn.moves:
        told.append(f"<b>{drawn.moves:,} of {drawn.pairs:,} movements drawn</b>, those with most figures")
    return "".join(f"<p>{each}</p>" for each in told)


def _tick(do: str, value: str, label: str, ticked: bool, says: str) -> str:  # noqa: FBT001
    return (
        f'<label class="gn-tick" title="{says}"><input type="checkbox" id="tick-{do}" data-do="{do}" '
        f'data-value="{value}"'
        f"{' checked' if ticked else ''}>{label}</label>"
    )
