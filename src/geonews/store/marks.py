"""What is highlighted in a passage: pure functions over spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from geonews.models import Figure
from geonews.store.rows import Mark

Span = tuple[int, int]
_START = attrgetter("start")


def passage_marks(text: str, passage: Span, names: Sequence[Mark], figures: Sequence[Figure]) -> tuple[Mark, ...]:
    """Return the marks of ``text[start:end]`` relative to it: in order, not empty, none overlapping.

    ``names`` are given relative to the whole text. Where two overlap, the selected place goes before other places, and
    a place before a figure. A figure's mark is its phrase ("about 1,000 troops") up to the marks in it, at least its
    number words; of its words behind a name in it ("1,000 Polish troops") each run has a mark of its own.
    """
    if len(names) == 1 and not figures:
        return _cut(names, passage)
    chosen: list[Mark] = []
    for selected in (True, False):
        for mark in names:
            if (mark.what == "place") is selected:
                _choose(mark, chosen)
    counted = [figure for figure in figures if _choose(_number(figure), chosen)]
    for figure in counted:
        _grow(text, chosen, figure)
    for figure in counted:
        _go_on(text, chosen, figure)
    return _cut(chosen, passage)


def _cut(chosen: Sequence[Mark], passage: Span) -> tuple[Mark, ...]:
    """Return the marks relative to the passage, without what stands outside."""
    first, last = passage
    cut = (_moved(mark, max(mark.start, first) - first, min(mark.end, last) - first) for mark in chosen)
    return tuple(mark for mark in cut if mark.start < mark.end)


def _moved(mark: Mark, start: int, end: int) -> Mark:
    """Return the mark elsewhere: ``dataclasses.replace`` takes five times as long, and a big export makes millions."""
    return Mark(start, end, mark.what, mark.label, mark.place, mark.by_hand, mark.confidence)


def _number(figure: Figure) -> Mark:
    return Mark(figure.start, figure.end, "figure", figure.kind)


def _choose(mark: Mark, chosen: list[Mark]) -> bool:
    """Put the mark among those chosen, which are in order and apart from each other, unless it overlaps one."""
    at = bisect_left(chosen, mark.start, key=_START)
    if (
        mark.start >= mark.end
        or (at and chosen[at - 1].end > mark.start)
        or (at < len(chosen) and chosen[at].start < mark.end)
    ):
        return False
    chosen.insert(at, mark)
    return True


def _quote_span(text: str, figure: Figure) -> Span:
    """Find where the figure's phrase stands around its number words; the number words themselves if nowhere."""
    at = figure.quote.find(figure.text)
    while at >= 0:
        start = figure.start - at
        end = start + len(figure.quote)
        if 0 <= start <= figure.start and end >= figure.end and text.startswith(figure.quote, start):
            return start, end
        at = figure.quote.find(figure.text, at + 1)
    return figure.start, figure.end


def _go_on(text: str, chosen: list[Mark], figure: Figure) -> None:
    """Mark the words of a figure's phrase behind the names that interrupt it, as far as its next number."""
    _, end = _quote_span(text, figure)
    at = bisect_left(chosen, figure.end, key=_START)
    while at < len(chosen) and chosen[at].end < end and chosen[at].what != "figure":
        left = chosen[at].end
        right = min(end, chosen[at + 1].start) if at + 1 < len(chosen) else end
        phrase = text[left:right]
        if any(map(str.isalnum, phrase)):
            left, right = left + len(phrase) - len(phrase.lstrip()), right - len(phrase) + len(phrase.rstrip())
            chosen.insert(at + 1, Mark(left, right, "figure", figure.kind))
            at += 1
        at += 1


def _grow(text: str, chosen: list[Mark], figure: Figure) -> None:
    """Widen one figure's mark towards its phrase, up to the marks beside it."""
    at = bisect_left(chosen, figure.start, key=_START)
    number = chosen[at]
    left, right = _quote_span(text, figure)
    left = max(left, chosen[at - 1].end) if at else left
    right = min(right, chosen[at + 1].start) if at + 1 < len(chosen) else right
    phrase = text[left:right]
    left, right = left + len(phrase) - len(phrase.lstrip()), right - len(phrase) + len(phrase.rstrip())
    chosen[at] = _moved(number, min(left, number.start), max(right, number.end))
