"""Figures as articles state them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from geonews.models import Figure, LinkRole, Place

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class StatedPlace:
    """A place that a figure is linked to."""

    place: Place
    role: LinkRole
    score: float
    """Probability that the place belongs to the figure in this role."""
    corrected: bool = False
    """Whether a person chose or accepted the place."""
    confidence: float = 1.0
    """Probability that the words name a place, and this one."""


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
    instant: str | None = None
    """When the article was published, UTC, as a text that sorts by time."""
    added: int = 0
    """Smaller for an article that was added before another."""


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
class Route:
    """All figures that go from one place to another."""

    origin: Place
    destination: Place
    movements: int
    newest: tuple[Statement, ...]
    """The newest of them, a few at most."""
