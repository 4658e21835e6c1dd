"""What the page says when there is little to show: progress, errors, an empty corpus, an empty result, news."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path

import streamlit as st

from geonews.dashboard import session, words
from geonews.settings import Settings
from geonews.store import Filter

Progress = Callable[[int, int], None]
_EVERY = "5s"


@contextmanager
def progress() -> Iterator[Progress]:
    """Give a function that shows how far the sample corpus is; nothing is shown before it is called."""
    place = st.empty()

    def report(done: int, everything: int) -> None:
        text = f"Reading the sample articles for the first time: {done} of {everything}"
        place.progress(done / everything if everything else 0.0, text)

    yield report
    place.empty()


def failure(message: str) -> None:
    """Show why there is nothing to show; to strangers, without the folders of this machine."""
    settings = Settings()
    if settings.read_only:
        for folder in {settings.store.parent, settings.store.resolve().parent, settings.cache.parent}:
            message = message.replace(f"{folder}{os.sep}", "")
    st.html(f'<div class="gn-empty"><h2>The articles cannot be shown</h2><p>{escape(message)}</p></div>')


def broken() -> None:
    """Say that the page failed by a fault of ours, and what may help; the details are for the server's log."""
    with st.container(key="broken"):
        st.html(
            '<div class="gn-empty"><h2>This page could not be drawn</h2><p>The fault is the page\'s, not yours; the '
            "server's log tells whoever runs it more. It may pass when it is tried again, or lie in what the address "
            "asks for: the filters, or what is selected.</p></div>"
        )
        with st.container(horizontal=True):
            st.button("Try again", key="broken-again")
            if st.query_params:
                st.button("Clear all filters", on_click=st.query_params.clear, key="broken-clear")


def sample() -> None:
    """Say that this is not the reader's own corpus, and how to make one where that is possible."""
    settings = Settings()
    how = (
        f' Yours take their place: press "Add articles", or run <code title="They are kept in '
        f'{escape(_short(settings.store))}">geonews add FILE…</code>'
    )
    own = "" if settings.read_only else how
    st.html(f'<p class="gn-note gn-first">These are geonews\' own <b>sample articles</b>, to try it out.{own}</p>')


def nothing_stored() -> None:
    """Say what to do with a corpus that is empty; to strangers, which one it is."""
    settings = Settings()
    how = (
        "Add some with the button, or with <code>geonews add FILE…</code>: text files, Markdown, saved web pages, JSON "
        "Lines, folders of them, or addresses of pages and feeds. This page shows them as soon as they are in."
    )
    told = f"Nobody has added any to {escape(settings.store.name)} yet." if settings.read_only else how
    st.html(f'<div class="gn-empty"><h2>No articles yet</h2><p>{told}</p></div>')


def nothing_found(culprits: Sequence[str], ways: Sequence[tuple[str, Filter, int]]) -> None:
    """Say that no article passes the filter, and offer ways to widen it, each with what it would find.

    ``culprits`` say of conditions that no article meets them even alone.
    """
    why = " ".join(culprits) or "All its conditions must hold at once."
    st.html(f'<div class="gn-empty"><h2>No article passes this filter</h2><p>{escape(why)}</p></div>')
    with st.container(horizontal=True):
        for label, wider, found in ways:
            st.button(
                f"{label}: {words.counted(found, 'article')}",
                on_click=session.show,
                args=(wider,),
                key=f"widen-{label}",
            )


def nothing_placed(articles: int) -> None:
    """Say that the articles are there, but name no place that could be put on the map."""
    which = "This article names" if articles == 1 else f"These {articles:,} articles name"
    st.html(f'<p class="gn-note">{which} no place that could be put on the map; the tables below say why.</p>')


def watch(is_stale: Callable[[], bool]) -> None:
    """Look every few seconds, cheaply, whether the corpus has changed, and then offer to show it."""

    @st.fragment(run_every=_EVERY)
    def look() -> None:
        if is_stale() and st.button("The corpus has changed: show it", icon=":material/refresh:", type="primary"):
            st.rerun()

    look()


def _short(path: Path) -> str:
    """Write a path as its owner would."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
