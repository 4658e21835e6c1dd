"""The whole store as columns of numbers, as of one revision: what counting needs, and no text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from geonews.corrections import REJECTED
from geonews.models import Place

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Articles:
    """A column entry an article, in the order they were added."""

    rows: Ints
    days: Ints
    """Proleptic Gregorian ordinals; 0 is undated."""
    sources: Ints
    """Labels; 0 is "no publisher"."""
    families: Ints
    """Articles that mostly copy each other share it; 0: nobody has looked."""
    rank: Ints
    """Place in the order newest first, undated last."""


@dataclass(frozen=True)
class Mentions:
    """A column entry a toponym, in the order of articles and text. Labels are numbers of ``labels``."""

    article: Ints
    """Index into ``Articles``."""
    slot: Ints
    """Number of the passage in the whole store; each article has one more slot, for what is in no passage."""
    place: Ints
    """Index into ``Snapshot.places``; -1: none."""
    text: Ints
    use: Ints
    reason: Ints
    confidence: npt.NDArray[np.float32]


@dataclass(frozen=True)
class Figures:
    """A column entry a figure, in the order of articles and text."""

    article: Ints
    slot: Ints
    position: Ints
    """Index in the article's figures."""
    kind: Ints
    """0: a figure that people called wrong; it counts nowhere."""
    status: Ints
    owner: Ints
    claim: Ints
    subject: Ints


@dataclass(frozen=True)
class Links:
    """Figures tied to pins, each pair once."""

    figure: Ints
    """Index into ``Figures``."""
    place: Ints
    """Index into ``Snapshot.places``."""
    stated: int
    """Links of the store, those to toponyms that are no pins and several of one pair included."""


@dataclass(frozen=True)
class Movements:
    """Figures that go from one place to another; places as in ``Links``, -1 where the gazetteer has none."""

    figure: Ints
    origin: Ints
    destination: Ints


@dataclass(frozen=True)
class Values:
    """A word for each place; few differ."""

    words: tuple[str | None, ...]
    """Each once."""
    at: Ints
    """For each place the index of its word."""


@dataclass(frozen=True)
class Snapshot:
    """All columns. Arrays are never changed."""

    revision: int
    articles: Articles
    bases: Ints
    """First slot of each article, and behind the last the number of slots."""
    mentions: Mentions
    figures: Figures
    links: Links
    movements: Movements
    places: tuple[Place, ...]
    """The places that are mentioned."""
    labels: dict[str | None, int]
    """Of words with a meaning to the store: ``literal``, and the reasons of what people decided."""

    @cached_property
    def by_place(self) -> Ints:
        """Mentions that have a place, ordered by place and then by article."""
        placed = np.flatnonzero(self.mentions.place >= 0)
        return placed[np.argsort(self.mentions.place[placed], kind="stable")]

    @cached_property
    def place_bounds(self) -> Ints:
        """Where each place's mentions begin in ``by_place``, and behind the last where they end."""
        return np.searchsorted(self.mentions.place[self.by_place], np.arange(len(self.places) + 1))

    @cached_property
    def names_rank(self) -> Ints:
        """Position of each place when all are ordered by name, then by id."""
        ordered = sorted(range(len(self.places)), key=lambda at: (self.places[at].name, self.places[at].id))
        rank = np.empty(len(ordered), dtype=np.int64)
        rank[ordered] = np.arange(len(ordered))
        return rank

    @cached_property
    def place_index(self) -> dict[str, int]:
        """Index of each place by its id."""
        return {place.id: at for at, place in enumerate(self.places)}

    @cached_property
    def place_kinds(self) -> Values:
        """The kind of each place."""
        return _values([place.kind for place in self.places])

    @cached_property
    def place_countries(self) -> Values:
        """The country of each place."""
        return _values([place.country for place in self.places])

    @cached_property
    def literal(self) -> Flags:
        """Mentions that mean the place itself."""
        flags: Flags = self.mentions.use == self.labels.get("literal", -1)
        return flags

    @cached_property
    def corrected(self) -> Flags:
        """Mentions whose place a person chose or accepted: the reason of a place is told of no others."""
        flags: Flags = (self.mentions.place >= 0) & (self.mentions.reason > 0)
        return flags

    @cached_property
    def unplaced(self) -> Flags:
        """Literal mentions without a place, and all that people said to name none."""
        rejected = self.mentions.reason == self.labels.get(REJECTED, -1)
        flags: Flags = (self.literal | rejected) & (self.mentions.place < 0)
        return flags


def _values(words: Sequence[str | None]) -> Values:
    number = {word: at for at, word in enumerate(dict.fromkeys(words))}
    return Values(tuple(number), np.array([number[word] for word in words], dtype=np.int64))
