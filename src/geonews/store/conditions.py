"""From a ``Filter`` to SQL conditions. Lists travel as one JSON value each: SQLite limits the number of parameters."""

from __future__ import annotations

import json
from collections.abc import Iterable

import sqlalchemy as sa

from geonews.store.filters import Filter
from geonews.store.fulltext import match_query
from geonews.store.schema import IS_PIN, articles, links, places, toponyms

_NEWEST_FIRST = (articles.c.instant.desc().nulls_last(), articles.c.row)


def newest_first() -> tuple[sa.ColumnElement[object], ...]:
    """Order articles: newest first, undated last, then as they were added."""
    return _NEWEST_FIRST


def among(column: sa.ColumnElement[str], values: Iterable[str]) -> sa.ColumnElement[bool]:
    """Tell whether ``column`` is one of ``values``, however many."""
    listed = sa.func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(sa.select(listed.c.value))


def article_conditions(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """Return what a row of ``articles`` must fulfil, place kinds apart; empty for the default filter."""
    conditions = []
    if wanted.articles:
        conditions.append(among(articles.c.key, wanted.articles))
    if wanted.sources:
        conditions.append(_source_condition(wanted.sources))
    conditions.extend(_day_conditions(wanted))
    query = match_query(wanted.text)
    if query is not None:
        found = sa.text("SELECT rowid FROM search WHERE search MATCH :query").bindparams(query=query)
        conditions.append(articles.c.row.in_(found.columns(sa.column("rowid", sa.Integer)).scalar_subquery()))
    return conditions


def pin_conditions(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """Return what a row of ``toponyms`` must fulfil to count as a pin under the filter."""
    return [IS_PIN, *_scope(wanted, toponyms)]


def linked_pin_conditions(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """Return what a row of ``links`` must fulfil to tie a figure to a pin under the filter."""
    return [links.c.place.is_not(None), *_scope(wanted, links)]


def _scope(wanted: Filter, table: sa.Table) -> list[sa.ColumnElement[bool]]:
    """Return the filter's conditions on the columns ``place`` and ``article`` of a table."""
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.place_kinds:
        kinds = sa.select(places.c.row).where(among(places.c.kind, wanted.place_kinds))
        conditions.append(table.c.place.in_(kinds))
    of_articles = article_conditions(wanted)
    if of_articles:
        conditions.append(table.c.article.in_(sa.select(articles.c.row).where(*of_articles)))
    return conditions


def _source_condition(sources: tuple[str | None, ...]) -> sa.ColumnElement[bool]:
    named = among(articles.c.source, [source for source in sources if source is not None])
    return sa.or_(named, articles.c.source.is_(None)) if None in sources else named


def _day_conditions(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    bounds: list[sa.ColumnElement[bool]] = []
    if wanted.since is not None:
        bounds.append(articles.c.day >= wanted.since.isoformat())
    if wanted.until is not None:
        bounds.append(articles.c.day <= wanted.until.isoformat())
    undated = articles.c.day.is_(None)
    if not wanted.undated:
        return [~undated, *bounds]
    return [sa.or_(undated, sa.and_(*bounds))] if bounds else []
