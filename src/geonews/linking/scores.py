"""How sure a link is: the share of right ones among those found the same way, from ``data/link_scores.csv``."""

from __future__ import annotations

from geonews.models import LinkMethod
from geonews.tables import rows

_SCORES = {(row["method"], int(row["tier"])): float(row["score"]) for row in rows(__package__, "link_scores")}
_LAST = max(tier for _, tier in _SCORES)


def score_of(method: LinkMethod, tier: int) -> float:
    """Return the probability that a link found by ``method`` in ``tier`` (0 is the surest) is right with its role."""
    return _SCORES[method, min(tier, _LAST)]
