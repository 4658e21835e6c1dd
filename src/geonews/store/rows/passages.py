"""The sentences behind a point of the map.

All offsets are half-open code point ranges; the row says into which text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from geonews.models import FigureKind, FigureStatus, LinkRole, Place
from geonews.store.rows.byhand import ByHand

MarkKind = Literal["place", "other place", "figure"]
Order = Literal["newest", "figures"]
"""Of passages: newest first, or those with most figures for the place first; undated last."""


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
    by_hand: bool = False
    """Whether a person put it right."""
    confidence: float = 1.0
    """Of a toponym: probability that it names a place, and this one."""


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
    denier: str | None = None
    """Who denies it."""
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
    by_hand: tuple[ByHand, ...] = ()
    """What corrections have changed in it; the figures that they call wrong are nowhere else."""


@dataclass(frozen=True, slots=True)
class BesideRow:
    """A place that passages of another name beside it."""

    place: Place
    passages: int
    """How many of them do."""


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
