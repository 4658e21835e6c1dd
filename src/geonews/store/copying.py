"""Which passages are copies of which: kept as groups, found by shared bands, judged by a copyist.

Groups are found as articles come in: a passage joins the first group whose wording it copies, else it founds one. What
an article costs does not grow with the store: of a band, and of a group, only so many members are looked at.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

import sqlalchemy as sa

from geonews.models import ParsedArticle
from geonews.store.labels import among
from geonews.store.schema import articles, bands, copies, passages, state

_MOST = 64
"""Groups of a band, and articles of a group, that are looked at."""
_SHARING = f"SELECT * FROM (SELECT copy FROM bands WHERE band = ? LIMIT {_MOST})"  # noqa: S608 - made of constants
_FAMILY = 0.5
"""Share of the shorter article's passages that another must hold to be of its family."""
_FEWEST = 2
"""Passages that two articles of one family share at least, unless each is but one: one quoted sentence makes no copy.
"""


class Wording(Protocol):
    """A passage as the copyist compares it."""

    @property
    def text(self) -> str:
        """The normalised words."""

    @property
    def bands(self) -> Sequence[int]:
        """Numbers (signed, 64 bits) of which copies share at least one."""


class Copyist(Protocol):
    """Knows what makes two passages copies, and two figures one claim; see ``geonews.claims``."""

    def wordings(self, parsed: ParsedArticle) -> Sequence[Wording | None]:
        """Return the wording of each passage; ``None`` for those of which nobody asks."""

    def is_copy(self, one: str, other: str) -> bool:
        """Tell whether two wordings that share a band are copies."""

    def values(self, parsed: ParsedArticle) -> Sequence[str]:
        """Return for each figure what copies of its sentence must state too to be the same claim."""

    def subjects(self, parsed: ParsedArticle) -> Sequence[int | None]:
        """Return for each figure a number that independent sentences share if they state the same."""


def groups(connection: sa.Connection, parsed: ParsedArticle, copyist: Copyist) -> tuple[list[int | None], set[int]]:
    """Return the group of each passage of a new article, and which of the groups there were before."""
    found: list[int | None] = []
    joined: set[int] = set()
    for wording in copyist.wordings(parsed):
        group = None if wording is None else _nearest(connection, wording, copyist)
        if group is not None:
            joined.add(group)
        found.append(_founded(connection, wording) if wording is not None and group is None else group)
    return found, joined


def claim(group: int | None, value: str) -> int | None:
    """Return the number of the claim that copies of a sentence make with one of their figures."""
    if group is None:
        return None
    digest = hashlib.blake2b(f"{group} {value}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def family(connection: sa.Connection, row: int, of_passages: Iterable[int | None], joined: Iterable[int]) -> int:
    """Return the family of the article of this row: that of the article with which it shares most, or a new one.

    ``joined`` are those groups of its passages that may have other members.
    """
    groups = list(of_passages)
    own = {group for group in groups if group is not None}
    shared: Counter[int] = Counter()
    for group in joined:
        members = sa.select(passages.c.article).where(passages.c.copy == group, passages.c.article != row)
        shared.update(set(connection.execute(members.limit(_MOST)).scalars()))
    for article, number in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if number < _FEWEST and len(groups) > 1:
            break
        if number < _FEWEST and _length(connection, article) > 1:
            continue
        least = min(len(own), _size(connection, article))
        known = connection.execute(sa.select(articles.c.family).where(articles.c.row == article)).scalar_one()
        if known is not None and number >= _FAMILY * least:
            return int(known)
    return _next_family(connection)


def members(connection: sa.Connection, rows: Iterable[int]) -> set[int]:
    """Return the groups that passages of these articles belong to."""
    query = sa.select(passages.c.copy).where(among(passages.c.article, rows), passages.c.copy.is_not(None))
    return set(connection.execute(query).scalars())


def forget_empty(connection: sa.Connection, candidates: Iterable[int]) -> None:
    """Delete those of the groups that no passage belongs to any more."""
    alive = sa.exists().where(passages.c.copy == copies.c.row)
    query = sa.select(copies.c.row, copies.c.bands).where(among(copies.c.row, candidates), ~alive)
    for group, of_group in connection.execute(query).all():
        connection.execute(bands.delete().where(among(bands.c.band, of_group), bands.c.copy == group))
        connection.execute(copies.delete().where(copies.c.row == group))


def _nearest(connection: sa.Connection, wording: Wording, copyist: Copyist) -> int | None:
    """Return the group that the wording copies, looking first at those that share most bands."""
    sharing = " UNION ALL ".join([_SHARING] * len(wording.bands))
    query = (
        f"SELECT copies.row, copies.wording FROM ({sharing}) AS found JOIN copies ON copies.row = found.copy"  # noqa: S608 - made of constants
        f" GROUP BY copies.row ORDER BY count(*) DESC, copies.row LIMIT {_MOST}"
    )
    for group, text in connection.exec_driver_sql(query, tuple(wording.bands)):
        if copyist.is_copy(text, wording.text):
            return int(group)
    return None


def _founded(connection: sa.Connection, wording: Wording) -> int:
    group_values = {"wording": wording.text, "bands": list(wording.bands)}
    founded: int = connection.execute(copies.insert().values(group_values).returning(copies.c.row)).scalar_one()
    connection.execute(bands.insert(), [{"band": band, "copy": founded} for band in set(wording.bands)])
    return founded


def _size(connection: sa.Connection, article: int) -> int:
    query = sa.select(sa.func.count(passages.c.copy.distinct())).where(passages.c.article == article)
    size: int = connection.execute(query).scalar_one()
    return size


def _length(connection: sa.Connection, article: int) -> int:
    query = sa.select(sa.func.count()).where(passages.c.article == article)
    length: int = connection.execute(query).scalar_one()
    return length


def _next_family(connection: sa.Connection) -> int:
    """Count up, so that no family's number is ever given again."""
    counter = state.update().where(state.c.name == "family").values(value=state.c.value + 1)
    number: int = connection.execute(counter.returning(state.c.value)).scalar_one()
    return number
