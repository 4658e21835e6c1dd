"""Copies that come later: what was put right in a sentence and in its copies holds in a new copy as well."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator

import sqlalchemy as sa

from geonews.corrections import press, target
from geonews.models import Correction
from geonews.store import kept, repeats
from geonews.store.keys import id_from_column
from geonews.store.labels import among
from geonews.store.schema import articles, corrections, passages


def follow(connection: sa.Connection, row: int) -> bool:
    """Keep for the article of this row what holds for its sentences elsewhere, and tell whether anything does.

    That is what one press has put right in several articles. What it keeps belongs to that press: undoing it undoes
    this too. What was said of one mention alone, before its sentence had a copy, is followed by none.
    """
    found = list(_repeated(connection, row))
    for each in found:
        kept.insert(connection, each)
    return bool(found)


def _repeated(connection: sa.Connection, row: int) -> Iterator[Correction]:
    copied = sa.select(passages.c.copy).where(passages.c.article == row, passages.c.copy.is_not(None))
    groups = connection.execute(copied).scalars().all()
    sources = _sources(connection, row, groups) if groups else {}
    if not sources:
        return
    numbered = kept.numbered(connection, sources)
    identity = connection.execute(sa.select(articles.c.id).where(articles.c.row == row)).scalar_one()
    own = kept.by_article(connection, {identity}, ()).get(identity, [])
    known = {(target(each.correction), press(each.correction)) for each in own}
    pressed: set[Hashable] = set()
    for number, key in sources.items():
        source = numbered[number]
        if press(source) in pressed or not _holds_for_copies(connection, source):
            continue
        pressed.add(press(source))
        for each in repeats.repeated(connection, key, source):
            if each.article == id_from_column(identity) and (target(each), press(each)) not in known:
                yield each


def _sources(connection: sa.Connection, row: int, groups: Collection[int]) -> dict[int, str]:
    """Return the numbers of the corrections of other copies in these groups, each with the key of its article."""
    other = sa.select(corrections.c.row, articles.c.key).select_from(passages)
    joined = other.join(articles, articles.c.row == passages.c.article).join(
        corrections, corrections.c.article == articles.c.id
    )
    inside = sa.and_(passages.c.start <= corrections.c.start, corrections.c.start < passages.c.end)
    query = joined.where(among(passages.c.copy, groups), passages.c.article != row, inside)
    return dict(connection.execute(query.order_by(corrections.c.row)).all())


def _holds_for_copies(connection: sa.Connection, correction: Correction) -> bool:
    """Tell whether the press that made a correction made it for several articles."""
    if not correction.made:
        return False
    together = kept.made_at(connection, correction.made).values()
    return len({each.article for each in together if press(each) == press(correction)}) > 1
