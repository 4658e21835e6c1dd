"""Which places a reader means by what is typed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from geonews.gazetteer import fold
from geonews.store import PlaceRow

MOST = 9
"""Places that are offered at once."""
Known = Sequence[tuple[str, PlaceRow]]
"""Places, most mentioned first, each with its folded name."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered for what was typed."""

    typed: str
    rows: Sequence[PlaceRow] = ()
    more: bool = False
    """Whether others match as well."""


def known(rows: Iterable[PlaceRow]) -> Known:
    """Fold the names once, for all that will be typed."""
    return [(f" {fold(row.place.name)}", row) for row in rows]


def offer(places: Known, typed: str) -> Offer:
    """Return the places whose name begins with what was typed, then those of which a later word does."""
    wanted = fold(typed)
    if not wanted:
        return Offer(typed)
    begins = (row for name, row in places if name.startswith(f" {wanted}"))
    inside = (row for name, row in places if f" {wanted}" in name and not name.startswith(f" {wanted}"))
    rows = [*islice(begins, MOST + 1), *islice(inside, MOST + 1)]
    return Offer(typed, rows[:MOST], more=len(rows) > MOST)
