"""The errors that cost most, gathered by what is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geonews.evaluation.counts import Span
from geonews.evaluation.placement import Answer
from geonews.models import Place


@dataclass(frozen=True, slots=True)
class Misread:
    """A written name that was missed, or wrongly taken for a place name."""

    text: str
    times: int
    document: str
    """Id of the first document."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A written name of one document that was given the wrong place, its span being right."""

    text: str
    times: int
    document: str
    km: float
    wanted: tuple[float, float]
    """Annotated latitude and longitude in degrees."""
    chosen: str | None
    """Id, name and country; ``None`` where no place was given."""
    score: float


@dataclass(frozen=True, slots=True)
class Errors:
    """Most frequent first; places by times and distance."""

    missed: tuple[Misread, ...]
    false: tuple[Misread, ...]
    misplaced: tuple[Misplaced, ...]


Marked = tuple[str, str, frozenset[Span]]
"""A document's id and text, with the spans that went wrong in it."""


def misread(documents: Iterable[Marked], limit: int) -> tuple[Misread, ...]:
    """Return the written names that went wrong most often."""
    times: Counter[str] = Counter()
    first: dict[str, str] = {}
    for identifier, text, spans in documents:
        for start, end in sorted(spans):
            times[text[start:end]] += 1
            first.setdefault(text[start:end], identifier)
    return tuple(Misread(name, count, first[name]) for name, count in times.most_common(limit))


def misplaced(documents: Iterable[tuple[str, str, Sequence[Answer]]], limit: int) -> tuple[Misplaced, ...]:
    """Return the names of a document whose place is wrong, those that cost most mentions first."""
    found: dict[tuple[str, str, str | None], Misplaced] = {}
    for identifier, text, given in documents:
        for one in given:
            if one.right or one.resolution is None or one.gold.lat is None or one.gold.lon is None:
                continue
            name, chosen = text[one.gold.start : one.gold.end], _named(one.place)
            key = (identifier, name, chosen)
            times = found[key].times + 1 if key in found else 1
            wanted = (one.gold.lat, one.gold.lon)
            found[key] = Misplaced(name, times, identifier, one.km, wanted, chosen, one.resolution.score)
    return tuple(sorted(found.values(), key=lambda one: (-one.times, -one.km))[:limit])


def _named(place: Place | None) -> str | None:
    return f"{place.id} {place.name} ({place.kind}, {place.country or '-'})" if place else None
