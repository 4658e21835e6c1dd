"""Bars of the timeline -> the few dates below them, at regular steps of the calendar. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from geonews.dashboard import words
from geonews.dashboard.days import Bar

MOST = 5
"""Dates below the bars."""
_DAYS = (1, 2, 7, 14)
_YEAR = 12
_MONTHS = (1, 3, 6, *(_YEAR * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)))
"""Steps that begin where the calendar has them: with a month, a quarter, a half, a year, every second year, ..."""
_ROOM_DAY, _ROOM_MONTH, _ROOM_YEAR = 0.82, 0.85, 0.9
"""Of the bars' room: a date of such a length that begins behind it might end outside."""


def ticks(bars: Sequence[Bar]) -> list[tuple[int, str]]:
    """Return which bars have a date below them, and the date in words: the smallest regular step that needs few.

    A date stands below the bar that holds it. ``bars`` are as ``days.bars`` makes them, at least one.
    """
    step = next((days for days in _DAYS if len(bars) <= days * MOST), None)
    if step is not None and _are_days(bars):
        found = [(at, words.day(bars[at].first)) for at in range(0, len(bars), step)]
        return found if step == 1 else [tick for tick in found if tick[0] < len(bars) * _ROOM_DAY]
    months, begins = _begins(bars[0].first, bars[-1].last)
    firsts = [bar.first for bar in bars]
    room = _ROOM_YEAR if months >= _YEAR else _ROOM_MONTH
    told = ((bisect_right(firsts, each) - 1, _told(each, months)) for each in begins)
    return [tick for tick in told if tick[0] < len(bars) * room]


def _are_days(bars: Sequence[Bar]) -> bool:
    return all(bar.first == bar.last for bar in bars)


def _begins(first: date, last: date) -> tuple[int, list[date]]:
    """Return the smallest step, in months, that begins few times from the first to the last day, and where it does."""
    earliest = first.year * 12 + first.month - (first.day == 1)
    latest = last.year * 12 + last.month - 1
    for step in _MONTHS:
        begins = range(-(-earliest // step) * step, latest + 1, step)
        if len(begins) <= MOST:
            break
    return step, [date(month // 12, month % 12 + 1, 1) for month in begins]


def _told(begin: date, months: int) -> str:
    return str(begin.year) if months >= _YEAR else f"{begin:%b} {begin.year}"
