"""Words by number, kept once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from geonews.store.schema import labels

Value = TypeVar("Value", int, str)


def among(column: sa.ColumnElement[Value], values: Iterable[Value]) -> sa.ColumnElement[bool]:
    """Tell whether ``column`` is one of ``values``; they travel as one JSON value, as SQLite limits parameters.

    A NUL ends a text in SQLite's JSON: values that hold one travel by themselves.
    """
    wanted = list(values)
    odd = [value for value in wanted if isinstance(value, str) and "\0" in value]
    listed = sa.func.json_each(json.dumps([value for value in wanted if value not in odd])).table_valued("value")
    found = column.in_(sa.select(listed.c.value))
    return sa.or_(found, column.in_(odd)) if odd else found


def numbers(connection: sa.Connection, words: Iterable[str]) -> dict[str | None, int]:
    """Return the number of each word, giving one to those that have none."""
    wanted = sorted(set(words))
    known = known_numbers(connection, wanted)
    missing = [word for word in wanted if word not in known]
    if not missing:
        return known
    connection.execute(insert(labels).on_conflict_do_nothing(), [{"text": word} for word in missing])
    return known | known_numbers(connection, missing)


def known_numbers(connection: sa.Connection, words: Iterable[str]) -> dict[str | None, int]:
    """Return the number of each word that has one."""
    query = sa.select(labels.c.text, labels.c.row).where(among(labels.c.text, words))
    return dict(connection.execute(query).all())


def words(connection: sa.Connection, wanted: Iterable[int]) -> dict[int, str]:
    """Return the word of each number; 0, which stands for none, has none."""
    query = sa.select(labels.c.row, labels.c.text).where(among(labels.c.row, map(int, wanted)))
    return dict(connection.execute(query).all())
