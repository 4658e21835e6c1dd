"""One passage as a card: where it stands, the sentence with its marks, its figures, and ways to take it along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from geonews.claims import Source
from geonews.dashboard import words
from geonews.dashboard.pieces.copies import list_html, toggle_html
from geonews.dashboard.pieces.correct import by_hand_html, way_html
from geonews.dashboard.pieces.parts import button, how, lit, selects, source, stated_at, states
from geonews.dashboard.pieces.whereabouts import whose
from geonews.export import amounts
from geonews.export.permalinks import permalink
from geonews.store import CopyRow, Mark, MarkKind, PassageFigure, PassageRow, hits

_CLASSES: dict[MarkKind, str] = {"place": "gn-here", "other place": "gn-place", "figure": "gn-figure"}
_COPIED = '<small class="gn-quiet">a copy, or of the same publisher</small>'
_LONGEST_CONTEXT = 500
"""Code points of a sentence beside the passage; the passage itself is never cut."""


def passage_html(
    row: PassageRow,
    copies: Sequence[CopyRow] | None = None,
    *,
    correctable: bool = False,
    searched: str = "",
    stated: Source | None = None,
) -> str:
    """Return the card; the sentences either side are there, and shown on demand.

    ``copies`` are the articles that copy the sentence, where they are to be listed; ``correctable`` offers to put right
    what was read in it; words that are ``searched`` for are marked. Of a claim that is ``stated``, the figure stands
    out, and whether the source is a copy is said.
    """
    copied = toggle_html(row, is_open=copies is not None)
    copy = _COPIED if stated is not None and stated.is_copy else ""
    head = source(row.title, row.id, row.source, row.day, row.url, row.published, searched)
    return (
        f'<article class="gn-card">{head}'
        f'<p class="gn-text" dir="auto">{_context(row.before, searched)}'
        f'<span class="gn-sentence">{_marked(row, searched, stated)}</span>{_context(row.after, searched)}</p>'
        f"{copy}{_figures(row)}{by_hand_html(row.by_hand, offered=correctable)}"
        f"{_ways(row, copied, correctable=correctable)}{list_html(row, copies) if copies else ''}</article>"
    )


def citation(row: PassageRow) -> str:
    """Return the passage as one would cite it: the sentence, title, publisher, date, address.

    The browser, which knows where the page is, adds the permalink.
    """
    return cited(row.text, row.title or f"Untitled ({row.id})", row.source, row.day, row.url)


def cited(sentence: str, title: str, publisher: str | None, day: date | None, url: str | None) -> str:
    """Return a sentence with title, publisher, date and, if a browser may go there, address; plain text."""
    where = [title, publisher or words.NO_PUBLISHER, words.day(day)]
    address = words.web_address(url)
    return (
        f"“{sentence.strip()}” "
        + ", ".join(words.clipped(part) for part in where)
        + (f". {address}" if address else ".")
    )


def _context(sentence: str, searched: str) -> str:
    if not sentence.strip():
        return ""
    shown = words.clipped(sentence, _LONGEST_CONTEXT)
    return f' <span class="gn-context">{lit(shown, hits(shown, searched))}</span> '


def _marked(row: PassageRow, searched: str, stated: Source | None) -> str:
    """Return the sentence with its marks; they are in order and never overlap."""
    parts: list[str] = []
    at = 0
    found = hits(row.text, searched)
    for mark in row.marks:
        parts.append(lit(row.text, found, at, mark.start))
        inside = lit(row.text, found, mark.start, mark.end)
        parts.append(f"<mark {_opened(row, mark, stated) or _named(mark)}>{inside}</mark>")
        at = mark.end
    parts.append(lit(row.text, found, at))
    return "".join(parts)


def _named(mark: Mark) -> str:
    """Return the attributes of a mark; another place is chosen by its name in the sentence."""
    doubt = "" if mark.what == "figure" or mark.by_hand or not mark.place else words.doubt(mark.confidence)
    told = [words.clipped(mark.label), "corrected by hand" if mark.by_hand else "", doubt]
    label = escape(", ".join(filter(None, told)))
    kind = f"{_CLASSES[mark.what]}{' gn-righted' if mark.by_hand else ''}"
    press = selects(mark.place) if mark.what == "other place" and mark.place else ""
    return f'class="{kind}" title="{label}"{press}' + (f' data-how="{doubt}"' if doubt else "")


def _opened(row: PassageRow, mark: Mark, stated: Source | None) -> str:
    """Return the attributes of a figure's mark, which opens its claim, unless that is the one; nothing for others."""
    said = row.text[mark.start : mark.end]
    of_it = [each for each in row.figures if mark.what == "figure" and said in each.quote]
    figure = next((each for each in of_it if each.text in said or _goes_on(row, each, mark)), None)
    if figure is not None and stated is not None and figure.quote == stated.quote:
        return f'class="gn-figure gn-chosen" title="this claim"{how(figure.status)}'
    return "" if figure is None else _opens(row, figure, stop=figure.role is None)


def _goes_on(row: PassageRow, figure: PassageFigure, mark: Mark) -> bool:
    """Tell whether a mark is of the words of a figure behind a name that interrupts its phrase."""
    start = row.text.rfind(figure.quote, 0, mark.start + len(figure.quote))
    return start >= 0 and row.text.find(figure.text, start) < mark.start < mark.end <= start + len(figure.quote)


def _opens(row: PassageRow, figure: PassageFigure, *, stop: bool) -> str:
    return states(stated_at(row.key, row.start, figure.quote), words.clipped(figure.quote), figure.status, stop=stop)


def _figures(row: PassageRow) -> str:
    """List the figures that are tied to the selected place: how many, whose, how they are stated, who says so.

    Each leads to its claim, with all its sources and what others say.
    """
    tied = [_figure(row, figure) for figure in row.figures if figure.role is not None]
    return f'<div class="gn-claims">{"".join(tied)}</div>' if tied else ""


def _figure(row: PassageRow, figure: PassageFigure) -> str:
    said = amounts.facts(figure, role=figure.role)
    fate = amounts.fate(figure, row.text, figure.quote)
    about = escape(" · ".join(filter(None, (fate, whose(figure.owner), said, words.when(figure.date, row.day)))))
    return f"<div><mark {_opens(row, figure, stop=True)}>{escape(amounts.says(figure))}</mark> {about}</div>"


def _ways(row: PassageRow, copied: str, *, correctable: bool) -> str:
    beside = bool(row.before.strip() or row.after.strip())
    context = '<button type="button" class="gn-way" data-toggle="gn-wide" aria-expanded="false">context</button>'
    read = button("whole article", "read", f"{row.key}@{row.start}", kind="gn-way")
    leads = f'<button type="button" class="gn-way" data-link="{escape(permalink("", row.key, row.start))}"'
    link = f"{leads}>copy link</button>"
    cite = f'{leads} data-copy="{escape(citation(row))} Passage:">copy citation</button>'
    right = way_html(row.key, row.start) if correctable else ""
    return f'<footer class="gn-ways">{copied}{context if beside else ""}{read}{link}{cite}{right}</footer>'
