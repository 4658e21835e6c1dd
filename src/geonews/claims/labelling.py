"""Which statements make one claim: pure functions over arrays of numbers, an entry a statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]

_APART = 3
"""Days between two reports of the same from which on they are two claims."""
_DAYS = 1 << 22
"""More than there are: a subject and a day make one number."""


class Keys(Protocol):
    """What tells which statements make one claim; ``Store.statement_keys`` gives it."""

    @property
    def handles(self) -> Integers:
        """What names each statement."""

    @property
    def claims(self) -> Integers:
        """Equal where copies of a sentence state the same value; 0: none. No larger than they need to be."""

    @property
    def subjects(self) -> Integers:
        """Equal where independent sentences would say the same of the same; 0: none. As ``claims``."""

    @property
    def days(self) -> Integers:
        """Proleptic Gregorian ordinals; 0 is undated."""

    @property
    def articles(self) -> Integers:
        """Equal for statements of one article."""


def labels(claims: Integers, subjects: Integers, days: Integers) -> Integers:
    """Return a number for each statement, equal for those that make one claim.

    Copies of one sentence do, and statements of the same subject within a chain of days no more than three apart. The
    undated are only ever joined as copies.
    """
    size = len(claims)
    copied, repeated = _shared(claims), _shared(np.where(days > 0, subjects, 0))
    joined = ((copied, claims[copied]), (repeated, _in_time(subjects[repeated], days[repeated])))
    found = np.arange(size)
    while True:
        least = found.copy()
        for members, groups in joined:
            lowest = np.full(int(groups.max(initial=0)) + 1, size)
            np.minimum.at(lowest, groups, least[members])
            least[members] = lowest[groups]
        if np.array_equal(least, found):
            return found
        found = least


@dataclass(frozen=True, slots=True)
class Listing:
    """The claims that statements make: those of most articles first, then the newest."""

    handles: Integers
    """What names each statement."""
    at: Integers
    """The number of each statement's claim."""
    order: Integers
    """These numbers in the order of the claims."""

    def __len__(self) -> int:
        """Return how many claims there are."""
        return len(self.order)

    def page(self, limit: int, offset: int = 0) -> list[int]:
        """Return the handles of all statements of one page of claims."""
        handles: list[int] = self.handles[np.isin(self.at, self.order[offset : offset + limit])].tolist()
        return handles

    def pages(self, size: int) -> Iterator[list[int]]:
        """Yield what ``page`` has on each of its pages of this size, for the price of one."""
        of_page = np.empty(len(self.order), dtype=np.int64)
        of_page[self.order] = np.arange(len(self.order)) // size
        by_page = np.argsort(of_page[self.at], kind="stable")
        ends = np.cumsum(np.bincount(of_page[self.at], minlength=-(-len(self.order) // size)))
        for part in np.split(self.handles[by_page], ends[:-1]):
            yield part.tolist()


def listing(keys: Keys) -> Listing:
    """Return the claims that the statements make."""
    found = labels(keys.claims, keys.subjects, keys.days)
    lowest = found == np.arange(len(found))  # each claim is numbered after its first statement
    at = (np.cumsum(lowest) - 1)[found] if len(found) else found
    counts = np.bincount(at)
    several = counts[at] > 1  # few; of the others each is of one article
    width = int(keys.articles.max(initial=0)) + 1
    pairs = np.sort(at[several] * width + keys.articles[several])
    pairs = pairs[np.diff(pairs, prepend=-1) != 0]  # np.unique hashes, which takes several times as long
    stated = np.maximum(np.bincount(pairs // width, minlength=len(counts)), 1)
    newest = np.zeros(len(counts), dtype=np.int64)
    np.maximum.at(newest, at, keys.days)
    return Listing(keys.handles, at, np.argsort(-(stated * _DAYS + newest), kind="stable"))


def beside(keys: Keys, handles: Integers) -> list[int]:
    """Return the handles of all statements of the claims that these statements make."""
    found = labels(keys.claims, keys.subjects, keys.days)
    chosen: list[int] = keys.handles[np.isin(found, found[np.isin(keys.handles, handles)])].tolist()
    return chosen


def _shared(values: Integers) -> Integers:
    """Return the indexes of those that another has as well, 0 left out: most statements stand alone."""
    return np.flatnonzero((values > 0) & (np.bincount(values)[values] > 1))


def _in_time(subjects: Integers, days: Integers) -> Integers:
    """Split each subject wherever nobody states it for more than three days."""
    order = np.argsort(subjects * _DAYS + days)
    new = (np.diff(subjects[order], prepend=0) != 0) | (np.diff(days[order], prepend=0) > _APART)
    groups = np.empty(len(subjects), dtype=np.int64)
    groups[order] = np.cumsum(new)
    return groups
