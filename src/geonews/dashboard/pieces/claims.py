"""A figure as a claim: who says it, in which words, and what others say of the same."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from geonews.claims import Claim, LineUp
from geonews.dashboard import words
from geonews.dashboard.namesakes import apart
from geonews.dashboard.pieces.chart import charts_html
from geonews.dashboard.pieces.evidence import PAGE, Found, card_html
from geonews.dashboard.pieces.lines import claim_line
from geonews.dashboard.pieces.parts import CROSS, button, claim_id, name, which
from geonews.dashboard.pieces.whereabouts import whose
from geonews.dashboard.state import View
from geonews.export import amounts

__all__ = ["claim_html", "claim_id"]

_KEY = (
    '<p class="gn-key"><mark class="gn-figure gn-chosen">this claim</mark> <mark class="gn-figure">other figures</mark>'
    ' <mark class="gn-place">places</mark></p>'
)


def claim_html(
    claim: Claim, line_ups: Sequence[LineUp], found: Found, view: View, back: str = "Close the claim"
) -> str:
    """Return the claim with its places, the charts of what it lines up with, and the passages ``found`` to state it.

    ``back`` says what closing it leads to.
    """
    told = apart(each.place for each in claim.places)
    places = "".join(
        button(
            f"{name(each.place.name, 60)} {which(each.place, told)}"
            f"<small>{escape(each.role)}{', corrected by hand' * each.corrected}"
            f"{words.doubt(each.confidence) and ', ' + words.doubt(each.confidence)}</small>",
            "place",
            each.place.id,
            kind="gn-place-chip",
        )
        for each in claim.places
    )
    about = [amounts.claimed_fate(claim), whose(claim.owner), amounts.standing(claim.status, claim.deniers)]
    about = [*filter(None, [*about, amounts.then(claim)])]
    about += [f"says {words.clipped(words.said_by(each), 60)}" for each in claim.attributions[:3]]
    charts = charts_html(line_ups, claim)
    return (
        f'<div data-top="{escape(claim_id(claim))}"><div class="gn-head"><div>'
        f'<h2 class="gn-place-name">{escape(amounts.says(claim))}'
        f'</h2><p class="gn-place-facts">{escape(" · ".join(about))}<br>{_sources_in_words(claim)}</p></div>'
        f"{button(CROSS, 'claim', kind='gn-close', says=back)}</div>"
        f'<div class="gn-chips">{places}</div>{_disputed(found.claims)}{charts}{_KEY}{_stated(claim, found, view)}'
        "</div>"
    )


def gone_html(rest: str) -> str:
    """Say that the claim of a link is not there, above ``rest``, HTML, what is shown instead."""
    return (
        '<div data-top="gone"><p class="gn-note" role="status">The claim of this link is not here. Its figure may have '
        "been called wrong, its article removed or read anew; or the link was made in another collection.</p>"
        f"{button('Close it', 'claim')}{rest}</div>"
    )


def _disputed(claims: Sequence[Claim]) -> str:
    lines = "".join(map(claim_line, claims))
    return f'<h3 class="gn-part">Stated otherwise</h3><ul class="gn-lines">{lines}</ul>' if lines else ""


def _sources_in_words(claim: Claim) -> str:
    copies = f", {words.counted(claim.copies, 'copy', 'copies')}" if claim.copies else ""
    return (
        f'<span title="Sources that neither copy one another nor share a publisher">'
        f"{words.counted(claim.independent, 'independent source')}{copies}</span>"
    )


def _stated(claim: Claim, found: Found, view: View) -> str:
    """Return the passages that state it, as those of a place are shown."""
    sources = {(each.key, each.start): each for each in claim.sources}
    cards = "".join(card_html(row, found, view, sources.get((row.key, row.start))) for row in found.passages)
    left = found.total - PAGE
    return cards + (f'<p class="gn-note">and {words.counted(left, "more source")}</p>' if left > 0 else "")
