"""The parts of a KML 2.2 document, in the order in which its schema wants them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal
from xml.etree import ElementTree as ET

from geonews.export.movements import Way
from geonews.export.worldmap import Sign

Schema = Mapping[str, Literal["string", "int", "double"]]
"""Names of facts and their types, so that programs sort and filter by them."""
_PINS: dict[Sign, str] = {
    "town": "ff5ac8fa",
    "country": "ff4aa0c8",
    "continent": "ff2c6c94",
    "region": "ff80d0e8",
    "water": "fff0b070",
    "site": "ffd070e0",
}
"""Colours of pins, as KML has them: opacity, blue, green, red."""
_LINE, _COUNT = "b6630b", "ff3c8cf0"
UNSURE = "-unsure"
"""Ends the name of the style of a pin that is faint, as its place is doubtful."""
MOVEMENTS: dict[Way, str] = {"whole": "movement", "dashed": "movement-said", "dotted": "movement-unsure"}
"""Names of the styles of lines; KML has no dashes, so what is planned, denied or doubtful is thin and faint."""
_LOOKS: dict[Way, tuple[str, str]] = {"whole": ("ff", "3"), "dashed": ("a0", "2"), "dotted": ("60", "1")}
"""Opacity and width of them."""
_FACTS = "-facts"
"""Ends the id of a schema: no two things in a document have one id."""
_NO_NAME = re.compile("[^A-Za-z0-9-]")


def styles(sizes: int, schemas: Mapping[str, Schema]) -> str:
    """Return the styles of pins (a sign and a size: "town1"), movements and claims, and the types of facts."""
    pins = [
        _pin(f"{sign}{size}{end}", opacity + colour[2:], 0.7 + 0.3 * size)
        for sign, colour in _PINS.items()
        for size in _upto(sizes)
        for end, opacity in (("", "ff"), (UNSURE, "70"))
    ]
    parts = [
        *pins,
        *map(_line, MOVEMENTS),
        _pin("claim", _COUNT, 0.8),
        *(_schema(name, facts) for name, facts in schemas.items()),
    ]
    return "".join(ET.tostring(each, encoding="unicode") + "\n" for each in parts)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a placemark says, but for where it is."""

    identity: str
    """Like no other in the document."""
    name: str
    snippet: str
    """A line for lists."""
    description: str
    """HTML."""
    days: tuple[date | None, date | None]
    """First and last; ``None`` is undated."""
    style: str
    schema: str
    """Name of that of the values."""
    values: Mapping[str, object]
    """``None`` is left out."""


def placemark(facts: Facts) -> ET.Element:
    """Return a placemark that lacks only where it is."""
    mark = ET.Element("Placemark", id=_identifier(facts.identity))
    add(mark, "name", facts.name)
    add(mark, "Snippet", facts.snippet).set("maxLines", "1")
    add(mark, "description", facts.description)
    _time(mark, *facts.days)
    add(mark, "styleUrl", f"#{facts.style}")
    held = add(add(mark, "ExtendedData"), "SchemaData")
    held.set("schemaUrl", f"#{facts.schema}{_FACTS}")
    for name, value in facts.values.items():
        if value is not None:
            add(held, "SimpleData", str(value)).set("name", name)
    return mark


def add(parent: ET.Element, name: str, text: str = "") -> ET.Element:
    """Add an element of this text, and return it."""
    made = ET.SubElement(parent, name)
    made.text = text
    return made


def element(name: str, text: str) -> str:
    """Return an element of this text as a line."""
    return ET.tostring(add(ET.Element("kml"), name, text), encoding="unicode") + "\n"


def _time(mark: ET.Element, first: date | None, last: date | None) -> None:
    if first is None or last is None:
        return
    if first == last:
        add(add(mark, "TimeStamp"), "when", first.isoformat())
        return
    span = add(mark, "TimeSpan")
    add(span, "begin", first.isoformat())
    add(span, "end", last.isoformat())


def _pin(name: str, colour: str, scale: float) -> ET.Element:
    made = _style(name)
    icon = add(made, "IconStyle")
    add(icon, "color", colour)
    add(icon, "scale", f"{scale:.1f}")
    return made


def _line(way: Way) -> ET.Element:
    opacity, width = _LOOKS[way]
    made = _style(MOVEMENTS[way])
    held = add(made, "LineStyle")
    add(held, "color", opacity + _LINE)
    add(held, "width", width)
    return made


def _style(name: str) -> ET.Element:
    return ET.Element("Style", id=name)


def _schema(name: str, facts: Schema) -> ET.Element:
    made = ET.Element("Schema", name=name, id=f"{name}{_FACTS}")
    for fact, kind in facts.items():
        ET.SubElement(made, "SimpleField", type=kind, name=fact)
    return made


def _upto(sizes: int) -> range:
    return range(1, sizes + 1)


def _identifier(identity: str) -> str:
    """Return what XML takes for an id, another for each identity."""
    return _NO_NAME.sub(lambda found: f"_{ord(found[0]):x}.", identity)
