"""A store in which something is put right, and what it then answers."""

from __future__ import annotations

from dataclasses import replace

from geonews.models import Correction, Place
from geonews.store import Store

IDAHO = Place("gn:9", "Moscow", "city", "US", 46.7, -117.0, admin1="Idaho")
TEXT = "About 1,000 Russian troops left Kyiv. Moscow slept. Moscow woke."
OTHER = "Moscow and Kyiv talked."


def at(text: str, word: str) -> tuple[int, int]:
    start = text.index(word)
    return start, start + len(word)


def moscow(**changes: object) -> Correction:
    """Say that the first Moscow of the text is the one in Idaho."""
    start, end = at(TEXT, "Moscow")
    return replace(Correction("place", "Moscow", "a", start, end, IDAHO, "2026-01-01T00:00:00.000000+00:00"), **changes)


def wrong() -> Correction:
    return Correction("wrong figure", "1,000", "a", *at(TEXT, "1,000"))


def placed(store: Store) -> dict[str, int]:
    return {row.place.id: row.mentions for row in store.places()}


def dump(store: Store) -> list[object]:
    """Return all that the store answers, but for its revision."""
    names = [row.place.id for row in store.places()]
    handles = store.statement_keys().handles.tolist()
    return [
        list(store.parsed()),
        store.places(),
        store.articles(),
        store.facets(),
        store.unplaced(),
        store.summary(),
        store.timeline(),
        [store.passages(name) for name in names],
        store.statements(handles),
    ]
