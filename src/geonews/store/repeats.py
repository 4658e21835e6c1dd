"""Where words of a sentence stand in its copies: a correction of one of them can be given to all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

import sqlalchemy as sa

from geonews.models import Correction, CorrectionKind
from geonews.store.fulltext import match_query
from geonews.store.keys import id_from_column
from geonews.store.labels import among
from geonews.store.schema import articles, figures, passages, toponyms

_Copy = tuple[int, str, str, int, int]
"""Row, id (as in its column) and text of an article, and the span of the copy in it."""


def repeated(connection: sa.Connection, key: str, correction: Correction) -> list[Correction]:
    """Return the correction of a mention of the article of this key once for each copy of its passage.

    Copies may be edited: of several places where the words stand in one, that of the same number is meant. A copy is
    left out that does not hold the words, or where nothing was read that could be wrong. Of a passage that nothing was
    read in, only what is equal to it is a copy.
    """
    start = correction.start
    if start is None:
        return []
    here = (
        sa.select(articles.c.row, articles.c.text, passages.c.start, passages.c.end, passages.c.copy)
        .join(passages, passages.c.article == articles.c.row)
        .where(articles.c.key == key, passages.c.start <= start, start < passages.c.end)
    )
    found = connection.execute(here).one_or_none()
    if found is None:
        return []
    row, text, first, last, group = found
    words = correction.text
    which = sum(at < start for at in _standing(text, words, first, last))
    copies = _equal(connection, row, text[first:last]) if group is None else _copies(connection, row, group)
    listed = []
    for number, identity, other, begin, stop in copies:
        standing = list(_standing(other, words, begin, stop))
        if which < len(standing):
            at = standing[which]
            one = replace(correction, article=id_from_column(identity), start=at, end=at + len(words))
            listed.append((number, one))
    read = _read(connection, correction.what, {number for number, _ in listed})
    return [one for number, one in listed if read is None or (number, one.start, one.end) in read]


def _copies(connection: sa.Connection, row: int, group: int) -> Iterable[_Copy]:
    query = (
        sa.select(articles.c.row, articles.c.id, articles.c.text, passages.c.start, passages.c.end)
        .join(passages, passages.c.article == articles.c.row)
        .where(passages.c.copy == group, passages.c.article != row)
        .order_by(articles.c.row, passages.c.position)
    )
    return [(number, identity, text, start, end) for number, identity, text, start, end in connection.execute(query)]


def _equal(connection: sa.Connection, row: int, sentence: str) -> Iterable[_Copy]:
    """Yield the very same sentence of other articles, once each."""
    phrase = match_query(f'"{sentence.replace(chr(34), " ")}"')
    if phrase is None:
        return
    matching = sa.text("SELECT rowid FROM search WHERE search MATCH :phrase").bindparams(phrase=phrase)
    rows = connection.execute(matching).scalars().all()
    query = sa.select(articles.c.row, articles.c.id, articles.c.text)
    found = query.where(among(articles.c.row, rows), articles.c.row != row).order_by(articles.c.row)
    for number, identity, text in connection.execute(found).all():
        first = text.find(sentence)
        if first >= 0:
            yield number, identity, text, first, first + len(sentence)


def _read(connection: sa.Connection, what: CorrectionKind, rows: Collection[int]) -> set[tuple[int, int, int]] | None:
    """Return article and span of what such a correction can speak for in these articles; ``None``: of any words."""
    if what == "place":
        return None
    table = figures if what == "wrong figure" else toponyms
    query = sa.select(table.c.article, table.c.start, table.c.end).where(among(table.c.article, rows))
    return {(article, start, end) for article, start, end in connection.execute(query)}


def _standing(text: str, words: str, first: int, last: int) -> Iterator[int]:
    """Yield the offsets at which words stand in a span of a text, as whole words."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return (each.start() for each in whole.finditer(text, first, last))
