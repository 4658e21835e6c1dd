"""A sentence as it is compared with others: its words, normalised, and the bands by which copies find each other.

Case, accents, punctuation and the spelling of numbers do not matter; a resolved place name is the place, however it is
spelled. A word that begins with a capital inside the sentence keeps a mark: names are not exchanged for others.
"""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rensa import RMinHash

from geonews.tables import rows

NAME = "^"
"""Marks a word that is written like a name."""
PLACE = "@"
"""Marks a place's id."""
LEAST = 8
"""Words that a sentence must have to be compared by likeness; a shorter one has copies of the very same words only."""
_BANDS, _WIDTH = 9, 4
"""Two sentences that share 3/4 of their words and pairs of words meet in a band 19 times in 20; of 1/4, 1 in 30."""
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)*")
_ABOUT = frozenset({"some", "about", "around", "roughly", "approximately"})
_CLASSES = {row["word"]: row["class"] for row in rows(__package__, "words")}
_NUMBERS = {row["word"]: row["value"] for row in rows(__package__, "words") if row["class"] == "number"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence as it is compared."""

    text: str
    """Its words, in order, a space between them."""
    bands: tuple[int, ...]
    """Signed 64-bit numbers, of which copies share at least one; the first is shared by the very same words only."""


def wording(text: str, names: Iterable[tuple[int, int, str]] = ()) -> Wording | None:
    """Return the wording of a sentence; ``None`` if it holds no word.

    ``names`` are the resolved place names in it, as half-open offsets with the place's id, in order, not overlapping.
    """
    tokens = _tokens(text, names)
    if not tokens:
        return None
    plain = [token.removeprefix(NAME) for token in tokens]
    return Wording(" ".join(tokens), _bands(plain))


@functools.lru_cache(1 << 14)
def word_class(token: str) -> str:
    """Return what a token does to a claim: ``place``, ``name``, a class of ``data/words.csv``, or ``""``."""
    if token.startswith(PLACE):
        return "place"
    plain = token.removeprefix(NAME)
    if plain[0].isdigit():
        return "number"
    if plain.endswith(("n't", "n’t")):
        return "polarity"
    return _CLASSES.get(plain) or ("name" if plain != token else "")


def _tokens(text: str, names: Iterable[tuple[int, int, str]]) -> list[str]:
    tokens: list[str] = []
    at = 0
    for start, end, place in names:
        tokens += _words(text[at:start], opens=not tokens)
        tokens.append(PLACE + "".join(place.split()))
        at = end
    tokens += _words(text[at:], opens=not tokens)
    return _joined(tokens)


def _words(text: str, *, opens: bool) -> list[str]:
    found = _TOKEN.findall(unicodedata.normalize("NFKC", text))
    return [_word(word, named=bool(at) or not opens) for at, word in enumerate(found)]


def _word(word: str, *, named: bool) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    bare = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    plain = bare.casefold().replace(".", "").replace("’", "'").removesuffix("'s")
    plain = _NUMBERS.get(plain, plain)
    return NAME + plain if named and word[0].isupper() and plain not in _CLASSES and plain[0].isalpha() else plain


def _joined(tokens: Sequence[str]) -> list[str]:
    """Make one word of "according to", whose "to" points nowhere, and of "some 40" and "about 40"."""
    joined: list[str] = []
    for word in tokens:
        if word == "to" and joined and joined[-1] == "according":
            joined[-1] = "according_to"
        elif word[0].isdigit() and joined and joined[-1] in _ABOUT:
            joined[-1:] = ["about", word]
        else:
            joined.append(word)
    return joined


def _bands(plain: Sequence[str]) -> tuple[int, ...]:
    same = _number("=", *plain)
    heavy = [token for token in plain if word_class(token) not in {"light", "attribution"}]
    if len(plain) < LEAST or len(heavy) < LEAST // 2:
        return (same,)
    hashed = RMinHash(num_perm=_BANDS * _WIDTH, seed=1)
    hashed.update({*heavy, *(f"{one} {other}" for one, other in pairwise(heavy))})
    digest = hashed.digest()
    parts = (digest[first : first + _WIDTH] for first in range(0, len(digest), _WIDTH))
    return (same, *(_number(str(at), *map(str, part)) for at, part in enumerate(parts)))


def _number(*parts: str) -> int:
    digest = hashlib.blake2b(" ".join(parts).encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
