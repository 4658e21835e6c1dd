"""Movements: figures that one passage sends from a stated place to a stated place."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from geonews.models import Link, Movement, Passage, Place, Resolution, Toponym

_SIZES = ("continent", "ocean", "country", "territory", "region", "sea", "admin1", "admin2")
"""Kinds of place, the widest first; all others are smaller."""


def movements(
    links: Sequence[Link],
    passages: Sequence[Passage],
    toponyms: Sequence[Toponym],
    resolutions: Sequence[Resolution],
) -> tuple[Movement, ...]:
    """Return a movement for each figure whose passage states one origin and one destination, both with a place.

    Of nested levels ("from Ulm, Germany") the innermost counts. Two origins or two destinations that do not hold each
    other make no single way, hence no movement.
    """
    found: list[Movement] = []
    of_figures: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if link.method != "context":
            of_figures[link.figure].append(link)
    for figure, own in sorted(of_figures.items()):
        origin = _end("origin", own, resolutions)
        destination = _end("destination", own, resolutions)
        if origin is None or destination is None or origin == destination:
            continue
        if _passage(passages, toponyms[origin]) == _passage(passages, toponyms[destination]):
            found.append(Movement(figure, origin, destination))
    return tuple(found)


def _end(role: str, links: Sequence[Link], resolutions: Sequence[Resolution]) -> int | None:
    """Return the innermost of the mentions in ``role``, if all others hold it."""
    placed = {link.toponym: place for link in links if link.role == role and (place := resolutions[link.toponym].place)}
    if not placed:
        return None
    innermost = max(sorted(placed), key=lambda at: _depth(placed[at]))
    return innermost if all(_holds(place, placed[innermost]) for place in placed.values()) else None


def _depth(place: Place) -> int:
    return _SIZES.index(place.kind) if place.kind in _SIZES else len(_SIZES)


def _holds(outer: Place, inner: Place) -> bool:
    if outer.id == inner.id:
        return True
    if outer.country is None or outer.country != inner.country:
        return False
    return outer.kind in {"country", "territory"} or (outer.kind == "admin1" and outer.name == inner.admin1)


def _passage(passages: Sequence[Passage], toponym: Toponym) -> int | None:
    at = bisect_right(passages, toponym.start, key=lambda passage: passage.start) - 1
    return at if at >= 0 and toponym.start < passages[at].end else None
