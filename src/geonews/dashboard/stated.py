"""What of the figures is written or stacked on the map, beside a place. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geonews.claims import Claim, at_odds
from geonews.dashboard import words
from geonews.dashboard.colours import Counts
from geonews.export import amounts
from geonews.store import PlaceRow

TALLEST = 12
"""Bricks of the highest column."""
_LONGEST = 32
DISPUTED = " (disputed)"


@dataclass(frozen=True, slots=True)
class Stated:
    """What the map shows of figures, by the id of a place."""

    counts: Counts = "off"
    labels: dict[str, str] = field(default_factory=dict)
    """How many of what, as most sources say; with ``DISPUTED`` where others say otherwise."""
    bricks: dict[str, int] = field(default_factory=dict)
    """Height of the column."""
    each: int = 1
    """Figures that a brick stands for."""


def stated(counts: Counts, places: Sequence[PlaceRow], claims: Sequence[Claim]) -> Stated:
    """Return what is asked for; ``claims`` come those of most sources first, so that a place has the label of these."""
    if counts == "labels":
        return Stated(counts, labels=_labels(claims))
    if counts == "columns":
        each = max(-(-max((row.figures for row in places), default=0) // TALLEST), 1)
        return Stated(
            counts, bricks={row.place.id: -(-row.figures // each) for row in places if row.figures}, each=each
        )
    return Stated()


def _labels(claims: Sequence[Claim]) -> dict[str, str]:
    found: dict[str, Claim] = {}
    for claim in claims:
        for about in claim.places:
            found.setdefault(about.place.id, claim)
    disputed = at_odds(claims)
    return {
        place: _briefly(claim) + DISPUTED * (claim in disputed or bool(claim.deniers)) for place, claim in found.items()
    }


def _briefly(claim: Claim) -> str:
    """Return how many of what as a map writes it, with its little room: "~1,000 troops", "1,000+ ships (planned)"."""
    low, high = claim.low, claim.high
    if low is None:
        said = amounts.says(claim)
    else:
        many = f"{amounts.plain(low)}+" if high is None else "–".join(dict.fromkeys(map(amounts.plain, (low, high))))
        said = f"{'~' if claim.approximate and high is not None else ''}{many} {claim.currency or claim.noun}"
    caveat = amounts.caveat(claim)
    return words.clipped(said, max(_LONGEST - len(caveat), _LONGEST // 2)) + caveat
