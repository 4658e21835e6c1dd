"""The corpus as KML 2.2 (OGC), for Google Earth, QGIS and others: a placemark a place.

Written with the standard library: simplekml and fastkml are under the LGPL, and both hold the whole document at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from xml.etree import ElementTree as ET

from geonews.export import words
from geonews.export.byhand import noted
from geonews.export.evidence import Evidence
from geonews.store import PassageRow, PlaceRow

_MOST = 50
"""Passages that the balloon of a place can show and still be read."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def pieces(evidence: Evidence) -> Iterator[str]:
    """Yield one document, a place at a time. A balloon renders HTML, so what articles say is escaped twice."""
    about = evidence.about
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
    yield _element("name", about.values()["title"]) + _element("description", escape(about.sentence))
    for row, found in evidence.places(each=_MOST + 1):
        yield ET.tostring(_placemark(row, list(found)), encoding="unicode") + "\n"
    yield "</Document>\n</kml>\n"


def _placemark(row: PlaceRow, found: Sequence[PassageRow]) -> ET.Element:
    place = row.place
    mark = ET.Element("Placemark")
    _add(mark, "name", place.name)
    _add(mark, "Snippet", f"{words.kind_of(place)}: {words.counted(row.mentions, 'mention')}").set("maxLines", "1")
    _add(mark, "description", _balloon(found))
    if row.newest:
        _add(_add(mark, "TimeStamp"), "when", row.newest.isoformat())
    data = _add(mark, "ExtendedData")
    facts = {
        "id": place.id,
        "kind": place.kind,
        "country": place.country or "",
        "mentions": row.mentions,
        "articles": row.articles,
        "figures": row.figures,
        "confidence": row.confidence,
        "corrected": row.corrected,
    }
    for name, value in facts.items():
        held = _add(data, "Data")
        held.set("name", name)
        _add(held, "value", str(value))
    _add(_add(mark, "Point"), "coordinates", f"{place.lon},{place.lat}")
    return mark


def _balloon(found: Sequence[PassageRow]) -> str:
    more = f"<p>The newest {_MOST}; there are more.</p>" if len(found) > _MOST else ""
    return "".join(map(_passage, found[:_MOST])) + more


def _passage(row: PassageRow) -> str:
    title = escape(words.headline(row.title, row.id))
    address = words.web_address(row.url)
    linked = f'<a href="{escape(address)}">{title}</a>' if address else title
    about = f"{escape(words.publisher(row.source))}, {escape(words.day(row.day))}"
    note = f"<br>{escape(noted(row.by_hand))}" if row.by_hand else ""
    return f"<p>{escape(row.text.strip())}<br>{linked}, {about}{note}</p>"


def _add(parent: ET.Element, name: str, text: str = "") -> ET.Element:
    made = ET.SubElement(parent, name)
    made.text = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    return made


def _element(name: str, text: str) -> str:
    return ET.tostring(_add(ET.Element("kml"), name, text), encoding="unicode") + "\n"
