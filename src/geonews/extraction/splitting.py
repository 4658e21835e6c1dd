"""Splits a paragraph into words and sentences by rules, remembering how each run of characters was split.

A tokeniser looks at one run between white space at a time, and most runs come back in article after article.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from geonews.extraction.drafts import Word

_RUN = re.compile(r"\S+|(?<=\S)(?! )\s+|(?<=\S )\s+|^\s+")
"""Characters without white space, or white space beyond the one space that parts two words."""
_KEPT = 1 << 16
"""Runs that are remembered at most: some 15 MB."""


class Piece(NamedTuple):
    """A word inside a run."""

    text: str
    blank: bool
    """White space alone."""
    stop: bool
    """Ends a sentence."""
    mark: bool
    """Punctuation, which begins no sentence."""


Tokenise = Callable[[str], tuple[Piece, ...]]
"""A run of characters -> its words, without a gap between them."""


class Splitter:
    """Words of a paragraph with the sentences' beginnings."""

    def __init__(self, tokenise: Tokenise) -> None:
        """Take what splits a run that is not known yet."""
        self._tokenise = tokenise
        self._known: dict[str, tuple[Piece, ...]] = {}

    def __call__(self, text: str) -> list[Word]:
        """Return the words; a sentence begins with the first that is no punctuation behind a stop."""
        known, words = self._known, list[Word]()
        stopped = False
        for match in _RUN.finditer(text):
            run, start = match.group(), match.start()
            for said, blank, stop, mark in known.get(run) or self._learn(run):
                end = start + len(said)
                begins = not words or (stopped and not mark)
                words.append(Word._make((start, end, said, blank, begins)))
                stopped = stop or (stopped and not begins)
                start = end
        return words

    def _learn(self, run: str) -> tuple[Piece, ...]:
        if len(self._known) >= _KEPT:
            self._known.clear()
        return self._known.setdefault(run, self._tokenise(run))
