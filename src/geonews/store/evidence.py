"""The sentences behind a point on the map, with everything in them marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date

import numpy as np
import sqlalchemy as sa

from geonews.models import Figure
from geonews.store import reading
from geonews.store.keys import id_from_column
from geonews.store.labels import among
from geonews.store.marks import Span, passage_marks
from geonews.store.rows import CopyRow, Mark, MarkKind, Order, PassageFigure, PassageRow
from geonews.store.schema import articles, figures, links, passages, places, toponyms
from geonews.store.selection import Selection
from geonews.store.snapshot import Ints, Snapshot


def passage_count(data: Snapshot, chosen: Selection, place_id: str) -> int:
    """Count the passages that hold a mention of this place under the filter."""
    return len(_passages_with(data, chosen, place_id)[0])


def passage_page(data: Snapshot, chosen: Selection, place_id: str, order: Order, page: slice) -> list[tuple[int, int]]:
    """Return one page of the passages that mention this place, each as row of its article and position.

    In both orders newest first, undated last.
    """
    slots, of_articles = _passages_with(data, chosen, place_id)
    ranks = [slots, data.articles.rank[of_articles]]
    if order == "figures":
        ranks.append(-_linked_figures(data, chosen, place_id, slots))
    at = np.lexsort(ranks)[page]
    positions = slots[at] - data.bases[of_articles[at]]
    return list(zip(data.articles.rows[of_articles[at]].tolist(), positions.tolist(), strict=True))


def passage_rows(connection: sa.Connection, page: Sequence[tuple[int, int]], place_id: str) -> list[PassageRow]:
    """Return these passages with everything in them marked."""
    query = sa.select(articles).where(among(articles.c.row, {row for row, _ in page}))
    known = {row["row"]: row for row in connection.execute(query).mappings()}
    return [_passage_row(connection, known[row], position, place_id) for row, position in page]


def copies(connection: sa.Connection, key: str, start: int) -> list[CopyRow]:
    """Return the copies of a passage in other articles, oldest first, undated last."""
    here = (
        sa.select(passages.c.copy)
        .join(articles, articles.c.row == passages.c.article)
        .where(articles.c.key == key, passages.c.start == start)
        .limit(1)
        .scalar_subquery()
    )
    query = (
        sa.select(articles, passages.c.start, passages.c.end)
        .join(passages, passages.c.article == articles.c.row)
        .where(passages.c.copy == here, articles.c.key != key)
        .order_by(articles.c.instant.nulls_last(), articles.c.row, passages.c.position)
    )
    first = {row["row"]: row for row in reversed(connection.execute(query).mappings().all())}
    return [
        CopyRow(
            **{name: row[name] for name in ("key", "title", "source", "url", "start")},
            day=None if row["day"] is None else date.fromisoformat(row["day"]),
            text=row["text"][row["start"] : row["end"]],
        )
        for row in reversed(first.values())
    ]


def _passages_with(data: Snapshot, chosen: Selection, place_id: str) -> tuple[Ints, Ints]:
    """Return the slots of the passages that mention a place, and the indexes of their articles."""
    at = data.place_index.get(place_id, -2)
    ordered = data.mentions.place[data.by_place]
    here = data.by_place[slice(*np.searchsorted(ordered, [at, at + 1]).tolist())]
    here = here[chosen.mentions[here]]
    in_passage = data.mentions.slot[here] < data.bases[data.mentions.article[here] + 1] - 1
    slots, first = np.unique(data.mentions.slot[here][in_passage], return_index=True)
    return slots, data.mentions.article[here][in_passage][first]


def _linked_figures(data: Snapshot, chosen: Selection, place_id: str, slots: Ints) -> Ints:
    """Count the figures in each of the passages that are linked to a place and count under the filter."""
    linked = data.links.figure[data.links.place == data.place_index.get(place_id, -2)]
    found = data.figures.slot[linked[chosen.figures[linked]]]
    found = found[np.isin(found, slots)]
    return np.bincount(np.searchsorted(slots, found), minlength=len(slots))


def _passage_row(connection: sa.Connection, row: sa.RowMapping, position: int, place_id: str) -> PassageRow:
    text = row["text"]
    spans = _neighbourhood(connection, row["row"], position)
    start, end = spans[position]
    figure_rows = _in_passage(connection, sa.select(figures), figures, row["row"], position)
    names = _in_passage(
        connection,
        sa.select(toponyms, places.c.id.label("place_id"), places.c.name).outerjoin(places),
        toponyms,
        row["row"],
        position,
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
        copies=_copied(connection, row["row"], position),
    )


def _neighbourhood(connection: sa.Connection, article: int, position: int) -> dict[int, Span]:
    """Return the spans of a passage and of those beside it, by position."""
    query = sa.select(passages.c.position, passages.c.start, passages.c.end).where(
        passages.c.article == article, passages.c.position.between(position - 1, position + 1)
    )
    return {each.position: (each.start, each.end) for each in connection.execute(query)}


def _in_passage(
    connection: sa.Connection, query: sa.Select[tuple[object, ...]], table: sa.Table, article: int, position: int
) -> Sequence[sa.RowMapping]:
    here = query.where(table.c.article == article, table.c.passage == position).order_by(table.c.position)
    return connection.execute(here).mappings().all()


def _copied(connection: sa.Connection, article: int, position: int) -> int:
    """Count the other articles that hold a copy of the passage."""
    own = sa.select(passages.c.copy).where(passages.c.article == article, passages.c.position == position)
    copied = passages.c.copy == own.scalar_subquery()
    query = sa.select(sa.func.count(passages.c.article.distinct())).where(copied, passages.c.article != article)
    number: int = connection.execute(query).scalar_one()
    return number


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
    shown = (each.name for each in fields(PassageFigure) if each.name != "role")
    return PassageFigure(**{name: getattr(figure, name) for name in shown}, role=role)  # type: ignore[arg-type]


def _name_marks(rows: Iterable[sa.RowMapping], place_id: str) -> list[Mark]:
    return [Mark(row["start"], row["end"], _what(row, place_id), _label(row), _literal_place(row)) for row in rows]


def _what(row: sa.RowMapping, place_id: str) -> MarkKind:
    return "place" if row["kind"] == "literal" and row["place_id"] == place_id else "other place"


def _literal_place(row: sa.RowMapping) -> str | None:
    place: str | None = row["place_id"] if row["kind"] == "literal" else None
    return place


def _label(row: sa.RowMapping) -> str:
    name = row["name"] or row["text"]
    return name if row["kind"] == "literal" else f"{name} ({row['kind']})"
