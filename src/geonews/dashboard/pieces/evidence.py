"""What is beside the map: the selected place and the passages that name it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from geonews.claims import Claim, LineUp, Source
from geonews.dashboard import words
from geonews.dashboard.namesakes import apart
from geonews.dashboard.pieces.chart import chart_html
from geonews.dashboard.pieces.lines import claim_line
from geonews.dashboard.pieces.parts import CROSS, SEARCHED, button, choice, name, number, place_chips
from geonews.dashboard.pieces.passage import passage_html
from geonews.dashboard.state import View
from geonews.models import Place
from geonews.store import BesideRow, CopyRow, PassageRow, PlaceRow

PAGE = 10
"""Passages on a page."""
_CLAIMS = 12
"""Claims about a place that are listed; the table has them all."""
_SUGGESTED = 18
"""Close places."""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of the passages that name a place, or that state a claim."""

    passages: Sequence[PassageRow]
    total: int
    """How many there are on all pages."""
    copies: Sequence[CopyRow] = ()
    """The copies of the passage whose copies the view asks for."""
    claims: Sequence[Claim] = ()
    """What is claimed about the place, those of most sources first; or what states the claim's figure otherwise."""
    beside: Sequence[BesideRow] = ()
    """The places that are named most often beside it."""
    correctable: bool = False
    """Whether to offer putting right what was read in them."""


def elsewhere_html(row: PlaceRow | None, rest: str) -> str:
    """Say that the selected place is not named in the filtered articles, or not in the corpus at all.

    ``rest``, HTML, is what is offered where nothing is selected.
    """
    close = button("Deselect it", "place")
    if row is None:
        return (
            '<div data-top=""><p class="gn-note">No article here names the selected place. Those that did may have '
            "been removed or put right by hand; or the link to it was made in another collection.</p>"
            f"{close}{rest}</div>"
        )
    return (
        f'<div data-top=""><h2 class="gn-place-name">{name(row.place.name)}</h2><p class="gn-note">No article under '
        f"the current filter names it; without the filter, {words.counted(row.articles, 'article')} would.</p>"
        f"{button('Clear all filters', 'clear')} {close}{rest}</div>"
    )


def place_html(
    row: PlaceRow,
    close: Sequence[PlaceRow],
    line_ups: Sequence[LineUp],
    found: Found,
    view: View,
) -> str:
    """Return a place's facts, the places close to it, what contradicts about it, and one page of its passages."""
    charts = [chart_html(each) for each in line_ups if each.contradictions and each.place.id == row.place.id]
    at_odds = (
        f'<details class="gn-list" id="at-odds" open data-stays><summary>Figures that contradict'
        f"<small>{number(len(charts))}</small></summary>{''.join(charts)}</details>"
        if charts
        else ""
    )
    lines = "".join(claim_line(each, row.place.id) for each in found.claims[:_CLAIMS])
    said = (
        f'<details class="gn-list" id="claims-here"><summary>Claims about it<small>{number(len(found.claims))}</small>'
        f'</summary><ul class="gn-lines">{lines}</ul></details>'
        if found.claims
        else ""
    )
    cards = "".join(card_html(each, found, view) for each in found.passages)
    facts = words.frequency(row)
    why = ' title="Articles that mostly copy one another are one story"' if row.retold else ""
    facts += [words.counted(row.figures, "figure")] if row.figures else []
    return (
        f'<div data-top="{escape(row.place.id)} {view.page} {view.order}"><div class="gn-head"><div>'
        f'<h2 class="gn-place-name">{name(row.place.name)}</h2>'
        f'<p class="gn-place-facts"{why}>{escape(words.kind_of(row.place))}<br>{" · ".join(facts)}{_doubt(row)}</p>'
        "</div>"
        f"{button(CROSS, 'place', kind='gn-close', says='Deselect the place')}</div>"
        f"{_narrow(row, view)}{close_html(close, row)}{said}{at_odds}{_choose(row, found, view)}{_key(view)}"
        f"{cards or _none(view)}{pager(view.page, found.total)}</div>"
    )


def _doubt(row: PlaceRow) -> str:
    """Say of a place that none of its mentions is likelier to mean it than not."""
    doubt = words.doubt(row.confidence)
    why = "Another place of that name, or none, may be meant"
    return f'<br><span class="gn-doubt" title="{why}">Uncertain: {doubt} at best</span>' if doubt else ""


def close_html(close: Sequence[PlaceRow], chosen: PlaceRow) -> str:
    """Offer the places close to the chosen one, which a click on the map may have meant."""
    if not close:
        return ""
    chips = place_chips(close[:_SUGGESTED], [chosen])
    return f'<p class="gn-key">Near it on this map, and perhaps what you meant:</p>{chips}'


def card_html(row: PassageRow, found: Found, view: View, stated: Source | None = None) -> str:
    """Return one of the passages as a card; with the source of a claim, as stating that."""
    copies = found.copies if view.copies == f"{row.key}@{row.start}" else None
    return passage_html(row, copies, correctable=found.correctable, searched=view.filter.text, stated=stated)


def _none(view: View) -> str:
    what = " and ".join(["names both"] * bool(view.beside) + ["holds a figure"] * (view.holding == "figures"))
    return f'<p class="gn-note">No passage under the current filter {what}.</p>'


def _key(view: View) -> str:
    return (
        '<p class="gn-key"><mark class="gn-here">this place</mark> <mark class="gn-place">other places</mark> '
        f'<mark class="gn-figure">figures</mark>{SEARCHED if view.filter.text else ""}</p>'
    )


def _narrow(row: PlaceRow, view: View) -> str:
    """Offer to narrow the whole page to the articles that name the place, or say that it is."""
    if row.place.id in view.filter.places:
        return ""
    label = f"Only {'the article' if row.articles == 1 else f'the {number(row.articles)} articles'} naming it"
    return (
        f'<button type="button" class="gn-button gn-plain gn-only" data-do="only" data-on="yes" '
        f'data-value="{escape(row.place.id)}">{label}</button>'
    )


def _choose(row: PlaceRow, found: Found, view: View) -> str:
    """Return the order of the passages, and which of them are shown: those with figures, those naming another place."""
    controls = _by_figures(view) if row.figures or view.holding == "figures" else ""
    controls += _beside(row.place, found, view)
    return f'<div class="gn-controls">{controls}</div>' if controls else ""


def _by_figures(view: View) -> str:
    order = choice("Order", "order", (("newest", "newest first"), ("figures", "with figures first")), view.order)
    ticked = " checked" if view.holding == "figures" else ""
    only = (
        f'<label class="gn-tick"><input type="checkbox" id="only-figures" data-do="holding" data-value="yes"{ticked}>'
        "only with figures</label>"
    )
    return order + only


def _beside(chosen: Place, found: Found, view: View) -> str:
    """Return the places that the passages name beside the chosen one, each with how many do."""
    if not found.beside and not view.beside:
        return ""
    told = apart([chosen, *(each.place for each in found.beside)])
    named = [(each.place.id, f"{_called(each.place, told)} ({each.passages:,})") for each in found.beside]
    if view.beside not in {"", *(place for place, _ in named)}:
        named.append((view.beside, "a place that no article names"))
    choose = choice("Also naming", "beside", [("", "any place"), *named], view.beside)
    return choose + (button(CROSS, "beside", kind="gn-close", says="All passages again") if view.beside else "")


def _called(place: Place, told: Mapping[str, str]) -> str:
    """Return a place's name and, where another one has it, what tells them apart."""
    which = f", {words.clipped(told[place.id], 30)}" if place.id in told else ""
    return words.clipped(place.name, 30) + which


def pager(page: int, total: int) -> str:
    """Return ways to the pages before and after; nothing where one page holds all."""
    if total <= PAGE:
        return ""
    first, last = (page - 1) * PAGE + 1, min(page * PAGE, total)
    before = button("newer", "page", str(page - 1), kind="gn-plain") if page > 1 else ""
    after = button("older", "page", str(page + 1), kind="gn-plain") if last < total else ""
    return (
        f'<nav class="gn-pager" aria-label="Pages">{before}<span>{first:,} to {last:,} of {total:,}</span>{after}</nav>'
    )
