"""Passages with everything in them marked, many at once: a few questions for a page, however long it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date

import sqlalchemy as sa

from geonews.models import Figure
from geonews.store import reading
from geonews.store.byhand import by_hand
from geonews.store.keys import id_from_column
from geonews.store.labels import among
from geonews.store.marks import Span, passage_marks
from geonews.store.rows import ByHand, Mark, MarkKind, PassageFigure, PassageRow
from geonews.store.schema import articles, figures, links, passages, places, toponyms

Spot = tuple[int, int]
"""Row of an article, and position of a passage in it."""


@dataclass(frozen=True)
class _Parts:
    """What stands in the passages of a page."""

    articles: dict[int, sa.RowMapping]
    spans: dict[Spot, Span]
    """Of all passages of the articles."""
    names: dict[Spot, list[sa.RowMapping]]
    figures: dict[Spot, list[sa.RowMapping]]
    roles: dict[tuple[int, int, str], str]
    """Of each linked figure for a place, by article, the figure's position in it, and the place's id."""
    copies: dict[Spot, int]
    by_hand: dict[int, list[ByHand]]


def passage_rows(connection: sa.Connection, page: Sequence[tuple[Spot, str]]) -> list[PassageRow]:
    """Return these passages with everything in them marked, each as seen from the place whose id stands beside it."""
    rows = {row for (row, _), _ in page}
    query = sa.select(articles).where(among(articles.c.row, rows))
    of_names = sa.select(toponyms, places.c.id.label("place_id"), places.c.name).outerjoin(places)
    parts = _Parts(
        articles={row["row"]: row for row in connection.execute(query).mappings()},
        spans=_spans(connection, rows),
        names=_by_spot(connection, of_names, toponyms, rows),
        figures=_by_spot(connection, sa.select(figures).where(figures.c.correction.is_(None)), figures, rows),
        roles=_roles(connection, rows, {place for _, place in page}),
        copies=_copied(connection, rows),
        by_hand=by_hand(connection, rows),
    )
    return [_passage_row(parts, spot, place_id) for spot, place_id in page]


def _passage_row(parts: _Parts, spot: Spot, place_id: str) -> PassageRow:
    article, position = spot
    row = parts.articles[article]
    text = row["text"]
    start, end = parts.spans[spot]
    figure_rows = parts.figures.get(spot, [])
    found = [reading.figure(each) for each in figure_rows]
    return PassageRow(
        key=row["key"],
        id=id_from_column(row["id"]),
        **{name: row[name] for name in ("title", "source", "url", "published")},
        day=None if row["day"] is None else date.fromisoformat(row["day"]),
        start=start,
        text=text[start:end],
        before=text[slice(*parts.spans.get((article, position - 1), (0, 0)))],
        after=text[slice(*parts.spans.get((article, position + 1), (0, 0)))],
        marks=passage_marks(text, (start, end), _name_marks(parts.names.get(spot, []), place_id), found),
        figures=tuple(
            _passage_figure(figure, parts.roles.get((article, each["position"], place_id)))
            for figure, each in zip(found, figure_rows, strict=True)
        ),
        copies=parts.copies.get(spot, 0),
        by_hand=tuple(each for each in parts.by_hand.get(article, ()) if start <= each.start < end),
    )


def _spans(connection: sa.Connection, rows: Collection[int]) -> dict[Spot, Span]:
    query = sa.select(passages.c.article, passages.c.position, passages.c.start, passages.c.end)
    found = connection.execute(query.where(among(passages.c.article, rows)))
    return {(each.article, each.position): (each.start, each.end) for each in found}


def _by_spot(
    connection: sa.Connection, query: sa.Select[tuple[object, ...]], table: sa.Table, rows: Collection[int]
) -> dict[Spot, list[sa.RowMapping]]:
    here = query.where(among(table.c.article, rows), table.c.passage.is_not(None))
    found: dict[Spot, list[sa.RowMapping]] = defaultdict(list)
    for row in connection.execute(here.order_by(table.c.article, table.c.position)).mappings():
        found[row["article"], row["passage"]].append(row)
    return found


def _copied(connection: sa.Connection, rows: Collection[int]) -> dict[Spot, int]:
    """Count the other articles that hold a copy of each passage; those of which there is none are left out."""
    other = passages.alias()
    query = (
        sa.select(passages.c.article, passages.c.position, sa.func.count(other.c.article.distinct()))
        .join(other, sa.and_(other.c.copy == passages.c.copy, other.c.article != passages.c.article))
        .where(among(passages.c.article, rows), passages.c.copy.is_not(None))
        .group_by(passages.c.article, passages.c.position)
    )
    return {(article, position): number for article, position, number in connection.execute(query)}


def _roles(
    connection: sa.Connection, rows: Collection[int], place_ids: Collection[str]
) -> dict[tuple[int, int, str], str]:
    query = (
        sa.select(links.c.article, links.c.figure, places.c.id, links.c.role)
        .join(places)
        .where(among(links.c.article, rows), among(places.c.id, place_ids))
        .order_by(links.c.position.desc())  # the first link speaks
    )
    return {(article, figure, place): role for article, figure, place, role in connection.execute(query)}


def _passage_figure(figure: Figure, role: str | None) -> PassageFigure:
    shown = (each.name for each in fields(PassageFigure) if each.name != "role")
    return PassageFigure(**{name: getattr(figure, name) for name in shown}, role=role)  # type: ignore[arg-type]


def _name_marks(rows: Iterable[sa.RowMapping], place_id: str) -> list[Mark]:
    return [
        Mark(
            row["start"],
            row["end"],
            _what(row, place_id),
            _label(row),
            _literal_place(row),
            by_hand=row["correction"] is not None,
        )
        for row in rows
    ]


def _what(row: sa.RowMapping, place_id: str) -> MarkKind:
    return "place" if row["kind"] == "literal" and row["place_id"] == place_id else "other place"


def _literal_place(row: sa.RowMapping) -> str | None:
    place: str | None = row["place_id"] if row["kind"] == "literal" else None
    return place


def _label(row: sa.RowMapping) -> str:
    name = row["name"] or row["text"]
    return name if row["kind"] == "literal" else f"{name} ({row['kind']})"
