"""From a ``Filter`` to what passes it: a flag for each article, mention and figure of a snapshot."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import sqlalchemy as sa

from geonews.store import labels
from geonews.store.filters import EVERYTHING, Filter
from geonews.store.fulltext import match_query
from geonews.store.schema import articles
from geonews.store.snapshot import Flags, Ints, Snapshot, flagged


@dataclass(frozen=True)
class Selection:
    """What counts under a filter. Arrays are never changed."""

    articles: Flags
    """Articles that pass the whole filter."""
    mentions: Flags
    """Mentions with a place that count, in such articles."""
    figures: Flags
    """Figures that count, in such articles."""
    slots: Flags | None
    """Passages that hold a figure that counts, where the filter has conditions on figures; else ``None``."""


def select(connection: sa.Connection, data: Snapshot, wanted: Filter) -> Selection:
    """Apply the filter."""
    within = _articles(connection, data, wanted)
    mentions = _mentions(connection, data, wanted) & within[data.mentions.article]
    figures = _figures(connection, data, wanted) & within[data.figures.article]
    by_figures = _slots(data, data.figures.slot[figures]) if _asks_for_figures(wanted) else None
    by_places = _slots(data, data.mentions.slot[mentions]) if wanted.asks_for_places else None
    if by_figures is not None:
        mentions &= by_figures[data.mentions.slot]
    if by_places is not None:
        figures &= by_places[data.figures.slot]
    if by_places is not None:
        within &= flagged(data.mentions.article[mentions], len(within))
    elif by_figures is not None:
        within &= flagged(data.figures.article[figures], len(within))
    return Selection(within, mentions, figures, by_figures)


def _slots(data: Snapshot, found: Ints) -> Flags:
    return flagged(found, int(data.bases[-1]))


def _asks_for_figures(wanted: Filter) -> bool:
    return bool(wanted.figure_kinds or wanted.owners or wanted.statuses)


def _articles(connection: sa.Connection, data: Snapshot, wanted: Filter) -> Flags:
    flags = np.ones(len(data.articles.rows), dtype=bool)
    if wanted.articles:
        query = sa.select(articles.c.row).where(labels.among(articles.c.key, wanted.articles))
        flags &= _of_rows(data, connection.execute(query).scalars().all())
    if wanted.sources:
        flags &= np.isin(data.articles.sources, _numbers(connection, wanted.sources))
    query_text = match_query(wanted.text)
    if query_text is not None:
        found = sa.text("SELECT rowid FROM search WHERE search MATCH :query").bindparams(query=query_text)
        flags &= _of_rows(data, connection.execute(found).scalars().all())
    return flags & _of_days(data.articles.days, wanted)


def _of_days(days: Ints, wanted: Filter) -> Flags:
    dated = days > 0
    flags = dated.copy()
    if wanted.since is not None:
        flags &= days >= wanted.since.toordinal()
    if wanted.until is not None:
        flags &= days <= wanted.until.toordinal()
    return flags | ~dated if wanted.undated else flags


def _of_rows(data: Snapshot, rows: object) -> Flags:
    return np.isin(data.articles.rows, np.asarray(rows, dtype=np.int64))


def _mentions(connection: sa.Connection, data: Snapshot, wanted: Filter) -> Flags:
    mentions = data.mentions
    flags: Flags = mentions.place >= 0
    if wanted.uses == EVERYTHING.uses:
        flags &= data.literal
    elif wanted.uses:
        flags &= np.any([mentions.use == each for each in _numbers(connection, wanted.uses)], axis=0)
    if wanted.confidence > 0:
        flags &= mentions.confidence >= np.float32(wanted.confidence)
    if wanted.places:
        indexes = [data.place_index[each] for each in wanted.places if each in data.place_index]
        flags &= np.isin(mentions.place, indexes)
    for chosen, known in ((wanted.place_kinds, data.place_kinds), (wanted.countries, data.place_countries)):
        if chosen:
            allowed = np.array([word in chosen for word in known.words], dtype=bool)[known.at]
            flags &= np.append(allowed, False)[mentions.place]  # -1, no place, finds the last entry
    return flags


def _figures(connection: sa.Connection, data: Snapshot, wanted: Filter) -> Flags:
    figures = data.figures
    flags: Flags = figures.kind > 0
    for chosen, column in (
        (wanted.figure_kinds, figures.kind),
        (wanted.owners, figures.owner),
        (wanted.statuses, figures.status),
    ):
        if chosen:
            flags &= np.isin(column, _numbers(connection, chosen))
    return flags


def _numbers(connection: sa.Connection, words: tuple[str | None, ...]) -> list[int]:
    """Return the labels of the words that the store knows; 0 stands for ``None``."""
    found = labels.known_numbers(connection, [word for word in words if word is not None])
    return [*found.values(), *([0] if None in words else [])]
