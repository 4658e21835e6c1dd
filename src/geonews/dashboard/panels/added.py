"""What a reader has added or removed: how far it is, what became of each article, and the way back."""

from __future__ import annotations

import streamlit as st

from geonews.dashboard import additions, session, surface
from geonews.dashboard.additions import Done
from geonews.dashboard.pieces.added import added_html, progress_text, remove_html, removed_html, told_html
from geonews.store import EVERYTHING

_NOTICE = "adding-notice"


def notice() -> None:
    """Show how far an addition is, or what became of the last one."""
    last = additions.done()
    if not additions.are_offered():
        return
    if additions.job() is not None:
        _watch()
    elif last is not None:
        surface.show(_done_html(last), _NOTICE, _acted)


def removal(key: str) -> None:
    """Offer to remove the article of this key, which is being read."""
    if additions.are_offered():
        surface.show(remove_html(key), "adding-remove", lambda: additions.remove(key))


@st.fragment(run_every=0.5)
def _watch() -> None:
    job = additions.job()
    if job is None:
        return
    if job.is_done:
        st.rerun()  # the page settles it
    outcomes = job.outcomes
    share = min(len(outcomes) / job.expected, 1.0) if job.expected else 0.0
    with st.container(key="adding-progress", horizontal=True, vertical_alignment="center"):
        st.progress(share, progress_text(outcomes, job.expected, job.now))
        st.button("Stop", on_click=job.stop, key="adding-stop")


def _done_html(last: Done) -> str:
    if last.job is not None:
        return added_html(last.job.outcomes, last.job.failure, stopped=last.job.is_stopped)
    return removed_html(last.removed.title or str(last.removed.id)) if last.removed else told_html(last.told)


def _acted() -> None:
    action = getattr(st.session_state[_NOTICE], "act", None) or {}
    if action.get("do") == "undo":
        additions.undo()
    elif action.get("do") == "all":
        session.show(EVERYTHING)
    elif action.get("do") == "hide":
        additions.hide()
