"""Names that people added to an article, as rows of ``toponyms``: they stand behind those that the parser read.

Works inside the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from geonews.corrections import additions, name
from geonews.models import ParsedArticle
from geonews.store import reading
from geonews.store.kept import Kept
from geonews.store.reading import Parts, Row
from geonews.store.schema import toponyms


def read_names(parts: Parts) -> list[Row]:
    """Return the rows of the names that the parser read."""
    return [each for each in parts[toponyms] if not reading.is_added(each)]


def rows(parsed: ParsedArticle, rules: Sequence[Kept], place_rows: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return the rows of the names that corrections add; ``place_rows`` are the rows of their places by id."""
    found: list[dict[str, Any]] = []
    for each in additions(parsed, [rule.correction for rule in rules]):
        toponym, resolution = name(rules[each.by].correction)
        found.append(
            {
                **asdict(toponym),
                "position": len(parsed.toponyms) + len(found),
                "passage": reading.passage_at(parsed.passages, toponym.start),
                "score": resolution.score,
                "reason": resolution.reason,
                "place": resolution.place and place_rows[resolution.place.id],
                "candidates": [],
                "correction": rules[each.by].number,
                "was": reading.NOTHING,
            }
        )
    return found


def write(connection: sa.Connection, article: int, before: Parts, after: Parts) -> bool:
    """Write the added names of the article of this row anew where they have changed, and tell whether they have."""
    old, new = ([{**each, "article": article} for each in _added(parts)] for parts in (before, after))
    if old == new:
        return False
    here = toponyms.c.article == article
    connection.execute(toponyms.delete().where(here, toponyms.c.position >= len(read_names(before))))
    if new:
        connection.execute(toponyms.insert(), new)
    return True


def _added(parts: Parts) -> list[Row]:
    return [each for each in parts[toponyms] if reading.is_added(each)]
