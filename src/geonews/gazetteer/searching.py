"""Names that begin with something, and names that nearly are something."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from geonews.gazetteer.compiler import DENSE
from geonews.gazetteer.image import Image
from geonews.models import NameForm

_OTHER_FORM = 35
"""Taken from the (logarithmic) rank of a place that is found by another name than its main one: a factor of 20."""
_ONE_EDIT, _TWO_EDITS = 5, 9
"""Letters that a name needs for one and for two edits to leave it recognisable."""
_END = b"\xff"

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
    """Return (edits, number) of the folded names near ``name``, nearest first.

    Where two edits are allowed, the first letter must be right.
    """
    most = allowed_edits(name)
    if not most:
        return []
    wanted = name.encode()
    start = wanted[:1] if most > 1 else b""
    row = list(range(len(wanted) + 1))
    for letter in start:
        row = _next_row(wanted, row, letter)
    part = (image.position(start), image.position(start + _END))
    return sorted(_walk(image, wanted, _Node(start, row, part), most))


@dataclass(frozen=True, slots=True)
class _Node:
    """A place in the prefix tree that sorted names are."""

    prefix: bytes
    row: list[int]
    """The last row of the edit distance table between the prefix and the wanted name."""
    part: tuple[int, int]
    """The names that begin with the prefix."""


def _walk(image: Image, wanted: bytes, node: _Node, most: int) -> Iterator[tuple[int, int]]:
    """Yield the names below a node that are near enough."""
    low, high = node.part
    if low < high and image.key(low) == node.prefix:
        if node.row[-1] <= most:
            yield node.row[-1], low
        low += 1
    while low < high:
        letter = image.key(low)[len(node.prefix)]
        below = node.prefix + bytes([letter])
        end = bisect_left(range(high), below + _END, low, high, key=image.key)
        row = _next_row(wanted, node.row, letter)
        if min(row) <= most:
            yield from _walk(image, wanted, _Node(below, row, (low, end)), most)
        low = end


def _next_row(wanted: bytes, row: list[int], letter: int) -> list[int]:
    new = [row[0] + 1]
    for at, other in enumerate(wanted, 1):
        new.append(min(row[at] + 1, new[at - 1] + 1, row[at - 1] + (other != letter)))
    return new
