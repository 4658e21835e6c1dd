"""Correct it: what was put right or undone last, said with the way back."""

from __future__ import annotations

import streamlit as st

from geonews.dashboard import righting, session, surface
from geonews.dashboard.pieces import correct

_NOTICE = "correcting-notice"


def notice() -> None:
    """Undo what was asked for, and say what was put right or undone last, with the way back."""
    if righting.is_asked_back():
        with st.spinner("Undoing", show_time=True):
            righting.undo()
        st.rerun()  # the page has begun with what was there before
    told = righting.last()
    if told is not None and righting.is_offered():
        surface.show(correct.told_html(told.html, told.number, told.place), _NOTICE, _noticed)


def _noticed() -> None:
    action = getattr(st.session_state[_NOTICE], "act", None) or {}
    righting.hide()
    if action.get("do") == "take-back":
        righting.asked_back(action)
    elif action.get("do") == "place":
        session.act(_NOTICE)
