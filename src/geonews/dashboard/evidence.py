"""Passages as HTML. Every piece of an article goes through ``escape``: its text is hostile until shown as text."""

from __future__ import annotations

from html import escape

from geonews.dashboard import words
from geonews.models import LinkRole
from geonews.store import MarkKind, PassageFigure, PassageRow

_CLASSES: dict[MarkKind, str] = {"place": "gn-here", "other place": "gn-place", "figure": "gn-figure"}
_LONGEST_CONTEXT = 500
"""Code points of a sentence beside the passage; the passage itself is never cut."""
_ROLES: dict[LinkRole, str] = {
    "location": "here",
    "origin": "from here",
    "destination": "to here",
    "target": "aimed here",
    "recipient": "for this place",
    "via": "by way of here",
}


def passage_html(row: PassageRow) -> str:
    """Return one passage as a card: where it stands, the sentence with its marks, a sentence either side, figures."""
    return (
        '<article class="gn-card">'
        f"{_source(row)}"
        f'<p class="gn-text" dir="auto">{_context(row.before)}'
        f'<span class="gn-sentence">{_marked(row)}</span>{_context(row.after)}</p>'
        f"{_figures(row.figures)}"
        "</article>"
    )


def _source(row: PassageRow) -> str:
    title = words.clipped(row.title) if row.title else f"{words.UNTITLED} ({words.clipped(str(row.id), 60)})"
    address = words.web_address(row.url)
    shown = f"<bdi>{escape(title)}</bdi>"
    if address:
        shown = f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow">{shown}</a>'
    about = f"<bdi>{escape(words.publisher(row.source))}</bdi> · <time>{escape(words.day(row.day))}</time>"
    return f'<header><div class="gn-title">{shown}</div><div class="gn-about">{about}</div></header>'


def _context(sentence: str) -> str:
    return (
        f' <span class="gn-context">{escape(words.clipped(sentence, _LONGEST_CONTEXT))}</span> '
        if sentence.strip()
        else ""
    )


def _marked(row: PassageRow) -> str:
    """Return the sentence with its marks; they are in order and never overlap."""
    parts: list[str] = []
    at = 0
    for mark in row.marks:
        parts.append(escape(row.text[at : mark.start]))
        inside = escape(row.text[mark.start : mark.end])
        label = escape(words.clipped(mark.label))
        parts.append(f'<mark class="{_CLASSES[mark.what]}" title="{label}">{inside}</mark>')
        at = mark.end
    parts.append(escape(row.text[at:]))
    return "".join(parts)


def _figures(figures: tuple[PassageFigure, ...]) -> str:
    """List the figures that are tied to the selected place, with whose they are and what became of them."""
    tied = [figure for figure in figures if figure.role is not None]
    return f'<div class="gn-claims">{"".join(map(_figure, tied))}</div>' if tied else ""


def _figure(figure: PassageFigure) -> str:
    facts = [figure.owner or "", "" if figure.status == "done" else figure.status]
    facts.append(_ROLES[figure.role] if figure.role else "")
    said = escape(" · ".join(words.clipped(fact, 60) for fact in facts if fact))
    return f'<div><mark class="gn-figure">{escape(words.clipped(figure.quote))}</mark> {said}</div>'
