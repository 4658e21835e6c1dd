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
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

import sqlalchemy as sa
from made_up import DAYS, FIRST, PLACES, Made, Maker

from geonews.claims import Copyist
from geonews.models import Place
from geonews.store import article_key, digests, labels, schema, writing
from geonews.store.database import Database

ARTICLES = 100_000
TIMES = 20
"""One article in so many is made word by word."""
AT_ONCE = 2000
"""Articles that are written in one transaction."""


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
