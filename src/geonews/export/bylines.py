"""Who published a claim, and when, for the very line that states it: a number without its day misleads.

Plain text, to be escaped where it is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from geonews.claims import Source
from geonews.export import words

MOST_NAMED = 2
"""Bylines of one claim that are given."""


class Byline(NamedTuple):
    """A publisher and a day, in words: "Wire" and "7 Feb 2022", "no publisher" and "undated"."""

    publisher: str
    day: str

    @property
    def text(self) -> str:
        """Both, as where the direction of writing is no matter."""
        return f"{self.publisher}, {self.day}"


def byline(publisher: str | None, day: date | None) -> Byline:
    """Return an article's byline."""
    return Byline(words.publisher(publisher), words.day(day))


def bylines(sources: Sequence[Source]) -> tuple[list[Byline], int]:
    """Return the first bylines of a claim's independent sources, and of how many more sources none is given."""
    found = Counter(byline(each.publisher, each.day) for each in sources if not each.is_copy)
    named = list(found)[:MOST_NAMED]
    return named, found.total() - sum(found[each] for each in named)
