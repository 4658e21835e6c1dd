"""What all exports of a corpus are made of: places, their passages page by page, and the claims, under one filter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from geonews.claims import Claim, group, page
from geonews.export.about import About
from geonews.store import Filter, PassageFigure, PassageRow, PlaceRow, Store

_PAGE = 200
"""Passages that are asked for at once."""
Progress = Callable[[int, int], None]
"""Is told after each place how many of how many are written."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A store under a filter."""

    store: Store
    wanted: Filter
    about: About
    progress: Progress

    def places(self, most: int | None = None) -> Iterator[PlaceRow]:
        """Yield the places, most mentioned first; each counts as written when the next one is asked for."""
        rows = self.store.places(self.wanted)[:most]
        for at, row in enumerate(rows, 1):
            yield row
            self.progress(at, len(rows))

    def passages(self, place_id: str, most: int | None = None) -> Iterator[PassageRow]:
        """Yield the passages that mention a place, newest first, read page by page."""
        return islice(self._pages(place_id, min(most or _PAGE, _PAGE)), most)

    def figures(self, passage: PassageRow) -> list[PassageFigure]:
        """Return the figures of a passage that pass the filter and are tied to the passage's place."""
        return [each for each in passage.figures if each.role is not None and self._counts(each)]

    def claims(self, most: int) -> tuple[Claim, ...]:
        """Return the claims of most sources."""
        keys = self.store.statement_keys(self.wanted)
        return group(self.store.statements(page(keys, most)))

    def _pages(self, place_id: str, size: int) -> Iterator[PassageRow]:
        offset = 0
        while found := self.store.passages(place_id, self.wanted, limit=size, offset=offset):
            yield from found
            offset += size

    def _counts(self, figure: PassageFigure) -> bool:
        wanted = self.wanted
        return (
            (not wanted.figure_kinds or figure.kind in wanted.figure_kinds)
            and (not wanted.owners or figure.owner in wanted.owners)
            and (not wanted.statuses or figure.status in wanted.statuses)
        )
