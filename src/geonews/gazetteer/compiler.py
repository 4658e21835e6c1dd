"""Entries -> tables: everything that is expensive (folding, sorting, ranking) happens here, once, at build time."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from heapq import nsmallest
from zlib import crc32

from geonews.gazetteer.cells import cell, cell_table
from geonews.gazetteer.entries import Entry, is_postal
from geonews.gazetteer.kinds import FORM_NUMBER, FORMS, KIND_NUMBER, weight
from geonews.gazetteer.names import fold
from geonews.gazetteer.tables import DEGREE, Table
from geonews.models import NameForm, Place

_SIMILAR = 0.7
DENSE = 4000
"""A prefix of more names than this has its best ones listed, so that the first letters typed find countries."""
_BEST = 60
Posting = tuple[int, int]
"""Place number and form number."""


def compile_tables(entries: Iterable[Entry]) -> dict[str, Table]:
    """Return the tables of a gazetteer. The order of the entries does not matter; ids must be distinct."""
    ordered = sorted(entries, key=_order)
    return {
        **_place_tables(ordered),
        **_name_tables(ordered),
        **_shape_tables(ordered),
        **_country_tables(ordered),
        **cell_table([(entry.place.lat, entry.place.lon) for entry in ordered]),
    }


def _order(entry: Entry) -> tuple[int, int, str]:
    """Core before villages; in the core, GeoNames numbers first, so that they can be searched.

    Villages of the postal files lie by map square, which compresses well; their ids are made of their own columns.
    """
    place = entry.place
    if place.kind == "village":
        return (3, cell(place.lat, place.lon), place.id) if is_postal(place) else (2, 0, place.id)
    return (0, place.geonameid or 0, place.id) if _is_numbered(place) else (1, 0, place.id)


def _is_numbered(place: Place) -> bool:
    return place.geonameid is not None and place.id == f"gn:{place.geonameid}"


class _Texts:
    """Distinct texts, numbered as they come."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {"": 0}

    def number(self, text: str | None) -> int:
        return self.numbers.setdefault(text or "", len(self.numbers))

    def tables(self, name: str) -> dict[str, Table]:
        return text_tables(name, self.numbers)


def text_tables(name: str, texts: Iterable[str]) -> dict[str, Table]:
    """Return a table of texts end to end and one of where each ends."""
    blob = bytearray()
    ends = array("I")
    for text in texts:
        blob += text.encode()
        ends.append(len(blob))
    return {f"{name}_text": bytes(blob), f"{name}_end": ends}


def _place_tables(ordered: Sequence[Entry]) -> dict[str, Table]:
    texts = _Texts()
    places = [entry.place for entry in ordered]
    boxes = {box: number for number, box in enumerate(dict.fromkeys(p.extent for p in places if p.extent), 1)}
    core = sum(place.kind != "village" for place in places)
    numbered = sum(place.kind != "village" and _is_numbered(place) for place in places)
    named = sum(place.kind != "village" or not is_postal(place) for place in places)
    return {
        "counts": array("I", [len(places), core, numbered, named]),
        "kind": array("B", [KIND_NUMBER[place.kind] for place in places]),
        "country": array("I", [texts.number(place.country) for place in places]),
        "name": array("I", [texts.number(place.name) for place in places]),
        "lat": array("i", [round(place.lat * DEGREE) for place in places]),
        "lon": array("i", [round(place.lon * DEGREE) for place in places]),
        "admin1": array("I", [texts.number(place.admin1) for place in places]),
        "admin2": array("I", [texts.number(place.admin2) for place in places]),
        "population": array("I", [place.population + 1 if place.population is not None else 0 for place in places]),
        "geonameid": array("I", [place.geonameid or 0 for place in places]),
        "box_of": array("H" if len(boxes) < 1 << 16 else "I", [boxes[p.extent] if p.extent else 0 for p in places]),
        "box": array("i", [round(side * DEGREE) for box in boxes for side in box]),
        "rank": array("B", [_quantised(entry.prominence) for entry in ordered]),
        **text_tables("id", [place.id for place in places[numbered:named]]),
        **texts.tables("string"),
    }


def _quantised(prominent: float) -> int:
    return min(255, round(8 * math.log2(prominent + 1)))


def _name_tables(ordered: Sequence[Entry]) -> dict[str, Table]:
    postings: dict[str, list[Posting]] = {}
    for number, entry in enumerate(ordered):
        own: dict[str, NameForm] = {fold(entry.place.name): "name"}
        for name, form in entry.names:
            own.setdefault(fold(name), form)
        for key, form in own.items():
            if key:
                postings.setdefault(key, []).append((number, FORM_NUMBER[form]))
    ends, places, forms = array("I"), array("I"), array("B")
    keys = sorted(postings, key=str.encode)
    for key in keys:
        ranked = postings[key]
        if len(ranked) > 1:
            ranked.sort(key=lambda posting: _rank(key, posting, ordered))
        places.extend(place for place, _ in ranked)
        forms.extend(form for _, form in ranked)
        ends.append(len(places))
    best = _dense_tables(keys, [ordered[postings[key][0][0]].prominence for key in keys])
    return {
        "posting_end": ends,
        "posting_place": places,
        "posting_form": forms,
        **text_tables("key", keys),
        "slot": slot_table([key.encode() for key in keys]),
        **best,
    }


def slot_table(keys: Sequence[bytes]) -> Table:
    """Return a hash table of the keys' numbers + 1 (0 is free): CRC-32, then the next free slot."""
    size = 1 << max(4, (len(keys) * 4 // 3).bit_length())
    slots = array("I", bytes(4 * size))
    for number, key in enumerate(keys, 1):
        at = crc32(key) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = number
    return slots


def _dense_tables(keys: Sequence[str], prominent: Sequence[float]) -> dict[str, Table]:
    """List the most prominent names of each prefix that very many names share."""
    best: dict[str, list[int]] = {}
    sharing: dict[str, list[int]] = {"": list(range(len(keys)))}
    while sharing:
        longer: dict[str, list[int]] = {}
        for prefix, numbers in sharing.items():
            if len(numbers) <= DENSE:
                continue
            best[prefix] = nsmallest(_BEST, numbers, key=lambda number: (-prominent[number], number))
            for number in numbers:
                if len(keys[number]) > len(prefix):
                    longer.setdefault(keys[number][: len(prefix) + 1], []).append(number)
        sharing = longer
    prefixes = sorted(best, key=str.encode)
    listed, ends = array("I"), array("I")
    for prefix in prefixes:
        listed.extend(best[prefix])
        ends.append(len(listed))
    return {"best_key": listed, "best_end": ends, **text_tables("dense", prefixes)}


def _rank(key: str, posting: Posting, ordered: Sequence[Entry]) -> tuple[bool, float, int]:
    number, form_number = posting
    entry = ordered[number]
    form = FORMS[form_number]
    similar = form == "alternate" and SequenceMatcher(None, key, fold(entry.place.name)).ratio() > _SIMILAR
    return entry.place.kind == "village", -weight(entry.prominence, form, similar=similar), number


def _country_tables(ordered: Sequence[Entry]) -> dict[str, Table]:
    """Return the places that an ISO code stands for, and the id of what each is part of (its continent)."""
    numbers = [n for n, entry in enumerate(ordered) if entry.place.kind in {"country", "territory"}]
    above = [ordered[number].above or "" for number in numbers]
    return {"country_place": array("I", numbers), **text_tables("above", above)}


def _shape_tables(ordered: Sequence[Entry]) -> dict[str, Table]:
    places, shape_ends, ring_ends, points = array("I"), array("I"), array("I"), array("i")
    for number, entry in enumerate(ordered):
        if not entry.rings:
            continue
        for ring in entry.rings:
            for lon, lat in ring:
                points.extend((round(lon * DEGREE), round(lat * DEGREE)))
            ring_ends.append(len(points) // 2)
        places.append(number)
        shape_ends.append(len(ring_ends))
    return {"shape_place": places, "shape_end": shape_ends, "ring_end": ring_ends, "point": points}
