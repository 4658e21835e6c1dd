"""What sort of word stands beside a name, and whether a word is known as a person's name: tables, word by word."""

from __future__ import annotations

from functools import cache, lru_cache

from geonews.tables import rows

_LISTED = tuple(row["sort"] for row in rows(__package__, "sorts"))
SORTS = {name: code for code, name in enumerate(_LISTED, 1)}
"""The code of each listed sort; 0 is "no word", codes above say what an unlisted word looks like."""
_SHAPES = len(_LISTED)
_MARKS = {
    **dict(zip(",.-():;/", (1, 2, 3, 5, 6, 8, 9, 10), strict=True)),
    **dict.fromkeys(("–", "—", "--"), 4),
    **dict.fromkeys(('"', "“", "”", "''", "``", "‘"), 7),
}
_ENDINGS = (
    (("ly",), 14),
    (("ing",), 15),
    (("ed",), 16),
    (("an", "ese", "ish", "ic", "al", "ous", "ive", "ful"), 17),
    (("s",), 18),
)
_SUFFIXES = "ians ian eans ean ans an ese ish ic i is stan land ville burg ton ia grad pur abad shire ford s".split()
"""Ends of demonyms and of town names."""


@cache
def _codes() -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows(__package__, "sorts"):
        for word in row["words"].split():
            found.setdefault(word, SORTS[row["sort"]])
    return found


@lru_cache(maxsize=1 << 16)
def sort_of(word: str) -> int:
    """Return the code of a word's sort: by the list, else by how it is written."""
    listed = _codes().get(word.lower().rstrip(".") or word)
    if listed:
        return listed
    return _SHAPES + (_MARKS.get(word) or _shape(word))


def _shape(word: str) -> int:
    if word.isspace():
        return 11
    if any(char.isdigit() for char in word):
        return 12
    if not any(char.isalpha() for char in word):
        return 13
    if word.islower():
        return next((code for endings, code in _ENDINGS if word.endswith(endings)), 19)
    if len(word) > 1 and word.isupper():
        return 20
    return 21 if word.endswith(".") else 22


@lru_cache(maxsize=1 << 14)
def suffix(word: str) -> int:
    """Return which of the endings that mark demonyms and towns a word has, counted from 1; 0 for none."""
    lower = word.lower()
    return next((code for code, ending in enumerate(_SUFFIXES, 1) if lower.endswith(ending)), 0)


@cache
def _persons() -> dict[str, tuple[float, float]]:
    return {row["name"]: (float(row["given"]), float(row["surname"])) for row in rows(__package__, "persons")}


def given(word: str) -> float:
    """Tell how common a word is as a given name, 0 (not at all) to 5."""
    return _persons().get(word, (0.0, 0.0))[0]


def surname(word: str) -> float:
    """Tell how common a word is as a surname, 0 (not at all) to 5."""
    return _persons().get(word, (0.0, 0.0))[1]
