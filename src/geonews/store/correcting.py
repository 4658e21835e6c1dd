"""Corrections at work: the rows of articles as people put them right. Works inside the caller's transaction.

What the parser said stays in the rows (``was``), so that every correction can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from geonews.corrections import GAVE_WAY, corrected, judged, of_figures, of_toponyms
from geonews.gazetteer import fold
from geonews.models import ParsedArticle
from geonews.store import adding, digests, kept, reading
from geonews.store.copying import Copyist
from geonews.store.kept import Kept
from geonews.store.keys import id_to_column
from geonews.store.labels import among
from geonews.store.reading import Parts, Row
from geonews.store.schema import articles, figures, links, places, toponyms

_AT_ONCE = 500
"""Articles that are held in memory together."""
_CHANGING: Mapping[sa.Table, Sequence[str]] = {
    toponyms: ("place", "score", "reason", "name_score", "correction", "was", "passage"),
    figures: ("subject", "correction"),
    links: ("place",),
}
"""Columns that corrections change."""
Updates = dict[sa.Table, list[dict[str, Any]]]


def effective(connection: sa.Connection, row: Row) -> ParsedArticle:
    """Build the article of this row of ``articles`` as people put it right."""
    parts = reading.parts_of(connection, [row["row"]])[row["row"]]
    parsed = reading.built(row, parts, reading.places_of(connection, parts[toponyms]))
    numbers = {each["correction"] for table in (toponyms, figures) for each in parts[table]} - {None}
    return corrected(parsed, list(kept.numbered(connection, numbers).values())) if numbers else parsed


def reapply(connection: sa.Connection, rows: Iterable[int], copyist: Copyist | None) -> None:
    """Bring the articles of these rows in step with the corrections that there are."""
    ordered = sorted(set(rows))
    for first in range(0, len(ordered), _AT_ONCE):
        _reapply(connection, ordered[first : first + _AT_ONCE], copyist)


def apply_to_new(connection: sa.Connection, row: int, parsed: ParsedArticle, copyist: Copyist | None) -> None:
    """Bring an article that has just been written in step with the corrections, if any speak for it."""
    names = {fold(each.text) for each in parsed.toponyms}
    if kept.by_article(connection, {id_to_column(parsed.article.id)}, names):
        reapply(connection, [row], copyist)


def _reapply(connection: sa.Connection, rows: Sequence[int], copyist: Copyist | None) -> None:
    query = sa.select(articles).where(among(articles.c.row, rows)).order_by(articles.c.row)
    found = connection.execute(query).mappings().all()
    parts = reading.parts_of(connection, rows)
    names = [each for row in rows for each in parts[row][toponyms]]
    rules = kept.by_article(connection, {row["id"] for row in found}, {fold(each["text"]) for each in names})
    known = reading.chosen_places(connection, names)
    place_rows = {place.id: row for row, place in known.items()}
    place_rows |= _put_places(connection, [each for of_article in rules.values() for each in of_article])
    digested: list[tuple[Row, Parts]] = []
    updates: Updates = {table: [] for table in _CHANGING}
    for row in found:
        before = parts[row["row"]]
        speaking = [*rules.get(None, ()), *rules.get(row["id"], ())]
        of_article = copyist if row["family"] is not None else None
        after = _put_right(reading.built(row, before, known, weighed=False), before, speaking, place_rows, of_article)
        has_changed = _collect(before, after, updates)
        if adding.write(connection, row["row"], before, after) or has_changed:
            digested.append((row, after))
    _write(connection, updates)
    if digested:
        digests.write(connection, digested)


def _put_right(
    parsed: ParsedArticle,
    parts: Parts,
    rules: Sequence[Kept],
    place_rows: Mapping[str, int],
    copyist: Copyist | None,
) -> Parts:
    """Return the parts of an article as the rules have them; ``parsed`` is what the parser said."""
    corrections = [each.correction for each in rules]
    numbers: dict[int | None, int | None] = {None: None, **{at: each.number for at, each in enumerate(rules)}}
    speaking = of_toponyms(parsed, corrections)
    pairs = [
        (toponym, resolution) if at is None else judged(toponym, resolution, corrections[at])
        for toponym, resolution, at in zip(parsed.toponyms, parsed.resolutions, speaking, strict=True)
    ]
    named: list[Row] = []
    for row, (toponym, resolution), at in zip(adding.read_names(parts), pairs, speaking, strict=True):
        if at is None and row["correction"] is None:
            named.append(row)
            continue
        said = reading.as_parsed(row)
        chosen = said[0] if at is None else resolution.place and place_rows[resolution.place.id]
        values = (chosen, resolution.score, resolution.reason, toponym.name_score, numbers[at])
        was = None if at is None else list(said)
        # what gave way to a longer name is marked and counted in no passage, but holds what is tied to it
        passage = None if resolution.reason == GAVE_WAY else reading.passage_at(parsed.passages, toponym.start)
        named.append({**row, **dict(zip(_CHANGING[toponyms], (*values, was, passage), strict=True))})
    kinds = [toponym.kind for toponym, _ in pairs]
    pins = {at: row["place"] for at, (row, kind) in enumerate(zip(named, kinds, strict=True)) if kind == "literal"}
    wrong = of_figures(parsed, corrections)
    counted = [_with(row, "correction", numbers[at]) for row, at in zip(parts[figures], wrong, strict=True)]
    if copyist is not None:
        placed = replace(parsed, toponyms=tuple(t for t, _ in pairs), resolutions=tuple(r for _, r in pairs))
        subjects = copyist.subjects(placed)
        counted = [_with(row, "subject", subject) for row, subject in zip(counted, subjects, strict=True)]
    tied = [_with(row, "place", pins.get(row["toponym"])) for row in parts[links]]
    return {**parts, toponyms: [*named, *adding.rows(parsed, rules, place_rows)], figures: counted, links: tied}


def _with(row: Row, name: str, value: object) -> Row:
    return row if row[name] == value else {**row, name: value}


def _collect(before: Parts, after: Parts, updates: Updates) -> bool:
    """Add the rows that have changed to ``updates``, and tell whether there are any."""
    found = False
    for table, names in _CHANGING.items():
        old_rows, new_rows = (
            adding.read_names(parts) if table is toponyms else parts[table] for parts in (before, after)
        )
        for old, new in zip(old_rows, new_rows, strict=True):
            if old is not new and any(old[name] != new[name] for name in names):
                found = True
                where = {"of_article": new["article"], "at": new["position"]}
                updates[table].append({**{f"new_{name}": new[name] for name in names}, **where})
    return found


def _write(connection: sa.Connection, updates: Updates) -> None:
    for table, values in updates.items():
        if values:
            here = (table.c.article == sa.bindparam("of_article")) & (table.c.position == sa.bindparam("at"))
            new: dict[str, sa.ColumnElement[Any]] = {name: sa.bindparam(f"new_{name}") for name in _CHANGING[table]}
            connection.execute(table.update().where(here).values(new), values)


def _put_places(connection: sa.Connection, rules: Iterable[Kept]) -> dict[str, int]:
    """Return the rows of the places that corrections choose; what the store knows of a place stays as it is."""
    chosen = {place.id: place for each in rules if (place := each.correction.place) is not None}
    if not chosen:
        return {}
    connection.execute(insert(places).on_conflict_do_nothing(), [asdict(place) for place in chosen.values()])
    return {place.id: row for row, place in reading.places_by_id(connection, chosen)}
