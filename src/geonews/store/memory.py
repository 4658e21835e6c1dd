"""What was read and selected last, kept for as long as the store does not change. Safe for several threads."""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import sqlalchemy as sa

from geonews.store import loading
from geonews.store.digests import current_revision
from geonews.store.facets import Select
from geonews.store.filters import Filter
from geonews.store.selection import Selection, select
from geonews.store.snapshot import Snapshot

_SELECTIONS = 32
"""Filters whose selections are kept; one of a million mentions takes about two megabytes."""


class Memory:
    """Keeps one snapshot and the selections of the latest filters."""

    def __init__(self) -> None:
        """Begin empty."""
        self._lock = Lock()
        self._snapshot: Snapshot | None = None
        self._selections: OrderedDict[Filter, Selection] = OrderedDict()

    def at(self, connection: sa.Connection) -> tuple[Snapshot, Select]:
        """Return the snapshot that the connection sees, and what selects from it."""
        revision = current_revision(connection)
        with self._lock:
            data = self._snapshot
            if data is None or data.revision != revision:
                with _undisturbed():
                    data = loading.load(connection)
                self._snapshot = data
                self._selections.clear()
        return data, lambda wanted: self._select(connection, data, wanted)

    def current(self, connection: sa.Connection) -> Snapshot | None:
        """Return the snapshot that the connection sees, if it has been read; reading it takes a while."""
        revision = current_revision(connection)
        with self._lock:
            data = self._snapshot
        return data if data is not None and data.revision == revision else None

    def copy(self) -> Memory:
        """Return what is kept as of now; what either reads later, the other does not know."""
        other = Memory()
        with self._lock:
            other._snapshot, other._selections = self._snapshot, self._selections.copy()
        return other

    def _select(self, connection: sa.Connection, data: Snapshot, wanted: Filter) -> Selection:
        with self._lock:
            if self._snapshot is data and wanted in self._selections:
                self._selections.move_to_end(wanted)
                return self._selections[wanted]
        chosen = select(connection, data, wanted)
        with self._lock:
            if self._snapshot is data:
                self._selections[wanted] = chosen
                while len(self._selections) > _SELECTIONS:
                    self._selections.popitem(last=False)
        return chosen


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Python from looking for garbage: of the rows that are read none is, and each look walks all that is held.

    Of a million mentions, beside a page, it would take a third of the time.
    """
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            gc.enable()
