"""All names in a running text in one pass: word sequences against the sorted names, which serve as a prefix tree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from geonews.gazetteer.image import Image
from geonews.gazetteer.names import fold

LONGEST = 7
"""Words in a name, at most."""
_SHORT = 4
"""Letters up to which an abbreviation folds to a common word ("us", "in", "miss")."""
_STOPS = frozenset('. ; : ! ? " “ ” ( ) [ ] … | • * \n'.split()) | {"\n", "\n\n", " "}
"""What a name never runs across. Commas, hyphens and apostrophes may be inside one."""


def spans(words: Sequence[str], images: Sequence[Image]) -> list[tuple[int, int]]:
    """Return all ranges of words (first, behind the last) that are a name in one of the images, in order.

    A range starts with a word that has a capital letter or a letter of a script without case, and ends with a word that
    is more than punctuation.
    """
    found: set[tuple[int, int]] = set()
    for first, word in enumerate(words):
        if starts_a_name(word) and _folded(word):
            for image in images:
                found.update((first, last) for last in _ends(words, first, image))
    return sorted(found)


def starts_a_name(word: str) -> bool:
    """Tell whether a word may begin a name: it has a capital, or letters that know no case."""
    if word.isascii():
        return not word.islower() and not word.isdigit()
    return any(letter.isalpha() and not letter.islower() for letter in word)


def _ends(words: Sequence[str], first: int, image: Image) -> list[int]:
    ends: list[int] = []
    key = ""
    for at in range(first, min(len(words), first + LONGEST)):
        word = words[at]
        if word in _STOPS:
            break
        folded = _folded(word)
        if not folded:
            continue
        key = key + folded if word[0] in "'’" else f"{key} {folded}".lstrip()
        number, goes_on = image.meets(key)
        if number is not None and (len(key.encode()) > _SHORT or _as_written(words[first : at + 1], image, number)):
            ends.append(at + 1)
        if not goes_on:
            break
    return ends


@lru_cache(maxsize=1 << 15)
def _folded(word: str) -> str:
    return "" if word in _STOPS else fold(word)


def _as_written(words: Sequence[str], image: Image, number: int) -> bool:
    """Tell whether a short name may be meant: what is only an abbreviation has to be in capitals or with a dot."""
    if "." in words[0] or all(word.isupper() for word in words):
        return True
    return any(form != "abbreviation" for _, form in image.postings(number))
