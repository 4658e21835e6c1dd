"""Claims to what others read: JSON records, a CSV table, lines for a terminal. Nothing is ever summed."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from geonews.claims import Claim, LineUp, Pair, PlaceRole, Source, line_up
from geonews.export.byhand import NOTE
from geonews.export.contract import SCHEMA, spot, stated, whole
from geonews.export.tables import inert

COLUMNS = (
    "low",
    "high",
    "approximate",
    "noun",
    "kind",
    "currency",
    "owner",
    "status",
    "places",
    "said_by",
    "date",
    "first",
    "last",
    "independent",
    "copies",
    "quote",
    "sentence",
    "sources",
)
Record = dict[str, Any]


def amount(claim: Claim) -> str:
    """Return the value with its bound in words: "about 1,000", "100,000 or more", "up to 20", "10 to 20"."""
    low, high = (None if value is None else f"{whole(value):,}" for value in (claim.low, claim.high))
    if low is None and high is None:
        return "an unknown number"
    if high is None:
        value = f"{low} or more"
    elif low is None:
        value = f"up to {high}"
    else:
        value = high if low == high else f"{low} to {high}"
    money = f"{claim.currency} {value}" if claim.currency else value
    return f"about {money}" if claim.approximate else money


def record(claim: Claim) -> Record:
    """Turn a claim into plain JSON values; an offset is a half-open code point of the article's text."""
    return {
        **stated(claim),
        "currency": claim.currency,
        "places": [_place(each) for each in claim.places],
        "attributions": list(claim.attributions),
        "date": claim.date,
        "first": _day(claim.first),
        "last": _day(claim.last),
        "independent": claim.independent,
        "copies": claim.copies,
        "sources": [_source(each) for each in claim.sources],
    }


def _json(claims: Sequence[Claim]) -> Iterator[str]:
    at = {id(claim): index for index, claim in enumerate(claims)}
    line_ups = [_line_up(each, [at[id(claim)] for claim in each.claims]) for each in line_up(claims)]
    whole_answer = {"schema": SCHEMA, "claims": [record(claim) for claim in claims], "line_ups": line_ups}
    yield json.dumps(whole_answer, ensure_ascii=False, indent=1) + "\n"


def _csv(claims: Sequence[Claim]) -> Iterator[str]:
    """Yield a CSV table, one row a claim, header first; a cell that a spreadsheet would run is made inert."""
    yield _line(COLUMNS)
    for claim in claims:
        row = {**record(claim), **_flat(claim)}
        yield _line([inert(row[name]) for name in COLUMNS])


FORMATS: dict[str, Callable[[Sequence[Claim]], Iterator[str]]] = {"json": _json, "csv": _csv}
"""Name of a format to the function that writes claims in it, as pieces of text."""


def where(places: Iterable[PlaceRole]) -> str:
    """Return the places with their roles: "Poland (destination); Germany (origin, corrected by hand)"."""
    return "; ".join(f"{each.place.name} ({each.role}{f', {NOTE}' if each.corrected else ''})" for each in places)


def _flat(claim: Claim) -> Record:
    return {
        "places": where(claim.places),
        "said_by": "; ".join(claim.attributions),
        "quote": claim.sources[0].quote,
        "sentence": claim.sources[0].sentence,
        "sources": "; ".join(
            " ".join(filter(None, (_day(each.day), each.publisher, each.url or each.key))) for each in claim.sources
        ),
    }


def _place(each: PlaceRole) -> Record:
    return {"role": each.role, "corrected": each.corrected, **spot(each.place)}


def _source(source: Source) -> Record:
    return {
        "article": source.key,
        "title": source.title,
        "source": source.publisher,
        "url": source.url,
        "day": _day(source.day),
        "quote": source.quote,
        "start": source.start,
        "sentence": source.sentence,
        "copy": source.is_copy,
    }


def _line_up(lined: LineUp, claims: Sequence[int]) -> Record:
    def pairs(found: Iterable[Pair]) -> list[list[int]]:
        return [[claims[pair.first], claims[pair.second]] for pair in found]

    return {
        "owner": lined.owner,
        "kind": lined.kind,
        "what": lined.what,
        "place": {"id": lined.place.id, "name": lined.place.name},
        "claims": list(claims),
        "agreements": pairs(lined.agreements),
        "contradictions": pairs(lined.contradictions),
    }


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _line(cells: Sequence[object]) -> str:
    buffer = StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()
