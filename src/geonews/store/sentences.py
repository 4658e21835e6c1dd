"""Passages with everything in them marked, many at once: a few questions for a page, however long it is."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from geonews.models import Figure, LinkRole
from geonews.store.byhand import by_hand
from geonews.store.keys import id_from_column
from geonews.store.labels import among
from geonews.store.marks import Span, passage_marks
from geonews.store.rows import ByHand, Mark, PassageFigure, PassageRow
from geonews.store.schema import articles, figures, links, passages, places, toponyms

Spot = tuple[int, int]
"""Row of an article, and position of a passage in it."""
_SHIFT = 32
"""Bits of a spot's number that hold the position."""
_ABOUT = tuple(articles.c[name] for name in ("row", "key", "id", "title", "source", "url", "published", "day", "text"))
_NAME = (
    *(toponyms.c[name] for name in ("article", "passage", "start", "end", "text", "kind")),
    *(places.c.id, places.c.name, (toponyms.c.score * toponyms.c.name_score).label("confidence")),
    toponyms.c.correction,
)
_FIELDS = tuple(each.name for each in fields(Figure))
_FIGURE = tuple(figures.c[name] for name in ("article", "passage", "position", *_FIELDS, "correction"))
_STATED, _TOLD = (
    itemgetter(*(_FIGURE.index(figures.c[name]) for name in names))
    for names in (
        ("text", "quote", "low", "high", "approximate", "kind", "noun", "owner", "status"),
        ("currency", "attribution", "denier", "date"),
    )
)
"""What ``PassageFigure`` has before and behind its role, of a row of ``_FIGURE``."""


@dataclass(frozen=True)
class _Parts:
    """What stands in the passages of a page. Rows are plain tuples: by name they take several times as long."""

    articles: dict[int, tuple[Callable[..., PassageRow], str]]
    """What makes a row of a passage of an article, and the article's text; by its row."""
    spans: dict[Spot, Span]
    """Of the passages and of those beside them."""
    names: dict[Spot, list[Sequence[Any]]]
    """``_NAME``, in the order of the text."""
    figures: dict[Spot, list[Sequence[Any]]]
    """``_FIGURE``, in the order of the text; those that people called wrong as well."""
    roles: dict[tuple[int, int, str], LinkRole]
    """Of each linked figure for a place, by article, the figure's position in it, and the place's id."""
    copies: dict[Spot, int]
    """Other articles that hold a copy."""
    by_hand: dict[int, list[ByHand]]


def passage_rows(
    connection: sa.Connection, page: Sequence[tuple[Spot, str]], *, bare: bool = False
) -> list[PassageRow]:
    """Return these passages with everything in them marked, each as seen from the place whose id stands beside it.

    If ``bare``, only that place is marked, and the sentences beside are left out.
    """
    spots = {spot for spot, _ in page}
    rows = {row for row, _ in spots}
    named = _by_spot(connection, sa.select(*_NAME), toponyms, spots, places)
    counted = _by_spot(connection, sa.select(*_FIGURE), figures, spots)
    changed = {row for found in (named, counted) for (row, _), each in found.items() if any(one[-1] for one in each)}
    query = sa.select(*_ABOUT).where(among(articles.c.row, rows))
    spans, copy = _spans(connection, spots, beside=0 if bare else 1)
    parts = _Parts(
        articles={row: (_about(*facts), text) for row, *facts, text in connection.execute(query).all()},
        spans=spans,
        names=named,
        figures=counted,
        roles=_roles(connection, {row for row, _ in counted}, {place for _, place in page}),
        copies=_copied(connection, copy),
        by_hand=by_hand(connection, changed) if changed else {},
    )
    return [_passage_row(parts, spot, place_id, bare=bare) for spot, place_id in page]


def _passage_row(parts: _Parts, spot: Spot, place_id: str, *, bare: bool) -> PassageRow:
    article, position = spot
    about, text = parts.articles[article]
    start, end = parts.spans[spot]
    counted = [each for each in parts.figures.get(spot, ()) if each[-1] is None]
    names = [_name_mark(row, place_id) for row in parts.names.get(spot, ()) if not bare or _means(row, place_id)]
    found = [] if bare else [Figure(*facts) for _, _, _, *facts, _ in counted]
    return about(
        start=start,
        text=text[start:end],
        before="" if bare else text[slice(*parts.spans.get((article, position - 1), (0, 0)))],
        after="" if bare else text[slice(*parts.spans.get((article, position + 1), (0, 0)))],
        marks=passage_marks(text, (start, end), names, found),
        figures=tuple(_passage_figure(each, parts.roles.get((article, each[2], place_id))) for each in counted),
        copies=parts.copies.get(spot, 0),
        by_hand=tuple(each for each in parts.by_hand.get(article, ()) if start <= each.start < end),
    )


def _about(key: str, identity: str, *facts: Any) -> Callable[..., PassageRow]:  # noqa: ANN401 - a row's
    """Read once what all passages of an article say of it."""
    title, source, url, published, day = facts
    return partial(
        PassageRow,
        key=key,
        id=id_from_column(identity),
        title=title,
        source=source,
        url=url,
        published=published,
        day=None if day is None else date.fromisoformat(day),
    )


def _number(spot: Spot) -> int:
    return spot[0] << _SHIFT | spot[1]


def _at(spots: Collection[Spot]) -> tuple[sa.FromClause, sa.ColumnElement[int], sa.ColumnElement[int]]:
    """Return a table of these spots, with its columns of articles and of positions."""
    numbers = json.dumps([_number(spot) for spot in sorted(spots)])
    table = sa.func.json_each(numbers).table_valued(sa.column("value", sa.Integer))
    return table, table.c.value.op(">>")(_SHIFT), table.c.value.op("&")((1 << _SHIFT) - 1)


def _spans(
    connection: sa.Connection, spots: Collection[Spot], *, beside: int
) -> tuple[dict[Spot, Span], dict[Spot, int]]:
    """Return the spans of the passages and of so many beside them, and of which passages there are copies."""
    table, article, position = _at(spots)
    near = sa.and_(passages.c.article == article, passages.c.position.between(position - beside, position + beside))
    query = sa.select(*(passages.c[name] for name in ("article", "position", "start", "end", "copy")))
    spans: dict[Spot, Span] = {}
    copies: dict[Spot, int] = {}
    for row, at, start, end, copy in connection.execute(query.select_from(table.join(passages, near))).all():
        spans[row, at] = (start, end)
        if copy is not None and (row, at) in spots:
            copies[row, at] = copy
    return spans, copies


def _by_spot(
    connection: sa.Connection,
    query: sa.Select[Any],
    part: sa.Table,
    spots: Collection[Spot],
    joined: sa.Table | None = None,
) -> dict[Spot, list[Sequence[Any]]]:
    """Return the rows of a table of parts in these passages; the query's first columns are article and passage.

    Each article's parts are gone through once: no index knows passages, and an article may have thousands of each.
    """
    source: sa.FromClause = part if joined is None else part.outerjoin(joined)
    number = part.c.article.op("<<")(_SHIFT).op("|")(part.c.passage)
    wanted = (among(part.c.article, {row for row, _ in spots}), among(number, {_number(spot) for spot in spots}))
    found: dict[Spot, list[Sequence[Any]]] = defaultdict(list)
    for row in connection.execute(
        query.select_from(source).where(*wanted).order_by(part.c.article, part.c.position)
    ).all():
        found[row[0], row[1]].append(row)
    return found


def _copied(connection: sa.Connection, copies: Mapping[Spot, int]) -> dict[Spot, int]:
    """Count the other articles that hold a copy of each passage, of which the row of ``copies`` is given."""
    if not copies:
        return {}
    query = sa.select(passages.c.copy, passages.c.article).where(among(passages.c.copy, set(copies.values())))
    holding: dict[int, set[int]] = defaultdict(set)
    for copy, article in connection.execute(query).all():
        holding[copy].add(article)
    return {spot: len(holding[copy] - {spot[0]}) for spot, copy in copies.items()}


def _roles(
    connection: sa.Connection, rows: Collection[int], place_ids: Collection[str]
) -> dict[tuple[int, int, str], LinkRole]:
    query = (
        sa.select(links.c.article, links.c.figure, places.c.id, links.c.role)
        .join(places)
        .where(among(links.c.article, rows), among(places.c.id, place_ids))
        .order_by(links.c.position.desc())  # the first link speaks
    )
    return {(article, figure, place): role for article, figure, place, role in connection.execute(query).all()}


def _passage_figure(row: Sequence[Any], role: LinkRole | None) -> PassageFigure:
    return PassageFigure(*(*_STATED(row), role, *_TOLD(row)))


def _means(row: Sequence[Any], place_id: str) -> bool:
    return bool(row[5] == "literal" and row[6] == place_id)


def _name_mark(row: Sequence[Any], place_id: str) -> Mark:
    _, _, start, end, text, kind, place, name, confidence, correction = row
    literal = kind == "literal"
    label = name or text
    return Mark(
        start,
        end,
        "place" if _means(row, place_id) else "other place",
        label if literal else f"{label} ({kind})",
        place if literal else None,
        by_hand=correction is not None,
        confidence=confidence,
    )
