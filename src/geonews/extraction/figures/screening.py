"""Which passages may state a figure, by their words alone: only these are worth a syntactic analysis.

Errs on the side of yes: a passage that is passed over here is never read for figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from geonews.extraction.figures.lexicon import singulars
from geonews.tables import rows

_NUMBERS = frozenset(row["word"] for row in rows(__package__, "number_words")) | {"half", "few", "several", "couple"}
_NOUNS = frozenset(
    row["noun"].split()[-1] for row in rows(__package__, "nouns") if row["kind"] not in {"people", "men"}
)
_COINS = frozenset(row["word"] for row in rows(__package__, "currencies"))
_IRREGULAR = frozenset("shot slain slew hung lost fled dying died dies".split())
"""Forms that begin unlike their lemma."""
_SHORT = 4
"""A shorter stem begins too many other words."""
_TYPE = re.compile(r"(?:[A-Za-z]+\W?\d|\d+[A-Za-z]*s$)")
"""A type of aircraft or vehicle: "F-16s", "T-72s", or "16s" where the tokens part it."""


def _stems(words: Iterable[str]) -> re.Pattern[str]:
    """Match the inflected forms of ``words``, and some more: their first letters, or the whole of short ones."""
    stems = {word[:-1] if word[-1] in "ey" else word for word in words}
    long = sorted(stem for stem in stems if len(stem) >= _SHORT)
    short = sorted(word for word in words if len(word) <= _SHORT)
    return re.compile(rf"(?:{'|'.join(map(re.escape, long))})|(?:{'|'.join(map(re.escape, short))})(?:s|d|ed|ing)?$")


_LOSS = {row["word"] for row in rows(__package__, "displacement") if row["sort"] not in {"drive", "leave", "seek"}}
_HARM = _stems({row["word"] for row in rows(__package__, "harm")} | _LOSS)
_AID = _stems({row["word"] for row in rows(__package__, "aid") if row["sense"] != "price"})


def worth_parsing(words: Iterable[str]) -> bool:
    """Tell whether a passage of these words (tokens as written) may state a figure: a number, and what it may count."""
    found = {sort for word in words for sort in _sorts(word)}
    return "number" in found and (not found.isdisjoint({"noun", "harm"}) or found >= {"coin", "aid"})


@lru_cache(maxsize=1 << 15)
def _sorts(word: str) -> frozenset[str]:
    """Return what the word, or a part of it between hyphens, may be to a figure."""
    found = {sort for part in {word.lower(), *re.split(r"\W", word.lower())} - {""} for sort in _plain(part)}
    if _TYPE.match(word):
        found.add("noun")
    return frozenset(found)


def _plain(word: str) -> Iterable[str]:
    if word in _NUMBERS or any(letter.isdigit() for letter in word):
        yield "number"
    if not _NOUNS.isdisjoint(singulars(word)):
        yield "noun"
    if word in _IRREGULAR or _HARM.match(word):
        yield "harm"
    if word in _COINS or word[0] in "$€£¥₴₽₪₹" or word[-1] in "$€£":
        yield "coin"
    if _AID.match(word):
        yield "aid"
