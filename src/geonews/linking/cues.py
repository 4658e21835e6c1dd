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
    "nature": frozenset({"river", "lake", "sea", "ocean", "strait", "mountains", "desert", "region", "peninsula"}),
}
"""The kinds of place that each cue of ``data/cues.csv`` speaks of; "nature" is what the bare article says."""
NATURAL = frozenset({"water", "height", "island", "nature"})
_ARTICLE = " the"
_ALONE = re.compile(
    r"[.,;:!?)\]–—\n]|\s*$|\s+(?:in|at|on|near|to|into|from|by|with|as|is|was|has|had|will|would|may|could|can|that|"
    r"which|where|when|while|after|before|since|for|but|because|until|below|above|upstream|downstream|and (?=[a-z])|"
    r"rises?|rose|fell|falls|meets?|"
    r"flows?|flowed|burst|froze|runs?|ran|overflowed|flooded)\b"
)
"""What follows a name that no noun follows."""


def cue(text: str, toponym: Toponym) -> str:
    """Return what the words beside a mention call it ("settlement", "division", ...), or ``""``.

    Towns and most countries bear no article: "the Ohio" is nature, unless a noun follows ("the Ohio senator").
    """
    before, after = _patterns()
    behind, ahead = text[toponym.end : toponym.end + _REACH], text[max(0, toponym.start - _REACH) : toponym.start]
    right = after.match(behind)
    if right:
        return _cues()[right.group(1).lower()]
    left = before.search(ahead)
    if left and not left.group(1).lower().endswith(_ARTICLE):
        return _cues()[left.group(1).lower()]
    if f" {ahead.rstrip().lower()}".endswith(_ARTICLE) and _ALONE.match(behind):
        return _cues()[left.group(1).lower()] if left else "nature"
    return ""


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
