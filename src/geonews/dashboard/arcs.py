"""Movements -> arcs of the map: one for each pair of places, with all that goes from the one to the other. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypedDict

from geonews.dashboard import amounts, words
from geonews.store import MovementRow

_LISTED = 4
"""Figures that an arc's tooltip lists."""
MOST_ARCS = 150
"""Arcs that are drawn at most: more of them hide the map."""


class Arc(TypedDict):
    """From where to where, in degrees, and what is told of it."""

    origin: list[float]
    destination: list[float]
    width: float
    passage: str
    """``KEY@OFFSET`` of the newest passage that says so."""
    tip: str


def arcs(movements: Sequence[MovementRow]) -> tuple[list[Arc], int]:
    """Return the arcs to draw, those with most figures first, and how many there would be.

    Movements within one place have none.
    """
    pairs: dict[tuple[str, str], list[MovementRow]] = defaultdict(list)
    for row in movements:
        if row.origin.id != row.destination.id:
            pairs[row.origin.id, row.destination.id].append(row)
    ordered = sorted(pairs.values(), key=len, reverse=True)[:MOST_ARCS]
    return [_arc(rows) for rows in ordered], len(pairs)


def _arc(rows: Sequence[MovementRow]) -> Arc:
    origin, destination = rows[0].origin, rows[0].destination
    newest = rows[0].statement
    return {
        "origin": [round(origin.lon, 4), round(origin.lat, 4)],
        "destination": [round(destination.lon, 4), round(destination.lat, 4)],
        "width": min(1.5 + 0.5 * len(rows), 5.0),
        "passage": f"{newest.key}@{newest.start}",
        "tip": "\n".join(
            [f"{words.clipped(origin.name, 50)} → {words.clipped(destination.name, 50)}", *_figures(rows)]
        ),
    }


def _figures(rows: Sequence[MovementRow]) -> list[str]:
    lines = []
    for row in rows[:_LISTED]:
        figure = row.statement.figure
        said = amounts.facts(figure.owner, figure.status, None, None)
        lines.append(words.clipped(f"{amounts.amount(figure)} {figure.noun}{f' · {said}' if said else ''}", 90))
    return lines + ([f"and {len(rows) - _LISTED} more"] if len(rows) > _LISTED else [])
