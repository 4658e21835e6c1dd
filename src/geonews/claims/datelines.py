"""Where an article was filed, before its first sentence: outlets put another one there, and it says nothing."""

from __future__ import annotations

import re

_PART = r"(?:[^\W\d_a-z][\w.'’-]*|\d{1,2}(?:st|nd|rd|th)?|\d{4})"
_DATELINE = re.compile(
    rf"\s*(?P<where>{_PART}(?:(?:,\s?|\s?/\s?|\s){_PART}){{0,7}})?"
    rf"(?P<agency>\s?\((?:{_PART}(?:[ /,]+{_PART}){{0,3}}|dpa)\))?"
    r"(?:(?P<dash>\s(?:--|[-–—])\s|\s?—\s?)|:\s|(?P<none>(?<=\))\s))"
)
_FREED = re.compile(r"[\"“‘']?[^\W\d_a-z]")
"""How what stands behind a dateline begins."""


def behind_dateline(text: str) -> int:
    """Return the offset behind "TEHRAN, March 14 (Wire) - ", or 0.

    "Moscow - long a friend - refused" begins with none, nor does "Kyiv: why": a colon ends one in capitals alone, or
    behind an agency.
    """
    found = _DATELINE.match(text)
    if found is None or not (found["where"] or found["agency"]):
        return 0
    capital = bool(found["where"]) and re.split(r"[\s,/]", found["where"])[0].isupper() and len(found["where"]) > 1
    begins = _FREED.match(text, found.end()) is not None
    marked = found["agency"] or capital
    return found.end() if (marked and (begins or not found["none"])) or (found["dash"] and begins) else 0
