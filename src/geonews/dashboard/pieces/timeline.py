"""Mentions and figures over time, to be brushed, and the undated beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from geonews.dashboard import words
from geonews.dashboard.days import Bar, bars
from geonews.dashboard.pieces.parts import button
from geonews.dashboard.state import ONLY_UNDATED
from geonews.dashboard.ticks import ticks
from geonews.store import DayCount, Filter

_HEIGHT = 44
"""Of the bars, in the picture's own units."""
_WIDEST = 72
"""Pixels that a bar is wide at most: as wide as its date, so that a few bars have one each."""
_RECENT = (("last day", 1), ("7 days", 7), ("30 days", 30))
"""What a press shows of the newest days, in days."""
_DATELESS = "<span>no article here has a date</span>"
_HOW = (
    "Drag over days to see only these; click one for itself. The arrow keys move the days, with Shift they widen them; "
    "Home and End go to the ends, Escape back to all days"
)


def timeline_html(counts: Sequence[DayCount], wanted: Filter) -> str:
    """Return the bars, those in the filter strong; ``counts`` are under the filter without its dates."""
    found = bars(counts)
    undated = next((count for count in counts if count.day is None), None)
    chosen = _chosen(found, wanted)
    says = _says([count.day for count in counts if count.day], chosen, wanted)
    brush = _brush(found, chosen, says) if found else ""
    key = (
        '<div class="gn-time-key"><span><i class="gn-mentions"></i>mentions</span>'
        '<span><i class="gn-figures"></i>figures</span>'
        f"<span>{escape(says)}</span></div>"
    )
    play = (
        '<button type="button" class="gn-button gn-small" id="play" data-play>play</button>' if len(found) > 1 else ""
    )
    narrowed = wanted.since is not None or wanted.until is not None
    everything = button("all days", "days", "", kind="gn-plain") if narrowed else ""
    return (
        f'<div class="gn-time">{brush}<div class="gn-time-foot"><div>{play}{_recent(counts, wanted)}'
        f"{_undated(undated, wanted)}{everything}</div>{key if found else _DATELESS}</div></div>"
    )


def _brush(found: list[Bar], chosen: list[int], says: str) -> str:
    """Return the bars with what the browser needs to let the reader drag over them."""
    spans = " ".join(f"{bar.first.isoformat()}/{bar.last.isoformat()}" for bar in found)
    labels = "|".join(
        f"{bar.label}: {words.counted(bar.mentions, 'mention')}, {words.counted(bar.figures, 'figure')}"
        for bar in found
    )
    articles = " ".join(str(bar.articles) for bar in found)
    at = f"{chosen[0]} {chosen[-1]}" if chosen and len(chosen) < len(found) else ""
    return (
        f'<div class="gn-days" style="max-width:{_WIDEST * len(found)}px">'
        f'<div class="gn-brush" id="timeline" role="slider" tabindex="0" aria-label="Days that are shown" '
        f'aria-valuemin="0" aria-valuemax="{len(found) - 1}" aria-valuenow="{chosen[0] if chosen else 0}" '
        f'aria-valuetext="{escape(says)}" data-brush="{spans}" data-labels="{escape(labels)}" '
        f'data-articles="{articles}" data-chosen="{at}" title="{_HOW}">{_picture(found, frozenset(chosen))}'
        '<div class="gn-veil" hidden></div></div>'
        f"{_axis(found)}</div>"
    )


def _chosen(found: list[Bar], wanted: Filter) -> list[int]:
    """Return which bars hold a day that the filter lets through."""
    return [
        at
        for at, bar in enumerate(found)
        if (wanted.since is None or bar.last >= wanted.since) and (wanted.until is None or bar.first <= wanted.until)
    ]


def _says(days: list[date], chosen: list[int], wanted: Filter) -> str:
    """Return the days that are shown: those of the filter, where it has none those of the first and last article."""
    if not days or not chosen:
        return "no dated article"
    return words.days(wanted.since or min(*days, wanted.until or date.max), wanted.until or max(days))


def _picture(found: list[Bar], chosen: frozenset[int]) -> str:
    most = max((bar.mentions for bar in found), default=1) or 1
    parts = []
    for at, bar in enumerate(found):
        faint = "" if at in chosen else " gn-faint"
        for kind, count in (("gn-mentions", bar.mentions), ("gn-figures", min(bar.figures, bar.mentions))):
            high = _HEIGHT * count / most
            if high:
                high = max(high, 1.5)
                parts.append(
                    f'<rect class="{kind}{faint}" x="{at + 0.08:.2f}" y="{_HEIGHT - high:.1f}" width="0.84" '
                    f'height="{high:.1f}"></rect>'
                )
    box = f'viewBox="0 0 {len(found)} {_HEIGHT}" preserveAspectRatio="none"'
    return f'<svg {box} aria-hidden="true">{"".join(parts)}</svg>'


def _axis(found: list[Bar]) -> str:
    """Return a few dates below the bars, each beginning where its bar does."""
    told = "".join(f'<span style="left:{100 * at / len(found):.1f}%">{label}</span>' for at, label in ticks(found))
    return f'<div class="gn-axis" aria-hidden="true">{told}</div>'


def _recent(counts: Sequence[DayCount], wanted: Filter) -> str:
    """Return ways to the newest days that there are, as far as they are not all."""
    days = [count.day for count in counts if count.day]
    if len(days) < 2:  # noqa: PLR2004 - nothing is newer than the rest
        return ""
    first, last = min(days), max(days)
    spans = [(label, date.fromordinal(max(last.toordinal() - length + 1, 1))) for label, length in _RECENT]
    return "".join(
        button(label, "days", f"{begin}/{last}", kind=f"gn-small{' gn-on' if shown else ''}", says=f"{label}: {said}")
        for label, begin in spans
        if begin > first
        for shown in [(wanted.since, wanted.until) == (begin, last)]
        for said in [words.days(begin, last)]
    )


def _undated(undated: DayCount | None, wanted: Filter) -> str:
    if undated is None:
        return ""
    only = (wanted.since, wanted.until) == ONLY_UNDATED
    label = f"{words.counted(undated.articles, 'undated article')}, {words.counted(undated.mentions, 'mention')}"
    told = words.counted(undated.articles, "undated article")
    says = f"{label}: {'show all days again' if only else 'show these alone'}"
    return button(
        told, "undated", "" if only else "only", kind=f"gn-small gn-undated{' gn-on' if only else ''}", says=says
    )
