"""Reading the digests of all articles into columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import numpy as np
import sqlalchemy as sa

from geonews.corrections import REJECTED
from geonews.models import Place
from geonews.store import digests
from geonews.store.labels import among, known_numbers
from geonews.store.schema import digests as table
from geonews.store.schema import passages, places
from geonews.store.snapshot import Articles, Figures, Ints, Links, Mentions, Movements, Snapshot


def load(connection: sa.Connection) -> Snapshot:
    """Read all columns."""
    rows = connection.execute(sa.select(table).order_by(table.c.article)).all()
    columns = list(zip(*rows, strict=True)) or [()] * len(table.c)
    ids, days, instants, sources, families, lengths, *packed = columns
    bases = np.concatenate(([0], np.cumsum(_ints(lengths) + 1)))
    mentions, figures = (digests.unpacked(kind, part) for kind, part in zip(_KINDS[:2], packed[:2], strict=True))
    at_mention, at_figure = (_owners(kind, part) for kind, part in zip(_KINDS[:2], packed[:2], strict=True))
    place_rows = _present(mentions["place"])
    known = _places(connection, place_rows)
    lookup = _lookup(place_rows)
    sizes = digests.counts(digests.FIGURE, packed[1])
    firsts = np.cumsum(sizes) - sizes
    links = _links(packed[2], firsts, sizes, lookup)
    return Snapshot(
        revision=digests.current_revision(connection),
        articles=Articles(_ints(ids), _ints(days), _ints(sources), _ints(families), *_ranks(instants)),
        bases=bases,
        sentences=_sentences(connection, bases, _ints(ids)),
        mentions=Mentions(
            article=at_mention,
            slot=_slots(bases, at_mention, mentions["passage"]),
            place=lookup[mentions["place"]],
            **{name: mentions[name].astype(np.int64) for name in ("text", "use", "reason")},
            confidence=mentions["confidence"],
        ),
        figures=Figures(
            article=at_figure,
            slot=_slots(bases, at_figure, figures["passage"]),
            position=np.arange(len(figures)) - firsts[at_figure],
            **{name: figures[name].astype(np.int64) for name in ("kind", "status", "owner")},
            **{name: _numbered(figures[name]) for name in ("claim", "subject")},
        ),
        links=links,
        movements=_movements(packed[3], firsts, sizes, lookup, links),
        places=tuple(known[row] for row in place_rows.tolist()),
        labels=known_numbers(connection, ["literal", REJECTED]),
    )


def _sentences(connection: sa.Connection, bases: Ints, ids: Ints) -> Ints:
    """Return for each slot the first of those that hold copies of its passage's sentence in other articles."""
    found = np.arange(int(bases[-1]))
    several = (
        sa.select(passages.c.copy)
        .where(passages.c.copy.is_not(None))
        .group_by(passages.c.copy)
        .having(sa.func.min(passages.c.article) < sa.func.max(passages.c.article))  # counting takes longer
    )
    query = sa.select(passages.c.copy, passages.c.article, passages.c.position).where(passages.c.copy.in_(several))
    rows = connection.execute(query.order_by(passages.c.copy)).all()
    if rows:
        copy, article, position = map(_ints, zip(*rows, strict=True))
        slots = bases[np.searchsorted(ids, article)] + position
        starts = np.flatnonzero(np.diff(copy, prepend=-1) != 0)
        firsts = np.minimum.reduceat(slots, starts)
        found[slots] = np.repeat(firsts, np.diff(starts, append=len(slots)))
    return found


_KINDS = (digests.MENTION, digests.FIGURE, digests.LINK, digests.MOVEMENT)


_LAST = "~"
"""Behind every instant."""
_WIDTH = 1 << 31
"""More than there are places: two indexes make one number."""


def _ints(values: tuple[int | None, ...]) -> Ints:
    return np.fromiter((value or 0 for value in values), dtype=np.int64, count=len(values))


def _numbered(values: Ints) -> Ints:
    """Return numbers that are equal for equal values, counted from 1; 0 stays 0."""
    numbers = np.zeros(len(values), dtype=np.int64)
    there = values != 0
    numbers[there] = np.unique(values[there], return_inverse=True)[1] + 1
    return numbers


def _owners(kind: np.dtype[np.void], packed: tuple[bytes, ...]) -> Ints:
    """Return for each record the index of its article."""
    return np.repeat(np.arange(len(packed)), digests.counts(kind, packed))


def _slots(bases: Ints, owners: Ints, passage: Ints) -> Ints:
    """Return the passages' numbers in the whole store; what is in none gets its article's last slot."""
    return np.where(passage >= 0, bases[owners] + passage, bases[owners + 1] - 1)


def _present(rows: Ints) -> Ints:
    """Return which rows there are, in order; -1 is none. They are few and small beside the mentions: no sorting."""
    flags = np.zeros(int(rows.max(initial=-1)) + 2, dtype=bool)
    flags[rows] = True
    flags[-1] = False
    return np.flatnonzero(flags)


def _lookup(rows: Ints) -> Ints:
    """Return what turns a row of a place into an index; the last entry, which -1 finds, is -1."""
    lookup = np.full(int(rows.max(initial=-1)) + 2, -1, dtype=np.int64)
    lookup[rows] = np.arange(len(rows))
    return lookup


def _links(packed: tuple[bytes, ...], firsts: Ints, sizes: Ints, lookup: Ints) -> Links:
    figure, links = _of_figures(digests.LINK, packed, firsts, sizes)
    pinned = links["place"] >= 0
    pairs = np.sort(figure[pinned] * _WIDTH + lookup[links["place"][pinned]])
    pairs = pairs[np.diff(pairs, prepend=-1) != 0]  # np.unique hashes, which takes several times as long
    return Links(pairs // _WIDTH, pairs % _WIDTH, stated=int(digests.counts(digests.LINK, packed).sum()))


def _movements(packed: tuple[bytes, ...], firsts: Ints, sizes: Ints, lookup: Ints, links: Links) -> Movements:
    """Return the movements; an end that its figure has no link to, as it is no pin on a map, is none."""
    figure, found = _of_figures(digests.MOVEMENT, packed, firsts, sizes)
    known = np.append(links.figure * _WIDTH + links.place, -1)  # in order, as ``_links`` has them
    ends = (lookup[found["origin"]], lookup[found["destination"]])
    pairs = (figure * _WIDTH + place for place in ends)
    linked = [known[np.searchsorted(known[:-1], pair)] == pair for pair in pairs]
    return Movements(figure, *(np.where(there, place, -1) for there, place in zip(linked, ends, strict=True)))


def _of_figures(
    kind: np.dtype[np.void], packed: tuple[bytes, ...], firsts: Ints, sizes: Ints
) -> tuple[Ints, digests.Packed]:
    """Return the records whose figure there is, and the figure's index."""
    records, owners = digests.unpacked(kind, packed), _owners(kind, packed)
    there = (records["figure"] >= 0) & (records["figure"] < sizes[owners])
    return (records["figure"] + firsts[owners])[there], records[there]


def _ranks(instants: Sequence[str | None]) -> tuple[Ints, Ints]:
    """Order newest first, and oldest first; undated last in both, then as added."""
    newest = [instant or "" for instant in instants]
    oldest = [instant or _LAST for instant in instants]
    orders = (
        sorted(range(len(newest)), key=newest.__getitem__, reverse=True),
        sorted(range(len(oldest)), key=oldest.__getitem__),
    )
    ranks = np.empty((2, len(newest)), dtype=np.int64)
    for rank, order in zip(ranks, orders, strict=True):
        rank[order] = np.arange(len(order))
    return ranks[0], ranks[1]


def _places(connection: sa.Connection, rows: Ints) -> dict[int, Place]:
    query = sa.select(*_PLACE).where(among(places.c.row, rows.tolist()))
    return {row: _place(facts) for row, *facts in connection.execute(query).all()}


_PLACE = [places.c[name] for name in ("row", *(each.name for each in fields(Place)))]
"""Columns in the order of the model's fields, the last of which is the extent: by name it takes longer."""


def _place(facts: list[Any]) -> Place:
    if facts[-1] is not None:
        facts[-1] = tuple(facts[-1])
    return Place(*facts)
