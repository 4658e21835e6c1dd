"""Store rows -> what maps and tables take. Knows no Streamlit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, TypedDict

import pandas as pd

from geonews.dashboard import words
from geonews.models import Box, PlaceKind
from geonews.store import ArticleRow, PlaceRow, UnplacedName

Group = Literal["settlement", "country", "region", "water", "site"]

GROUPS: dict[Group, frozenset[PlaceKind]] = {
    "settlement": frozenset({"city", "village"}),
    "country": frozenset({"country", "territory", "continent"}),
    "region": frozenset({"admin1", "admin2", "island", "peninsula", "mountains", "desert", "region"}),
    "water": frozenset({"ocean", "sea", "strait", "lake", "river"}),
    "site": frozenset({"airport", "base", "plant", "dam", "bridge", "site"}),
}
"""Kinds of place that look alike on the map; every kind is in exactly one."""
_SMALLEST, _WIDEST = 8.0, 34.0
"""Pixels across: a place with few mentions, and the most mentioned one on a map of few places."""
_CROWDED = 40
"""From so many places on, pins become smaller, so that they leave each other room."""
_COUNTRY = 0.6
"""How large a country's sign is beside a town's: its area is tinted as well."""
MOST_PINS = 10_000
"""Places that are drawn at most, the most mentioned first."""


class Pin(TypedDict):
    """A place as the map draws it. Coordinates in degrees, ``size`` in pixels across."""

    id: str
    name: str
    group: Group
    position: list[float]
    size: float
    tip: str


def pins(places: Sequence[PlaceRow]) -> list[Pin]:
    """Return the places as pins, largest first, so that small ones are drawn on top and can be clicked."""
    most = max((row.mentions for row in places), default=1)
    room = max(0.5, min(1.0, (_CROWDED / max(len(places), 1)) ** 0.4))
    ordered = sorted(places, key=lambda row: (-row.mentions, row.place.id))[:MOST_PINS]
    return [
        {
            "id": row.place.id,
            "name": words.clipped(row.place.name, 40),
            "group": group(row.place.kind),
            "position": [round(row.place.lon, 4), round(row.place.lat, 4)],
            "size": _size(row, most, room),
            "tip": _tip(row),
        }
        for row in ordered
    ]


def _size(row: PlaceRow, most: int, room: float) -> float:
    widest = _WIDEST * room * (_COUNTRY if group(row.place.kind) == "country" else 1.0)
    smallest = _SMALLEST * max(room, 0.75)
    return round(smallest + max(widest - smallest, 0) * math.sqrt(row.mentions / most), 1)


def framed(places: Sequence[PlaceRow]) -> list[tuple[float, float]]:
    """Return the longitudes and latitudes that the map must show.

    A country is too large to be a point: countries count only where nothing else is named.
    """
    sited = [row.place for row in places if group(row.place.kind) != "country"]
    return [(place.lon, place.lat) for place in sited or [row.place for row in places]]


def areas(places: Sequence[PlaceRow], selected: str | None) -> tuple[tuple[str, ...], str | None, Box | None]:
    """Return the codes of the countries that are named, the selected country's code, the selected area's extent."""
    countries = [row.place for row in places if row.place.kind in {"country", "territory"} and row.place.country]
    named = tuple(sorted({place.country for place in countries if place.country}))
    chosen = next((row.place for row in places if row.place.id == selected), None)
    if chosen is None:
        return named, None, None
    if chosen in countries:
        return named, chosen.country, None
    return named, None, chosen.extent if group(chosen.kind) in {"region", "water"} else None


def group(kind: PlaceKind) -> Group:
    """Return the group that a kind of place belongs to."""
    return next(name for name, kinds in GROUPS.items() if kind in kinds)


def place_table(places: Sequence[PlaceRow]) -> pd.DataFrame:
    """Return one row a place: name, kind, country, mentions, articles, figures, newest."""
    return pd.DataFrame(
        {
            "Place": [words.clipped(row.place.name) for row in places],
            "Kind": [words.kind_name(row.place.kind) for row in places],
            "Region": [row.place.admin1 or "" for row in places],
            "Country": [row.place.country or "" for row in places],
            "Mentions": [row.mentions for row in places],
            "Articles": [row.articles for row in places],
            "Figures": [row.figures for row in places],
            "Newest": [words.sortable_day(row.newest) for row in places],
        },
        index=[row.place.id for row in places],
    )


def article_table(articles: Sequence[ArticleRow]) -> pd.DataFrame:
    """Return one row an article: title, publisher, date, mentions, places, figures, link (http and https only)."""
    return pd.DataFrame(
        {
            "Title": [title(row) for row in articles],
            "Publisher": [words.publisher(row.source) for row in articles],
            "Date": [words.sortable_day(row.day) for row in articles],
            "Places": [row.places for row in articles],
            "Mentions": [row.mentions for row in articles],
            "Figures": [row.figures for row in articles],
            "Link": [words.web_address(row.url) for row in articles],
        },
        index=[row.key for row in articles],
    )


def unplaced_table(names: Sequence[UnplacedName]) -> pd.DataFrame:
    """Return one row a name without a place: name, why, mentions, articles."""
    return pd.DataFrame(
        {
            "Name": [words.clipped(row.text) for row in names],
            "Why it is not on the map": [words.clipped(row.reason, 200) for row in names],
            "Mentions": [row.mentions for row in names],
            "Articles": [row.articles for row in names],
        }
    )


def title(row: ArticleRow) -> str:
    """Return an article's title, or its id where it has none."""
    return words.clipped(row.title) if row.title else f"{words.UNTITLED} ({words.clipped(str(row.id), 60)})"


def _tip(row: PlaceRow) -> str:
    facts = [words.counted(row.mentions, "mention"), words.counted(row.articles, "article")]
    if row.figures:
        facts.append(words.counted(row.figures, "figure"))
    return f"{words.clipped(row.place.name)}\n{words.kind_of(row.place)}\n{' · '.join(facts)}"
