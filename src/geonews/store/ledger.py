"""What people put right: kept, undone, listed. ``Store.ledger`` is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import sqlalchemy as sa

from geonews.corrections import GAVE_WAY, press, target
from geonews.gazetteer import fold
from geonews.models import Correction
from geonews.store import correcting, kept, naming, repeats, writing
from geonews.store.byhand import in_article, orphaned
from geonews.store.copying import Copyist
from geonews.store.database import Database
from geonews.store.kept import Kept
from geonews.store.keys import id_to_column
from geonews.store.labels import among
from geonews.store.memory import Memory
from geonews.store.naming import Spellings
from geonews.store.rows import ByHand, KeptCorrection, Reached
from geonews.store.schema import articles, corrections, figures, toponyms


class Ledger:
    """The corrections of one store; errors as in ``Store``.

    A correction changes what the store answers, never what the parser said: undone, all is as it was. It is kept
    when its article goes, and speaks again when the article is back, however often that is read anew.
    """

    def __init__(self, database: Database, memory: Memory, spellings: Spellings) -> None:
        """Use ``Store.ledger``."""
        self._database = database
        self._memory = memory
        self._spellings = spellings

    def add(self, found: Iterable[Correction], *, copyist: Copyist | None = None) -> int:
        """Keep corrections, put the articles right that they speak for, and return how many are kept.

        Of several about the same, the newest holds. A ``copyist`` (``geonews.claims.Copyist``) finds out which
        figures then state the same.
        """
        new = list(found)
        if not new:
            return 0
        with self._database.writing() as connection:
            for each in new:
                kept.insert(connection, each)
            correcting.reapply(connection, _in_reach(connection, new), copyist)
            writing.bump_revision(connection)
        return len(new)

    def undo(self, number: int, *, copyist: Copyist | None = None) -> Correction | None:
        """Take a correction back and return it; ``None`` if there is none of this number."""
        with self._database.writing() as connection:
            return _undone(connection, [number], copyist).get(number)

    def undo_press(self, number: int, *, copyist: Copyist | None = None) -> list[Correction]:
        """Take a correction back with all that the same press has made, and return them; ``[]`` if there is none."""
        with self._database.writing() as connection:
            found = kept.numbered(connection, [number]).get(number)
            if found is None:
                return []
            pressed = kept.made_at(connection, found.made) if found.made else {number: found}
            together = [each for each, other in pressed.items() if press(other) == press(found)]
            return list(_undone(connection, together, copyist).values())

    def repeated(self, key: str, correction: Correction) -> list[Correction]:
        """Return the correction of a mention of this article once for each other article that copies its sentence.

        Where the words stand in several places of a sentence, each is for the same of them; a copy that does not hold
        the words is left out. Nothing is kept: that is for ``add``.
        """
        with self._database.reading() as connection:
            return repeats.repeated(connection, key, correction)

    def reach(self, name: str) -> Reached:
        """Return how far a correction of this name in all articles would reach."""
        with self._database.reading() as connection:
            return naming.reached(connection, self._memory.current(connection), self._spellings, fold(name))

    def corrections(self) -> list[Correction]:
        """Return all corrections in the order they came, those included that speak for nothing."""
        with self._database.reading() as connection:
            return [each.correction for each in kept.everything(connection)]

    def history(self, limit: int | None = None) -> list[KeptCorrection]:
        """Return all corrections or the latest ones, the latest first, each with what has become of it."""
        with self._database.reading() as connection:
            everything = kept.everything(connection)
            mentions: Counter[int] = Counter()
            for table in (toponyms, figures):
                mentions.update(_mentions(connection, table))
            newest = {
                target(each.correction): each.number
                for each in sorted(everything, key=lambda each: each.correction.made)
            }
            listed = everything[::-1][:limit]
            titles = _titles(connection, (each.correction for each in listed))
            return [
                replace(
                    _listed(connection, each, mentions[each.number], is_newest=newest[about] == each.number),
                    title=titles.get(each.correction.article),
                )
                for each in listed
                for about in [target(each.correction)]
            ]

    def of_article(self, key: str) -> tuple[ByHand, ...]:
        """Return what corrections have changed in an article, in the order of its text; nothing for an unknown key."""
        with self._database.reading() as connection:
            return in_article(connection, key)


def _listed(connection: sa.Connection, each: Kept, mentions: int, *, is_newest: bool) -> KeptCorrection:
    if mentions:
        return KeptCorrection(each.number, each.correction, mentions, "applied", "")
    if not is_newest:
        return KeptCorrection(each.number, each.correction, 0, "superseded", "a newer correction is about the same")
    return KeptCorrection(each.number, each.correction, 0, "orphaned", orphaned(connection, each.correction))


def _titles(connection: sa.Connection, found: Iterable[Correction]) -> dict[str | int | None, str | None]:
    """Return by its id the title of each article that is meant and here."""
    ids = {id_to_column(each.article): each.article for each in found if each.article is not None}
    query = sa.select(articles.c.id, articles.c.title).where(among(articles.c.id, ids)).order_by(articles.c.row)
    return {ids[column]: title for column, title in connection.execute(query)}


def _mentions(connection: sa.Connection, table: sa.Table) -> Mapping[int, int]:
    """Count by number of the correction the mentions that one speaks for; what gave way to a name is a part of it."""
    column = table.c.correction
    query = sa.select(column, sa.func.count()).where(column.is_not(None)).group_by(column)
    if table is toponyms:
        query = query.where(toponyms.c.reason != GAVE_WAY)
    return dict(connection.execute(query).all())


def _undone(connection: sa.Connection, numbers: Collection[int], copyist: Copyist | None) -> dict[int, Correction]:
    """Take these corrections back and return those that there were, by number."""
    found = kept.numbered(connection, numbers)
    if not found:
        return {}
    rows = [row for table in (toponyms, figures) for row in _followers(connection, table, found)]
    connection.execute(corrections.delete().where(among(corrections.c.row, found)))
    # what spoke for nothing may have kept an older one from adding a name
    waiting = {id_to_column(each.article) for each in found.values() if each.article is not None}
    rows += connection.execute(sa.select(articles.c.row).where(among(articles.c.id, waiting))).scalars()
    correcting.reapply(connection, rows, copyist)
    writing.bump_revision(connection)
    return found


def _followers(connection: sa.Connection, table: sa.Table, numbers: Iterable[int]) -> Collection[int]:
    query = sa.select(table.c.article).distinct().where(among(table.c.correction, numbers))
    return connection.execute(query).scalars().all()


def _in_reach(connection: sa.Connection, new: Iterable[Correction]) -> set[int]:
    """Return the rows of the articles that corrections may speak for."""
    ids = {id_to_column(each.article) for each in new if each.article is not None}
    names = {fold(each.text) for each in new if each.article is None}
    query = sa.select(articles.c.row).where(among(articles.c.id, ids))
    found = set(connection.execute(query).scalars())
    return found | naming.naming(connection, names) if names else found
