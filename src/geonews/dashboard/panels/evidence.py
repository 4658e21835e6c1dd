"""The selected place and the passages that name it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from geonews.dashboard import session, words
from geonews.dashboard.evidence import passage_html
from geonews.store import EVERYTHING, PassageRow, PlaceRow

_SUGGESTED = 16
_KEY = (
    '<p class="gn-key"><mark class="gn-here">this place</mark> · <mark class="gn-place">other places</mark> · '
    '<mark class="gn-figure">figures</mark></p>'
)


def nothing_selected(places: Sequence[PlaceRow]) -> None:
    """Invite to choose a place, and offer the most mentioned ones."""
    st.html(
        '<h2 class="gn-place-name">What was said where</h2><p class="gn-place-facts">Choose a place on the map, or '
        "here, to read the sentences that name it.</p>"
    )
    _choices(places[:_SUGGESTED], "suggested")


def not_here(row: PlaceRow | None) -> None:
    """Say that the selected place is not named in the filtered articles, or not in the corpus at all."""
    if row is None:
        st.html('<p class="gn-note">The link names a place that no article here mentions.</p>')
    else:
        name = f"<bdi>{escape(words.clipped(row.place.name))}</bdi>"
        st.html(
            f'<h2 class="gn-place-name">{name}</h2><p class="gn-note">No article under the current filter names '
            f"it; without the filter, {words.counted(row.articles, 'article')} would.</p>"
        )
        st.button("Clear all filters", on_click=session.show, args=(EVERYTHING,), key="clear-for-place")
    st.button("Deselect the place", on_click=session.select, args=(None,))


def passages(row: PlaceRow, close: Sequence[PlaceRow], found: Sequence[PassageRow], total: int) -> None:
    """Show a place's facts, the places close to it, and its passages, newest first."""
    facts = [words.counted(row.mentions, "mention"), words.counted(row.articles, "article")]
    facts += [words.counted(row.figures, "figure")] if row.figures else []
    with st.container(horizontal=True, vertical_alignment="top", key="place"):
        st.html(
            f'<h2 class="gn-place-name"><bdi>{escape(words.clipped(row.place.name))}</bdi></h2>'
            f'<p class="gn-place-facts">{escape(words.kind_of(row.place))}<br>{" · ".join(facts)}</p>'
        )
        st.button("Deselect", on_click=session.select, args=(None,), type="tertiary")
    if close:
        st.html('<p class="gn-key">Close by, and perhaps what you meant:</p>')
        _choices(close[:_SUGGESTED], "close")
    st.html(_KEY + "".join(map(passage_html, found)))
    if total > len(found):
        st.button(f"{total - len(found):,} more", on_click=session.show_more, width="stretch")


def _choices(places: Sequence[PlaceRow], kind: str) -> None:
    with st.container(horizontal=True, gap="small"):
        for row in places:
            label = f"{words.markdown(row.place.name)} \u2002{row.mentions:,}"
            st.button(label, key=f"{kind}-{row.place.id}", on_click=session.select, args=(row.place.id,))
