"""Words beside a name that say what kind of place it is: "the port city of X", "X province", "X Gov. Smith"."""

from __future__ import annotations

import re
from functools import cache

from geonews.models import PlaceKind, Toponym
from geonews.tables import rows

_REACH = 24
"""Characters that are read before and behind a name."""
KINDS: dict[str, frozenset[PlaceKind]] = {
    "settlement": frozenset({"city", "village"}),
    "division": frozenset({"admin1", "admin2", "region"}),
    "country": frozenset({"country", "territory"}),
    "water": frozenset({"river", "lake", "sea", "ocean", "strait"}),
    "island": frozenset({"island", "territory", "country", "peninsula"}),
    "height": frozenset({"mountains"}),
}
"""The kinds of place that each cue of ``data/cues.csv`` speaks of."""


def cue(text: str, toponym: Toponym) -> str:
    """Return what the words beside a mention call it ("settlement", "division", ...), or ``""``."""
    before, after = _patterns()
    right = after.match(text[toponym.end : toponym.end + _REACH])
    left = right or before.search(text[max(0, toponym.start - _REACH) : toponym.start])
    return _cues()[left.group(1).lower()] if left else ""


@cache
def _cues() -> dict[str, str]:
    return {row["words"]: row["cue"] for row in rows(__package__, "cues")}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"\b({_either('before')})\s+(?:the\s+)?$", re.IGNORECASE),
        re.compile(rf"(?:['’]s?)?\s+({_either('after')})(?!\w)", re.IGNORECASE),
    )


def _either(side: str) -> str:
    words = [row["words"] for row in rows(__package__, "cues") if row["side"] == side]
    return "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True))
