"""Claims to what others read: JSON records, a CSV table, lines for a terminal. Nothing is ever summed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from geonews.claims import Claim, LineUp, Pair, PlaceRole, Source, denying, line_up
from geonews.export.amounts import claimed_fate, opposed
from geonews.export.byhand import NOTE
from geonews.export.contract import SCHEMA, spot, stated
from geonews.export.evidence import Evidence
from geonews.export.permalinks import LINK, permalink
from geonews.export.statement import table
from geonews.export.tables import inert_cells
from geonews.export.words import doubt, web_address

COLUMNS = {
    "low": "the lower bound; empty: none is stated",
    "high": "the upper bound; empty: none is stated",
    "approximate": "whether the bounds are about so much",
    "noun": "what is counted",
    "kind": "troops, ships, money and so on",
    "fate": "of people: dead, injured and so on, by the words of the first source; empty: the noun tells it",
    "currency": "ISO 4217",
    "owner": "whose it is",
    "status": "what became of it",
    "places": "the places, each with what it is to the figure",
    "said_by": "who says so, verbatim",
    "denied_by": "who denies it, and what its own articles say against it, be it outside the filter; empty: nothing",
    "date": "ISO 8601, of what is claimed",
    "first": "day of the first dated source",
    "last": "day of the last dated source",
    "independent": "sources that do not copy one another and are not of one publisher",
    "copies": "sources beyond these",
    "quote": "the figure as its first source writes it, with what it counts",
    "sentence": "of the first source, verbatim",
    "sources": "day, publisher and address (or key in the store) of each",
    "links": f"of each source: {LINK}",
    "place_ids": "ids of the places",
    "confidence": "of the place that is least sure, 0 to 1; empty: no place",
    "lat": "of the first place, WGS84 degrees",
    "lon": "of the first place, WGS84 degrees",
}
"""Name of each column to what it holds."""
Record = dict[str, Any]


def record(claim: Claim) -> Record:
    """Turn a claim into plain JSON values; an offset is a half-open code point of the article's text."""
    return {
        **stated(claim),
        "currency": claim.currency,
        "fate": claimed_fate(claim),
        "places": [_place(each) for each in claim.places],
        "attributions": list(claim.attributions),
        "deniers": list(claim.deniers),
        "date": claim.date,
        "first": _day(claim.first),
        "last": _day(claim.last),
        "independent": claim.independent,
        "copies": claim.copies,
        "sources": [_source(each) for each in claim.sources],
    }


def _json(claims: Sequence[Claim], denials: Iterable[Claim]) -> Iterator[str]:
    denied_by = denying(denials)
    at = {id(claim): index for index, claim in enumerate(claims)}
    line_ups = [_line_up(each, [at[id(claim)] for claim in each.claims]) for each in line_up(claims)]
    stated_claims = [
        {**record(claim), "denied_by": [_source(each.sources[0]) for each in denied_by(claim)]} for claim in claims
    ]
    whole_answer = {"schema": SCHEMA, "claims": stated_claims, "line_ups": line_ups}
    yield json.dumps(whole_answer, ensure_ascii=False, indent=1) + "\n"


def _csv(claims: Iterable[Claim], denials: Iterable[Claim]) -> Iterator[str]:
    denied_by = denying(denials)
    return _table((claim, denied_by(claim)) for claim in claims)


def _table(claims: Iterable[tuple[Claim, Sequence[Claim]]], page: str = "") -> Iterator[str]:
    """Yield a CSV table, one row a claim, header first; a cell that a spreadsheet would run is made inert."""
    return table(COLUMNS, (inert_cells(row(claim, page, denials).values()) for claim, denials in claims))


def pieces(evidence: Evidence) -> Iterator[str]:
    """Yield the table of all claims of a corpus, those of most articles first."""
    return _table(evidence.all_claims(), evidence.page)


FORMATS: dict[str, Callable[[Sequence[Claim], Iterable[Claim]], Iterator[str]]] = {"json": _json, "csv": _csv}
"""Name of a format to the function that writes claims in it, given what may deny them, as pieces of text."""


def where(places: Iterable[PlaceRole]) -> str:
    """Return the places with their roles: "Poland (destination); Germany (origin, 24% sure)"."""
    return "; ".join(f"{each.place.name} ({', '.join(filter(None, _facts(each)))})" for each in places)


def _facts(each: PlaceRole) -> tuple[str, ...]:
    return (each.role, NOTE if each.corrected else "", doubt(each.confidence))


def row(claim: Claim, page: str = "", denials: Sequence[Claim] = ()) -> Record:
    """Return a claim as plain values, none of them a list, by name of its column; ``page`` is that of ``Evidence``.

    ``denials`` are what denies it.
    """
    found = {
        **record(claim),
        **_flat(claim, page),
        "denied_by": "; ".join(filter(None, (*claim.deniers, opposed(denials)))),
    }
    return {name: found[name] for name in COLUMNS}


def _flat(claim: Claim, page: str) -> Record:
    first = claim.places[0].place if claim.places else None
    return {
        "approximate": str(claim.approximate).lower(),
        "places": where(claim.places),
        "said_by": "; ".join(claim.attributions),
        "quote": claim.sources[0].quote,
        "sentence": claim.sources[0].sentence,
        "sources": "; ".join(
            " ".join(filter(None, (_day(each.day), each.publisher, web_address(each.url) or each.key)))
            for each in claim.sources
        ),
        "links": "; ".join(permalink(page, each.key, each.start) for each in claim.sources),
        "place_ids": "; ".join(dict.fromkeys(each.place.id for each in claim.places)),
        "confidence": min((each.confidence for each in claim.places), default=None),
        "lat": first and first.lat,
        "lon": first and first.lon,
    }


def _place(each: PlaceRole) -> Record:
    return {"role": each.role, "corrected": each.corrected, "confidence": each.confidence, **spot(each.place)}


def _source(source: Source) -> Record:
    return {
        "article": source.key,
        "title": source.title,
        "source": source.publisher,
        "url": web_address(source.url),
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
