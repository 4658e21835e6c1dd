"""Reads ``data/lessons.txt``, paragraphs of our own with gaps, and fills the gaps with names of the gazetteer."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from geonews.evaluation import Gold
from geonews.extraction.nlp import Analyser
from geonews.gazetteer import Gazetteer
from geonews.models import PlaceKind
from geonews.tables import rows
from geonews.training.annotated import Example

_GAP = re.compile(r"<=(?P<said>[^>]+)>|[<{](?P<kind>admin1|[a-z]+)(?P<number>\d?)[>}]")
_KINDS: dict[str, PlaceKind] = {
    "country": "country",
    "admin1": "admin1",
    "city": "city",
    "town": "city",
    "village": "village",
    "river": "river",
}
_ENDINGS = ("n", "an", "ian", "ese", "i")
_CITY, _TOWN = 200_000, 5_000
"""People, at the least."""
_EARTH = (-180.0, -60.0, 180.0, 75.0)
_PLAIN = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?")
"""Names as an English paper would print them."""

Names = Mapping[str, Sequence[str]]


def lessons(analyse: Analyser, gazetteer: Gazetteer, times: int = 8) -> Iterator[Example]:
    """Yield every paragraph ``times`` times, each time with other names; the same ones whenever it is called."""
    names, random_ = _names(gazetteer), random.Random(1)  # noqa: S311 - no secret
    for template in _templates():
        for _ in range(times if _GAP.search(template) else 1):
            yield _example(template, names, random_, analyse)


def _templates() -> list[str]:
    text = (files("geonews.training") / "data" / "lessons.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _names(gazetteer: Gazetteer) -> Names:
    found: dict[str, set[str]] = {gap: set() for gap in _KINDS}
    for place in gazetteer.within(_EARTH, set(_KINDS.values())):
        people = place.population or 0
        for gap in (gap for gap, kind in _KINDS.items() if kind == place.kind):
            fits = {"city": people >= _CITY, "town": _TOWN <= people < _CITY}.get(gap, True)
            if fits and _PLAIN.fullmatch(place.name):
                found[gap].add(place.name)
    persons = rows("geonews.extraction.toponyms", "persons")
    for kind in ("given", "surname"):
        found[kind] = {row["name"] for row in persons if float(row[kind])}
    forms = {country.removesuffix("a") + ending for country in found["country"] for ending in _ENDINGS}
    found["demonym"] = {form for form in forms if any(c.form == "demonym" for c in gazetteer.lookup(form))}
    return {gap: sorted(each) for gap, each in found.items()}


def _example(template: str, names: Names, random_: random.Random, analyse: Analyser) -> Example:
    filled: dict[str, str] = {}
    text, at = "", 0
    gold = []
    for gap in _GAP.finditer(template):
        text += template[at : gap.start()]
        name = gap["said"] or filled.setdefault(gap[0][1:-1], "") or random_.choice(names[gap["kind"]])
        filled[gap[0][1:-1]] = name
        if gap[0].startswith("<"):
            gold.append(Gold(len(text), len(text) + len(name)))
        text, at = text + name, gap.end()
    text += template[at:]
    return Example(text, analyse.names(text)[1], tuple(gold))
