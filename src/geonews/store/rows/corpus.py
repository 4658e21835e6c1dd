"""Articles and places with their counts, and what the map cannot show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geonews.models import Place


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article with its counts under the filter."""

    key: str
    """The store's key: stable, short, made from the article's id and text."""
    id: str | int
    title: str | None
    source: str | None
    url: str | None
    published: str | None
    """As given."""
    day: date | None
    """The date in ``published``, in the publisher's own time zone; ``None`` is undated."""
    mentions: int
    """Pins that count under the filter."""
    figures: int
    """Figures that count under the filter."""
    places: int
    """Distinct places of the pins."""
    family: int | None = None
    """Shared by articles that mostly copy each other; ``None``: nobody has looked."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place on the map with its counts under the filter."""

    place: Place
    mentions: int
    """Pins at this place."""
    articles: int
    """Articles that hold such a pin."""
    figures: int
    """Figures that are linked to the place, those of copies of a sentence once."""
    newest: date | None
    """The latest date of these articles; ``None`` if all are undated."""
    confidence: float = 1.0
    """That of the surest of these mentions: probability that it names a place, and this one."""
    literal: int | None = None
    """How many of the mentions mean the place itself; ``None``: all."""
    corrected: int = 0
    """How many of the mentions were put here, or confirmed, by hand."""
    oldest: date | None = None
    """The earliest date of these articles; ``None`` if all are undated."""
    copied: int = 0
    """How many of the mentions stand in copies of a sentence of another of these articles."""
    retold: int = 0
    """How many of the articles mostly copy another of them."""

    @property
    def once(self) -> int:
        """Mentions, those of a sentence that several articles copy as often as one copy has them."""
        return self.mentions - self.copied

    @property
    def stories(self) -> int:
        """Articles, those that mostly copy each other counted as one."""
        return self.articles - self.retold


@dataclass(frozen=True, slots=True)
class UnplacedName:
    """A name that literal toponyms bear and that got no place, with the reason."""

    text: str
    reason: str
    mentions: int
    articles: int
    newest: str
    """Key of the newest article that holds it."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What the map cannot show."""

    names: tuple[UnplacedName, ...]
    """Most mentioned first; as many as were asked for."""
    articles: tuple[ArticleRow, ...]
    """Articles without any pin, newest first; as many as were asked for."""
    figures: int
    """Figures that are linked to no place: claims without a pin."""
    all_names: int
    """How many names there are."""
    all_articles: int
    """How many such articles there are."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How much the whole store holds."""

    articles: int
    passages: int
    toponyms: int
    pins: int
    places: int
    """Distinct places of the pins."""
    figures: int
    links: int
