"""One packed row an article: what is counted, as numbers. Written from the article's rows, in their transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from geonews.corrections import GAVE_WAY
from geonews.store import labels
from geonews.store.reading import Parts, Row, parts_of
from geonews.store.schema import articles, digests, figures, links, movements, passages, state, toponyms

MENTION = np.dtype(
    [("passage", "<i4"), ("place", "<i4"), ("text", "<i4"), ("use", "<i4"), ("reason", "<i4"), ("confidence", "<f4")]
)
"""A toponym: its passage's position (-1: none), place's row (-1: none), label of text and of kind, label of the reason
(0 where it has a place that the parser chose), probability that the span names a place and that it is this one."""
FIGURE = np.dtype(
    [("passage", "<i4"), ("kind", "<i4"), ("status", "<i4"), ("owner", "<i4"), ("claim", "<i8"), ("subject", "<i8")]
)
"""A figure: its passage's position, labels of kind (0: wrong, it counts nowhere), status and owner (0: none), claim and
subject (0: none)."""
LINK = np.dtype([("figure", "<i4"), ("place", "<i4"), ("role", "<i4")])
"""A figure's position, the place's row (-1: the toponym is no pin), label of the role."""
MOVEMENT = np.dtype([("figure", "<i4"), ("origin", "<i4"), ("destination", "<i4")])
"""A figure's position and the rows of two places (-1: none)."""

Packed = npt.NDArray[np.void]


def write(connection: sa.Connection, digested: Sequence[tuple[Row, Parts]]) -> None:
    """Write the digests of articles anew; each is its row and its parts."""
    known = labels.numbers(connection, {word for article, parts in digested for word in words(article, parts)})
    put = insert(digests)
    changed = {column.name: put.excluded[column.name] for column in digests.c if column.name != "article"}
    connection.execute(
        put.on_conflict_do_update(index_elements=["article"], set_=changed),
        [values(article, parts, known) for article, parts in digested],
    )


def write_stored(connection: sa.Connection, row: int) -> None:
    """Write the digest of the stored article of this row anew."""
    article = connection.execute(sa.select(articles).where(articles.c.row == row)).mappings().one()
    write(connection, [(article, parts_of(connection, [row])[row])])


def current_revision(connection: sa.Connection) -> int:
    """Return the number that grows with every change."""
    number: int = connection.execute(sa.select(state.c.value).where(state.c.name == "revision")).scalar_one()
    return number


def words(article: Row, parts: Parts) -> set[str]:
    """Return the words that the digest holds by number."""
    found = {article["source"]}
    found.update(each[name] for each in parts[toponyms] for name in ("text", "kind"))
    found.update(each["reason"] for each in _counted(parts) if _tells_reason(each))
    found.update(each[name] for each in parts[figures] for name in ("kind", "status", "owner"))
    found.update(each["role"] for each in parts[links])
    return found - {None}


def values(article: Row, parts: Parts, known: Mapping[str | None, int]) -> dict[str, Any]:
    """Return the digest's row, given the numbers of its words."""
    numbers = {**known, None: 0}
    places = {each["position"]: _or(each["place"]) for each in parts[toponyms]}
    wrong = {each["position"] for each in parts[figures] if each["correction"] is not None}
    tied, moved = ([each for each in parts[table] if each["figure"] not in wrong] for table in (links, movements))
    return {
        "article": article["row"],
        "day": 0 if article["day"] is None else date.fromisoformat(article["day"]).toordinal(),
        "instant": article["instant"],
        "source": numbers[article["source"]],
        "family": article["family"],
        "passages": len(parts[passages]),
        "mentions": _pack(MENTION, (_mention(each, numbers) for each in _counted(parts))),
        "figures": _pack(FIGURE, (_figure(each, numbers) for each in parts[figures])),
        "links": _pack(LINK, ((each["figure"], _or(each["place"]), numbers[each["role"]]) for each in tied)),
        "movements": _pack(MOVEMENT, (_movement(each, places) for each in moved)),
    }


def unpacked(kind: np.dtype[np.void], packed: Sequence[bytes]) -> Packed:
    """Return the records of many articles as one array."""
    return np.frombuffer(b"".join(packed), dtype=kind)


def counts(kind: np.dtype[np.void], packed: Sequence[bytes]) -> npt.NDArray[np.int64]:
    """Return how many records each article has."""
    return np.fromiter(map(len, packed), dtype=np.int64, count=len(packed)) // kind.itemsize


def _counted(parts: Parts) -> list[Row]:
    """Return the toponyms that count: what gave way to a name that was added by hand is a part of that one."""
    return [each for each in parts[toponyms] if each["reason"] != GAVE_WAY]


def _tells_reason(row: Row) -> bool:
    return row["place"] is None or row["correction"] is not None


def _mention(row: Row, known: Mapping[str | None, int]) -> tuple[float, ...]:
    reason = known[row["reason"]] if _tells_reason(row) else 0
    confidence = min(max(row["score"] * row["name_score"], 0.0), 1.0)
    return _or(row["passage"]), _or(row["place"]), known[row["text"]], known[row["kind"]], reason, confidence


def _figure(row: Row, known: Mapping[str | None, int]) -> tuple[int, ...]:
    kind = known[row["kind"]] if row["correction"] is None else 0
    described = (known[row[name]] for name in ("status", "owner"))
    return _or(row["passage"]), kind, *described, row["claim"] or 0, row["subject"] or 0


def _movement(row: Row, places: Mapping[int, int]) -> tuple[int, ...]:
    return row["figure"], places.get(row["origin"], -1), places.get(row["destination"], -1)


def _or(value: int | None) -> int:
    return -1 if value is None else value


def _pack(kind: np.dtype[np.void], records: Iterable[tuple[float, ...]]) -> bytes:
    return np.array(list(records), dtype=kind).tobytes()
