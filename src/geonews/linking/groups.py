"""One decision a name: the mentions of an article gathered by what is written, with the evidence that they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    """Gather mentions by their exact written form; those without a candidate are left out."""
    members: dict[str, list[int]] = {}
    for index, toponym in enumerate(toponyms):
        if found[index]:
            members.setdefault(toponym.text, []).append(index)
    number = {name: at for at, name in enumerate(members)}
    beside: dict[str, list[int]] = {name: [] for name in members}
    for left, right in pairwise(toponyms):
        if left.text not in number or right.text not in number:
            continue
        between = text[left.end : right.start]
        if _JOINS.match(between):
            beside[left.text].append(number[right.text])
        elif _OF.match(between):
            beside[right.text].append(number[left.text])
    return tuple(
        Group(name, tuple(indices), found[indices[0]], tuple(beside[name])) for name, indices in members.items()
    )
