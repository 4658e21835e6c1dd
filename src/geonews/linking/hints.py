"""What an article's other words say: divisions that stand inside longer names, and the words of one country's news."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import numpy as np

from geonews.linking.board import Board, Floats
from geonews.tables import rows

_READ = 100_000
"""Characters of the text that are looked at: enough to tell whose news it is."""
_WORD = re.compile(r"[\w-]+")


def hints(board: Board, text: str) -> dict[str, Floats]:
    """Return one column a feature, shape (rows,)."""
    start = text[:_READ]
    spoken = dialect(start)
    places = board.places
    own = np.array([spoken.get(place.country or "", 0.0) for place in places])
    first = [place.name if place.kind == "admin1" else place.admin1 for place in places]
    second = [None if place.kind == "admin2" else place.admin2 for place in places]
    said = _said(start, {*first, *second})
    return {
        "division_said": np.array([float(name in said) for name in first]),
        "county_said": np.array([float(name in said) for name in second]),
        "dialect": np.log1p(own),
        "dialect_share": own / (sum(spoken.values()) + 1.0),
    }


def dialect(text: str) -> dict[str, float]:
    """Count the words of ``data/dialects.csv`` by country code; a word counts once, shared among its countries."""
    spoken: dict[str, float] = {}
    written = set(_WORD.findall(text))
    for first in written & _words().keys():
        for word, countries in _words()[first].items():
            if word == first or _stands(text, word):
                for country in countries:
                    spoken[country] = spoken.get(country, 0.0) + 1.0 / len(countries)
    return spoken


@cache
def _words() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the table by the first word of each entry."""
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in rows(__package__, "dialects"):
        table.setdefault(row["word"].split()[0], {})[row["word"]] = tuple(row["countries"].split())
    return table


def _said(text: str, names: Iterable[str | None]) -> frozenset[str]:
    return frozenset(name for name in names if name and _stands(text, name))


def _stands(text: str, name: str) -> bool:
    """Tell whether a name is in the text as a word of its own."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(name, end)
    return False
