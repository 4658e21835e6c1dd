"""What is highlighted in a passage: pure functions over spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geonews.models import Figure
from geonews.store.rows import Mark

Span = tuple[int, int]


def passage_marks(text: str, passage: Span, names: Sequence[Mark], figures: Sequence[Figure]) -> tuple[Mark, ...]:
    """Return the marks of ``text[start:end]`` relative to it: in order, not empty, none overlapping.

    ``names`` are given relative to the whole text. Where two overlap, the selected place goes before other places, and
    a place before a figure. A figure's mark is its phrase ("about 1,000 troops") as far as no other mark is in it, at
    least its number words.
    """
    chosen: list[Mark] = []
    for mark in sorted(names, key=lambda mark: mark.what != "place"):
        _choose(mark, chosen)
    numbers = [figure for figure in figures if _choose(_number(figure), chosen)]
    for figure in numbers:
        _grow(text, chosen, _number(figure), _quote_span(text, figure))
    first, last = passage
    cut = (replace(mark, start=max(mark.start, first) - first, end=min(mark.end, last) - first) for mark in chosen)
    return tuple(sorted((mark for mark in cut if mark.start < mark.end), key=lambda mark: mark.start))


def _number(figure: Figure) -> Mark:
    return Mark(figure.start, figure.end, "figure", figure.kind)


def _choose(mark: Mark, chosen: list[Mark]) -> bool:
    free = mark.start < mark.end and all(mark.end <= other.start or other.end <= mark.start for other in chosen)
    if free:
        chosen.append(mark)
    return free


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


def _grow(text: str, chosen: list[Mark], number: Mark, quote: Span) -> None:
    """Widen one figure's mark towards its phrase, up to the marks beside it."""
    others = [mark for mark in chosen if mark != number]
    left = max([quote[0], *(mark.end for mark in others if mark.end <= number.start)])
    right = min([quote[1], *(mark.start for mark in others if mark.start >= number.end)])
    phrase = text[left:right]
    left, right = left + len(phrase) - len(phrase.lstrip()), right - len(phrase) + len(phrase.rstrip())
    chosen[chosen.index(number)] = replace(number, start=min(left, number.start), end=max(right, number.end))
