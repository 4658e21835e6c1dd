"""The line above the map: how many articles, and under which conditions; each can be dropped."""

from __future__ import annotations

from html import escape

from geonews.dashboard import words
from geonews.dashboard.pieces.parts import CROSS, button
from geonews.dashboard.state import View, query
from geonews.store import Facets


def heading_html(view: View, facets: Facets, total: int, titles: dict[str, str]) -> str:
    """Return the filter in words; ``total`` counts the whole corpus, ``titles`` are those of filtered articles.

    What leads back from a single article stands at the article itself.
    """
    conditions = words.conditions(view.filter, titles)
    chips = "".join(_chip(text, params) for text, params in conditions)
    clear = button("clear all", "clear", kind="gn-plain") if len(conditions) > 1 else ""
    if view.back and len(view.filter.articles) > 1:
        clear = button("back to the search", "close", kind="gn-plain") + clear
    span = "" if conditions else f" · {escape(words.span(facets))}"
    return f'<p class="gn-words" role="status"><b>{words.how_many(facets, total)}</b>{span}{chips}{clear}</p>'


def whole_page_html(view: View) -> str:
    """Return the way from a page inside somebody else's to the same view of the page itself."""
    address = escape(f"?{query(view)}")
    return f'<a class="gn-button gn-whole" href="{address}" target="_blank" rel="noopener">Open the full page</a>'


def _chip(text: str, params: str) -> str:
    return button(f"<bdi>{escape(text)}</bdi> {CROSS}", "drop", params, kind="gn-chip", says=f"Drop: {text}")
