"""Dates that a sentence states, as ISO 8601 to the precision that they have: a day, a month or a year, never more.

Written for this: dateparser 1.5 was tried; it invents a day for "March" and for "last week", reads "from the 82nd" as
1982, and takes 0.7 s to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from geonews.tables import rows

_MONTHS = {row["word"]: int(row["number"]) for row in rows(__package__, "calendar") if row["sort"] == "month"}
_DAYS = {row["word"]: int(row["number"]) for row in rows(__package__, "calendar") if row["sort"] == "weekday"}
_NUMBERS = {row["word"]: int(row["number"]) for row in rows(__package__, "calendar") if row["sort"] == "number"}
_MONTH = rf"(?P<month>{'|'.join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_AGO = rf"(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})\s(?P<unit>day|week|month|year)s?\s(?:ago|earlier)"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<mm>[01]\d)-(?P<day>[0-3]\d)(?![\d-])",
        rf"\b{_DAY}\s(?:of\s)?{_MONTH},?\s{_YEAR}\b",
        rf"\b{_MONTH}\s{_DAY},?\s{_YEAR}\b",
        rf"\b{_DAY}\s(?:of\s)?{_MONTH}(?!\s\d)",
        rf"\b{_MONTH}\s{_DAY}\b(?![,.]?\d)",
        rf"\b{_MONTH},?\s(?:of\s)?{_YEAR}\b",
        rf"\b(?:[Ii]n|[Ll]ast|[Nn]ext|[Tt]his|[Dd]uring|[Bb]y|(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-])\s?(?:early\s|late\s|mid-)?{_MONTH}\b(?!\s\d)",
        rf"\b(?P<weekday>{'|'.join(_DAYS)})\b",
        rf"\b(?:[Ii]n|[Dd]uring|[Bb]y|[Ll]ate|[Ee]arly|end\sof)\s(?:early\s|late\s|mid-)?{_YEAR}\b(?!\s?[-–]|\s\w+s\b)",
        rf"(?<=[Ss]ince\s){_YEAR}(?=,\swhen\b)",
        rf"(?:\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]hat|[Tt]his)|['’]s)\s(?P<named>{_YEAR})(?=\s[^\W\d_])",
        rf"\b(?i:{_AGO})\b",
        r"\b(?i:(?P<turn>last|next|this)\s(?P<unit>week|weekend|month|year))\b",
        r"\b(?i:(?P<shift>yesterday|today|tonight|overnight|tomorrow|this\s(?:morning|afternoon|evening)|last\snight))\b",
    )
)
_SHIFTS = {"yesterday": -1, "last night": -1, "tomorrow": 1}
_TURNS = {"last": -1, "next": 1, "this": 0}
_SPANS = {"day": 1, "week": 7, "weekend": 7}
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Stated:
    """A date at code points [start, end): ``2022-02-14``, ``2022-02`` or ``2022``."""

    start: int
    end: int
    iso: str
    is_named: bool = False
    """Whether it tells which event is meant ("the 2010 floods"), and so only the time of what happened in that."""


def find_dates(text: str, start: int, end: int, published: date | None, *, ahead: bool) -> Iterator[Stated]:
    """Yield the dates in ``text[start:end]``, longest shapes first, none overlapping another.

    What depends on the day of publication ("Monday", "in March") is left out where that is unknown. It means the last
    such day, or the next one if the sentence looks ``ahead``.
    """
    taken: list[tuple[int, int]] = []
    for shape in _SHAPES:
        for match in shape.finditer(text, start, end):
            if any(first < match.end() and match.start() < last for first, last in taken):
                continue
            parts = {name: part.lower() for name, part in match.groupdict().items() if part}
            iso = _known(parts, published, ahead=ahead)
            if iso:
                taken.append(match.span())
                named = "named" in parts
                yield Stated(*match.span("named" if named else 0), iso, named)


def day_of(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or date-time, ``None`` where it is unknown or none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _known(parts: dict[str, str], published: date | None, *, ahead: bool) -> str | None:
    """Return the date, unless it falls out of the years 1 to 9999: any day may stand as an article's publication."""
    try:
        return _iso(parts, published, ahead=ahead)
    except OverflowError:
        return None


def _iso(parts: dict[str, str], published: date | None, *, ahead: bool) -> str | None:
    month = _MONTHS.get(parts.get("month", "").capitalize()) or int(parts.get("mm", 0))
    if "year" in parts:
        return _full(int(parts["year"]), month, int(parts.get("day", 0)))
    if published is None:
        return None
    if month:
        return _nearest(published, month, int(parts.get("day", 0)), ahead=ahead)
    if "weekday" in parts:
        return _weekday(published, _DAYS[parts["weekday"].capitalize()], ahead=ahead).isoformat()
    if "shift" in parts:
        return (published + timedelta(days=_SHIFTS.get(" ".join(parts["shift"].split()), 0))).isoformat()
    return _moved(parts, published)


def _full(year: int, month: int, day: int) -> str | None:
    """Write what is known; an impossible day is none."""
    try:
        return date(year, month or 1, day or 1).isoformat()[: 10 if day else 7 if month else 4]
    except ValueError:
        return None


def _nearest(published: date, month: int, day: int, *, ahead: bool) -> str | None:
    """Choose the year of "March" or "4 March": the last before publication, or the first behind it."""
    passed = (month, day) <= (published.month, published.day if day else 0) or (month == published.month and not day)
    year = published.year + (1 if ahead and passed and month != published.month else 0) - (0 if ahead or passed else 1)
    return _full(year, month, day)


def _weekday(published: date, weekday: int, *, ahead: bool) -> date:
    back = (published.weekday() - weekday) % _WEEK
    return published + timedelta(days=_WEEK - back if ahead else -back)


def _moved(parts: dict[str, str], published: date) -> str | None:
    """Resolve "last month" and "three weeks ago" to the smallest day, month or year that surely holds them."""
    unit = parts["unit"]
    count = _TURNS[parts["turn"]] if "turn" in parts else -(_NUMBERS.get(parts["count"]) or int(parts["count"]))
    if unit in _SPANS:
        day = published + timedelta(days=count * _SPANS[unit])
        if unit == "day":
            return day.isoformat()
        first = day - timedelta(days=day.weekday())
        return _common(first, first + timedelta(days=_WEEK - 1))
    if unit == "month":
        months = published.year * 12 + published.month - 1 + count
        return _full(months // 12, months % 12 + 1, 0)
    return _full(published.year + count, 0, 0)


def _common(first: date, last: date) -> str | None:
    if first.year != last.year:
        return None
    return first.isoformat()[:7] if first.month == last.month else f"{first.year:04d}"
