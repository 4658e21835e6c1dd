"""What the page says in words: those of the exports, and what only a page needs. Plain text, escaped where shown."""

from __future__ import annotations

from collections.abc import Sequence

from geonews.export.conditions import conditions
from geonews.export.words import (
    HAPPENED,
    NO_COUNTRY,
    NO_PUBLISHER,
    NOBODY_NAMED,
    STATUSES,
    UNDATED,
    UNTITLED,
    USES,
    clipped,
    counted,
    country,
    day,
    days,
    doubt,
    headline,
    kind_name,
    kind_of,
    mentions,
    moment,
    publisher,
    said_by,
    web_address,
    when,
)
from geonews.store import Facets, PlaceRow

__all__ = [
    "GONE",
    "HAPPENED",
    "NOBODY_NAMED",
    "NO_COUNTRY",
    "NO_PUBLISHER",
    "STATUSES",
    "UNDATED",
    "UNTITLED",
    "USES",
    "clipped",
    "conditions",
    "counted",
    "country",
    "day",
    "days",
    "doubt",
    "frequency",
    "headline",
    "how_many",
    "kind_name",
    "kind_of",
    "moment",
    "pictured",
    "publisher",
    "said_by",
    "span",
    "web_address",
    "when",
]


GONE = "an article that is not in the corpus"
"""Instead of the title of one that was removed, or never was there."""


def frequency(row: PlaceRow) -> list[str]:
    """Return "12 mentions, 3 without copies" and "10 articles, 2 stories"; what is without copies where it differs."""
    told = f", {counted(row.stories, 'story', 'stories')}" if row.retold else ""
    return [mentions(row), counted(row.articles, "article") + told]


def pictured(places: Sequence[PlaceRow], moves: int) -> str:
    """Return what a map of these places, most mentioned first, shows: for those who do not see it."""
    most = ", ".join(f"{clipped(row.place.name, 40)} ({row.once:,})" for row in places[:5])
    named = f" The most mentioned are {most}." if most else ""
    moved = f" {counted(moves, 'movement')} between places." if moves else ""
    return (
        f"Map of {counted(len(places), 'place')} that the articles name.{named}{moved} The table of places lists all."
    )


def how_many(facets: Facets, total: int) -> str:
    """Return "340 articles" or "12 of 340 articles"; ``total`` counts the whole corpus."""
    return counted(total, "article") if facets.articles == total else f"{facets.articles:,} of {total:,} articles"


def span(facets: Facets) -> str:
    """Return from when to when the articles are, and how many are undated."""
    dated = days(facets.first, facets.last) if facets.first and facets.last else ""
    undated = f"{facets.undated:,} undated" if facets.undated else ""
    return ", ".join(filter(None, (dated, undated)))
