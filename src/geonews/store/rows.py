"""What the store answers: frozen rows, made for tables, maps and evidence panels.

All offsets are half-open code point ranges; the row says into which text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from geonews.models import FigureKind, FigureStatus, LinkRole, Place, PlaceKind

MarkKind = Literal["place", "other place", "figure"]


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
    """Pins: literal toponyms with a place (of the filter's kinds)."""
    figures: int
    """All figures of the article."""
    places: int
    """Distinct places of the pins."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place on the map with its counts under the filter."""

    place: Place
    mentions: int
    """Pins at this place."""
    articles: int
    """Articles that hold such a pin."""
    figures: int
    """Figures that are linked to such a pin."""
    newest: date | None
    """The latest date of these articles; ``None`` if all are undated."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a passage to highlight. Marks of a passage are in order and never overlap."""

    start: int
    """Relative to the passage's text."""
    end: int
    what: MarkKind
    """``place``: a pin of the selected place; ``other place``: any other toponym; ``figure``: a figure's phrase."""
    label: str
    """Place name with the kind of use in brackets unless literal, or the figure's kind; plain text, to be escaped."""


@dataclass(frozen=True, slots=True)
class PassageFigure:
    """A figure of a passage, with its role for the selected place."""

    text: str
    quote: str
    low: float | None
    high: float | None
    approximate: bool
    kind: FigureKind
    noun: str
    owner: str | None
    status: FigureStatus
    role: LinkRole | None
    """How the figure is linked to the selected place; ``None`` if it is not."""


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A sentence that names the selected place, verbatim, with where it stands."""

    key: str
    id: str | int
    title: str | None
    source: str | None
    url: str | None
    published: str | None
    day: date | None
    start: int
    """Offset of the passage in the article's text."""
    text: str
    """The sentence as it stands in the article."""
    before: str
    """The sentence before, or ``""``."""
    after: str
    """The sentence after, or ``""``."""
    marks: tuple[Mark, ...]
    figures: tuple[PassageFigure, ...]


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
    """Most mentioned first."""
    articles: tuple[ArticleRow, ...]
    """Articles without any pin, newest first."""


@dataclass(frozen=True, slots=True)
class SourceCount:
    """A publisher (``None``: no publisher) and its articles."""

    source: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind of place, its distinct places and its pins."""

    kind: PlaceKind
    places: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What each filter offers; every count obeys all the other filters, but not its own."""

    sources: tuple[SourceCount, ...]
    """Most articles first."""
    kinds: tuple[KindCount, ...]
    """Most pins first."""
    first: date | None
    """Earliest date on offer, ``None`` if all are undated."""
    last: date | None
    undated: int
    """Articles without a readable date."""
    articles: int
    """Articles that pass the whole filter."""


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
