"""The questions of lists and maps: aggregated rows under a filter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import sqlalchemy as sa

from geonews.store import reading
from geonews.store.conditions import article_conditions, linked_pin_conditions, newest_first, pin_conditions
from geonews.store.filters import Filter
from geonews.store.keys import id_from_column
from geonews.store.rows import ArticleRow, Facets, KindCount, PlaceRow, SourceCount, Summary, Unplaced, UnplacedName
from geonews.store.schema import IS_PIN, IS_UNPLACED, articles, figures, links, passages, places, toponyms


def article_rows(connection: sa.Connection, wanted: Filter) -> list[ArticleRow]:
    """Return the articles under the filter, newest first, undated last."""
    pins = _pins_by_article(wanted)
    listed = _article_select(sa.func.coalesce(pins.c.mentions, 0), sa.func.coalesce(pins.c.places, 0))
    query = listed.outerjoin(pins, pins.c.article == articles.c.row).where(*article_conditions(wanted))
    if wanted.place_kinds:
        query = query.where(pins.c.mentions.is_not(None))
    return [_article_row(row) for row in connection.execute(query).mappings()]


def place_rows(connection: sa.Connection, wanted: Filter) -> list[PlaceRow]:
    """Return the places of all pins under the filter, most mentioned first."""
    counted = (
        sa.select(
            toponyms.c.place,
            sa.func.count().label("mentions"),
            sa.func.count(toponyms.c.article.distinct()).label("articles"),
            sa.func.max(articles.c.day).label("newest"),
        )
        .join(articles, articles.c.row == toponyms.c.article)
        .where(*pin_conditions(wanted))
        .group_by(toponyms.c.place)
        .subquery()
    )
    query = (
        sa.select(places, counted.c.mentions, counted.c.articles, counted.c.newest)
        .join(counted, counted.c.place == places.c.row)
        .order_by(counted.c.mentions.desc(), places.c.name, places.c.id)
    )
    linked = _linked_figures(connection, wanted)
    return [
        PlaceRow(reading.place(row), row["mentions"], row["articles"], linked.get(row["row"], 0), _day(row["newest"]))
        for row in connection.execute(query).mappings()
    ]


def unplaced(connection: sa.Connection, wanted: Filter) -> Unplaced:
    """Return the literal toponyms without a place, by name and reason, and the articles without any pin."""
    conditions = article_conditions(wanted)
    query = (
        sa.select(
            toponyms.c.text,
            toponyms.c.reason,
            sa.func.count().label("mentions"),
            sa.func.count(toponyms.c.article.distinct()).label("articles"),
            sa.func.max(sa.func.coalesce(articles.c.instant, "")).label("instant"),
            articles.c.key,  # SQLite takes a bare column from the row that max() found
        )
        .join(articles, articles.c.row == toponyms.c.article)
        .where(IS_UNPLACED, *conditions)
        .group_by(toponyms.c.text, toponyms.c.reason)
        .order_by(sa.desc("mentions"), toponyms.c.text, toponyms.c.reason)
    )
    names = tuple(
        UnplacedName(row["text"], row["reason"], row["mentions"], row["articles"], row["key"])
        for row in connection.execute(query).mappings()
    )
    pinned = sa.exists().where(toponyms.c.article == articles.c.row, IS_PIN)
    none = sa.literal(0)
    empty = _article_select(none, none).where(~pinned, *conditions)
    return Unplaced(names, tuple(_article_row(row) for row in connection.execute(empty).mappings()))


def facets(connection: sa.Connection, wanted: Filter) -> Facets:
    """Count what each filter offers, under all the other filters."""
    number = sa.func.count().label("number")
    by_source = (
        sa.select(articles.c.source, number)
        .where(*_passing(replace(wanted, sources=())))
        .group_by(articles.c.source)
        .order_by(number.desc(), articles.c.source)
    )
    mentions = sa.func.count().label("mentions")
    by_kind = (
        sa.select(places.c.kind, sa.func.count(places.c.row.distinct()).label("places"), mentions)
        .join(toponyms, toponyms.c.place == places.c.row)
        .where(*pin_conditions(replace(wanted, place_kinds=())))
        .group_by(places.c.kind)
        .order_by(mentions.desc(), places.c.kind)
    )
    undated = sa.func.count().filter(articles.c.day.is_(None))
    any_day = _passing(replace(wanted, since=None, until=None, undated=True))
    days = sa.select(sa.func.min(articles.c.day), sa.func.max(articles.c.day), undated).where(*any_day)
    first, last, without = connection.execute(days).one()
    return Facets(
        sources=tuple(SourceCount(row.source, row.number) for row in connection.execute(by_source)),
        kinds=tuple(KindCount(row.kind, row.places, row.mentions) for row in connection.execute(by_kind)),
        first=_day(first),
        last=_day(last),
        undated=without,
        articles=connection.execute(
            sa.select(sa.func.count()).where(*_passing(wanted)).select_from(articles)
        ).scalar_one(),
    )


def summary(connection: sa.Connection) -> Summary:
    """Count the whole store."""

    def count(table: sa.Table, *conditions: sa.ColumnElement[bool]) -> int:
        return connection.execute(sa.select(sa.func.count()).select_from(table).where(*conditions)).scalar_one()

    pinned = sa.select(sa.func.count(toponyms.c.place.distinct())).where(IS_PIN)
    return Summary(
        articles=count(articles),
        passages=count(passages),
        toponyms=count(toponyms),
        pins=count(toponyms, IS_PIN),
        places=connection.execute(pinned).scalar_one(),
        figures=count(figures),
        links=count(links),
    )


def _passing(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """Return what an article must fulfil to pass the whole filter, place kinds included."""
    conditions = article_conditions(wanted)
    if wanted.place_kinds:
        conditions.append(articles.c.row.in_(sa.select(toponyms.c.article).where(*pin_conditions(wanted))))
    return conditions


def _pins_by_article(wanted: Filter) -> sa.Subquery:
    return (
        sa.select(
            toponyms.c.article,
            sa.func.count().label("mentions"),
            sa.func.count(toponyms.c.place.distinct()).label("places"),
        )
        .where(*pin_conditions(wanted))
        .group_by(toponyms.c.article)
        .subquery()
    )


def _article_select(mentions: sa.ColumnElement[int], distinct: sa.ColumnElement[int]) -> sa.Select[tuple[object, ...]]:
    counted = (
        sa.select(sa.func.count()).where(figures.c.article == articles.c.row).correlate(articles).scalar_subquery()
    )
    shown = [articles.c[name] for name in ("key", "id", "title", "source", "url", "published", "day")]
    return (
        sa.select(*shown, mentions.label("mentions"), distinct.label("places"), counted.label("figures"))
        .select_from(articles)
        .order_by(*newest_first())
    )


def _article_row(row: sa.RowMapping) -> ArticleRow:
    return ArticleRow(
        key=row["key"],
        id=id_from_column(row["id"]),
        title=row["title"],
        source=row["source"],
        url=row["url"],
        published=row["published"],
        day=_day(row["day"]),
        mentions=row["mentions"],
        figures=row["figures"],
        places=row["places"],
    )


def _linked_figures(connection: sa.Connection, wanted: Filter) -> dict[int, int]:
    """Count the figures that are linked to a pin, by row of the place."""
    linked = sa.select(links.c.place, links.c.article, links.c.figure).where(*linked_pin_conditions(wanted))
    pairs = linked.distinct().subquery()
    query = sa.select(pairs.c.place, sa.func.count()).group_by(pairs.c.place)
    return dict(connection.execute(query).all())


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
