"""The corpus as KML 2.2 (OGC), for Google Earth, QGIS and others: folders of places, movements and claims.

Written with the standard library: simplekml and fastkml are under the LGPL, and both hold the whole document at once.
Everything dated has its time, so that a time slider goes through it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape
from math import sqrt
from typing import NamedTuple
from xml.etree import ElementTree as ET

from geonews.claims import Claim, denying, happened
from geonews.export import words
from geonews.export.amounts import hedge, named, then
from geonews.export.byhand import noted
from geonews.export.claims import row
from geonews.export.evidence import Evidence, Write
from geonews.export.kmlparts import MOVEMENTS, UNSURE, Facts, Schema, add, element, placemark, styles
from geonews.export.movements import called, sureness, way_of
from geonews.export.permalinks import place_html
from geonews.export.worldmap import sign_of
from geonews.models import Place
from geonews.store import MovementRow, PassageRow, PlaceRow

_MOST, _MOST_CLAIMS = 50, 1000
"""Passages that the balloon of a place can show and still be read; claims that Google Earth can list."""
_SIZES = 3
_PLACE: Schema = {
    "id": "string",
    "kind": "string",
    "country": "string",
    "mentions": "int",
    "mentions_once": "int",
    "articles": "int",
    "stories": "int",
    "figures": "int",
    "confidence": "double",
    "corrected": "int",
}
_FIGURE: Schema = {
    "low": "double",
    "high": "double",
    "approximate": "string",
    "noun": "string",
    "kind": "string",
    "currency": "string",
    "owner": "string",
    "status": "string",
    "said_by": "string",
    "denied_by": "string",
    "date": "string",
}
_CLAIM: Schema = {**_FIGURE, "places": "string", "independent": "int", "copies": "int"}


def pieces(evidence: Evidence) -> Iterator[str]:
    """Yield one document, a placemark at a time. A balloon renders HTML, so what articles say is escaped twice."""
    about = evidence.about
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
    yield element("name", about.values()["title"]) + element("description", escape(about.sentence))
    yield styles(_SIZES, {"place": _PLACE, "movement": _FIGURE, "claim": _CLAIM})
    most = max((each.once for each in evidence.place_rows), default=1)
    yield from _folder(
        "Places",
        (_place(row, list(found), most) for row, found in evidence.written(_passages(evidence.page), _MOST + 1)),
    )
    yield from _folder("Movements", (_movement(at, row, evidence.page) for at, row in enumerate(evidence.movements())))
    found = evidence.claims(_MOST_CLAIMS)
    denied_by = denying(evidence.denials(found))
    claims = [(claim, denied_by(claim)) for claim in found if claim.places]
    title = f"Claims with a place, of the {_MOST_CLAIMS:,} of most sources"
    yield from _folder(title, (_claim(at, *each, evidence.page) for at, each in enumerate(claims)))
    yield "</Document>\n</kml>\n"


def _folder(name: str, marks: Iterable[ET.Element]) -> Iterator[str]:
    yield "<Folder>\n" + element("name", name)
    for mark in marks:
        yield ET.tostring(mark, encoding="unicode") + "\n"
    yield "</Folder>\n"


def _place(row: PlaceRow, found: Sequence[str], most: int) -> ET.Element:
    place = row.place
    doubt = words.doubt(row.confidence)
    size = min(int(sqrt(row.once / most) * _SIZES) + 1, _SIZES)
    values = {
        "id": place.id,
        "kind": place.kind,
        "country": place.country,
        "mentions": row.mentions,
        "mentions_once": row.once,
        "articles": row.articles,
        "stories": row.stories,
        "figures": row.figures,
        "confidence": row.confidence,
        "corrected": row.corrected,
    }
    facts = Facts(
        identity=f"place:{place.id}",
        name=place.name + ("?" if doubt else ""),
        snippet=", ".join(filter(None, (f"{words.kind_of(place)}: {words.mentions(row)}", doubt))),
        description=(f"<p>Uncertain: {doubt} at best</p>" if doubt else "") + _balloon(found),
        days=(row.oldest, row.newest),
        style=f"{sign_of(place.kind)}{size}{UNSURE * bool(doubt)}",
        schema="place",
        values=values,
    )
    return _pinned(placemark(facts), place)


def _movement(at: int, row: MovementRow, page: str) -> ET.Element:
    stated, figure = row.statement, row.statement.figure
    told = {"said_by": figure.attribution, "denied_by": figure.denier}
    values = {name: told.get(name) or getattr(figure, name, None) for name in _FIGURE}
    article = stated.title, stated.key, stated.url, stated.source, stated.day
    cited = _Cited(stated.text, article, place_html(page, stated.key, stated.start))
    sure = [sureness(stated, end) for end in (row.origin, row.destination)]
    ends = " to ".join(map(called, (row.origin, row.destination), sure))
    status = hedge(figure.status)
    said = f"<p>{escape(words.STATUSES[figure.status])}: <bdi>{escape(ends)}</bdi></p>"
    facts = Facts(
        identity=f"movement:{at + 1}",
        name=words.clipped(f"{figure.quote}{f' ({status})' if status else ''}: {ends}"),
        snippet=", ".join(filter(None, (ends, status))),
        description=said + _paragraph(cited),
        days=(stated.day, stated.day),
        style=MOVEMENTS[way_of(figure.status, min(sure))],
        schema="movement",
        values=values,
    )
    mark = placemark(facts)
    way = add(mark, "LineString")
    add(way, "tessellate", "1")
    add(way, "coordinates", " ".join(f"{end.lon},{end.lat}" for end in (row.origin, row.destination)))
    return mark


def _claim(at: int, claim: Claim, denials: Sequence[Claim], page: str) -> ET.Element:
    values = row(claim, denials=denials)
    cited = (
        _Cited(
            each.sentence,
            (each.title, each.key, each.url, each.publisher, each.day),
            place_html(page, each.key, each.start),
        )
        for each in claim.sources[:_MOST]
    )
    facts = Facts(
        identity=f"claim:{at + 1}",
        name=named(claim),
        snippet=", ".join(filter(None, (claim.owner, words.counted(claim.independent, "source")))),
        description="".join(map(_paragraph, cited)),
        days=_days(claim),
        style="claim",
        schema="claim",
        values={name: values[name] for name in _CLAIM},
    )
    return _pinned(placemark(facts), claim.places[0].place)


def _days(claim: Claim) -> tuple[date | None, date | None]:
    """Return when it happened, where that is told; else from when to when it is said."""
    if then(claim) and (told := happened(claim)):
        return told
    return claim.first, claim.last


def _pinned(mark: ET.Element, place: Place) -> ET.Element:
    add(add(mark, "Point"), "coordinates", f"{place.lon},{place.lat}")
    return mark


def _balloon(found: Sequence[str]) -> str:
    more = f"<p>The newest {_MOST}; there are more.</p>" if len(found) > _MOST else ""
    return "".join(found[:_MOST]) + more


def _passages(page: str) -> Write:
    """Return what writes a passage of a place."""

    def write(_: PlaceRow, row: PassageRow) -> str:
        article = row.title, row.id, row.url, row.source, row.day
        also = f"also in {words.counted(row.copies, 'other article')}" if row.copies else ""
        note = "; ".join(filter(None, (also, noted(row.by_hand))))
        return _paragraph(_Cited(row.text, article, place_html(page, row.key, row.start), note))

    return write


class _Cited(NamedTuple):
    """A sentence with where it stands."""

    text: str
    article: tuple[str | None, str | int, str | None, str | None, date | None]
    """Title, id, address, publisher, day."""
    at: str
    """Where in its text, as HTML."""
    note: str = ""


def _paragraph(cited: _Cited) -> str:
    """Return HTML; each piece is kept from turning round what stands beside it."""
    noticed = f"<br><bdi>{escape(cited.note)}</bdi>" if cited.note else ""
    return f"<p><bdi>{escape(cited.text.strip())}</bdi><br>{_source(*cited.article)}, {cited.at}{noticed}</p>"


@functools.lru_cache(_MOST)
def _source(title: str | None, identity: object, url: str | None, publisher: str | None, day: date | None) -> str:
    """Return the article, as HTML; kept, as many passages beside each other are of one."""
    named = f"<bdi>{escape(words.cited(title, identity))}</bdi>"
    address = words.web_address(url)
    linked = f'<a href="{escape(address)}">{named}</a>' if address else named
    return f"{linked}, <bdi>{escape(words.publisher(publisher))}</bdi>, {escape(words.day(day))}"
