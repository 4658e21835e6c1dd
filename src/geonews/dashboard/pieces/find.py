"""A field to find a place by its name: what is typed is answered with places and their counts, by keyboard as well."""

from __future__ import annotations

from html import escape

from geonews.dashboard import words
from geonews.dashboard.finding import Offer
from geonews.dashboard.pieces.parts import name, number
from geonews.store import PlaceRow


def find_html(offer: Offer) -> str:
    """Return the field, and below it the places that are offered (WAI-ARIA: a combobox with a list).

    The field tells what the offers are for: the reader may have typed on.
    """
    listed = "".join(_option(at, row) for at, row in enumerate(offer.rows))
    if offer.typed.strip() and not offer.rows:
        listed = '<div class="gn-hint">No place of that name under this filter</div>'
    elif offer.more:
        listed += '<div class="gn-hint">and others: type on</div>'
    return (
        '<div class="gn-find"><input type="search" id="find-place" role="combobox" aria-label="Find a place" '
        f'aria-expanded="{"true" if listed else "false"}" aria-controls="find-list" aria-autocomplete="list" '
        f'autocomplete="off" placeholder="Find a place" data-find="{escape(offer.typed)}" '
        f'value="{escape(offer.typed)}">'
        f'<div class="gn-offers" id="find-list" role="listbox" aria-label="Places">{listed}</div>'
        f'<span class="gn-unseen" role="status">{_says(offer)}</span></div>'
    )


def _option(at: int, row: PlaceRow) -> str:
    where = words.clipped(words.kind_of(row.place), 60)
    return (
        f'<div role="option" id="find-{at}" aria-selected="false" data-do="place" data-value="{escape(row.place.id)}">'
        f"<b>{name(row.place.name, 60)}</b><small>{number(row.once)}</small><span>{escape(where)}</span></div>"
    )


def _says(offer: Offer) -> str:
    if not offer.typed.strip():
        return ""
    return f"{words.counted(len(offer.rows), 'place')} offered" if offer.rows else "no place"
