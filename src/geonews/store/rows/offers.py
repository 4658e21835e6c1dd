"""What each filter offers, and what each day holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geonews.models import PlaceKind, ToponymKind


@dataclass(frozen=True, slots=True)
class SourceCount:
    """A publisher (``None``: no publisher) and its articles."""

    source: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind of place, its distinct places and its mentions, those in copies of a sentence once."""

    kind: PlaceKind
    places: int
    mentions: int


@dataclass(frozen=True, slots=True)
class CountryCount:
    """A country (ISO 3166-1 alpha-2; ``None``: no single one), its distinct places and their mentions."""

    country: str | None
    places: int
    mentions: int


@dataclass(frozen=True, slots=True)
class UseCount:
    """A use of place names and the mentions of that use."""

    use: ToponymKind
    mentions: int


@dataclass(frozen=True, slots=True)
class FigureCount:
    """A kind, an owner (``None``: nobody is named) or a status, and its figures."""

    value: str | None
    figures: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What each filter offers; every count obeys all the other filters, but not its own."""

    sources: tuple[SourceCount, ...]
    """Most articles first."""
    kinds: tuple[KindCount, ...]
    """Most mentions first."""
    first: date | None
    """Earliest date on offer, ``None`` if all are undated."""
    last: date | None
    undated: int
    """Articles without a readable date."""
    articles: int
    """Articles that pass the whole filter."""
    countries: tuple[CountryCount, ...] = ()
    uses: tuple[UseCount, ...] = ()
    confidences: tuple[int, ...] = ()
    """Mentions with a confidence of at least 0, 0.1, ... 0.9."""
    figure_kinds: tuple[FigureCount, ...] = ()
    owners: tuple[FigureCount, ...] = ()
    statuses: tuple[FigureCount, ...] = ()
    mentions: int = 0
    """Mentions that pass the whole filter."""
    figures: int = 0
    """Figures that pass the whole filter."""


@dataclass(frozen=True, slots=True)
class DayCount:
    """A day (``None``: undated) with what its articles hold under the filter."""

    day: date | None
    articles: int
    mentions: int
    figures: int
