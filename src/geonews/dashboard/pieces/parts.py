"""Small parts that several pieces are made of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape, unescape

from geonews.claims import Claim
from geonews.dashboard import words
from geonews.dashboard.namesakes import apart
from geonews.models import FigureStatus, Place
from geonews.store import PlaceRow, hits

_TAG = re.compile("<[^>]*>")


def button(label: str, do: str, value: str = "", *, kind: str = "", says: str = "") -> str:
    """Return a button that sends an action; ``label`` is HTML, ``says`` a fuller text for its tooltip."""
    read = unescape(_TAG.sub("", label)).strip()
    called = f"{read}: {says}" if read and read not in says else says  # what is seen is a part of what is spoken
    facts = f' title="{escape(says)}" aria-label="{escape(called)}"' if says else ""
    about = f'data-do="{do}" data-value="{escape(value)}"{facts}'
    return f'<button type="button" class="gn-button {kind}" {about}>{label}</button>'


def choice(label: str, do: str, options: Sequence[tuple[str, str]], chosen: str, says: str = "") -> str:
    """Return a labelled list to choose one value from; options are values and texts, ``says`` a tooltip."""
    listed = "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(text)}</option>'
        for value, text in options
    )
    title = f' title="{says}"' if says else ""
    return (
        f'<label class="gn-choice"{title}><span>{escape(label)}</span>'
        f'<select id="choose-{do}" data-do="{do}">{listed}</select></label>'
    )


def name(text: str, longest: int = 120) -> str:
    """Return somebody else's words as harmless HTML that cannot turn the text around it."""
    return f"<bdi>{escape(words.clipped(text, longest))}</bdi>"


def place_name(called: str, confidence: float, longest: int) -> str:
    """Return a place's name as ``name``, and a "?" behind it where it is less sure than not."""
    doubt = words.doubt(confidence)
    why = f"Uncertain, {doubt}: another place of that name, or none, may be meant"
    return name(called, longest) + (f'<span class="gn-doubt" title="{why}">?</span>' if doubt else "")


def place_chips(places: Sequence[PlaceRow], beside: Sequence[PlaceRow] = ()) -> str:
    """Return a button for each place, with its mentions, copies once.

    Namesakes, of those ``beside`` them too, are told apart. Behind one that no mention surely means is a "?".
    """
    told = apart(row.place for row in (*places, *beside))
    listed = "".join(
        button(
            f"{place_name(row.place.name, row.confidence, 60)} {which(row.place, told)}"
            f"<small>{number(row.once)}</small>",
            "place",
            row.place.id,
            kind="gn-place-chip",
        )
        for row in places
    )
    return f'<div class="gn-chips">{listed}</div>'


def which(place: Place, told: Mapping[str, str]) -> str:
    """Return which of its namesakes a place is, as HTML with a space behind it; ``told`` by ``apart``."""
    return f"<small>{name(told[place.id], 60)}</small> " if place.id in told else ""


def selects(place: str) -> str:
    """Return the attributes that make an element a button which selects a place."""
    return f' role="button" tabindex="0" data-do="place" data-value="{escape(place)}"'


def how(status: FigureStatus) -> str:
    """Return the attribute that has a figure's mark say behind it that it is no fact; none if it is."""
    return "" if status in words.HAPPENED else f' data-how="{words.STATUSES[status]}"'


def states(claim: str, label: str, status: FigureStatus, *, stop: bool = True) -> str:
    """Return the attributes of a figure's mark, a button that opens its claim; ``label`` says what the figure is.

    Unless it is a ``stop``, the Tab key passes it by: the same is a button nearby.
    """
    says = escape(f"{label}: who else says so, and who says otherwise")
    about = f'title="{says}" role="button" tabindex="{0 if stop else -1}"{how(status)}'
    return f'class="gn-figure" {about} data-do="claim" data-value="{escape(claim)}"'


Spans = Sequence[tuple[int, int]]
"""Half-open, in code points; in order, none overlapping."""


def lit(text: str, found: Spans, start: int = 0, end: int | None = None) -> str:
    """Return ``text[start:end]``, somebody else's words, as harmless HTML; what was ``found`` in the text is marked."""
    parts: list[str] = []
    at, stop = start, len(text) if end is None else end
    for first, last in ((max(first, start), min(last, stop)) for first, last in found):
        if first < last:
            parts += [escape(text[at:first]), f'<mark class="gn-hit">{escape(text[first:last])}</mark>']
            at = last
    return "".join([*parts, escape(text[at:stop])])


def source(  # noqa: PLR0913, PLR0917 - what tells an article from another
    title: str | None,
    identity: object,
    publisher: str | None,
    day: date | None,
    url: str | None,
    published: str | None = None,
    searched: str = "",
) -> str:
    """Return title (a link to the original where there is one), publisher and date, with the time if it has a zone.

    Words of the title that are ``searched`` for are marked.
    """
    shown = words.clipped(title) if title else f"{words.UNTITLED} ({words.clipped(str(identity), 60)})"
    address = words.web_address(url)
    headline = f"<bdi>{lit(shown, hits(shown, searched))}</bdi>"
    if address:
        headline = (
            f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow" '
            f'title="Open the original">{headline}</a>'
        )
    about = f"<bdi>{escape(words.publisher(publisher))}</bdi> · <time>{escape(words.moment(published, day))}</time>"
    return f'<header><div class="gn-title">{headline}</div><div class="gn-about">{about}</div></header>'


def claim_id(claim: Claim) -> str:
    """Return what a link calls a claim: where its first source states it, and in which words."""
    first = claim.sources[0]
    return stated_at(first.key, first.start, first.quote)


def stated_at(key: str, start: int, quote: str) -> str:
    """Return what a link calls the claim that a sentence makes: ``KEY@OFFSET@QUOTE``."""
    return f"{key}@{start}@{quote}"


def read_stated_at(known_as: str) -> tuple[str, int, str] | None:
    """Return what ``stated_at`` wrote; ``None`` for anything else."""
    key, _, rest = known_as.partition("@")
    start, _, quote = rest.partition("@")
    known = start.isascii() and start.isdigit() and len(start) < 10  # noqa: PLR2004 - no text is that long
    return (key, int(start), quote) if key and known else None


def number(value: int) -> str:
    """Return a count with thousands apart."""
    return f"{value:,}"


CROSS = '<svg width="9" height="9" viewBox="0 0 10 10"><path d="M1 1l8 8M9 1l-8 8"></path></svg>'
SEARCHED = ' <mark class="gn-hit">searched words</mark>'
"""An entry of the key to what is marked in a text."""
