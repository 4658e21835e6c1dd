"""Where an article was filed, before its first sentence: outlets put another one there, and it says nothing."""

from __future__ import annotations

import re

_PART = r"(?:[^\W\d_a-z][\w.'’-]*|\d{1,2}(?:st|nd|rd|th)?|\d{4})"
_DATELINE = re.compile(
    rf"\s*(?P<where>{_PART}(?:(?:,\s?|\s?/\s?|\s){_PART}){{0,7}})?"
    rf"(?P<agency>\s?\((?:{_PART}(?:[ /,]+{_PART}){{0,3}}|dpa)\))?"
    r"(?:\s(?:--|[-–—])\s|\s?—\s?)"
)
_FREED = re.compile(r"[\"“‘']?[^\W\d_a-z]")
"""How what stands behind a dateline begins."""


def behind_dateline(text: str) -> int:
    """Return the offset behind "TEHRAN, March 14 (Wire) - ", or 0.

    It ends with a dash, and has an agency, capitals or a comma before that: "Moscow - long a friend - refused" begins
    with none, and who speaks before a colon is no place.
    """
    found = _DATELINE.match(text)
    if found is None or not (found["where"] or found["agency"]) or _FREED.match(text, found.end()) is None:
        return 0
    where = found["where"] or ""
    capital = re.split(r"[\s,/]", where)[0].isupper() and len(where) > 1
    return found.end() if found["agency"] or capital or "," in where else 0
