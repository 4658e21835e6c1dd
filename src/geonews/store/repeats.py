"""Where words of a sentence stand in its copies: a correction of one of them can be given to all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import sqlalchemy as sa

from geonews.models import Correction
from geonews.store.fulltext import match_query
from geonews.store.keys import id_from_column
from geonews.store.labels import among
from geonews.store.schema import articles, passages


def repeated(connection: sa.Connection, key: str, correction: Correction) -> list[Correction]:
    """Return the correction of a mention of the article of this key once for each copy of its passage.

    Copies may be edited: of several places where the words stand in one, that of the same number is meant, and a copy
    that does not hold the words is left out. Of a passage that nothing was read in, only what is equal to it is a copy.
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
    for identity, other, begin, stop in copies:
        standing = list(_standing(other, words, begin, stop))
        if which < len(standing):
            at = standing[which]
            listed.append(replace(correction, article=id_from_column(identity), start=at, end=at + len(words)))
    return listed


def _copies(connection: sa.Connection, row: int, group: int) -> Iterable[tuple[str, str, int, int]]:
    query = (
        sa.select(articles.c.id, articles.c.text, passages.c.start, passages.c.end)
        .join(passages, passages.c.article == articles.c.row)
        .where(passages.c.copy == group, passages.c.article != row)
        .order_by(articles.c.row, passages.c.position)
    )
    return [(identity, text, start, end) for identity, text, start, end in connection.execute(query)]


def _equal(connection: sa.Connection, row: int, sentence: str) -> Iterable[tuple[str, str, int, int]]:
    """Yield id, text and span for each other article that holds this very sentence."""
    phrase = match_query(f'"{sentence.replace(chr(34), " ")}"')
    if phrase is None:
        return
    matching = sa.text("SELECT rowid FROM search WHERE search MATCH :phrase").bindparams(phrase=phrase)
    rows = connection.execute(matching).scalars().all()
    query = sa.select(articles.c.id, articles.c.text).where(among(articles.c.row, rows), articles.c.row != row)
    for identity, text in connection.execute(query.order_by(articles.c.row)).all():
        first = text.find(sentence)
        if first >= 0:
            yield identity, text, first, first + len(sentence)


def _standing(text: str, words: str, first: int, last: int) -> Iterator[int]:
    """Yield the offsets at which words stand in a span of a text, as whole words."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return (each.start() for each in whole.finditer(text, first, last))
