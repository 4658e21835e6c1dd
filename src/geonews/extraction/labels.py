"""Part of speech and lemma of parsed words, asked of spaCy's rules once a word, tag and arc, then remembered.

Nearly all of these rules look at one word with its tag and arc alone (one looks at the next word: "ai n't"). Matching
them anew costs as much as the parse itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

_Key = tuple[int, int, int]
"""Word, tag and arc, by spaCy's numbers."""
_MOST = 200_000
"""Remembered words; then all are forgotten, so that a corpus without end does not fill the memory."""


class Labels:
    """Tells lemma, part of speech, tag and arc of words; learns each combination once."""

    def __init__(self, vocab: Any, rules: Sequence[Callable[[Any], Any]], make: Callable[..., Any]) -> None:  # noqa: ANN401 - spaCy is known to one file, and this is not it
        """Take the vocabulary, the components that label parsed documents, and what makes a document of words."""
        self._vocab, self._rules, self._make = vocab, rules, make
        self._known: dict[_Key, tuple[str, str, str, str]] = {}

    def __call__(self, keys: Sequence[_Key]) -> list[tuple[str, str, str, str]]:
        """Return lemma, part of speech, tag and arc for each of ``keys``."""
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        if new:
            if len(self._known) > _MOST:
                self._known.clear()
                new = list(dict.fromkeys(keys))
            self._learn(new)
        return [self._known[key] for key in keys]

    def _learn(self, keys: Sequence[_Key]) -> None:
        strings = self._vocab.strings
        words, tags, arcs = ([strings[number] for number in column] for column in zip(*keys, strict=True))
        doc = self._make(self._vocab, words=words, tags=tags, deps=arcs, heads=list(range(len(words))))
        for rule in self._rules:
            doc = rule(doc)
        for key, token in zip(keys, doc, strict=True):
            self._known[key] = token.lemma_, token.pos_, token.tag_, token.dep_
