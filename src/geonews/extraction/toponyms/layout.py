"""An article's words by sort, case and sentence, and how its candidate names are used: what needs no language model."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geonews.extraction.toponyms.document import Document
from geonews.extraction.toponyms.spans import Span
from geonews.extraction.toponyms.words import SORTS, given, sort_of

_WHERE = frozenset({SORTS["placing"], SORTS["motion"]})
_PART = frozenset({SORTS["compass"], SORTS["of"]})
_TITLE, _SAY = SORTS["title"], SORTS["say"]


@dataclass(frozen=True, slots=True)
class Layout:
    """One article, token by token; lists are indexed by token."""

    words: Sequence[str]
    passages: Sequence[int]
    sorts: Sequence[int]
    capital: Sequence[bool]
    left: Sequence[int]
    """How many capitalised words in a row end here."""
    right: Sequence[int]
    """How many capitalised words in a row begin here."""
    ends: dict[int, tuple[int, ...]]
    """For each token that candidates begin with, the tokens behind their last."""
    starts: dict[int, tuple[int, ...]]
    """For each token that candidates end before, their first."""
    headline: dict[int, tuple[float, float, int]]
    """For each passage with a candidate the share of its words with a capital, the share in capitals, their number."""
    uses: dict[str, tuple[float, ...]]
    """For each candidate form how its mentions stand, see ``USES``."""
    named: Counter[str]
    """How often a capitalised word follows a given name or a title."""

    @classmethod
    def of(cls, document: Document) -> Layout:
        """Read the article once."""
        tokens = document.evidence.tokens
        words, passages = [token.text for token in tokens], [token.passage for token in tokens]
        sorts, capital = list(map(sort_of, words)), [word[:1].isupper() for word in words]
        left = _runs(capital, passages)
        right = _runs(capital[::-1], passages[::-1])[::-1]
        return cls(
            words,
            passages,
            sorts,
            capital,
            left,
            right,
            _grouped(document.forms),
            _grouped((last, first) for first, last in document.forms),
            _headlines(words, passages, {passages[first] for first, _ in document.forms}),
            _uses(document, words, passages, sorts, capital),
            Counter(
                words[at]
                for at, length in enumerate(left)
                if length > 1 and (sorts[at - 1] == _TITLE or given(words[at - 1]))
            ),
        )


USES = ("use_prep", "use_title", "use_given", "use_say", "use_capb", "use_capa", "use_of", "use_prep_n", "written")
"""Shares of a form's mentions: behind a word of place, a title, a given name; before a verb of saying; beside capitals;
behind "of" or a direction. Then the logarithms of how many stand behind a word of place, and of how many there are."""


def _runs(capital: Sequence[bool], passages: Sequence[int]) -> list[int]:
    found: list[int] = []
    length, before = 0, -1
    for yes, passage in zip(capital, passages, strict=True):
        length = (length + 1 if passage == before else 1) if yes else 0
        before = passage
        found.append(length)
    return found


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for key, value in pairs:
        found[key] = (*found.get(key, ()), value)
    return found


def _headlines(
    words: Sequence[str], passages: Sequence[int], wanted: Iterable[int]
) -> dict[int, tuple[float, float, int]]:
    found = {}
    for passage in wanted:
        first, last = bisect_left(passages, passage), bisect_right(passages, passage)
        letters = [word for word in words[first:last] if word[:1].isalpha()]
        if letters:
            count = len(letters)
            capital = sum([word[:1].isupper() for word in letters])
            upper = sum([len(word) > 1 and word.isupper() for word in letters])
            found[passage] = (capital / count, upper / count, count)
    return found


def _uses(
    document: Document, words: Sequence[str], passages: Sequence[int], sorts: Sequence[int], capital: Sequence[bool]
) -> dict[str, tuple[float, ...]]:
    counts: dict[str, list[int]] = {}
    for span, form in document.forms.items():
        seen = counts.setdefault(form, [0] * 8)
        seen[7] += 1
        for at in _marks(span, words, passages, sorts, capital):
            seen[at] += 1
    return {
        form: (*(count / seen[7] for count in seen[:7]), math.log1p(seen[0]), math.log1p(seen[7]))
        for form, seen in counts.items()
    }


def _marks(
    span: Span, words: Sequence[str], passages: Sequence[int], sorts: Sequence[int], capital: Sequence[bool]
) -> list[int]:
    """Return which of the uses a mention is an instance of."""
    first, last = span
    found = []
    if first and passages[first - 1] == passages[first]:
        before = sorts[first - 1]
        held = (before in _WHERE, before == _TITLE, given(words[first - 1]) > 0, False, capital[first - 1])
        found += [at for at, yes in enumerate(held) if yes]
        if before in _PART:
            found.append(6)
    if last < len(words) and passages[last] == passages[first]:
        if sorts[last] == _SAY:
            found.append(3)
        if capital[last]:
            found.append(5)
    return found
