"""Made-up articles for ``synthetic.py``: their world, and their sentences with all that these name and count."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from geonews.models import (
    Article,
    Candidate,
    Figure,
    Link,
    Movement,
    ParsedArticle,
    Passage,
    Place,
    Resolution,
    Toponym,
)

PLACES = 20_000
PUBLISHERS = 60
COPIED = 12
"""One article in so many copies another."""
FIRST = date(2024, 1, 1)
DAYS = 730
KINDS = ("city", "city", "city", "village", "admin1", "sea", "base", "country")
COUNTED = (
    ("troops", "troops"),
    ("ships", "ships"),
    ("aircraft", "jets"),
    ("vehicles", "tanks"),
    ("casualties", "people"),
)
STATUSES = ("done", "happening", "planned", "threatened", "denied")
ROLES = ("location", "origin", "destination", "target")
COUNTING = 2
"""Sentences of an article that hold a figure."""
SYLLABLES = [a + b for a in "b d f g k l m n p r s t v z".split() for b in "a e i o u ar en ol".split()]


@dataclass(frozen=True)
class Sentence:
    """A sentence with what it names and counts."""

    text: str
    places: list[Place]
    counted: tuple[int, str, str] | None
    group: int
    """Copies of a sentence share it."""


@dataclass(frozen=True)
class Made:
    """A parsed article with what it copies."""

    parsed: ParsedArticle
    groups: list[int]
    family: int


class Maker:
    """Makes articles, each of which depends on those before it."""

    def __init__(self) -> None:
        """Make the world: places, owners, words."""
        self.random = random.Random(20261122)  # noqa: S311 - a corpus, no secret
        names = list(map("".join, itertools.product(SYLLABLES[:40], SYLLABLES[:40], SYLLABLES[:16])))
        self.random.shuffle(names)
        self.words = names[PLACES : PLACES + 6000]
        self.places = [self._place(number, name.title()) for number, name in enumerate(names[:PLACES])]
        self.weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(PLACES)))
        self.earlier: list[tuple[int, list[Sentence]]] = []
        self.groups = 0

    def _place(self, number: int, name: str) -> Place:
        country = f"{chr(65 + number % 14)}{chr(65 + number // 14 % 14)}"
        lat, lon = self.random.uniform(-60, 70), self.random.uniform(-180, 180)
        return Place(f"syn:{number}", name, self.random.choice(KINDS), country, lat, lon, population=number)

    def articles(self, number: int) -> Iterator[Made]:
        """Yield so many parsed articles."""
        for at in range(number):
            if at % COPIED == COPIED - 1:
                family, sentences = self.random.choice(self.earlier)
                sentences = self._edited(sentences)
            else:
                family, sentences = at + 1, [self._sentence(counts=line < COUNTING) for line in range(5)]
                self.earlier = [*self.earlier[-200:], (family, sentences)]
            yield Made(self._parsed(at, sentences), [each.group for each in sentences], family)

    def _sentence(self, *, counts: bool) -> Sentence:
        self.groups += 1
        chosen = self.random.choices(self.places, cum_weights=self.weights, k=2)
        words = self.random.choices(self.words, k=self.random.randint(10, 18))
        parts = [f"{' '.join(words[:5])} near {chosen[0].name} and", f"{' '.join(words[5:])} towards {chosen[1].name}."]
        if not counts:
            return Sentence(" ".join(parts), chosen, None, self.groups)
        kind, noun = self.random.choice(COUNTED)
        value = self.random.choice((self.random.randint(2, 90), self.random.randint(1, 60) * 500))
        return Sentence(f"{parts[0]} {value} {noun} {parts[1]}", chosen, (value, kind, noun), self.groups)

    def _edited(self, sentences: list[Sentence]) -> list[Sentence]:
        first, *others = sentences
        return [replace(first, text=f"Officials in the capital said that {first.text}"), *others]

    def _parsed(self, number: int, sentences: list[Sentence]) -> ParsedArticle:
        text, passages, toponyms, resolutions, figures, links, moves = "", [], [], [], [], [], []
        day = FIRST + timedelta(days=self.random.randrange(DAYS))
        for sentence in sentences:
            start = len(text)
            text += sentence.text + " "
            passages.append(Passage(start, len(text) - 1))
            at = start
            for place in sentence.places:
                at = text.index(place.name, at)
                toponyms.append(self._toponym(at, place.name))
                resolutions.append(self._resolution(place))
                at += len(place.name)
            if sentence.counted:
                figures.append(self._figure(text, start, sentence.counted, day))
                here = len(toponyms) - 2
                links += [Link(len(figures) - 1, here + end, self.random.choice(ROLES), "syntax") for end in (0, 1)]
                if number % 3 == 0:
                    moves.append(Movement(len(figures) - 1, here, here + 1))
        published = None if number % 50 == 0 else day.isoformat()
        publisher = None if number % 40 == 0 else f"Publisher {self.random.randrange(PUBLISHERS)}"
        title = " ".join(self.random.choices(self.words, k=7)).capitalize()
        article = Article(number, text, title, publisher, f"https://example.org/{number}", published)
        return ParsedArticle(article, *map(tuple, (passages, toponyms, resolutions, figures, links, moves)))

    def _toponym(self, at: int, name: str) -> Toponym:
        use = self.random.choices(("literal", "metonymic", "demonym"), (85, 8, 7))[0]
        return Toponym(at, at + len(name), name, use, round(self.random.uniform(0.5, 1), 3))

    def _resolution(self, place: Place) -> Resolution:
        if self.random.random() < 0.05:
            return Resolution(None, 0.0, "no place of this name in the gazetteer")
        score = round(self.random.uniform(0.3, 1), 3)
        other = self.random.choice(self.places)
        return Resolution(
            place, score, "the only candidate", (Candidate(place, "name", score), Candidate(other, "name", 0.1))
        )

    def _figure(self, text: str, start: int, counted: tuple[int, str, str], day: date) -> Figure:
        value, kind, noun = counted
        digits = str(value)
        at = text.index(f" {digits} {noun}", start) + 1
        owner = self.random.choice((None, *(f"Country {number}" for number in range(40))))
        return Figure(
            at,
            at + len(digits),
            digits,
            f"{digits} {noun}",
            value,
            value,
            approximate=value > 90,
            kind=kind,
            noun=noun,
            owner=owner,
            status=self.random.choice(STATUSES),
            attribution="officials",
            date=day.isoformat(),
        )
