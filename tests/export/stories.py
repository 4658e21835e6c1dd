"""Articles of sentences that differ in all that a filter asks for, so that none of its fields can be forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from geonews.models import (
    Article,
    Figure,
    FigureKind,
    FigureStatus,
    Link,
    ParsedArticle,
    Passage,
    Place,
    Resolution,
    Toponym,
    ToponymKind,
)
from geonews.store.keys import article_key

PLACES = (
    Place("x:1", "Karvel", "city", "UA", 50.0, 30.0),
    Place("x:2", "Veldia", "country", "PL", 51.0, 20.0, extent=(19.0, 50.0, 21.0, 52.0)),
    Place("x:3", "Omsea", "sea", None, -44.0, 179.0),
    Place("x:4", "Tolmar", "base", "FJ", -17.0, -179.0),
)


@dataclass(frozen=True)
class Sentence:
    """One name, and a figure or none, in the sentence "S7 names Karvel."."""

    number: int
    place: Place
    confidence: float
    use: ToponymKind
    figure: tuple[FigureKind, str | None, FigureStatus] | None

    @property
    def text(self) -> str:
        counted = f" and counts {100 + self.number} men" if self.figure else ""
        return f"S{self.number} names {self.place.name}{counted}."


@dataclass(frozen=True)
class Story:
    """An article of a few sentences."""

    name: str
    source: str | None
    published: str | None
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        return " ".join(each.text for each in self.sentences)

    @property
    def key(self) -> str:
        return article_key(self.name, self.text)

    def parsed(self) -> ParsedArticle:
        starts = [self.text.index(each.text) for each in self.sentences]
        pairs = list(zip(starts, self.sentences, strict=True))
        counted = [at for at, each in enumerate(self.sentences) if each.figure]
        return ParsedArticle(
            Article(self.name, self.text, f"Title of {self.name}", self.source, None, self.published),
            tuple(Passage(start, start + len(each.text)) for start, each in pairs),
            tuple(_name(start, each) for start, each in pairs),
            tuple(Resolution(each.place, each.confidence, "by hand") for each in self.sentences),
            tuple(_figure(*pairs[at]) for at in counted),
            tuple(Link(figure, at, "location", "syntax") for figure, at in enumerate(counted)),
        )


def _name(start: int, each: Sentence) -> Toponym:
    at = start + each.text.index(each.place.name)
    return Toponym(at, at + len(each.place.name), each.place.name, each.use)


def _figure(start: int, each: Sentence) -> Figure:
    assert each.figure
    kind, owner, status = each.figure
    value = str(100 + each.number)
    at = start + each.text.index(value)
    return Figure(
        at,
        at + 3,
        value,
        f"{value} men",
        float(value),
        float(value),
        approximate=False,
        kind=kind,
        noun="men",
        owner=owner,
        status=status,
    )


def sentence(number: int) -> Sentence:
    """Return one of sentences that differ in all that a filter asks for."""
    figure = (
        ("troops", "casualties")[number % 2],
        ("Ruthia", None)[number // 3 % 2],
        ("done", "planned")[number % 4 // 2],
    )
    return Sentence(
        number,
        PLACES[number % len(PLACES)],
        (0.4, 0.9)[number // 2 % 2],
        "metonymic" if number % 5 == 0 else "literal",
        figure if number % 3 else None,  # type: ignore[arg-type]
    )


STORIES = tuple(
    Story(name, source, published, tuple(map(sentence, range(first, first + 3))))
    for first, name, source, published in (
        (0, "north", "Wire", "2022-02-07"),
        (3, "south", "Herald", "2022-02-09T10:00:00Z"),
        (6, "east", None, "2022-03-01"),
        (9, "west", "Wire", None),
    )
)
