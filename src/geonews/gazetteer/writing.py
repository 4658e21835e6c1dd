"""Case tells abbreviations from words: "US" is no town called Us, and "In" is not Indiana."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from geonews.models import Candidate

_SHORT = 4
"""Letters up to which a name in capitals is taken for an abbreviation."""


class Names(Protocol):
    """What is asked here of a gazetteer."""

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Return the places that bear a name, however it is written."""


def meanings(gazetteer: Names, name: str) -> tuple[Candidate, ...]:
    """Return the places that ``name`` may mean as a text writes it, likeliest first."""
    return as_written(name, gazetteer.lookup(name))


def as_written(name: str, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Keep the candidates that ``name`` may mean as it is written; ``found`` is what its folded form means."""
    letters = [char for char in name if char.isalpha()]
    capitals = bool(letters) and all(char.isupper() for char in letters)
    if not capitals and len(letters) < _SHORT and "." not in name:
        return tuple(candidate for candidate in found if candidate.form != "abbreviation")
    if capitals and len(letters) < _SHORT:
        return tuple(c for c in found if c.place.kind not in {"city", "village", "admin2"}) or tuple(found)
    return tuple(found)
