"""Reads texts of our own with gaps, and fills the gaps with names of the gazetteer.

``data/articles.txt`` holds whole articles, ``data/lessons.txt`` sentences for what articles seldom hold.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from geonews.evaluation import Gold
from geonews.extraction.nlp import Analyser
from geonews.gazetteer import Gazetteer
from geonews.models import Place, PlaceKind
from geonews.tables import rows
from geonews.training.annotated import Example

_GAP = re.compile(r"<=(?P<said>[^>]+)>|[<{](?P<kind>admin1|[a-z]+|[A-Z]+)(?P<number>\d?)[>}]")
_TRAP = re.compile(r"\{(?!given|surname)")
_KINDS: dict[str, PlaceKind] = {
    "country": "country",
    "admin1": "admin1",
    "state": "admin1",
    "county": "admin2",
    "village": "village",
    "river": "river",
    "island": "island",
    "city": "city",
    "town": "city",
    "ustown": "city",
    "uktown": "city",
}
_COUNTRIES = {"ustown": "US", "county": "US", "state": "US", "uktown": "GB"}
_ENDINGS = ("n", "an", "ian", "ese", "i")
_CITY, _TOWN = 200_000, 5_000
"""People, at the least."""
_EARTH = (-180.0, -60.0, 180.0, 75.0)
_PLAIN = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?")
"""Names as an English paper would print them."""
_LONG = re.compile(
    r"[A-Z][a-z]+(?:[ -](?:[a-z]{1,4}|[A-Z][a-z]+))*[ -][a-z]{1,4}[ -][A-Z][a-z]+|(?:[A-Z][a-z]+-){1,2}[A-Z][a-z]+"
)
"""Names of several words with hyphens and particles."""
_SEVERAL: frozenset[PlaceKind] = frozenset({"city", "admin1", "admin2", "village"})
_HEAD = re.compile(r"[^aeiouy]*[aeiouy]+", re.IGNORECASE)
"""What a name keeps of its first syllable."""
_INVENTED = 3_000

Names = Mapping[str, Sequence[str]]


def lessons(
    analyse: Analyser, gazetteer: Gazetteer, *, sentences: int = 4, traps: int = 2, articles: int = 2
) -> Iterator[Example]:
    """Yield every text as often as said, each time with other names; the same ones whenever it is called.

    ``traps`` are the sentences that bear no place or hold a name that is none there: more of them than news has teach
    doubt of real places.
    """
    names, random_ = _names(gazetteer), random.Random(1)  # noqa: S311 - no secret
    for template in _lines("lessons"):
        yield from _filled(template, traps if _is_trap(template) else sentences, names, random_, analyse)
    for template in _articles():
        yield from _filled(template, articles, names, random_, analyse)


def _filled(template: str, times: int, names: Names, random_: random.Random, analyse: Analyser) -> Iterator[Example]:
    for _ in range(times if _GAP.search(template) else 1):
        yield _example(template, names, random_, analyse)


def _is_trap(template: str) -> bool:
    return "<" not in template or _TRAP.search(template) is not None


def _articles() -> list[str]:
    blocks = "\n".join(_lines("articles", "\0")).split("\0")
    return [block.strip().replace("\n", "\n\n") for block in blocks if block.strip()]


def _lines(name: str, empty: str = "") -> Iterator[str]:
    """Yield the lines of a table of texts without comments; ``empty`` stands for an empty one, left out if it is ""."""
    for line in (files("geonews.training") / "data" / f"{name}.txt").read_text("utf-8").splitlines():
        if not line.startswith("#") and (line or empty):
            yield line or empty


def _names(gazetteer: Gazetteer) -> Names:
    found: dict[str, set[str]] = {gap: set() for gap in [*_KINDS, "long"]}
    for place in gazetteer.within(_EARTH, {*_KINDS.values(), *_SEVERAL}):
        for gap in (gap for gap in _KINDS if _fits(gap, place)):
            found[gap].add(place.name)
        if place.kind in _SEVERAL and _LONG.fullmatch(place.name):
            found["long"].add(place.name)
    persons = rows("geonews.extraction.toponyms", "persons")
    for kind in ("given", "surname"):
        found[kind] = {row["name"] for row in persons if float(row[kind])}
    forms = {country.removesuffix("a") + ending for country in found["country"] for ending in _ENDINGS}
    found["demonym"] = {form for form in forms if any(c.form == "demonym" for c in gazetteer.lookup(form))}
    found["invented"] = _invented(sorted(found["village"]), gazetteer)
    return {gap: sorted(each) for gap, each in found.items()}


def _fits(gap: str, place: Place) -> bool:
    people = place.population or 0
    size = {"city": people >= _CITY, "town": _TOWN <= people < _CITY}.get(gap, True)
    country = _COUNTRIES.get(gap)
    return (
        size
        and place.kind == _KINDS[gap]
        and (country is None or (place.country == country and people >= _TOWN * (place.kind == "city")))
        and (gap != "county" or place.name.endswith(" County"))
        and _PLAIN.fullmatch(place.name) is not None
    )


def _invented(villages: Sequence[str], gazetteer: Gazetteer) -> set[str]:
    """Return names that sound like villages and are none: the head of one with the tail of another."""
    random_ = random.Random(2)  # noqa: S311 - no secret
    found: set[str] = set()
    words = [name for name in villages if name.isalpha()]
    while words and len(found) < _INVENTED:
        head, tail = (random_.choice(words) for _ in range(2))
        cut = _HEAD.match(head)
        name = (cut[0] if cut else head) + tail[len(tail) // 2 :]
        if 5 <= len(name) <= 11 and not gazetteer.lookup(name):  # noqa: PLR2004 - letters of a pronounceable name
            found.add(name)
    return found


def _example(template: str, names: Names, random_: random.Random, analyse: Analyser) -> Example:
    filled: dict[str, str] = {}
    text, at = "", 0
    gold = []
    for gap in _GAP.finditer(template):
        text += template[at : gap.start()]
        name = gap["said"] or _name(gap, filled, names, random_)
        if gap[0].startswith("<"):
            gold.append(Gold(len(text), len(text) + len(name)))
        text, at = text + name, gap.end()
    text += template[at:]
    return Example(text, analyse.names(text)[1], tuple(gold))


def _name(gap: re.Match[str], filled: dict[str, str], names: Names, random_: random.Random) -> str:
    kind, number = gap["kind"], gap["number"]
    name = filled.setdefault(kind.lower() + number, "") or random_.choice(names[kind.lower()])
    filled[kind.lower() + number] = name
    return name.upper() if kind.isupper() else name
