"""A tiny world for the store's tests: five places, and a parser that knows nothing but their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from righting import OTHER, TEXT

from geonews.claims import Copyist
from geonews.models import (
    Article,
    Candidate,
    Figure,
    FigureKind,
    Link,
    LinkRole,
    ParsedArticle,
    Passage,
    Place,
    Resolution,
    Toponym,
    ToponymKind,
)
from geonews.store import Store

PLACES = {
    "Kyiv": Place("gn:1", "Kyiv", "city", "UA", 50.45, 30.52, population=2_950_000, geonameid=1),
    "Moscow": Place("gn:2", "Moscow", "city", "RU", 55.75, 37.62, admin1="Moscow"),
    "Russian": Place("gn:3", "Russia", "country", "RU", 60.0, 100.0, extent=(19.6, 41.2, -169.0, 81.9)),
    "Black Sea": Place("x:4", "Black Sea", "sea", None, 43.4, 34.3),
}
UNPLACED = "Nowhereville"
_NAME = re.compile("|".join([*PLACES, UNPLACED]))
_SENTENCE = re.compile(r"[^.]+\.")
_FIGURE = re.compile(r"(About |about )?([\d,]+) (?:Russian )?(troops|ships)")


class World:
    """Makes parsed articles; every place name is literal unless ``kinds`` says otherwise of the nth one."""

    places = PLACES

    def parsed(
        self,
        text: str = "Hello. About nothing. About 1,000 Russian troops left Kyiv. End.",
        article_id: str | int = "a",
        kinds: dict[int, ToponymKind] | None = None,
        links: tuple[tuple[int, int, LinkRole], ...] = (),
        **known: str | None,
    ) -> ParsedArticle:
        names = list(_NAME.finditer(text))
        return ParsedArticle(
            article=Article(article_id, text, **known),
            passages=tuple(
                Passage(found.end() - len(found[0].lstrip()), found.end()) for found in _SENTENCE.finditer(text)
            ),
            toponyms=tuple(
                Toponym(found.start(), found.end(), found[0], (kinds or {}).get(index, "literal"))
                for index, found in enumerate(names)
            ),
            resolutions=tuple(_resolution(found[0]) for found in names),
            figures=tuple(_figure(found) for found in _FIGURE.finditer(text)),
            links=tuple(Link(figure, toponym, role, "syntax") for figure, toponym, role in links),
        )


def _resolution(name: str) -> Resolution:
    place = PLACES.get(name)
    if place is None:
        return Resolution(None, 0.0, "no such name in the gazetteer")
    rival = Candidate(PLACES["Moscow"], "historic", 0.1)
    return Resolution(place, 0.9, "most populous", (Candidate(place, "name", 0.9), rival))


def _figure(found: re.Match[str]) -> Figure:
    kind: FigureKind = "troops" if found[3] == "troops" else "ships"
    value = float(found[2].replace(",", ""))
    return Figure(found.start(2), found.end(2), found[2], found[0], value, None, bool(found[1]), kind, found[3])


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "corpus.sqlite") as opened:
        yield opened


@pytest.fixture
def parsed(world: World) -> ParsedArticle:
    return world.parsed(TEXT, links=((0, 1, "origin"), (0, 0, "location")), published="2022-02-07")


@pytest.fixture
def filled(store: Store, world: World, parsed: ParsedArticle) -> Store:
    store.add(parsed, copyist=Copyist())
    store.add(world.parsed(OTHER, "b"), copyist=Copyist())
    return store
