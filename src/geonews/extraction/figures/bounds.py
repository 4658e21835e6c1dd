"""Cue words beside a number ("over", "some", "up to", "or more") and the bounds that they make of its value."""

from __future__ import annotations

import re
from dataclasses import replace

from geonews.extraction.figures.numerals import Numeral
from geonews.tables import rows

_BOUND = {(row["place"], row["cue"]): row["bound"] for row in rows(__package__, "cues")}


def _cues(place: str) -> str:
    words = sorted((cue for at, cue in _BOUND if at == place), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


_SIGNS = r"(?:US|U\.S\.|AU?|CA?|NZ|HK|S|NT|R)?\$|[€£¥₴₽₪₹₺₦]|\b(?:USD|EUR|GBP|CHF|CAD|AUD|NIS|Rs\.?)\s?"
_CURRENCY = re.compile(rf"(?:{_SIGNS})$")
_BEFORE = re.compile(rf"(?:(?<![\w-])({_cues('before')})\s*|(?<!\w)(between|from)\s+)$", re.IGNORECASE)
_AFTER = re.compile(rf"\s*({_cues('after')})(?!\w)", re.IGNORECASE)
_HANDED = re.compile(
    r"\b(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|tak(?:es?|ing|en)|took|sign(?:s|ed|ing)?|giv(?:es?|ing|en)|gave)\s+$",
    re.IGNORECASE,
)
"""What "over" belongs to in "handed over 14 jets"."""
_REACH = 40
"""No cue phrase is longer, in code points."""


def bounded(text: str, numeral: Numeral, floor: int) -> tuple[Numeral, int, int]:
    """Apply the cues around ``numeral`` and return it with the [start, end) of number and cues together.

    ``floor`` is the start of the passage: no cue stands before it.
    """
    start, cues = _before(text, numeral.start, floor)
    end = numeral.end
    after = _AFTER.match(text, end)
    if after:
        end = after.end()
        cues.append(_BOUND["after", " ".join(after.group(1).lower().split())])
    return _apply(numeral, cues), start, end


def _before(text: str, start: int, floor: int) -> tuple[int, list[str]]:
    cues: list[str] = []
    while True:
        sign = _CURRENCY.search(text, max(floor, start - _REACH), start)
        if sign:
            start = sign.start()
        cue = _BEFORE.search(text, max(floor, start - _REACH), start)
        if not cue:
            return start, cues
        if not cue[0][0].isalpha() and cue.start() > floor and not text[cue.start() - 1].isspace():
            return start, cues  # the end of a tag, "<br> 40 tanks", is no "more than"
        if cue[0].split() == ["over"] and _HANDED.search(text, max(floor, cue.start() - _REACH), cue.start()):
            return start, cues
        start = cue.start()
        if cue.group(1):
            cues.append(_BOUND["before", " ".join(cue.group(1).lower().split())])


def _apply(numeral: Numeral, cues: list[str]) -> Numeral:
    approximate = numeral.approximate or "about" in cues
    stated = [cue for cue in cues if cue in {"low", "high"}]
    if not stated or numeral.high is None or numeral.is_range:
        return replace(numeral, approximate=approximate)
    if stated[0] == "low":
        return replace(numeral, high=None, approximate=approximate)
    return replace(numeral, low=None, approximate=approximate)
