"""Where corrections show in articles, and why one shows nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import sqlalchemy as sa

from geonews.corrections import GAVE_WAY, scope, stands
from geonews.models import Correction, Place
from geonews.store import kept, reading
from geonews.store.keys import id_to_column
from geonews.store.labels import among
from geonews.store.rows import ByHand
from geonews.store.schema import articles, figures, places, toponyms


def in_article(connection: sa.Connection, key: str) -> tuple[ByHand, ...]:
    """Return what corrections have changed in the article of this key, in the order of its text."""
    row = connection.execute(sa.select(articles.c.row).where(articles.c.key == key)).scalar_one_or_none()
    return () if row is None else tuple(by_hand(connection, [row]).get(row, ()))


def by_hand(connection: sa.Connection, rows: Collection[int]) -> dict[int, list[ByHand]]:
    """Return what corrections have changed in these articles, by row of the article, in the order of their texts."""
    names, counts = (_changed(connection, table, rows) for table in (toponyms, figures))
    names = [row for row in names if row["reason"] != GAVE_WAY]  # the name that covers it says so
    numbers = {row["correction"] for row in (*names, *counts)}
    if not numbers:
        return {}
    known = kept.numbered(connection, numbers)
    chosen = (each for row in names for each in (row["place"], reading.as_parsed(row)[0]))
    of_places = _places(connection, {each for each in chosen if each is not None})
    found: dict[int, list[ByHand]] = defaultdict(list)
    for row in names:
        now, was = (None if each is None else of_places[each] for each in (row["place"], reading.as_parsed(row)[0]))
        change = _by_hand(row, row["text"], known, now, was)
        found[row["article"]].append(replace(change, is_added=reading.is_added(row)))
    for row in counts:
        found[row["article"]].append(_by_hand(row, row["quote"], known, None, None))
    return {row: sorted(each, key=lambda one: one.start) for row, each in found.items()}


def orphaned(connection: sa.Connection, correction: Correction) -> str:
    """Return why a correction that is not superseded speaks for nothing."""
    if correction.article is None:
        return "no article names it, or each has a correction of its own"
    query = sa.select(articles.c.text).where(articles.c.id == id_to_column(correction.article))
    texts = connection.execute(query).scalars().all()
    if not texts:
        return "the corpus does not hold its article"
    if correction.start is None:
        return "the article no longer names it, or each mention has a correction of its own"
    return _misfit(correction, texts)


def _misfit(correction: Correction, texts: Sequence[str]) -> str:
    """Return why the correction of a mention speaks for nothing in the texts of its article."""
    if not any(text[correction.start : correction.end] == correction.text for text in texts):
        return "the article's text has changed: other words stand there"
    if correction.what != "place":
        what = "figure" if correction.what == "wrong figure" else "place name"
        return f"the parser no longer reads a {what} of this length there"
    if not any(stands(correction, text) for text in texts):
        return "the article's text has changed: the words there are parts of others"
    return "a newer correction gives a place to words that overlap these"


def _changed(connection: sa.Connection, table: sa.Table, rows: Collection[int]) -> Sequence[sa.RowMapping]:
    query = sa.select(table).where(among(table.c.article, rows), table.c.correction.is_not(None))
    return connection.execute(query).mappings().all()


def _places(connection: sa.Connection, rows: Collection[int]) -> dict[int, Place]:
    query = sa.select(places).where(among(places.c.row, rows))
    return {row["row"]: reading.place(row) for row in connection.execute(query).mappings()}


def _by_hand(
    row: sa.RowMapping, text: str, known: Mapping[int, Correction], place: Place | None, was: Place | None
) -> ByHand:
    correction = known[row["correction"]]
    return ByHand(
        number=row["correction"],
        start=row["start"],
        end=row["end"],
        text=text,
        what=correction.what,
        scope=scope(correction),
        place=place,
        was=was,
        note=correction.note,
    )
