"""How many letters a name differs from very many others, for all of them at once."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from geonews.gazetteer.image import Image
from geonews.gazetteer.searching import END

_Bytes: TypeAlias = NDArray[np.uint8]
_Numbers: TypeAlias = NDArray[np.int64]


def alike(image: Image, wanted: bytes, most: int) -> set[tuple[int, int]]:
    """Return (edits, number) of the names within ``most`` edits that begin with the same letter."""
    first, last = image.position(wanted[:1]), image.position(wanted[:1] + END)
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
