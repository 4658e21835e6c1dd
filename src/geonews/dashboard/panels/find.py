"""Finds a place by its name while one types, without drawing the rest of the page."""

from __future__ import annotations

import streamlit as st

from geonews.dashboard import finding, session, surface
from geonews.dashboard.cache import Corpus
from geonews.dashboard.pieces.find import find_html
from geonews.store import Filter

_KEY = "find"
_TYPED = "find-typed"
_CHOSEN = "find-chosen"


@st.fragment
def panel(corpus: Corpus, wanted: Filter) -> None:
    """Show the field, and the places that match what is typed in it."""
    typed = st.session_state.get(_TYPED, "")
    offer = finding.offer(corpus.known(wanted), typed) if typed else finding.Offer(typed)
    surface.show(find_html(offer), _KEY, _acted)
    if st.session_state.pop(_CHOSEN, False):
        st.rerun()


def _acted() -> None:
    action = getattr(st.session_state[_KEY], "act", None)
    if not isinstance(action, dict):
        return
    if action.get("do") == "find":
        st.session_state[_TYPED] = str(action.get("value", ""))
    else:
        st.session_state[_TYPED] = ""
        st.session_state[_CHOSEN] = True
        session.act(_KEY)
