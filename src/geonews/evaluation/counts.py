"""Counts of hits, and the shares that follow from them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

Span = tuple[int, int]
"""Half-open code points."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many were found, how many were wanted, and how many are both."""

    hits: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Score) -> Score:
        """Pool two counts."""
        return Score(self.hits + other.hits, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of the found that are annotated."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated that are found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hits / (self.found + self.gold) if self.found + self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """Hits divided by all; 0 where there is nothing."""
        return self.hits / self.of if self.of else 0.0


def same(gold: Collection[Span], found: Collection[Span]) -> Score:
    """Compare exact spans."""
    return Score(len(set(gold) & set(found)), len(set(found)), len(set(gold)))


def overlaps(gold: Collection[Span], found: Collection[Span]) -> dict[Span, Span]:
    """Pair each found span with one annotated span that it touches, exact ones first; each is used once."""
    pairs = {span: span for span in found if span in set(gold)}
    free = sorted(set(gold) - set(pairs))
    for span in sorted(set(found) - set(pairs)):
        touched = next((one for one in free if one[0] < span[1] and span[0] < one[1]), None)
        if touched is not None:
            pairs[span] = touched
            free.remove(touched)
    return pairs


def touching(gold: Collection[Span], found: Collection[Span]) -> Score:
    """Compare spans that overlap; an annotated span is matched once at most."""
    return Score(len(overlaps(gold, found)), len(set(found)), len(set(gold)))
