"""What tells places of one name apart where they stand in one list. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from geonews.dashboard import words
from geonews.models import Place


def apart(places: Iterable[Place]) -> dict[str, str]:
    """Return by id what tells each place that shares its name with another one from those, as plain text.

    It is the shortest that does: the country, the region, the kind, all three, or where it stands (WGS84 degrees).
    """
    groups: dict[str, dict[str, Place]] = {}
    for place in places:
        groups.setdefault(" ".join(place.name.casefold().split()), {})[place.id] = place
    shared = (list(group.values()) for group in groups.values() if len(group) > 1)
    return dict(chain.from_iterable(map(_facts, shared)))


def _facts(group: list[Place]) -> Iterator[tuple[str, str]]:
    facts = [list(_told(each)) for each in group]
    counts = [Counter(column) for column in zip(*facts, strict=True)]
    for place, own in zip(group, facts, strict=True):
        alone = (fact for fact, count in zip(own, counts, strict=True) if fact and count[fact] == 1)
        yield place.id, next(alone, own[-1])


def _told(place: Place) -> Iterator[str]:
    """Yield what may tell a place apart, shortest first; "" for what says no more than its name."""
    country = words.country(place.country) if place.country else ""
    for fact in (country, place.admin1 or ""):
        yield "" if fact.casefold() == place.name.casefold() else fact
    yield words.kind_name(place.kind)
    yield words.kind_of(place)
    yield f"{words.kind_of(place)}, {place.lat:.2f}, {place.lon:.2f}"
