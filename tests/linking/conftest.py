"""Sentences with their places marked by hand, so that these tests need no gazetteer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from geonews.extraction.figures import find_figures
from geonews.extraction.nlp import Analyser
from geonews.linking.links import link_figures
from geonews.linking.movements import movements
from geonews.linking.ownership import attribute
from geonews.linking.statements import stated
from geonews.models import Article, Figure, Link, Movement, Place, Resolution, Toponym, ToponymKind

COUNTRIES = {"Norway": "NO", "Chad": "TD", "Peru": "PE", "Kenya": "KE", "Spain": "ES", "Cuba": "CU", "Turkey": "TR"}
DEMONYMS = {"Norwegian": "Norway", "Chadian": "Chad", "Peruvian": "Peru", "Kenyan": "Kenya", "Spanish": "Spain"}
CAPITALS = {"Oslo": "NO", "Lima": "PE", "Madrid": "ES", "Nairobi": "KE"}
_MARK = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}|\b(?:Norwegian|Chadian|Peruvian|Kenyan|Spanish)\b")


@dataclass(frozen=True)
class Reading:
    """What the linking functions make of a marked sentence."""

    toponyms: tuple[Toponym, ...]
    figures: tuple[Figure, ...]
    links: tuple[Link, ...]
    movements: tuple[Movement, ...]

    def roles(self, figure: int = 0) -> set[tuple[str, str]]:
        return {(self.toponyms[link.toponym].text, link.role) for link in self.links if link.figure == figure}


def place(name: str) -> Place:
    country = DEMONYMS.get(name, name)
    if country in COUNTRIES:
        return Place(f"c:{country}", country, "country", COUNTRIES[country], 0.0, 0.0)
    return Place(f"p:{name}", name, "city", CAPITALS.get(name), 0.0, 0.0)


def unmarked(marked: str) -> tuple[str, tuple[Toponym, ...]]:
    """Take the marks off: [Lima] is a literal place, {Lima} its government; demonyms need no mark."""
    text, toponyms, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        name = match.group(1) or match.group(2) or match.group()
        kind: ToponymKind = "literal" if match.group(1) else "metonymic" if match.group(2) else "demonym"
        toponyms.append(Toponym(len(text), len(text) + len(name), name, kind))
        text, at = text + name, match.end()
    return text + marked[at:], tuple(toponyms)


@pytest.fixture(scope="session")
def reading(analyser: Analyser) -> Callable[..., Reading]:
    def read(marked: str, countries: Mapping[str, str] | None = None, published: str | None = None) -> Reading:
        text, toponyms = unmarked(marked)
        passages, evidence = analyser(text)
        resolutions = tuple(Resolution(place(toponym.text), 1.0, "marked") for toponym in toponyms)
        counted = find_figures(text, passages, evidence)
        owned = attribute(counted, evidence, toponyms, resolutions, countries=countries)
        figures = stated(owned, Article("1", text, published=published), evidence)
        links = link_figures(figures, evidence, toponyms, resolutions)
        return Reading(toponyms, figures, links, movements(links, passages, toponyms, resolutions))

    return read
