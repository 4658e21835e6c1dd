"""One decision a name: the mentions of an article gathered by what is written, with the evidence that they share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geonews.models import Candidate, Toponym

_JOINS = re.compile(r"^(?:,\s+|\s+\(|\s+in\s+|,\s+in\s+)$")
"""What stands between a place and the larger place that says which it is: "Paris, Texas", "Lagos (Nigeria)"."""
_OF = re.compile(r"^(?:['’]s\s+|['’]\s+)(?:\w+ ){0,3}$")
"""The larger place first: "Ukraine's Donbas"."""


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one written name."""

    name: str
    mentions: tuple[int, ...]
    """Indices of the toponyms."""
    candidates: tuple[Candidate, ...]
    containers: tuple[int, ...]
    """Indices (of groups) that stand beside it as the larger place, one per occurrence."""


def groups(text: str, toponyms: Sequence[Toponym], found: Sequence[tuple[Candidate, ...]]) -> tuple[Group, ...]:
    """Gather mentions by their written form; those without a candidate are left out.

    Where larger places set mentions of one form apart ("Tripoli, Lebanon" and "Tripoli, Libya"), each has a group of
    its own, and a bare mention goes with the one before it.
    """
    outer = _outer(text, toponyms, found)
    keys = _keys(toponyms, found, outer)
    members: dict[tuple[str, str], list[int]] = {}
    for index, key in keys.items():
        members.setdefault(key, []).append(index)
    number = {key: at for at, key in enumerate(members)}
    return tuple(
        Group(
            key[0],
            tuple(indices),
            found[indices[0]],
            tuple(number[keys[outer[index]]] for index in indices if index in outer),
        )
        for key, indices in members.items()
    )


def _outer(text: str, toponyms: Sequence[Toponym], found: Sequence[tuple[Candidate, ...]]) -> dict[int, int]:
    """Return for each mention the mention that stands beside it as the larger place."""
    beside = {}
    for left, right in pairwise(index for index in range(len(toponyms)) if found[index]):
        between = text[toponyms[left].end : toponyms[right].start]
        if _JOINS.match(between):
            beside[left] = right
        elif _OF.match(between):
            beside[right] = left
    return beside


def _keys(
    toponyms: Sequence[Toponym], found: Sequence[tuple[Candidate, ...]], outer: Mapping[int, int]
) -> dict[int, tuple[str, str]]:
    """Return for each mention its name, and the larger place where that sets mentions apart."""
    named: dict[str, list[str]] = {}
    for index, larger in outer.items():
        named.setdefault(toponyms[index].text, []).append(toponyms[larger].text)
    current = {name: larger[0] for name, larger in named.items()}
    keys = {}
    for index, toponym in enumerate(toponyms):
        if not found[index]:
            continue
        if index in outer:
            current[toponym.text] = toponyms[outer[index]].text
        apart = len(set(named.get(toponym.text, ()))) > 1
        keys[index] = (toponym.text, current[toponym.text] if apart else "")
    return keys
