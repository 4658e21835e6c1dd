"""Which places might a toponym mean? Asks the gazetteer, with the written name first and its bare form after."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geonews.gazetteer import Gazetteer
from geonews.gazetteer.writing import meanings
from geonews.models import Candidate, Toponym

_DIRECTION = re.compile(
    r"^(?:(?:north|south|east|west|central|mid)(?:ern)?[- ]?(?:east|west)?(?:ern)?|upper|lower|greater|downtown|"
    r"mainland|rural|occupied)[ -]+",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:['’]s?)?[ -]+(?:region|area|province|district|city|town|village|municipality|state|county|metro|border|"
    r"nations?|states|proper)$",
    re.IGNORECASE,
)


def candidates(toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[tuple[Candidate, ...], ...]:
    """Return for each toponym the places that may be meant, in the gazetteer's order; ``()`` where none is known."""
    known: dict[str, tuple[Candidate, ...]] = {}
    for toponym in toponyms:
        if toponym.text not in known:
            known[toponym.text] = _candidates(toponym.text, gazetteer)
    return tuple(known[toponym.text] for toponym in toponyms)


def _candidates(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    for form in (name, *bare_forms(name)):
        found = meanings(gazetteer, form)
        if found:
            return found
    return ()


def bare_forms(name: str) -> tuple[str, ...]:
    """Return ``name`` without its direction, its generic word, or both ("eastern Donbas region" -> "Donbas")."""
    undirected = _DIRECTION.sub("", name)
    plain = (_GENERIC.sub("", name), undirected, _GENERIC.sub("", undirected))
    return tuple(form for form in dict.fromkeys(plain) if form and form != name)
