"""Numbers that count nothing although a noun follows: years, dates, addresses, rates, ordinals, partitives."""

from __future__ import annotations

import re

from geonews.extraction.figures.numerals import MONTHS, Numeral
from geonews.syntax import Tree
from geonews.tables import rows

_DAY_BEFORE = re.compile(rf"\b(?:{MONTHS})\.?\s(?:the\s)?(?:\d{{1,2}}(?:[-–]|\s(?:and|to)\s))?$", re.IGNORECASE)
_DATE_BEFORE = re.compile(rf"\b(?:{MONTHS})\.?\s(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s)?$", re.IGNORECASE)
_DATE_AFTER = re.compile(rf"\s(?:of\s)?(?:{MONTHS})\b(?!\s(?:be|have|not)\b)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:no\.?|nos\.?|number|numbers|nr\.?|article|resolution|section|chapter|page|flight|route|highway|channel|phase|"
    r"level|room|grade|class|type|mark|aged?|ages|formula|downing street)\s$",
    re.IGNORECASE,
)
_UNCOUNTED = re.compile(
    r"-\s\w|\s?(?:%|per\s?cent\b|pc\b|percentage\b|°|a\.m\.|p\.m\.|am\b|pm\b|o['’]clock|years? old|-year)"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_SHORT_YEAR = re.compile(r"\d\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|during|from|of|the|after|before|between|early|late|mid|a|this|that|and|to|around|its|"
    r"their|his|[\w.]+['’]s)\s$",
    re.IGNORECASE,
)
_PARTITIVE = re.compile(
    r"\sof\s(?:the\s|its\s|our\s|their\s)?(?:\w+\s)?(?:most|largest|biggest|best|worst|main|few|\w+est)\b"
)
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)"
_RATE_BEHIND = re.compile(rf"\s(?:in|out of)\s(?:every\s)?{_SMALL}\b", re.IGNORECASE)
_RATE_BEFORE = re.compile(rf"\b{_SMALL}\s(?:in|out of)\s(?:every\s)?$", re.IGNORECASE)
_IDIOM_BEFORE = re.compile(r"\b(?:no|not|any|every|each|which|the|this|that|another|day|square)\s$", re.IGNORECASE)


_AGE_BEFORE = re.compile(r",\s(?:also\s|now\s|then\s|just\s|only\s)?$")
_OUTLET_BEFORE = re.compile(r"\((?:[A-Z]\w*\s)+$")
"""Of a name in brackets: "(Channel Four)"."""
_MEASURES = frozenset(row["noun"] for row in rows(__package__, "measures"))
_LAST_DAY = 31


def is_age(text: str, numeral: Numeral, tree: Tree, first: int) -> bool:
    """Tell whether the bare number is somebody's age: ", 34," behind a name or "a man"."""
    before = text[max(0, numeral.start - 10) : numeral.start]
    behind = text[numeral.end : numeral.end + 5]
    return (
        _AGE_BEFORE.search(before) is not None
        and behind.startswith((",", ".", ";", ")", " and "))
        and tree.tokens[max(first - 2, 0)].pos in {"PROPN", "NOUN"}
    )


def is_rejected(text: str, numeral: Numeral, tree: Tree, after: int) -> bool:
    """Tell whether the numeral at hand cannot be a count, whatever noun follows."""
    words = text[numeral.start : numeral.end].lower()
    before = text[max(0, numeral.start - 30) : numeral.start]
    behind = text[numeral.end : numeral.end + 40]
    return (
        _is_date(words, before, behind)
        or _NUMBERED.search(before) is not None
        or _UNCOUNTED.match(behind) is not None
        or (tree.word(after) in _MEASURES and tree.word(after + 2) not in {"class", "hand"})
        or _is_year(words, before, tree.word(after))
        or _PARTITIVE.match(behind) is not None
        or _RATE_BEHIND.match(behind) is not None
        or _RATE_BEFORE.search(before) is not None
        or (words == "one" and (_is_idiom(before, behind.lower()) or tree.tokens[max(after - 2, 0)].pos == "ADJ"))
        or (_OUTLET_BEFORE.search(before) is not None and behind.startswith(")") and words.isalpha())
        or (before.endswith(("'", "’")) and _SHORT_YEAR.fullmatch(words) is not None)
    )


def _is_date(words: str, before: str, behind: str) -> bool:
    day = words.isdigit() and int(words) <= _LAST_DAY
    year = _YEAR.fullmatch(words) is not None and _DATE_BEFORE.search(before) is not None
    return year or (day and bool(_DAY_BEFORE.search(before) or _DATE_AFTER.match(behind)))


def _is_year(words: str, before: str, following: str) -> bool:
    return _YEAR.fullmatch(words) is not None and (_YEAR_BEFORE.search(before) is not None or not following.isalpha())


def _is_idiom(before: str, behind: str) -> bool:
    return _IDIOM_BEFORE.search(before) is not None or behind.startswith((" of ", " another", " by one", " day"))
