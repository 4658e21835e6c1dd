"""What all exports of a corpus are made of: places, their passages page by page, and the claims, under one filter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count, groupby

from geonews.claims import Claim, group, listing
from geonews.export.about import About
from geonews.store import Filter, MovementRow, PassageFigure, PassageRow, PlaceRow, Store

_AT_ONCE = 1000
"""Passages that are asked for at once."""
_MOST_MOVEMENTS = 10_000
Progress = Callable[[int, int], None]
"""Is told after each place how many of how many are written."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A store under a filter."""

    store: Store
    wanted: Filter
    about: About
    progress: Progress

    def places(
        self, most: int | None = None, each: int | None = None, *, bare: bool = True
    ) -> Iterator[tuple[PlaceRow, Iterable[PassageRow]]]:
        """Yield the places, most mentioned first, with their newest passages, ``each`` at most.

        If ``bare``, only the place itself is marked in them, and the sentences beside are left out. A place counts as
        written when the next one is asked for.
        """
        rows = self.place_rows[:most]
        written = count(1)
        for block in _blocks(rows, each):
            for row, found in zip(block, self._passages(block, each, bare=bare), strict=True):
                yield row, found
                self.progress(next(written), len(rows))

    @property
    def place_rows(self) -> list[PlaceRow]:
        """The places, most mentioned first."""
        return self.store.places(self.wanted)

    def movements(self) -> list[MovementRow]:
        """Return the newest figures that go from one place to another, as many as can be held at once."""
        return self.store.movements(self.wanted, _MOST_MOVEMENTS)

    def figures(self, passage: PassageRow) -> list[PassageFigure]:
        """Return the figures of a passage that pass the filter and are tied to the passage's place."""
        return [each for each in passage.figures if each.role is not None and self._counts(each)]

    def claims(self, most: int) -> tuple[Claim, ...]:
        """Return the claims of most sources."""
        keys = self.store.statement_keys(self.wanted)
        return group(self.store.statements(listing(keys).page(most)))

    def all_claims(self) -> Iterator[Claim]:
        """Yield all claims, those of most articles first, however many there are."""
        keys = self.store.statement_keys(self.wanted)
        for handles in listing(keys).pages(_AT_ONCE):
            yield from group(self.store.statements(handles))

    def _passages(self, block: Sequence[PlaceRow], each: int | None, *, bare: bool) -> Sequence[Iterable[PassageRow]]:
        limit = max(row.mentions for row in block) if each is None else each
        if limit > _AT_ONCE:
            return [self._pages(row.place.id, limit, bare=bare) for row in block]
        return self.store.passages_of([row.place.id for row in block], self.wanted, limit, bare=bare)

    def _pages(self, place_id: str, limit: int, *, bare: bool) -> Iterator[PassageRow]:
        for offset in range(0, limit, _AT_ONCE):
            size = min(_AT_ONCE, limit - offset)
            yield from self.store.passages_of([place_id], self.wanted, size, offset=offset, bare=bare)[0]

    def _counts(self, figure: PassageFigure) -> bool:
        wanted = self.wanted
        return (
            (not wanted.figure_kinds or figure.kind in wanted.figure_kinds)
            and (not wanted.owners or figure.owner in wanted.owners)
            and (not wanted.statuses or figure.status in wanted.statuses)
        )


def _blocks(rows: Sequence[PlaceRow], each: int | None) -> Iterator[Sequence[PlaceRow]]:
    """Part the places so that all passages of a part can be asked for at once; no question waits for a single one."""
    sizes = accumulate(row.mentions if each is None else min(row.mentions, each) for row in rows)
    for _, block in groupby(zip(rows, sizes, strict=True), key=lambda pair: pair[1] // _AT_ONCE):
        yield [row for row, _ in block]
