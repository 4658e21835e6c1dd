"""Names that begin with something, and names that nearly are something."""

from __future__ import annotations

from geonews.gazetteer.compiler import DENSE
from geonews.gazetteer.image import Image
from geonews.models import NameForm

_OTHER_FORM = 35
"""Taken from the (logarithmic) rank of a place that is found by another name than its main one: a factor of 20."""
_ONE_EDIT, _TWO_EDITS = 5, 9
"""Letters that a name needs for one and for two edits to leave it recognisable."""
END = b"\xff"
_LETTERS = tuple(bytes([letter]) for letter in range(ord("a"), ord("z") + 1))

Found = tuple[int, int, NameForm]
"""Minus the rank, place number, form: sorts best first."""


def completions(image: Image, prefix: str) -> list[Found]:
    """Return the best places with a name that begins with the folded ``prefix``, best first, each once."""
    key = prefix.encode()
    first, last = image.position(key), image.position(key + END)
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
    from geonews.gazetteer.edits import alike  # noqa: PLC0415 - numpy would be loaded for every lookup

    wanted = name.encode()
    found = alike(image, wanted, most)
    if most == 1:
        others = {wanted[1:], *(letter + rest for letter in _LETTERS for rest in (wanted, wanted[1:]))} - {wanted}
        found |= {(1, number) for other in others if (number := image.find(other)) is not None}
    return sorted(found, key=lambda near: (near[0], -_best_rank(image, near[1]), near[1]))


def _best_rank(image: Image, number: int) -> int:
    return max(image.tables["rank"][place] for place, _ in image.postings(number))
