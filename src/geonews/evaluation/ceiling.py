"""The most that choosing among the gazetteer's candidates can reach."""

from __future__ import annotations

from collections.abc import Sequence

from geonews.evaluation.corpora import Gold
from geonews.evaluation.placement import is_right
from geonews.gazetteer import Gazetteer
from geonews.models import Place


def reachable(gold: Gold, candidates: Sequence[Place], gazetteer: Gazetteer) -> bool:
    """Tell whether a candidate has the annotated id, lies within 161 km, or has the annotated point in its outline."""
    if any(is_right(place, gold) for place in candidates):
        return True
    if gold.lat is None or gold.lon is None:
        return False
    inside = (gazetteer.contains(place, gold.lat, gold.lon) for place in candidates)
    return any(one.inside and one.exact for one in inside)
