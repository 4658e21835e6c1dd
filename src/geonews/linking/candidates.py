"""Which places might a toponym mean? Asks for the written name, for its plainer forms, for a name inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from geonews.gazetteer import Gazetteer
from geonews.gazetteer.writing import meanings
from geonews.models import Candidate, Toponym
from geonews.tables import rows

_DIRECTION = re.compile(
    r"^(?:(?:north|south|east|west|central|mid)(?:ern)?[- ]?(?:east|west)?(?:ern)?|upper|lower|greater|inner|outer|"
    r"downtown|uptown|midtown|mainland|rural|occupied|old town|historic|[nsew]\.)[ -]+",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:['’]s?)?[ -]+(?:region|area|province|district|city|town|village|municipality|state|county|metro|border|"
    r"nations?|states|proper|local government area|lga|municipal district|borough|parish|township|governorate|"
    r"prefecture|oblast|department|valley|harbou?r|port|island|islands|isles)$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"^(?:city|town|village|county|province|region|state|district|port|isle|republic|barangay|co\.?|lake|river|mount) "
    r"(?:of )?(?:the )?(?=[A-Z])",
    re.IGNORECASE,
)
_SHORT = (
    (re.compile(r"\bCo\.?$"), "County"),
    (re.compile(r"\bTwp\.?$"), "Township"),
    (re.compile(r"\bIs\.?$"), "Island"),
)
_TURNED = re.compile(r"^(river|lake|county|mount) (\w.*)$", re.IGNORECASE)
_PEOPLE = re.compile(r"(?:ers?|ites?|ians?|ans?|ese|s)$")
_JOINED = re.compile(r"[-–/&]| and ")
_ROAD = re.compile(r"^(?:[ABM]|I-|US-|SR-|Route |Highway |Interstate )\d{1,4}$")
"""A numbered road: "A417", "I-95"."""
_END = "|"
_WORD = re.compile(r"\w[\w.'’]*|[^\w\s]")
_INSIDE = 3
"""Names inside a longer one that are asked for, the longest and last first."""
_NAMED_AFTER = 2_000
"""Inhabitants of a town that a site is named after, at least."""
_STEM = 4
"""Letters that remain of a name at least when the ending of its people goes."""


def candidates(toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[tuple[Candidate, ...], ...]:
    """Return for each toponym the places that may be meant, in the gazetteer's order; ``()`` where none is known.

    What the gazetteer lacks may hold the name of a place that it knows ("Leeds General Infirmary"): the candidates of
    that name stand in, each with the form ``inside``.
    """
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
    return _people(name, gazetteer) or _inside(name, gazetteer)


def bare_forms(name: str) -> tuple[str, ...]:
    """Return ``name`` spelt out, without direction, generic word, or both ("eastern Donbas region" -> "Donbas")."""
    full = name
    for short, long in _SHORT:
        full = short.sub(long, full)
    undirected = _DIRECTION.sub("", full)
    plain = (
        full,
        _TURNED.sub(r"\2 \1", full),
        _GENERIC.sub("", full),
        undirected,
        _GENERIC.sub("", undirected),
        _OF.sub("", full),
    )
    return tuple(form for form in dict.fromkeys(plain) if form and form != name and not _is_generic(form))


def _is_generic(form: str) -> bool:
    """Tell whether nothing of a name is left but what it is: the "Road" of "Republic Road"."""
    return all(word.casefold().strip(".") in site_words() for word in form.split())


def _people(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Return the places whose people are called so by the common endings: Londoners, Berliners, Richmondites."""
    stem = _PEOPLE.sub("", name)
    if stem == name or len(stem) < _STEM:
        return ()
    return tuple(replace(each, form="demonym") for each in meanings(gazetteer, stem) if each.form != "demonym")


def _inside(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Return the places that a longer name mentions, those of its last name first."""
    found: dict[str, Candidate] = {}
    for inner in inner_names(name, gazetteer)[:_INSIDE]:
        for each in meanings(gazetteer, inner):
            if _well_known(each):
                found.setdefault(each.place.id, replace(each, form="inside"))
    return tuple(found.values())


def _well_known(candidate: Candidate) -> bool:
    """Tell whether sites may well bear the place's name: no hamlet, nor a place that is mainly called otherwise."""
    place = candidate.place
    if candidate.form == "alternate" or place.kind in {"village", "airport", "site", "river", "lake"}:
        return False
    return place.kind != "city" or (place.population or 0) >= _NAMED_AFTER


def inner_names(name: str, gazetteer: Gazetteer) -> list[str]:
    """Return the place names inside a longer name, the longest first, of equals the last; they do not overlap.

    Words that only tell what a thing is ("Street", "General", "Hospital") are no names.
    """
    words = [word for part in _JOINED.split(name) for word in (*_WORD.findall(part), _END)]
    plain = [word.casefold().strip(".") in site_words() or not word[0].isupper() for word in words]
    spans = [span for span in gazetteer.spans(words) if span != (0, len(words) - 1) and not all(plain[slice(*span)])]
    taken: list[tuple[int, int]] = []
    for first, last in sorted(spans, key=lambda span: (span[0] - span[1], -span[0])):
        if all(last <= start or end <= first for start, end in taken):
            taken.append((first, last))
    return [" ".join(words[first:last]) for first, last in taken]


def is_site(name: str) -> bool:
    """Tell whether a name says that it is a site, which stands somewhere: a street, a hospital, a numbered road."""
    words = [word.casefold().strip(".") for word in _WORD.findall(name)]
    return any(site_words().get(word) == "site" for word in words) or bool(_ROAD.match(name))


@cache
def site_words() -> dict[str, str]:
    """Return the words that make a name that of a site or of a body, each with which of the two."""
    return {row["word"]: row["kind"] for row in rows(__package__, "sites")}
