"""A figure as a claim: who says it, in which words, and what others say of the same."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from geonews.claims import Claim, LineUp, Source
from geonews.dashboard import amounts, words
from geonews.dashboard.pieces.chart import chart_html
from geonews.dashboard.pieces.parts import CROSS, button, claim_id, name, permalink, source
from geonews.dashboard.pieces.passage import cited
from geonews.dashboard.pieces.whereabouts import whose

__all__ = ["claim_html", "claim_id"]

_MOST_SOURCES = 20


def claim_html(claim: Claim, line_ups: Sequence[LineUp], back: str = "Close the claim") -> str:
    """Return the claim with its places, its sources and the charts of what it lines up with.

    ``back`` says what closing it leads to.
    """
    places = "".join(
        button(
            f"{name(each.place.name, 60)} <small>{escape(each.role)}{', corrected by hand' * each.corrected}</small>",
            "place",
            each.place.id,
            kind="gn-place-chip",
        )
        for each in claim.places
    )
    about = [words.fate(claim)] if words.fate(claim) else []
    about += [*filter(None, [whose(claim.owner)]), words.STATUSES[claim.status]]
    about += [f"says {words.clipped(each, 60)}" for each in claim.attributions[:3]]
    charts = "".join(chart_html(each, claim) for each in line_ups)
    return (
        f'<div data-top="{escape(claim_id(claim))}"><div class="gn-head"><div>'
        f'<h2 class="gn-place-name">{escape(amounts.says(claim))}'
        f'</h2><p class="gn-place-facts">{escape(" · ".join(about))}<br>{_sources_in_words(claim)}</p></div>'
        f"{button(CROSS, 'claim', kind='gn-close', says=back)}</div>"
        f'<div class="gn-chips">{places}</div>{charts}{"".join(map(_source, claim.sources[:_MOST_SOURCES]))}'
        "</div>"
    )


def _sources_in_words(claim: Claim) -> str:
    copies = f", {words.counted(claim.copies, 'copy', 'copies')}" if claim.copies else ""
    return (
        f'<span title="Sources that neither copy one another nor share a publisher">'
        f"{words.counted(claim.independent, 'independent source')}{copies}</span>"
    )


def _cited(each: Source) -> str:
    return cited(each.sentence, each.title or f"Untitled ({each.key})", each.publisher, each.day, each.url)


def _source(each: Source) -> str:
    before, quote, after = each.sentence.partition(each.quote) if each.quote else (each.sentence, "", "")
    copied = '<small class="gn-quiet">a copy, or of the same publisher</small>' if each.is_copy else ""
    return (
        f'<article class="gn-card">{source(each.title, each.key, each.publisher, each.day, each.url)}'
        f'<p class="gn-text" dir="auto"><span class="gn-sentence">{escape(before)}'
        f'<mark class="gn-figure">{escape(quote)}'
        f'</mark>{escape(after)}</span></p>{copied}<footer class="gn-ways">'
        f"{button('whole article', 'read', f'{each.key}@{each.start}', kind='gn-way')}"
        f'<button type="button" class="gn-way" data-copy="{escape(permalink(each.key, each.start))}">copy link</button>'
        f'<button type="button" class="gn-way" data-copy="{escape(_cited(each))}">copy citation</button>'
        "</footer></article>"
    )
