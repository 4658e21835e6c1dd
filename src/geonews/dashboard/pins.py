"""Places -> the rows that the map draws. Knows no Streamlit.

A selection on the map is positional: the rows of a layer therefore stay the same and in the same order whatever the
filter, and those that it leaves out are hidden ("shown": 0), or a click would answer a phantom.
"""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from operator import attrgetter
from typing import TypedDict

from geonews.dashboard import words
from geonews.dashboard.colours import GROUPS, Group, Scale, Size, group
from geonews.dashboard.mapfeatures import Sign
from geonews.dashboard.stated import Stated
from geonews.models import Place
from geonews.store import PlaceRow

_SMALLEST, _WIDEST = 9.0, 36.0
"""Pixels across: a place with few mentions, and the most mentioned one on a map of few places."""
_EASY = 8
"""Pixels around a small pin that still mean it."""
_MODEST = 16.0
"""Pixels across of the largest pin where each place is mentioned hardly once."""
_CROWDED = 40
"""From so many places on, pins become smaller, so that they leave each other room."""
_TIGHTEST = 0.3
"""Share of their size that pins have at least, however many there are."""
_GROWN = 2.0
"""How many times as large pins become at most when the reader comes closer."""
_VAST: frozenset[Group] = frozenset({"country", "continent"})
"""Named in capitals, and too large to be a point."""
_NOWHERE = frozenset({"ocean"}).union(*(GROUPS[each] for each in _VAST))
"""Kinds of place that the map need not show for being named."""
_COUNTRY = 0.5
"""How large the sign of such a one is beside a town's: it says how often that is named, not where it is."""
MOST_PINS = 10_000
"""Places that are drawn at most, the most mentioned first; filters show others."""
_DECIMALS = 3
"""Of a degree: less than a pixel where the map comes closest, and thousands of places are sent."""
_TOLD = 500
"""Places of which a tooltip tells all; of the others it tells name and mentions, to keep the message small."""
MOST_LABELS = 600
SURE = 0.5
"""Least confidence of a place's surest mention at which it looks certain."""
_NOTHING = Stated()
_UNDRAWABLE = str.maketrans({chr(8239): " ", chr(8201): " "})
_WRITABLE = re.compile("[\u0020-\u04ff\u1e00-\u1eff\u2000-\u20ff]*")
"""Code points that ``static/glyphs`` has."""
as_json = json.JSONEncoder(ensure_ascii=False).encode
"""Writes a text for the browser."""


class Pin(TypedDict):
    """A place as the map draws it. Coordinates in degrees, ``size`` in pixels across."""

    id: str
    name: str
    group: Group
    step: int
    sure: bool
    apart: bool
    position: list[float]
    size: float
    reach: int
    """Pixels around its middle in which a click means it; 0 where it is hidden."""
    shown: int
    righted: bool
    """Whether a mention was put here, or confirmed, by hand."""
    figures: int
    tip: str
    begun: str
    """Id and position as JSON, an object that is not closed: no filter changes them, and numbers are slow to write."""


def hidden(everywhere: Sequence[PlaceRow]) -> dict[str, Pin]:
    """Return the places without any filter as pins that no filter shows, by their ids; not to be changed."""
    return {row.place.id: _hidden(row) for row in everywhere}


def pins(everywhere: Mapping[str, Pin], places: Sequence[PlaceRow], size: Size, scale: Scale) -> list[Pin]:
    """Return all places as pins, those under the filter shown; those most mentioned in all first, rare ones on top.

    ``everywhere`` are all of them ``hidden``, ``places`` those under the filter.
    """
    here = {row.place.id: at for at, row in enumerate(places)}
    # Where there are too many, those that the filter asks for still have room.
    always = [*everywhere] if len(everywhere) <= MOST_PINS else [*everywhere][: MOST_PINS // 2]
    known = set(always)
    ordered = [*always, *(place for place in here if place not in known)][:MOST_PINS]
    sized = _sized(places, size)
    return [
        everywhere[each] if at is None else _shown(everywhere.get(each), places[at], sized, scale, told=at < _TOLD)
        for each, at in zip(ordered, map(here.get, ordered), strict=True)
    ]


def reaches(places: Sequence[PlaceRow], by: Size) -> Callable[[PlaceRow], float]:
    """Return what gives the pixels around the middle of a place in which a click may mean it, on a map of these."""
    sized = _sized(places, by)
    return lambda row: max(sized(row, group(row.place.kind))[0] / 2, _EASY)


def _sized(places: Sequence[PlaceRow], by: Size) -> Callable[[PlaceRow, Group], tuple[float, int]]:
    """Return what gives size and reach of a place of some kind on a map of these."""
    largest, grown = most(places, by), growth(len(places))
    share = room(len(places))
    smallest = _SMALLEST * math.pow(share, 0.75)  # shrinks less than the largest, or it could not be seen
    widest = min(_WIDEST, _MODEST + 2 * largest) * share

    @functools.cache  # thousands of places are mentioned once or twice
    def sized(weight: int, part: float) -> tuple[float, int]:
        more = max(widest * part - smallest, 0) * min(math.sqrt(weight / largest), 1.0)
        size = round(smallest + more, 1)
        return size, max(math.ceil(size / 2 * grown + 1), _EASY)

    weight = attrgetter(by)
    return lambda row, kind: sized(weight(row), _COUNTRY if kind in _VAST else 1.0)


def most(places: Sequence[PlaceRow], by: Size) -> int:
    """Return the mentions or articles of the place that has most of them."""
    return max(map(attrgetter(by), places), default=1)


def room(places: int) -> float:
    """Return the share of their size that pins have on a map of so many places."""
    return max(_TIGHTEST, min(1.0, math.pow(_CROWDED / max(places, 1), 0.4)))


def growth(places: int) -> float:
    """Return how many times as large they become when the reader comes closer."""
    return min(1 / room(places), _GROWN)


def _hidden(row: PlaceRow) -> Pin:
    lon, lat = round(row.place.lon, _DECIMALS), round(row.place.lat, _DECIMALS)
    return {
        "id": row.place.id,
        "name": words.clipped(row.place.name, 40),
        "group": group(row.place.kind),
        "step": 0,
        "sure": True,
        "apart": False,
        "position": [lon, lat],
        "size": 0.0,
        "reach": 0,
        "shown": 0,
        "righted": False,
        "figures": 0,
        "tip": "",
        "begun": f'{{"id":{as_json(row.place.id)},"at":[{lon},{lat}]',
    }


def _shown(
    known: Pin | None, row: PlaceRow, sized: Callable[[PlaceRow, Group], tuple[float, int]], scale: Scale, *, told: bool
) -> Pin:
    pin = known or _hidden(row)  # only the government of a place may be named, which no filter at all does not show
    size, reach = sized(row, pin["group"])
    sure = row.confidence >= SURE
    return {
        **pin,
        "step": scale.step(row),
        "sure": sure,
        "apart": row.literal == 0,
        "size": size,
        "reach": reach,
        "shown": 1,
        "righted": row.corrected > 0,
        "figures": row.figures,
        "tip": _tip(row, sure=sure) if told else f"{pin['name']} · {row.once:,}",
    }


def signs(
    pins: Sequence[Pin], places: Sequence[PlaceRow], areas: Collection[str] = (), stated: Stated = _NOTHING
) -> dict[str, Sign]:
    """Return what is seen of the shown pins, by the ids of their places; the most mentioned are named first.

    ``areas`` are the ids of the places whose area is seen without a sign. Where figures are written, places with one
    are named first.
    """
    drawn = {pin["id"]: pin for pin in pins if pin["shown"]}
    known = [row.place.id for row in places if row.place.id in drawn]
    ordered = sorted(known, key=lambda place: place not in stated.labels) if stated.labels else known
    return {
        pin["id"]: {
            "group": pin["group"],
            "position": pin["position"],
            "size": pin["size"],
            "step": pin["step"],
            "sure": pin["sure"],
            "apart": pin["apart"],
            "label": label(pin) if rank < MOST_LABELS else "",
            "rank": rank,
            "area": pin["group"] == "water" and pin["id"] in areas and pin["sure"] and not pin["apart"],
            "figure": drawable(stated.labels[pin["id"]]) if pin["id"] in stated.labels else "",
            "column": str(stated.bricks.get(pin["id"], "")),
        }
        for rank, pin in enumerate(drawn[place] for place in ordered)
    }


def label(pin: Pin) -> str:
    """Return the name as the map writes it, starred where a hand put it right; "" if its letters cannot."""
    name = drawable(pin["name"])
    star = "*" if name and pin["righted"] else ""
    return (name.upper() if pin["group"] in _VAST else name) + star


def drawable(name: str) -> str:
    """Return the name without what the map's letters cannot write; an unknown letter would cost every label near it."""
    plain = name.translate(_UNDRAWABLE)
    return plain if _WRITABLE.fullmatch(plain) else ""


def framed(places: Sequence[PlaceRow]) -> list[tuple[float, float]]:
    """Return the longitudes and latitudes that the map must show.

    Countries and continents count only where nothing else is named.
    """
    sited = [(row.place.lon, row.place.lat) for row in places if row.place.kind not in _NOWHERE]
    return sited or [(row.place.lon, row.place.lat) for row in places]


def named(places: Sequence[PlaceRow]) -> list[list[str]]:
    """Return the codes of the countries that are named, from seldom to most, in three steps."""
    counted = {
        row.place.country: row.once
        for row in places
        if row.place.kind in {"country", "territory"} and row.place.country
    }
    most = max(counted.values(), default=1)
    steps: list[list[str]] = [[], [], []]
    for code, mentions in sorted(counted.items()):
        steps[min(int(3 * math.sqrt(mentions / most)), 2)].append(code)
    return steps


def outlined(place: Place) -> str | None:
    """Return the code of a country; ``None`` for anything else."""
    return place.country if place.kind in {"country", "territory"} else None


def _tip(row: PlaceRow, *, sure: bool) -> str:
    facts = words.frequency(row)
    if row.figures:
        facts.append(words.counted(row.figures, "figure"))
    otherwise = row.mentions - row.literal if row.literal is not None else 0
    if otherwise:
        facts.append(f"{otherwise:,} of its government, people or team")
    lines = [words.clipped(row.place.name), words.kind_of(row.place), " · ".join(facts)]
    if row.corrected:
        lines.append(f"{row.corrected:,} of {row.mentions:,} put here or confirmed by hand")
    if not sure:
        lines.append(f"uncertain, {row.confidence:.0%} sure at best: another place of that name, or none, may be meant")
    return "\n".join(lines)
