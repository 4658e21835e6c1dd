"""Where a site stands that the gazetteer does not know: near the place that is named nearest to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from geonews.linking.candidates import is_site
from geonews.models import Candidate, Place, Resolution, Toponym

_WIDE = frozenset({"country", "territory", "continent", "region", "ocean", "sea"})
_DIVISION = 400
"""Characters by which a division has to be named nearer than a town."""
_DOUBT = 0.6
"""An anchor has to be surer than this, and a place that the site's own name holds keeps it if it is."""
_TRUST = 0.7
"""How often the site stands there where the anchor is right: measured on sites of both corpora, held out."""
_REACH = 3
"""Anchors that are looked at on each side."""


def with_sites(toponyms: Sequence[Toponym], resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return the resolutions with sites that have no place of their own put near the place named nearest to them."""
    anchors = [at for at, resolution in enumerate(resolutions) if _anchors(resolution)]
    starts = [toponyms[at].start for at in anchors]
    result = list(resolutions)
    for at, (toponym, resolution) in enumerate(zip(toponyms, resolutions, strict=True)):
        if _homeless(toponym, resolution):
            middle = bisect_left(starts, toponym.start)
            around = anchors[max(0, middle - _REACH) : middle + _REACH]
            nearest = min(around, key=lambda each: _gap(toponym, toponyms[each], resolutions[each]), default=None)
            if nearest is not None:
                result[at] = _near(resolutions[nearest])
    return tuple(result)


def _homeless(toponym: Toponym, resolution: Resolution) -> bool:
    if resolution.candidates:
        return resolution.candidates[0].form == "inside" and resolution.score < _DOUBT
    return is_site(toponym.text)


def _anchors(resolution: Resolution) -> bool:
    place = resolution.place
    return (
        place is not None
        and place.kind not in _WIDE
        and resolution.score >= _DOUBT
        and resolution.candidates[0].form != "inside"
    )


def _gap(toponym: Toponym, other: Toponym, resolution: Resolution) -> int:
    between = max(other.start - toponym.end, toponym.start - other.end, 0)
    return between + _DIVISION * (resolution.place is not None and resolution.place.kind == "admin1")


def _near(anchor: Resolution) -> Resolution:
    place: Place = anchor.candidates[0].place
    score = round(anchor.score * _TRUST, 4)
    reason = f"not in the gazetteer; near {place.name}, the place named nearest to it"
    return Resolution(place, score, reason, (Candidate(place, "inside", score),))
