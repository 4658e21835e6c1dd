"""The whole store as columns of numbers, as of one revision: what counting needs, and no text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from geonews.corrections import REJECTED
from geonews.models import Place
from geonews.store.retold import Retold, changes, retold

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Narrow = npt.NDArray[np.int32]
NEVER = date.max.toordinal() + 1
"""The day after the last one."""


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
    age: Ints
    """Place in the order oldest first, undated last."""


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
class Placed:
    """Mentions that have a place, ordered by place and then by article; as narrow as they can be, for speed."""

    starts: Ints
    """Where the mentions of each place begin."""
    articles: Narrow
    days: Narrow
    """As in ``Articles``."""
    ages: Narrow
    """Days before ``NEVER``; 0 is undated."""
    confidence: npt.NDArray[np.float32]
    literal: Flags
    corrected: Flags


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
    """Equal where copies of a sentence state the same value, counted from 1; 0: none."""
    subject: Ints
    """Equal where independent sentences would say the same, counted from 1; 0: none."""


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
    sentences: Ints
    """For each slot the first of those whose passages are copies of one sentence in several articles: else itself."""
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
    def placed(self) -> Placed:
        """The mentions of ``by_place`` in its order: gathering them anew for each filter takes far longer."""
        at = self.by_place
        articles = self.mentions.article[at]
        days = self.articles.days[articles]
        return Placed(
            self.place_bounds[:-1],
            articles.astype(np.int32),
            days.astype(np.int32),
            np.where(days > 0, NEVER - days, 0).astype(np.int32),
            self.mentions.confidence[at],
            self.literal[at],
            self.corrected[at],
        )

    @cached_property
    def copied(self) -> Retold:
        """Mentions in sentences that several articles copy, each telling a passage."""
        slots = self.mentions.slot[self.by_place]
        shared = np.bincount(self.sentences, minlength=len(self.sentences)) > 1
        at = np.flatnonzero(shared[self.sentences[slots]])
        return retold(at, self.mentions.place[self.by_place[at]], self.sentences[slots[at]], slots[at])

    @cached_property
    def retold(self) -> Retold:
        """Mentions in articles that mostly copy each other, each telling an article."""
        families, articles = self.articles.families, self.placed.articles
        at = np.flatnonzero(((families > 0) & (np.bincount(families)[families] > 1))[articles])
        return retold(at, self.mentions.place[self.by_place[at]], families[articles[at]], articles[at])

    @cached_property
    def linked_once(self) -> tuple[Ints, Ints]:
        """Links ordered by place and then by what copies of a sentence state, and where each such statement begins."""
        claims = self.figures.claim[self.links.figure]
        own = np.where(claims > 0, claims, -1 - np.arange(len(claims)))
        order = np.lexsort((own, self.links.place))
        return order, changes(self.links.place[order], own[order])

    @cached_property
    def ways(self) -> Ints:
        """Movements from one known place to another, ordered by these two places, then the newest first."""
        moved = self.movements
        known = np.flatnonzero((moved.origin >= 0) & (moved.destination >= 0) & (moved.origin != moved.destination))
        rank = self.articles.rank[self.figures.article[moved.figure[known]]]
        return known[np.lexsort((rank, moved.destination[known], moved.origin[known]))]

    @cached_property
    def by_day(self) -> tuple[Ints, Ints]:
        """Each day once, in order, and for each article the index of its day."""
        return np.unique(self.articles.days, return_inverse=True)

    @cached_property
    def pinned(self) -> Flags:
        """Articles with a pin."""
        return flagged(self.mentions.article[self.literal & (self.mentions.place >= 0)], len(self.articles.rows))

    @cached_property
    def linked(self) -> Flags:
        """Figures tied to a pin."""
        return flagged(self.links.figure, len(self.figures.article))

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


def flagged(indexes: Ints, size: int) -> Flags:
    """Return so many flags, of which those at the indexes are set."""
    flags = np.zeros(size, dtype=bool)
    flags[indexes] = True
    return flags


def _values(words: Sequence[str | None]) -> Values:
    number = {word: at for at, word in enumerate(dict.fromkeys(words))}
    return Values(tuple(number), np.array([number[word] for word in words], dtype=np.int64))
