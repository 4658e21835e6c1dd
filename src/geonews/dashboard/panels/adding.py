"""Bring your own: a dialog that takes a pasted text, dropped files, or the address of a page or a feed."""

from __future__ import annotations

import re
from datetime import date

import streamlit as st

from geonews.corpus import MOST_ENTRIES, SUFFIXES, pasted
from geonews.dashboard import additions, jobs, words
from geonews.dashboard.jobs import Source
from geonews.errors import ArticleError, GeonewsError
from geonews.fetching import is_address
from geonews.settings import DEFAULT_LIMIT_MB, Settings

_LIMIT = round(DEFAULT_LIMIT_MB * 1_000_000)
_LARGEST_FILE = 50
"""MB; a file of JSON Lines holds many articles."""
_EARLIEST = date(1500, 1, 1)
_WRITTEN = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def button() -> None:
    """Show the button that opens the dialog, unless the page is for reading only."""
    if additions.are_offered():
        with st.container(key="adding"):
            about = "Paste a text, drop files, or give an address"
            if st.button("Add articles", key="adding-open", help=about):
                st.session_state[additions.ASKED] = True
    if additions.are_offered() and additions.ASKED in st.session_state:
        _dialog()


def _closed() -> None:
    st.session_state.pop(additions.ASKED, None)


@st.dialog("Add articles", width="medium", on_dismiss=_closed)
def _dialog() -> None:
    tabs = ["Paste a text", "Files", "Address"]
    text, dropped, address = st.tabs(tabs, default=tabs[-1] if additions.refused() else None)
    with text:
        _paste()
    with dropped:
        _drop()
    with address:
        _fetch()


def _paste() -> None:
    with st.form("adding-paste", border=False):
        text = st.text_area("Text of the article", height=220, placeholder="Headline\n\nThe article, as it is")
        left, right = st.columns(2)
        title = left.text_input("Headline", placeholder="the first line, if it is short")
        publisher = right.text_input("Publisher", placeholder="unknown")
        # Typed: a calendar lies over the button, and the Tab key does not close it.
        published = left.text_input("Published", placeholder="unknown, or like 2026-05-04")
        url = right.text_input("Link to the original", placeholder="none")
        if st.form_submit_button("Add to the map", type="primary"):
            link = words.web_address(url)
            if url.strip() and link is None:
                st.error("The link does not begin with http:// or https://")
                return
            try:
                article = pasted(
                    text,
                    title=title.strip(),
                    source=publisher.strip(),
                    published=_day(published.strip()),
                    url=link,
                    limit=_LIMIT,
                )
            except ArticleError as error:
                st.error(_plain(str(error)))
            else:
                _begin(jobs.articles([article]))


def _day(typed: str) -> str | None:
    """Return the day that was typed, if any; ``ArticleError`` names what is wrong with it."""
    if not typed:
        return None
    try:
        day = date.fromisoformat(typed) if _WRITTEN.fullmatch(typed) else None
    except ValueError as error:
        message = f"Published: the calendar has no {typed}"
        raise ArticleError(message) from error
    if day is None:
        message = "Published: write the year, the month and the day, like 2026-05-04"
        raise ArticleError(message)
    if day < _EARLIEST:
        message = f"Published: no article is older than {_EARLIEST}"
        raise ArticleError(message)
    return typed


def _drop() -> None:
    with st.form("adding-files", border=False):
        dropped = st.file_uploader(
            f"Articles: {', '.join(SUFFIXES)}",
            accept_multiple_files=True,
            max_upload_size=_LARGEST_FILE,
            help="A text's first line is its title; a page keeps its title, publisher and date; JSON Lines hold an "
            "article a line (id, text, and if known title, source, url, published).",
        )
        if st.form_submit_button("Add to the map", type="primary"):
            if dropped:
                _begin(jobs.files([(file.name, file) for file in dropped], _LIMIT))
            else:
                st.error("No file was chosen")


def _fetch() -> None:
    with st.form("adding-address", border=False):
        before = additions.refused()
        typed = st.text_input("Address of a page or a feed", value=before, placeholder="https://")
        st.caption(
            f"Of a feed (RSS, Atom) the first {MOST_ENTRIES} articles are read. Nothing is sent but the request."
        )
        if st.form_submit_button("Add to the map", type="primary"):
            addresses = [each if is_address(each) else f"https://{each}" for each in typed.split()]
            if addresses:
                _begin(jobs.addresses(addresses, _LIMIT, allow_private=Settings().allow_private), typed)
            else:
                st.error("No address was given")


def _begin(source: Source, typed: str = "") -> None:
    """Start adding, and close the dialog; in it, say why nothing can be stored."""
    try:
        additions.begin(source, typed)
    except (GeonewsError, OSError) as error:
        st.error(_plain(str(error)))
    else:
        _closed()
        st.rerun()


def _plain(message: str) -> str:
    return message.replace("`", "'")
