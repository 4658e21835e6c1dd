"""What articles say, as HTML with its source; all of it escaped, and kept from turning round what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from geonews.export import words
from geonews.export.byhand import NOTE, noted
from geonews.export.bylines import Byline
from geonews.export.passages import Told
from geonews.export.permalinks import place_html
from geonews.store import MarkKind, PassageRow, Statement

MOST_COPIES = 3
"""Copies of one passage that are named."""
_CLASSES: dict[MarkKind, str] = {"place": "here", "other place": "other", "figure": "figure"}


def passage(told: Told, page: str) -> str:
    """Return a passage with its marks, its source and where else it stands; ``page`` is as ``Evidence`` has it."""
    row = told.row
    note = f"<p class=about><bdi>{escape(noted(row.by_hand))}</bdi></p>" if row.by_hand else ""
    cited = source((row.title, row.id, row.url), row.source, row.day, place_html(page, row.key, row.start))
    return f'<blockquote><p dir="auto">{_marked(row)}</p>{note}<cite>{cited}</cite>{_copies(told, page)}</blockquote>'


def statement(stated: Statement, page: str) -> str:
    """Return the sentence of a figure, which is marked in it, and its source."""
    figure = stated.figure
    start, end = figure.start - stated.start, figure.end - stated.start
    sentence = (
        f'{escape(stated.text[:start])}<mark class="figure">{escape(stated.text[start:end])}</mark>'
        f"{escape(stated.text[end:])}"
        if stated.text
        else escape(figure.quote)
    )
    at = place_html(page, stated.key, stated.start)
    cited = source((stated.title, stated.key, stated.url), stated.source, stated.day, at)
    return f'<blockquote><p dir="auto">{sentence}</p><cite>{cited}</cite></blockquote>'


def source(article: tuple[str | None, str | int, str | None], publisher: str | None, day: date | None, at: str) -> str:
    """Return an article, leading to the original where that has an address that a browser may be sent to.

    ``article`` is title, id and address; ``at`` tells, as HTML, where in its text the passage begins.
    """
    title, identity, url = article
    shown = f"<bdi>{escape(words.cited(title, identity))}</bdi>"
    address = words.web_address(url)
    if address is not None:
        shown = f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow">{shown}</a>'
    return f"{shown}, <bdi>{escape(words.publisher(publisher))}</bdi>, {escape(words.day(day))}, {at}"


def told(named: Sequence[Byline], more: int = 0) -> str:
    """Return publishers with their days, and how many more there are."""
    each = [f"<bdi>{escape(one.publisher)}</bdi>, {escape(one.day)}" for one in named]
    return "; ".join([*each, *([f"{more:,} more"] if more else [])])


def _copies(told: Told, page: str) -> str:
    named = [
        source((each.title, each.key, each.url), each.source, each.day, place_html(page, each.key, each.start))
        for each in told.also
    ]
    others = told.row.copies - len(named[:MOST_COPIES])
    more = [f"and {words.counted(others, 'other article')}" if named else words.counted(others, "other article")]
    listed = [*named[:MOST_COPIES], *(more if others else [])]
    return f"<cite>Also in {'; '.join(listed)}</cite>" if listed else ""


def _marked(row: PassageRow) -> str:
    parts: list[str] = []
    at = 0
    for mark in row.marks:
        inside = escape(row.text[mark.start : mark.end])
        label = escape(words.clipped(mark.label) + (f", {NOTE}" if mark.by_hand else ""))
        parts.append(
            f'{escape(row.text[at : mark.start])}<mark class="{_CLASSES[mark.what]}" title="{label}">{inside}</mark>'
        )
        at = mark.end
    return "".join([*parts, escape(row.text[at:])])
