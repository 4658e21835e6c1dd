"""What the store answers: frozen rows, made for tables, maps and evidence panels.

All offsets are half-open code point ranges; the row says into which text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt

from geonews.models import Figure, FigureKind, FigureStatus, LinkRole, Place, PlaceKind, ToponymKind

MarkKind = Literal["place", "other place", "figure"]
Integers = npt.NDArray[np.int64]
Order = Literal["newest", "figures"]
"""Of passages: newest first, or those with most figures for the place first; undated last."""


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


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place on the map with its counts under the filter."""

    place: Place
    mentions: int
    """Pins at this place."""
    articles: int
    """Articles that hold such a pin."""
    figures: int
    """Figures that are linked to the place."""
    newest: date | None
    """The latest date of these articles; ``None`` if all are undated."""
    confidence: float = 1.0
    """That of the surest of these mentions: probability that it names a place, and this one."""
    literal: int | None = None
    """How many of the mentions mean the place itself; ``None``: all."""


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
    place: str | None = None
    """Id of the place that a literal toponym was resolved to; ``None`` for all else."""


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
    currency: str | None = None
    attribution: str | None = None
    """Who says so, verbatim."""
    date: str | None = None
    """ISO 8601 date that the sentence gives, or the article's."""


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
    copies: int = 0
    """Other articles that hold a copy of the sentence; see ``Store.copies``."""


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy of a passage in another article."""

    key: str
    title: str | None
    source: str | None
    url: str | None
    day: date | None
    start: int
    """Offset of the passage in the article's text."""
    text: str


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
    figures: int = 0
    """Figures that are linked to no place: claims without a pin."""


@dataclass(frozen=True, slots=True)
class SourceCount:
    """A publisher (``None``: no publisher) and its articles."""

    source: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind of place, its distinct places and its mentions."""

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


@dataclass(frozen=True, slots=True)
class StatedPlace:
    """A place that a figure is linked to."""

    place: Place
    role: LinkRole
    score: float
    """Probability that the place belongs to the figure in this role."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure as one article states it; ``geonews.claims`` makes claims of statements."""

    key: str
    title: str | None
    source: str | None
    url: str | None
    day: date | None
    family: int | None
    """Articles that mostly copy each other share it."""
    figure: Figure
    start: int
    """Offset of the passage in the article's text."""
    text: str
    """The sentence, verbatim; ``""`` if the figure is in none."""
    copy: int | None
    """Passages that are copies of each other share it."""
    claim: int | None
    """Copies of a sentence that state the same value share it."""
    subject: int | None
    """Independent sentences that would say the same share it."""
    places: tuple[StatedPlace, ...]


@dataclass(frozen=True, slots=True, eq=False)
class StatementKeys:
    """What tells which statements make one claim: an array each, an entry a figure under the filter."""

    handles: Integers
    """What ``Store.statements`` takes; a statement keeps its handle while its article is stored."""
    claims: Integers
    """0: none."""
    subjects: Integers
    """0: none."""
    days: Integers
    """Proleptic Gregorian ordinals of the articles; 0 is undated."""
    articles: Integers
    """A number that statements of one article share."""


@dataclass(frozen=True, slots=True)
class MovementRow:
    """A figure that goes from one place to another."""

    origin: Place
    destination: Place
    statement: Statement


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
