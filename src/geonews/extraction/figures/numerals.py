"""The numeral grammar: where a text states a number, in digits or words, and which values it allows.

Knows characters alone; what is counted, and whether the number is a figure at all, is judged elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geonews.tables import rows

_UNITS = {row["word"]: float(row["value"]) for row in rows(__package__, "number_words") if row["form"] == "unit"}
_SCALES = {row["word"]: float(row["value"]) for row in rows(__package__, "number_words") if row["form"] == "scale"}
_MANY = {row["word"]: float(row["value"]) for row in rows(__package__, "number_words") if row["form"] == "many"}
_SUFFIXES = {row["suffix"]: float(row["value"]) for row in rows(__package__, "suffixes")}


def _any(words: dict[str, float]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_SCALE, _SUFFIX = _any(_SCALES), _any(_SUFFIXES)
_TENS = _any({word: value for word, value in _UNITS.items() if value >= 20})  # noqa: PLR2004 - twenty and up take a unit
_GROUP = rf"(?:(?:{_TENS})[\s-](?:{_any(_UNITS)})\b|(?:{_any(_UNITS)})\b)"
_WORDS = rf"{_GROUP}(?:[\s-](?:{_SCALE})\b(?:\s(?:and\s)?{_GROUP}(?=[\s-](?:{_SCALE})\b|(?!\s?-)))?){{0,6}}"
_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,15}})(?:\.\d{{1,6}})?(?:(?:{_SUFFIX})(?!\w))?"
_PATTERN = re.compile(
    rf"""
    (?<![\w./:])(?<!\d,)(?<![^\W\d]-)                     # not inside a designator, a decimal or a clock time
    (?:
      (?:(?:a\s)?(?:few|several|couple\sof|many|some)\s)?(?P<many>{_any(_MANY)})
          (?:\sof\s(?:a\s)?(?P<of>{_SCALE})s?)?
    | (?P<some>(?:a\s)?few|several|many|a\scouple(?:\sof)?)\s(?P<few>(?:{_SCALE})(?:\s(?:{_SCALE}))?)
    | half[\s-](?:a[\s-])?(?P<half>{_SCALE})
    | (?P<whole>{_DIGITS}|{_GROUP}|an?)\s(?:{_SCALE}\s)?and\sa\shalf\s(?P<mixed>{_SCALE})
    | an?\s(?P<article>(?:{_SCALE})(?:\s(?:{_SCALE}))?)
    | (?P<digits>{_DIGITS})(?:[\s-](?P<scale>(?:{_SCALE})(?:\s(?:{_SCALE}))?)\b)?
    | (?P<words>{_WORDS})
    )
    (?![\w%]|[,.:/]\d|-(?!strong|odd|plus|some|member|man|person|euro|dollar|pound)[^\W\d])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:r[io]se|risen|gr[eo]wn?|f[ae]ll|fallen|increas|decreas|reduc|declin|drop|cut|shr[aiu]nk|swell|swollen|jump|climb"
    r"|chang|expand|doubl|trebl|went|gone|revis|rais|bring|brought|up|down)\w*\b[^.;]*\bfrom\s$",
    re.IGNORECASE,
)
MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
"""A month's name, or what it is shortened to, in lower case: part of a pattern."""
_DAY = re.compile(rf"\b(?:{MONTHS})\.?\s$", re.IGNORECASE)
_DATELINE = re.compile(r"\s[-–—]\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
_JOIN = re.compile(r"\s?[-–—]\s?|\s(?:to|or)\s|\sand\s", re.IGNORECASE)

_SOME = {"few": 3, "several": 3, "many": 2, "couple": 2, "of": 2}
"""The least count that the word before a scale stands for ("several thousand", "a couple of hundred")."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """Number words at [start, end) and the values that they allow by themselves, without cues beside them."""

    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool = False
    scale: float = 1.0
    """The factor that was written out ("2 million": 1e6), which the left end of a range may share."""
    is_range: bool = False


def find_numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    """Yield the numerals of ``text[start:end]`` in order, ranges ("20 to 30", "between 5 and 6 million") as one."""
    pending: Numeral | None = None
    for match in _PATTERN.finditer(text, start, end):
        numeral = _numeral(match)
        joined = _joined(text, pending, numeral) if pending else None
        if pending and not joined:
            yield pending
        pending = joined or numeral
    if pending:
        yield pending


def _numeral(match: re.Match[str]) -> Numeral:
    low, high, scale = _value({name: words.lower() for name, words in match.groupdict().items() if words})
    return Numeral(match.start(), match.end(), low, high, high is None, scale)


def _value(words: dict[str, str]) -> tuple[float, float | None, float]:
    """Return least and greatest value and the scale that was written out."""
    if "many" in words:
        return _MANY[words["many"]] * _SCALES.get(words.get("of", ""), 1.0), None, 1.0
    if "few" in words:
        return _SOME[words["some"].split()[-1]] * _spoken(words["few"]), None, 1.0
    value, scale = _exact(words)
    return value, value, scale


def _exact(words: dict[str, str]) -> tuple[float, float]:
    if "half" in words:
        return _SCALES[words["half"]] / 2, 1.0
    if "mixed" in words:
        whole = words["whole"]
        number = 1.0 if whole in {"a", "an"} else _digits(whole) if whole[0].isdigit() else _spoken(whole)
        return (number + 0.5) * _SCALES[words["mixed"]], 1.0
    if "digits" in words:
        scale = _spoken(words["scale"]) if "scale" in words else 1.0
        return round(_digits(words["digits"]) * scale, 6), scale * _suffix(words["digits"])
    spoken = words.get("words") or words["article"]
    return _spoken(spoken), _SCALES.get(re.split(r"[\s-]+", spoken)[-1], 1.0)


def _digits(digits: str) -> float:
    return float(digits.rstrip("bklmnrt").replace(",", "")) * _suffix(digits)


def _suffix(digits: str) -> float:
    return _SUFFIXES.get(digits.lstrip("0123456789,."), 1.0)


def _spoken(words: str) -> float:
    """Return the value of a run of number words: "two hundred and fifty thousand" is 250000."""
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", words):
        if word in _UNITS:
            current += _UNITS[word]
        elif _SCALES.get(word, 0.0) >= 1000:  # noqa: PLR2004 - a thousand and up close a group
            total, current = total + (current or 1) * _SCALES[word], 0.0
        elif word in _SCALES:
            current = (current or 1) * _SCALES[word]
    return total + current


def _joined(text: str, left: Numeral, right: Numeral) -> Numeral | None:
    """Join two exact numerals to a range where the words between them say so."""
    between = _JOIN.fullmatch(text, left.end, right.start)
    if not between or left.high is None or right.high is None or left.is_range or left.low is None:
        return None
    if "and" in between.group().lower() and not text[: left.start].rstrip().lower().endswith("between"):
        return None
    if _DATELINE.fullmatch(between.group()) and _DAY.search(text, max(0, left.start - 12), left.start):
        return None
    if _YEAR.fullmatch(text, left.start, left.end) and not _YEAR.fullmatch(text, right.start, right.end):
        return None
    low = left.low * (right.scale if left.scale == 1.0 and right.scale > left.low else 1.0)
    if low >= right.high or (between.group().strip() == "to" and _is_change(text, left)):
        return None
    return replace(right, start=left.start, low=low, is_range=True)


def _is_change(text: str, left: Numeral) -> bool:
    """Tell whether the numbers are one before and one after ("rose from 10 to 20"), not a range."""
    return _CHANGE.search(text, max(0, left.start - 60), left.start) is not None
