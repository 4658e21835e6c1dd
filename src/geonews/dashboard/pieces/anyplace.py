"""A field that searches the whole gazetteer while one types (WAI-ARIA: a combobox with a list)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from geonews.dashboard import words
from geonews.dashboard.pieces.parts import name
from geonews.models import Place


def search_html(typed: str, found: Sequence[Place]) -> str:
    """Return the field, and below it the places of the gazetteer that are offered for what was typed."""
    listed = "".join(map(_option, found))
    if typed.strip() and not found:
        listed = f'<div class="gn-hint">{_in_vain(typed)}</div>'
    said = (f"{words.counted(len(found), 'place')} offered" if found else "no place") if typed.strip() else ""
    return (
        '<div class="gn-find gn-any"><input type="search" id="any-place" role="combobox" '
        f'aria-label="Another place" aria-expanded="{"true" if listed else "false"}" aria-controls="any-list" '
        'aria-autocomplete="list" autocomplete="off" placeholder="Another place: Paris, or Paris, Texas" '
        f'data-find="{escape(typed)}" value="{escape(typed)}">'
        f'<div class="gn-offers" id="any-list" role="listbox" aria-label="Places">{listed}</div>'
        f'<span class="gn-unseen" role="status">{said}</span></div>'
    )


def _in_vain(typed: str) -> str:
    """Say that nothing was found and what to try; the name alone where more than that was typed."""
    alone = typed.partition(",")[0].strip() if "," in typed else ""
    other = f"the name alone ({name(alone, 40)})" if alone else "a larger place that it lies in"
    return f"The gazetteer has no place “{name(typed.strip(), 60)}”. Try another spelling, or {other}."


def _option(place: Place) -> str:
    people = f"{place.population:,}" if place.population else ""
    return (
        f'<div role="option" id="any-{escape(place.id)}" aria-selected="false" data-do="pick" '
        f'data-value="{escape(place.id)}"><b>{name(place.name, 60)}</b><small>{people}</small>'
        f"<span>{escape(words.clipped(words.kind_of(place), 80))}</span></div>"
    )
