"""Models to rows. Every function works inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from geonews.models import Article, ParsedArticle, Place
from geonews.store import copying, correcting, digests, following, schema
from geonews.store.copying import Copyist
from geonews.store.keys import article_key, day_and_instant, id_to_column
from geonews.store.labels import among
from geonews.store.reading import passage_at, places_by_id, read_article

_METADATA = ("title", "source", "url", "published")


def insert_article(connection: sa.Connection, parsed: ParsedArticle, parser: str, copyist: Copyist | None) -> None:
    """Write a new article with all its parts."""
    article = parsed.article
    values = {
        "key": article_key(article.id, article.text),
        "id": id_to_column(article.id),
        "text": article.text,
        "parser": parser,
        **metadata_values(article),
    }
    row = connection.execute(schema.articles.insert().values(values).returning(schema.articles.c.row)).scalar_one()
    insert_parts(connection, row, parsed, copyist)
    if following.follow(connection, row):
        correcting.reapply(connection, [row], copyist)


def update_article(
    connection: sa.Connection, row: sa.RowMapping, parsed: ParsedArticle, parser: str, copyist: Copyist | None
) -> bool:
    """Bring a stored article up to date and tell whether there was anything to do."""
    stored = read_article(connection, row)
    wanted = replace(parsed, article=_merged(stored.article, parsed.article))
    compared = copyist is None or row["family"] is not None
    if wanted == stored and row["parser"] == parser and compared:
        return False
    values = {"parser": parser, **metadata_values(wanted.article)}
    connection.execute(schema.articles.update().where(schema.articles.c.row == row["row"]).values(values))
    if replace(wanted, article=stored.article) != stored or not compared:
        delete_parts(connection, row["row"])
        insert_parts(connection, row["row"], wanted, copyist)
    else:
        digests.write_stored(connection, row["row"])
    return True


def news(row: sa.RowMapping, article: Article) -> bool:
    """Tell whether ``article`` knows something about its publication that the stored row does not."""
    given = ((name, getattr(article, name)) for name in _METADATA)
    return any(value is not None and value != row[name] for name, value in given)


def _merged(stored: Article, given: Article) -> Article:
    known = {name: getattr(given, name) for name in _METADATA if getattr(given, name) is not None}
    return replace(stored, **known)


def metadata_values(article: Article) -> dict[str, str | None]:
    """Return the columns that a later addition of the same article may fill."""
    day, instant = day_and_instant(article.published)
    return {
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "day": day,
        "instant": instant,
    }


def delete_parts(connection: sa.Connection, row: int) -> None:
    """Delete all that was read out of an article."""
    groups = copying.members(connection, [row])
    for table in schema.PARTS:
        connection.execute(table.delete().where(table.c.article == row))
    copying.forget_empty(connection, groups)


def delete_articles(connection: sa.Connection, keys: Iterable[str]) -> int:
    """Delete articles with all that was read out of them; return how many there were."""
    query = sa.select(schema.articles.c.row).where(among(schema.articles.c.key, keys))
    gone = connection.execute(query).scalars().all()
    groups = copying.members(connection, gone)
    connection.execute(schema.articles.delete().where(among(schema.articles.c.row, gone)))
    copying.forget_empty(connection, groups)
    return len(gone)


def insert_parts(connection: sa.Connection, row: int, parsed: ParsedArticle, copyist: Copyist | None) -> None:
    """Write all that was read out of an article, and the digest of it."""
    place_rows = _put_places(connection, chosen_places(parsed))
    groups, joined = copying.groups(connection, parsed, copyist) if copyist else ([None] * len(parsed.passages), set())
    parts = part_rows(row, parsed, place_rows, groups, copyist)
    for table, rows in parts.items():
        if rows:
            connection.execute(table.insert(), rows)
    family = copying.family(connection, row, groups, joined) if copyist else None
    found = schema.articles.update().where(schema.articles.c.row == row).values(family=family)
    article = connection.execute(found.returning(*schema.articles.c)).mappings().one()
    digests.write(connection, [(article, parts)])
    correcting.apply_to_new(connection, row, parsed, copyist)


def part_rows(
    row: int,
    parsed: ParsedArticle,
    place_rows: Mapping[str, int],
    groups: Sequence[int | None],
    copyist: Copyist | None,
) -> dict[sa.Table, list[dict[str, Any]]]:
    """Return the rows of all that was read out of the article of this row.

    ``place_rows`` are the rows of its places by id, ``groups`` those of its passages that are copies.
    """
    pins = _pins(parsed, place_rows)
    spans = zip(parsed.passages, groups, strict=True)
    parts: dict[sa.Table, Iterable[dict[str, Any]]] = {
        schema.passages: (asdict(passage) | {"copy": group} for passage, group in spans),
        schema.toponyms: _toponym_rows(parsed, place_rows),
        schema.figures: _figure_rows(parsed, groups, copyist),
        schema.links: (asdict(link) | {"place": pins.get(link.toponym)} for link in parsed.links),
        schema.movements: map(asdict, parsed.movements),
    }
    return {
        table: [{"article": row, "position": position, **part} for position, part in enumerate(rows)]
        for table, rows in parts.items()
    }


def _figure_rows(
    parsed: ParsedArticle, groups: Sequence[int | None], copyist: Copyist | None
) -> Iterable[dict[str, Any]]:
    nothing = [None] * len(parsed.figures)
    values = copyist.values(parsed) if copyist else nothing
    subjects = copyist.subjects(parsed) if copyist else nothing
    for figure, value, subject in zip(parsed.figures, values, subjects, strict=True):
        passage = passage_at(parsed.passages, figure.start)
        group = None if passage is None else groups[passage]
        claim = None if value is None else copying.claim(group, value)
        yield asdict(figure) | {"passage": passage, "claim": claim, "subject": subject, "correction": None}


def bump_revision(connection: sa.Connection) -> None:
    """Tell all readers that something has changed."""
    revision = schema.state.c.value
    connection.execute(schema.state.update().where(schema.state.c.name == "revision").values(value=revision + 1))


def _toponym_rows(parsed: ParsedArticle, place_rows: Mapping[str, int]) -> Iterable[dict[str, Any]]:
    for toponym, resolution in zip(parsed.toponyms, parsed.resolutions, strict=True):
        yield asdict(toponym) | {
            "passage": passage_at(parsed.passages, toponym.start),
            "score": resolution.score,
            "reason": resolution.reason,
            "place": None if resolution.place is None else place_rows[resolution.place.id],
            "candidates": [[each.place.id, each.form, each.score] for each in resolution.candidates],
            "correction": None,
            "was": None,
        }


def _pins(parsed: ParsedArticle, place_rows: Mapping[str, int]) -> dict[int, int]:
    """Return the place's row of each literal toponym that has one, by position."""
    judged = enumerate(zip(parsed.toponyms, parsed.resolutions, strict=True))
    return {
        position: place_rows[resolution.place.id]
        for position, (toponym, resolution) in judged
        if toponym.kind == "literal" and resolution.place is not None
    }


def chosen_places(parsed: ParsedArticle) -> dict[str, Place]:
    """Return all places that the article's names may mean, by id."""
    chosen = (resolution.place for resolution in parsed.resolutions if resolution.place is not None)
    weighed = (candidate.place for resolution in parsed.resolutions for candidate in resolution.candidates)
    return {place.id: place for group in (weighed, chosen) for place in group}


def _put_places(connection: sa.Connection, found: dict[str, Place]) -> dict[str, int]:
    """Write the places (what the gazetteer says today replaces what it said) and return their rows by id."""
    if not found:
        return {}
    known = {place.id: (row, place) for row, place in places_by_id(connection, found)}
    changed = [asdict(place) for place in found.values() if place.id not in known or known[place.id][1] != place]
    if changed:
        put = insert(schema.places)
        facts = {name: put.excluded[name] for name in changed[0] if name != "id"}
        connection.execute(put.on_conflict_do_update(index_elements=["id"], set_=facts), changed)
        known = {place.id: (row, place) for row, place in places_by_id(connection, found)}
    return {place_id: row for place_id, (row, _) in known.items()}
