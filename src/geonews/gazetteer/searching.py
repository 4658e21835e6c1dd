"""Names that begin with something, and names that nearly are something."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from geonews.gazetteer.compiler import DENSE
from geonews.gazetteer.image import Image
from geonews.models import NameForm

_OTHER_FORM = 35
"""Taken from the (logarithmic) rank of a place that is found by another name than its main one: a factor of 20."""
_ONE_EDIT, _TWO_EDITS = 5, 9
"""Letters that a name needs for one and for two edits to leave it recognisable."""
_END = b"\xff"
_LETTERS = tuple(bytes([letter]) for letter in range(ord("a"), ord("z") + 1))

_Bytes: TypeAlias = NDArray[np.uint8]
_Numbers: TypeAlias = NDArray[np.int64]
Found = tuple[int, int, NameForm]
"""Minus the rank, place number, form: sorts best first."""


def completions(image: Image, prefix: str) -> list[Found]:
    """Return the best places with a name that begins with the folded ``prefix``, best first, each once."""
    key = prefix.encode()
    first, last = image.position(key), image.position(key + _END)
    keys = image.dense(key) if last - first > DENSE else range(first, last)
    best: dict[int, Found] = {}
    for number in keys:
        for place, form in image.postings(number):
            rank = image.tables["rank"][place] - (0 if form == "name" else _OTHER_FORM)
            if place not in best or -rank < best[place][0]:
                best[place] = (-rank, place, form)
    return sorted(best.values())


def allowed_edits(name: str) -> int:
    """Return how many letters may differ; none in a short name, so that Mali never becomes Bali."""
    return (len(name) >= _ONE_EDIT) + (len(name) >= _TWO_EDITS)


def near_names(image: Image, name: str) -> list[tuple[int, int]]:
    """Return (edits, number) of the folded names near ``name``: nearest first, then by their best place's rank.

    Edits are counted in bytes of UTF-8.
    Where two edits are allowed, the first letter must be right; where one is, it may be another Latin one.
    """
    most = allowed_edits(name)
    if not most:
        return []
    wanted = name.encode()
    found = _alike(image, wanted, most)
    if most == 1:
        others = {wanted[1:], *(letter + rest for letter in _LETTERS for rest in (wanted, wanted[1:]))} - {wanted}
        found |= {(1, number) for other in others if (number := image.find(other)) is not None}
    return sorted(found, key=lambda near: (near[0], -_best_rank(image, near[1]), near[1]))


def _best_rank(image: Image, number: int) -> int:
    return max(image.tables["rank"][place] for place, _ in image.postings(number))


def _alike(image: Image, wanted: bytes, most: int) -> set[tuple[int, int]]:
    """Return (edits, number) of the near names with the same first letter."""
    first, last = image.position(wanted[:1]), image.position(wanted[:1] + _END)
    if first == last:
        return set()
    ends = np.frombuffer(image.tables["key_end"], np.uint32)[first:last].astype(np.int64)
    starts = np.concatenate(([ends[0] - len(image.key(first))], ends[:-1]))
    lengths = ends - starts
    near = np.flatnonzero(abs(lengths - len(wanted)) <= most)
    text = np.frombuffer(image.tables["key_text"], np.uint8)
    edits = _edits(text, starts[near], lengths[near], wanted, most)
    found = np.flatnonzero(edits <= most)
    return set(zip(edits[found].tolist(), (near[found] + first).tolist(), strict=True))


def _edits(text: _Bytes, starts: _Numbers, lengths: _Numbers, wanted: bytes, most: int) -> _Bytes:
    """Return the edit distance between ``wanted`` and each name; what is more than ``most`` may be any such number.

    One row of the usual table at a time, for all names at once, and of it only what lies near the diagonal.
    """
    longest = len(wanted) + most
    at = np.minimum(starts + np.arange(longest)[:, None], len(text) - 1)
    letters = text[at]
    far = np.uint8(most + 1)
    row = [np.full(len(starts), min(column, far), np.uint8) for column in range(longest + 1)]
    for above, letter in enumerate(wanted):
        new = [np.full(len(starts), far, np.uint8)] * (longest + 1)
        if above < most:
            new[0] = np.full(len(starts), above + 1, np.uint8)
        for column in range(max(1, above + 1 - most), min(longest, above + 1 + most) + 1):
            changed = row[column - 1] + (letters[column - 1] != letter)
            new[column] = np.minimum(np.minimum(row[column], new[column - 1]) + np.uint8(1), changed)
        row = new
    return np.stack(row)[lengths, np.arange(len(starts))] if len(starts) else np.empty(0, np.uint8)
