"""One decision a name: the mentions of an article gathered by what is written, with the evidence that they share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geonews.linking.cues import KINDS, NATURAL, cue
from geonews.models import Candidate, Toponym

_JOINS = re.compile(
    r"^(?:,\s+|\s+\(|,?\s+in\s+(?:the\s+)?(?:(?:(?:north|south|east|west)\w*|central)[\s-]+){0,2}|"
    r",\s+(?:the\s+)?capital\s+of\s+(?:the\s+)?)$"
)
"""What stands between a place and the larger place that says which it is: "Paris, Texas", "Lagos (Nigeria)"."""
_OF = re.compile(
    r"^(?:['’]s\s+|['’]\s+)(?:\w+ ){0,3}$|"
    r"^['’]s?\s+(?:\w+\s+){0,2}(?:capital|city|town|port)(?:\s+of|,)\s+$"
)
"""The larger place first: "Ukraine's Donbas", "Georgia's capital, Tbilisi"."""
_FIRST = 3
_SETTLED = frozenset({"country", "admin1", "city"})
_LIST = re.compile(r"^(?:,?\s+(?:and|or|&)\s+|,\s+)$")
"""What joins the members of a list: "Aleppo, Homs and Hama in Syria"."""


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one written name."""

    name: str
    mentions: tuple[int, ...]
    """Indices of the toponyms."""
    candidates: tuple[Candidate, ...]
    containers: tuple[int, ...]
    """Indices (of groups) that stand beside it as the larger place, one per occurrence."""
    lists: tuple[int, ...] = ()
    """Indices (of groups) that stand behind a list which it is a member of, as the larger place of the last."""
    cue: str = ""
    """The kind of place that the words beside it speak of, see ``cues``."""


def groups(text: str, toponyms: Sequence[Toponym], found: Sequence[tuple[Candidate, ...]]) -> tuple[Group, ...]:
    """Gather mentions by their written form; those without a candidate are left out.

    Where larger places set mentions of one form apart ("Tripoli, Lebanon" and "Tripoli, Libya"), each has a group of
    its own, and a bare mention goes with the one before it. "Washington state" is not bare Washington either.
    """
    known = [index for index in range(len(toponyms)) if found[index]]
    outer = _outer(text, toponyms, known)
    shared = _lists(text, toponyms, known, outer)
    cues = {index: cue(text, toponyms[index]) for index in known}
    cues |= {index: "" for index in outer if cues[index] == "nature"}  # "the Columbia, Missouri, campus" is of no river
    apart = {index for index in known if _is_apart(cues[index], found[index])}
    keys = {at: (*key, at in apart) for at, key in _keys(toponyms, known, outer).items()}
    members: dict[tuple[str, str, bool], list[int]] = {}
    for index, key in keys.items():
        members.setdefault(key, []).append(index)
    number = {key: at for at, key in enumerate(members)}
    return tuple(
        Group(
            toponyms[indices[0]].text,
            tuple(indices),
            found[indices[0]],
            tuple(number[keys[outer[index]]] for index in indices if index in outer),
            tuple(number[keys[shared[index]]] for index in indices if index in shared),
            next((cues[index] for index in indices if cues[index]), ""),
        )
        for key, indices in members.items()
    )


def _is_apart(cue: str, found: Sequence[Candidate]) -> bool:
    """Tell whether the words beside a mention set it apart from the bare name: "Kherson region", "the Ohio" rose."""
    if cue in NATURAL:
        return found[0].place.kind in _SETTLED and any(each.place.kind in KINDS[cue] for each in found)
    return cue == "division" and _town_or_state(found)


def _town_or_state(found: Sequence[Candidate]) -> bool:
    """Tell whether a name means a town first, and a division besides: there "state" and "region" set mentions apart."""
    return found[0].place.kind == "city" and any(each.place.kind == "admin1" for each in found[:_FIRST])


def _outer(text: str, toponyms: Sequence[Toponym], known: Sequence[int]) -> dict[int, int]:
    """Return for each mention the mention that stands beside it as the larger place."""
    beside = {}
    for left, right in pairwise(known):
        between = text[toponyms[left].end : toponyms[right].start]
        if _JOINS.match(between):
            beside[left] = right
        elif _OF.match(between):
            beside[right] = left
    return beside


def _lists(text: str, toponyms: Sequence[Toponym], known: Sequence[int], outer: Mapping[int, int]) -> dict[int, int]:
    """Return for each member of a list the larger place that stands behind its last member."""
    behind: dict[int, int] = {}
    for left, right in reversed(list(pairwise(known))):
        larger = behind.get(right, outer.get(right))
        if larger is not None and larger > right and _LIST.match(text[toponyms[left].end : toponyms[right].start]):
            behind[left] = larger
    return behind


def _keys(toponyms: Sequence[Toponym], known: Sequence[int], outer: Mapping[int, int]) -> dict[int, tuple[str, str]]:
    """Return for each mention its name, and the larger place where that sets mentions apart."""
    named: dict[str, list[str]] = {}
    for index, larger in outer.items():
        named.setdefault(written(toponyms[index].text), []).append(toponyms[larger].text)
    current = {name: larger[0] for name, larger in named.items()}
    keys = {}
    for index in known:
        name = written(toponyms[index].text)
        if index in outer:
            current[name] = toponyms[outer[index]].text
        apart = len(set(named.get(name, ()))) > 1
        keys[index] = (name, current[name] if apart else "")
    return keys


_ABBREVIATION = 4
"""Letters up to which case matters: "US" and "Us"."""


def written(name: str) -> str:
    """Return what counts of a written form: headlines shout names that the text then writes plainly."""
    return name.casefold() if len(name) > _ABBREVIATION else name
