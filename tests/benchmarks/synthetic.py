"""A store of many made-up articles, for measuring: ``python tests/benchmarks/synthetic.py FILE [ARTICLES]``.

Ten mentions an article (100,000 articles hold a million), of 20,000 made-up places, a few of them named often and most
seldom; two figures an article; dates over two years, one article in fifty undated; wording drawn from thousands of
words, and one article in twelve an edited copy of an earlier one. The same number of articles gives the same store.

The rows are the store's own, written many at a time: what ``Store.add`` finds out one by one, which sentences are
copies, is known here beforehand.
"""

from __future__ import annotations

import itertools
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import sqlalchemy as sa

from geonews.claims import Copyist
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
from geonews.store import article_key, digests, labels, schema, writing
from geonews.store.database import Database

ARTICLES = 100_000
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
TIMES = 20
"""One article in so many is made word by word."""
AT_ONCE = 2000
"""Articles that are written in one transaction."""


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


def make(path: Path, number: int) -> None:
    """Make the store: a twentieth word by word, the rest by exchanging letters, digits, places and dates of it."""
    started = time.perf_counter()
    database = Database(path, read_only=False)
    maker = Maker()
    base = number // TIMES
    with database.writing() as connection:
        place_rows = dict(enumerate_places(connection, maker.places))
    made = maker.articles(base)
    for first in range(0, base, AT_ONCE):
        with database.writing() as connection:
            write(connection, first, list(itertools.islice(made, AT_ONCE)), place_rows)
    for turn in range(TIMES):
        if turn:
            with database.writing() as connection:
                Turn(connection, turn, base, maker.groups).write()
        sys.stdout.write(f"{(turn + 1) * base:,} articles, {time.perf_counter() - started:.0f} s\n")
        sys.stdout.flush()
    with database.writing() as connection:
        connection.execute(schema.state.update().where(schema.state.c.name == "family").values(value=number))
    database.close()


class Turn:
    """Writes the first articles again, with other letters, digits, places and days: new articles of the same shape."""

    def __init__(self, connection: sa.Connection, turn: int, articles: int, groups: int) -> None:
        """Prepare the exchange: every consonant, vowel and digit for another of its sort."""
        self.connection, self.turn, self.articles, self.groups = connection, turn, articles, groups
        pick = random.Random(turn)  # noqa: S311 - a corpus, no secret
        sorts = ["bdfgkmnprstvz", "aeiou", "123456789"]
        exchanged = "".join("".join(pick.sample(sort, len(sort))) for sort in sorts)
        self.table = str.maketrans("".join(sorts), exchanged)
        raw = connection.connection.driver_connection
        raw.create_function("exchanged", 1, self.text, deterministic=True)
        raw.create_function("mixed", 1, self.mixed, deterministic=True)
        raw.create_function("later", 1, self.later, deterministic=True)

    def text(self, text: str | None) -> str | None:
        """Exchange the letters and digits."""
        return text and text.translate(self.table)

    def mixed(self, number: int | None) -> int | None:
        """Make another 64-bit number of one; equal ones stay equal."""
        return number and (number * 6364136223846793005 + self.turn + 2**63) % 2**64 - 2**63

    def later(self, moment: str | None) -> str | None:
        """Move a date on, around the two years; what follows the day stays."""
        if moment is None:
            return None
        at = (date.fromisoformat(moment[:10]) - FIRST).days
        return (FIRST + timedelta(days=(at + 37 * self.turn) % DAYS)).isoformat() + moment[10:]

    def write(self) -> None:
        """Write the rows of all tables."""
        row, group = self.turn * self.articles, self.turn * self.groups
        place = f"(place - 1 + {997 * self.turn}) % {PLACES} + 1"
        exchange = dict.fromkeys(("text", "title", "quote", "wording"), "exchanged({})")
        exchange |= dict.fromkeys(("claim", "subject", "band"), "mixed({})")
        exchange |= dict.fromkeys(("published", "day", "instant"), "later({})")
        exchange |= dict.fromkeys(("article", "family", "id"), f"{{}} + {row}") | {
            "copy": f"{{}} + {group}",
            "place": place,
        }
        exchange |= dict.fromkeys(("low", "high"), "CAST(exchanged(text) AS REAL)")
        own = {
            schema.articles: {"row": f"row + {row}", "key": f"printf('%016x', row + {row})"},
            schema.copies: {"row": f"row + {group}"},
        }
        for table in (schema.articles, *reversed(schema.PARTS), schema.copies, schema.bands):
            said = exchange | own.get(table, {})
            columns = [f'"{column.name}"' for column in table.c]
            values = [said.get(column.name, "{}").format(f'"{column.name}"') for column in table.c]
            first = next(name for name in ("article", "copy", "row") if name in table.c)
            limit = self.groups if table in {schema.copies, schema.bands} else self.articles
            self.connection.exec_driver_sql(
                f"INSERT INTO {table.name} ({', '.join(columns)})"  # noqa: S608 - made of constants
                f" SELECT {', '.join(values)} FROM {table.name} WHERE {first} <= {limit}"
            )
        self._digests()
        writing.bump_revision(self.connection)

    def _digests(self) -> None:
        """Write the digests of the new articles, all at once."""
        first = self.turn * self.articles
        found: dict[int, dict[sa.Table, list[sa.Row]]] = defaultdict(lambda: {table: [] for table in schema.PARTS})
        for table in schema.PARTS:
            query = sa.select(table).where(table.c.article > first).order_by(table.c.article, table.c.position)
            for row in self.connection.execute(query).mappings():
                found[row["article"]][table].append(row)
        known = sa.select(*(column for column in schema.articles.c if column.name != "text"))
        articles = self.connection.execute(known.where(schema.articles.c.row > first)).mappings().all()
        insert_digests(self.connection, [(article, found[article["row"]]) for article in articles])


def insert_digests(connection: sa.Connection, digested: list[tuple[digests.Row, digests.Parts]]) -> None:
    """Write the digests of articles with these parts."""
    numbers = labels.numbers(connection, set().union(*(digests.words(*each) for each in digested)))
    connection.execute(schema.digests.insert(), [digests.values(*each, numbers) for each in digested])


def enumerate_places(connection: sa.Connection, places: list[Place]) -> Iterator[tuple[str, int]]:
    """Write all places and yield their rows by id."""
    rows = [{"row": row, **asdict(place)} for row, place in enumerate(places, start=1)]
    connection.execute(schema.places.insert(), rows)
    return ((row["id"], row["row"]) for row in rows)


def write(connection: sa.Connection, first: int, made: list[Made], place_rows: dict[str, int]) -> None:
    """Write articles with all their parts."""
    copyist = Copyist()
    rows: dict[sa.Table, list[dict[str, object]]] = defaultdict(list)
    digested = []
    for row, each in enumerate(made, start=first + 1):
        article = each.parsed.article
        known = {"row": row, "key": article_key(article.id, article.text), "id": str(article.id), "text": article.text}
        known |= {"parser": "", "family": each.family, **writing.metadata_values(article)}
        rows[schema.articles].append(known)
        parts = writing.part_rows(row, each.parsed, place_rows, each.groups, copyist)
        for table, found in parts.items():
            rows[table] += found
        if each.family == row:
            for group, wording in zip(each.groups, copyist.wordings(each.parsed), strict=True):
                rows[schema.copies].append({"row": group, "wording": wording.text, "bands": list(wording.bands)})
                rows[schema.bands] += [{"band": band, "copy": group} for band in set(wording.bands)]
        digested.append((known, parts))
    for table, found in rows.items():
        connection.execute(table.insert(), found)
    insert_digests(connection, digested)
    writing.bump_revision(connection)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ARTICLES)
