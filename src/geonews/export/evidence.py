"""What all exports of a corpus are made of: places, their passages page by page, and the claims, under one filter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geonews.claims import Claim, at_odds, denying, group, listing
from geonews.export.about import About
from geonews.export.denials import denials
from geonews.export.passages import Told, told
from geonews.export.spool import Spool
from geonews.export.words import counted
from geonews.store import Filter, MovementRow, PassageFigure, PassageRow, PlaceRow, Store

_AT_ONCE = 1000
"""Passages that are asked for at once."""
_MOST_MOVEMENTS = 10_000
_COMPARED = 2_000
"""Claims of most articles that are compared with each other."""
Progress = Callable[[int, int], None]
"""Is told now and then how many of how many passages are read."""
Write = Callable[[PlaceRow, PassageRow], str]
"""Writes a passage of a place."""


@dataclass(frozen=True, slots=True)
class Leading:
    """The claims that a reader is shown first."""

    claims: Sequence[Claim]
    of: int
    """Claims that there are under the filter."""
    disputed: Mapping[Claim, Sequence[Claim]]
    """What contradicts each."""

    @property
    def said(self) -> str:
        """What is held, in words."""
        if not self.claims:
            return "No figure is stated."
        shown = f"{len(self.claims):,} of " if len(self.claims) < self.of else ""
        held = f"{shown}{counted(self.of, 'claim')}"
        return f"{held}, those of most independent sources first, then the newest; nothing is added up."


@dataclass(frozen=True, slots=True)
class Evidence:
    """A store under a filter."""

    store: Store
    wanted: Filter
    about: About
    progress: Progress
    page: str = ""
    """Address, without its last slash, of the dashboard that this is taken from; "" from a command line."""

    def written(self, write: Write, each: int | None = None) -> Iterator[tuple[PlaceRow, Iterator[str]]]:
        """Yield the places, most mentioned first, with their newest passages as written, ``each`` at most.

        Only the place itself is marked in them, and the sentences beside are left out. Made for all of a large corpus:
        its articles are gone through in the order in which they are stored, each once, and what is written of them
        waits on disk until its place is asked for.
        """
        rows = self.place_rows
        sizes, passages = self.store.walk([row.place.id for row in rows], self.wanted, each)
        of = int(sizes.sum())
        with Spool(of) as spool:
            for done, (number, at, passage) in enumerate(passages, 1):
                spool.put(number, write(rows[at], passage))
                if done % _AT_ONCE == 0 or done == of:
                    self.progress(done, of)
            for row, first, size in zip(rows, (sizes.cumsum() - sizes).tolist(), sizes.tolist(), strict=True):
                yield row, spool.pieces(first, first + size)

    def places(self, most: int, each: int) -> Iterator[tuple[PlaceRow, Sequence[Told]]]:
        """Yield the most mentioned places with their newest passages, ``each`` at most, copies of one counted once."""
        return told(self.store, self.wanted, self.place_rows[:most], each)

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

    def leading(self, most: int) -> Leading:
        """Return the claims of most independent sources, then the newest, with what contradicts them."""
        found = listing(self.store.statement_keys(self.wanted))
        claims = group(self.store.statements(found.page(_COMPARED)))
        shown = claims[:most]
        return Leading(shown, len(found), at_odds(claims, self.denials(shown)))

    def denials(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """Return all that the articles of these claims deny, be it outside the filter."""
        return denials(self.store, claims)

    def all_claims(self) -> Iterator[tuple[Claim, list[Claim]]]:
        """Yield all claims, those of most articles first, however many there are, each with its articles' denials."""
        keys = self.store.statement_keys(self.wanted)
        for handles in listing(keys).pages(_AT_ONCE):
            claims = group(self.store.statements(handles))
            denied_by = denying(self.denials(claims))
            yield from ((claim, denied_by(claim)) for claim in claims)

    def _counts(self, figure: PassageFigure) -> bool:
        wanted = self.wanted
        return (
            (not wanted.figure_kinds or figure.kind in wanted.figure_kinds)
            and (not wanted.owners or figure.owner in wanted.owners)
            and (not wanted.statuses or figure.status in wanted.statuses)
        )
