"""The whole store as columns of numbers, as of one revision: what counting needs, and no text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa

from geonews.corrections import REJECTED
from geonews.models import Place
from geonews.store import digests, reading
from geonews.store.labels import among, known_numbers
from geonews.store.schema import digests as table
from geonews.store.schema import places

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
    def place_index(self) -> dict[str, int]:
        """Index of each place by its id."""
        return {place.id: at for at, place in enumerate(self.places)}

    @cached_property
    def place_kinds(self) -> tuple[str, ...]:
        """The kind of each place."""
        return tuple(place.kind for place in self.places)

    @cached_property
    def place_countries(self) -> tuple[str | None, ...]:
        """The country of each place."""
        return tuple(place.country for place in self.places)

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


def load(connection: sa.Connection) -> Snapshot:
    """Read all columns."""
    rows = connection.execute(sa.select(table).order_by(table.c.article)).all()
    columns = list(zip(*rows, strict=True)) or [()] * len(table.c)
    ids, days, instants, sources, families, passages, *packed = columns
    bases = np.concatenate(([0], np.cumsum(_ints(passages) + 1)))
    mentions, figures = (digests.unpacked(kind, part) for kind, part in zip(_KINDS[:2], packed[:2], strict=True))
    at_mention, at_figure = (_owners(kind, part) for kind, part in zip(_KINDS[:2], packed[:2], strict=True))
    place_rows = np.unique(mentions["place"])
    known = _places(connection, place_rows[place_rows >= 0])
    lookup = np.sort(np.fromiter(known, dtype=np.int64, count=len(known)))
    sizes = digests.counts(digests.FIGURE, packed[1])
    firsts = np.cumsum(sizes) - sizes
    return Snapshot(
        revision=digests.current_revision(connection),
        articles=Articles(_ints(ids), _ints(days), _ints(sources), _ints(families), _rank(instants)),
        bases=bases,
        mentions=Mentions(
            article=at_mention,
            slot=_slots(bases, at_mention, mentions["passage"]),
            place=_index(lookup, mentions["place"]),
            **{name: mentions[name].astype(np.int64) for name in ("text", "use", "reason")},
            confidence=mentions["confidence"],
        ),
        figures=Figures(
            article=at_figure,
            slot=_slots(bases, at_figure, figures["passage"]),
            position=np.arange(len(figures)) - firsts[at_figure],
            **{name: figures[name].astype(np.int64) for name in ("kind", "status", "owner", "claim", "subject")},
        ),
        links=_links(packed[2], firsts, sizes, lookup),
        movements=_movements(packed[3], firsts, sizes, lookup),
        places=tuple(known[row] for row in lookup.tolist()),
        labels=known_numbers(connection, ["literal", REJECTED]),
    )


_KINDS = (digests.MENTION, digests.FIGURE, digests.LINK, digests.MOVEMENT)


_WIDTH = 1 << 31
"""More than there are places: two indexes make one number."""


def _ints(values: tuple[int | None, ...]) -> Ints:
    return np.fromiter((value or 0 for value in values), dtype=np.int64, count=len(values))


def _owners(kind: np.dtype[np.void], packed: tuple[bytes, ...]) -> Ints:
    """Return for each record the index of its article."""
    return np.repeat(np.arange(len(packed)), digests.counts(kind, packed))


def _slots(bases: Ints, owners: Ints, passage: Ints) -> Ints:
    """Return the passages' numbers in the whole store; what is in none gets its article's last slot."""
    return np.where(passage >= 0, bases[owners] + passage, bases[owners + 1] - 1)


def _index(lookup: Ints, rows: Ints) -> Ints:
    """Turn rows of places into indexes; -1 stays."""
    return np.where(rows >= 0, np.searchsorted(lookup, rows), -1)


def _links(packed: tuple[bytes, ...], firsts: Ints, sizes: Ints, lookup: Ints) -> Links:
    figure, links = _of_figures(digests.LINK, packed, firsts, sizes)
    pinned = links["place"] >= 0
    pairs = np.unique(figure[pinned] * _WIDTH + _index(lookup, links["place"][pinned]))
    return Links(pairs // _WIDTH, pairs % _WIDTH, stated=int(digests.counts(digests.LINK, packed).sum()))


def _movements(packed: tuple[bytes, ...], firsts: Ints, sizes: Ints, lookup: Ints) -> Movements:
    figure, found = _of_figures(digests.MOVEMENT, packed, firsts, sizes)
    return Movements(figure, _index(lookup, found["origin"]), _index(lookup, found["destination"]))


def _of_figures(
    kind: np.dtype[np.void], packed: tuple[bytes, ...], firsts: Ints, sizes: Ints
) -> tuple[Ints, digests.Packed]:
    """Return the records whose figure there is, and the figure's index."""
    records, owners = digests.unpacked(kind, packed), _owners(kind, packed)
    there = (records["figure"] >= 0) & (records["figure"] < sizes[owners])
    return (records["figure"] + firsts[owners])[there], records[there]


def _rank(instants: tuple[str | None, ...]) -> Ints:
    """Order newest first, undated last, then as added."""
    order = sorted(range(len(instants)), key=lambda at: instants[at] or "", reverse=True)
    rank = np.empty(len(instants), dtype=np.int64)
    rank[order] = np.arange(len(instants))
    return rank


def _places(connection: sa.Connection, rows: Ints) -> dict[int, Place]:
    query = sa.select(places).where(among(places.c.row, rows.tolist()))
    return {row["row"]: reading.place(row) for row in connection.execute(query).mappings()}
