"""What a reader has added or removed: how far it is, what became of each article, and the way back."""

from __future__ import annotations

import streamlit as st

from geonews.dashboard import additions, session, surface, words
from geonews.dashboard.additions import Done
from geonews.dashboard.pieces.added import (
    added_html,
    earlier_html,
    progress_html,
    remove_html,
    removed_html,
    told_html,
)
from geonews.store import EVERYTHING

_NOTICE = "adding-notice"


def notice() -> None:
    """Show how far additions are, and what became of those that have ended."""
    if not additions.are_offered():
        return
    if additions.under_way():
        _watch()
    if found := additions.done():
        first, *others = (_done_html(each) for each in found)
        surface.show(first + earlier_html(others), _NOTICE, _acted)


def removal(key: str) -> None:
    """Offer to remove the article of this key, which is being read."""
    if additions.are_offered():
        surface.show(remove_html(key), "adding-remove", lambda: additions.remove(key))


@st.fragment(run_every=0.5)
def _watch() -> None:
    jobs = additions.under_way()
    if any(job.is_done for job in jobs):
        st.rerun()  # the page settles it
    with st.container(key="adding-progress"):
        for at, job in enumerate(jobs):
            with st.container(key=f"adding-row-{at}", horizontal=True, vertical_alignment="center"):
                st.html(progress_html(job.outcomes, job.expected, job.now))
                st.button("Stop", on_click=job.stop, key=f"adding-stop-{at}", disabled=job.is_stopped)


def _done_html(done: Done) -> str:
    if done.job is not None:
        job = done.job
        again = bool(additions.refused()) and job.typed == additions.refused()
        return added_html(
            done.number, job.outcomes, job.failure, stopped=job.is_stopped, again=again, back=job.puts_back
        )
    if done.removed:
        return removed_html(done.number, words.headline(done.removed.title, done.removed.id))
    return told_html(done.number, done.told)


def _acted() -> None:
    action = getattr(st.session_state[_NOTICE], "act", None) or {}
    value = str(action.get("value", ""))
    number = int(value) if value.isascii() and value.isdigit() else 0
    if action.get("do") == "undo":
        additions.undo(number)
    elif action.get("do") == "added":
        additions.show(number)
    elif action.get("do") == "again":
        st.session_state[additions.ASKED] = True
    elif action.get("do") == "all":
        session.show(EVERYTHING)
    elif action.get("do") == "hide":
        additions.hide(number)
