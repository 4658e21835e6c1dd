"""The sentences behind a point on the map, with everything in them marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import sqlalchemy as sa

from geonews.models import Figure
from geonews.store import reading
from geonews.store.conditions import newest_first, pin_conditions
from geonews.store.filters import Filter
from geonews.store.keys import id_from_column
from geonews.store.marks import Span, passage_marks
from geonews.store.rows import Mark, MarkKind, PassageFigure, PassageRow
from geonews.store.schema import articles, figures, links, passages, places, toponyms


def passage_count(connection: sa.Connection, place_id: str, wanted: Filter) -> int:
    """Count the passages that hold a pin at this place under the filter."""
    found = _passages_with(place_id, wanted).subquery()
    return connection.execute(sa.select(sa.func.count()).select_from(found)).scalar_one()


def passage_rows(connection: sa.Connection, place_id: str, wanted: Filter, limit: int, offset: int) -> list[PassageRow]:
    """Return one page of the passages that hold a pin at this place: newest first, undated last."""
    found = _passages_with(place_id, wanted).subquery()
    query = (
        sa.select(articles, found.c.passage)
        .join(found, found.c.article == articles.c.row)
        .order_by(*newest_first(), found.c.passage)
        .limit(limit)
        .offset(offset)
    )
    return [_passage_row(connection, row, place_id) for row in connection.execute(query).mappings().all()]


def _passages_with(place_id: str, wanted: Filter) -> sa.Select[tuple[int, int]]:
    here = sa.select(places.c.row).where(places.c.id == place_id).scalar_subquery()
    return (
        sa.select(toponyms.c.article, toponyms.c.passage)
        .where(toponyms.c.place == here, toponyms.c.passage.is_not(None), *pin_conditions(wanted))
        .distinct()
    )


def _passage_row(connection: sa.Connection, row: sa.RowMapping, place_id: str) -> PassageRow:
    text, position = row["text"], row["passage"]
    spans = _neighbourhood(connection, row["row"], position)
    start, end = spans[position]
    figure_rows = _in_passage(connection, sa.select(figures), figures, row)
    names = _in_passage(
        connection,
        sa.select(toponyms, places.c.id.label("place_id"), places.c.name).outerjoin(places),
        toponyms,
        row,
    )
    found = [reading.figure(each) for each in figure_rows]
    roles = _roles(connection, row["row"], place_id)
    return PassageRow(
        key=row["key"],
        id=id_from_column(row["id"]),
        **{name: row[name] for name in ("title", "source", "url", "published")},
        day=None if row["day"] is None else date.fromisoformat(row["day"]),
        start=start,
        text=text[start:end],
        before=text[slice(*spans.get(position - 1, (0, 0)))],
        after=text[slice(*spans.get(position + 1, (0, 0)))],
        marks=passage_marks(text, (start, end), _name_marks(names, place_id), found),
        figures=tuple(
            _passage_figure(figure, roles.get(each["position"]))
            for figure, each in zip(found, figure_rows, strict=True)
        ),
    )


def _neighbourhood(connection: sa.Connection, article: int, position: int) -> dict[int, Span]:
    """Return the spans of a passage and of those beside it, by position."""
    query = sa.select(passages.c.position, passages.c.start, passages.c.end).where(
        passages.c.article == article, passages.c.position.between(position - 1, position + 1)
    )
    return {each.position: (each.start, each.end) for each in connection.execute(query)}


def _in_passage(
    connection: sa.Connection, query: sa.Select[tuple[object, ...]], table: sa.Table, row: sa.RowMapping
) -> Sequence[sa.RowMapping]:
    here = query.where(table.c.article == row["row"], table.c.passage == row["passage"]).order_by(table.c.position)
    return connection.execute(here).mappings().all()


def _roles(connection: sa.Connection, article: int, place_id: str) -> dict[int, str]:
    """Return the role of each linked figure for the place, by the figure's position in the article."""
    query = (
        sa.select(links.c.figure, links.c.role)
        .join(places)
        .where(links.c.article == article, places.c.id == place_id)
        .order_by(links.c.position.desc())  # the first link speaks
    )
    return dict(connection.execute(query).all())


def _passage_figure(figure: Figure, role: str | None) -> PassageFigure:
    names = ("text", "quote", "low", "high", "approximate", "kind", "noun", "owner", "status")
    return PassageFigure(**{name: getattr(figure, name) for name in names}, role=role)  # type: ignore[arg-type]


def _name_marks(rows: Iterable[sa.RowMapping], place_id: str) -> list[Mark]:
    return [Mark(row["start"], row["end"], _what(row, place_id), _label(row)) for row in rows]


def _what(row: sa.RowMapping, place_id: str) -> MarkKind:
    return "place" if row["kind"] == "literal" and row["place_id"] == place_id else "other place"


def _label(row: sa.RowMapping) -> str:
    name = row["name"] or row["text"]
    return name if row["kind"] == "literal" else f"{name} ({row['kind']})"
