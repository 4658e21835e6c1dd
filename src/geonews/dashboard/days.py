"""Days -> the bars of the timeline: as many days a bar as it takes to fit them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from geonews.dashboard import words
from geonews.store import DayCount

Step = Literal["day", "week", "month", "quarter", "year", "decade", "century"]
MOST_BARS = 120
_LENGTHS: dict[Step, int] = {
    "day": 1,
    "week": 7,
    "month": 31,
    "quarter": 92,
    "year": 366,
    "decade": 3653,
    "century": 36525,
}
_MONTHS: dict[Step, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Bar:
    """So many days on end, and what their articles hold."""

    first: date
    last: date
    articles: int
    mentions: int
    figures: int

    @property
    def label(self) -> str:
        """The days in words."""
        return words.days(self.first, self.last)


def bars(counts: Sequence[DayCount]) -> list[Bar]:
    """Return the bars from the first to the last day, empty ones included; the undated are in none."""
    dated = {count.day: count for count in counts if count.day is not None}
    if not dated:
        return []
    first, last = min(dated), max(dated)
    step = _step((last - first).days + 1)
    edges = [_begin(first, step)]
    while edges[-1] <= last:
        following = _next(edges[-1], step)
        if following is None:
            break
        edges.append(following)
    sums: dict[date, list[int]] = {edge: [0, 0, 0] for edge in edges}
    for day, count in dated.items():
        for at, number in enumerate((count.articles, count.mentions, count.figures)):
            sums[_begin(day, step)][at] += number
    return [Bar(edge, _last(edge, step), *sums[edge]) for edge in edges if edge <= last]


def _step(days: int) -> Step:
    return next((step for step, length in _LENGTHS.items() if days / length <= MOST_BARS), "century")


def _begin(day: date, step: Step) -> date:
    """Return the first day of the bar that holds a day; weeks begin on Monday."""
    if step == "day":
        return day
    if step == "week":
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    year, month = divmod(_months(day) // _MONTHS[step] * _MONTHS[step], 12)
    return date(max(year, 1), month + 1, 1)  # the first decade has no year 0


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _next(begin: date, step: Step) -> date | None:
    """Return the first day of the bar after; ``None`` behind the last year that there is."""
    try:
        if step in ("day", "week"):
            return begin + timedelta(days=_LENGTHS[step])
        months = (_months(begin) // _MONTHS[step] + 1) * _MONTHS[step]
        return date(months // 12, months % 12 + 1, 1)
    except (OverflowError, ValueError):
        return None


def _last(begin: date, step: Step) -> date:
    following = _next(begin, step)
    return date.max if following is None else following - timedelta(days=1)
