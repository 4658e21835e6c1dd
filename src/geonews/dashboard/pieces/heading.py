"""The line above the map: how many articles, and under which conditions; each can be dropped."""

from __future__ import annotations

from html import escape

from geonews.dashboard import words
from geonews.dashboard.pieces.parts import CROSS, button
from geonews.dashboard.state import View, query
from geonews.store import Facets, Filter


def heading_html(wanted: Filter, facets: Facets, total: int, titles: dict[str, str]) -> str:
    """Return the filter in words; ``total`` counts the whole corpus, ``titles`` are those of filtered articles."""
    conditions = words.conditions(wanted, titles)
    chips = "".join(_chip(text, params) for text, params in conditions)
    clear = button("clear all", "clear", kind="gn-plain") if len(conditions) > 1 else ""
    span = "" if conditions else f" · {escape(words.span(facets))}"
    return f'<p class="gn-words" role="status"><b>{words.how_many(facets, total)}</b>{span}{chips}{clear}</p>'


def whole_page_html(view: View) -> str:
    """Return the way from a page inside somebody else's to the same view of the page itself."""
    address = escape(f"?{query(view)}")
    return f'<a class="gn-button gn-whole" href="{address}" target="_blank" rel="noopener">Open the full page</a>'


def _chip(text: str, params: str) -> str:
    return button(f"<bdi>{escape(text)}</bdi> {CROSS}", "drop", params, kind="gn-chip", says=f"Drop: {text}")
