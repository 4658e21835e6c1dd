"""What was put right by hand: the list, the way back, and corrections as a file, out and in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import streamlit as st

from geonews.claims import Copyist
from geonews.corrections import line, merged, read_lines
from geonews.dashboard import frames, words
from geonews.dashboard.panels import columns
from geonews.dashboard.pieces.byhand import merge_html
from geonews.dashboard.righting import take_back
from geonews.errors import GeonewsError
from geonews.settings import Settings
from geonews.store import KeptCorrection, Store

_HEADER = 32
"""Pixels."""
_LINES = 62
"""Pixels of a row of up to three lines: a title and a place are longer than their cells."""
_HEIGHT = 330
_MOST_ROWS = 1000
_LARGEST_FILE = 20
"""MB."""
_FILE = "corrections.jsonl"


def panel(history: Sequence[KeptCorrection], *, offered: bool, narrowed: bool) -> None:
    """Show the corrections, the latest first; where corrections are ``offered``, a chosen one can be undone.

    ``narrowed`` says that a filter leaves out some of what they may speak for.
    """
    if history and narrowed:
        st.caption("All corrections, whatever the filter: one may speak for many articles.")
    if not history:
        st.html(
            '<p class="gn-note">Nothing was corrected by hand yet: "correct", below each passage, puts a place or a '
            "figure right.</p>"
        )
    else:
        _list(history, offered=offered)
    with st.container(horizontal=True, vertical_alignment="center", key="by-hand-file"):
        if history:
            st.download_button(
                "Take them along",
                data=lambda: "".join(line(each.correction) for each in reversed(history)).encode(),
                file_name=_FILE,
                mime="application/jsonl",
                key="by-hand-out",
                on_click="ignore",
                help="JSON Lines, for another geonews or for `geonews corrections import`",
            )
        if offered and st.button(
            "Take in a file", key="by-hand-in", help="JSON Lines that another geonews has written"
        ):
            _take_in()


def _list(history: Sequence[KeptCorrection], *, offered: bool) -> None:
    rows = history[:_MOST_ROWS]
    if len(history) > len(rows):
        st.caption(f"The {len(rows):,} latest of {len(history):,}.")
    numbers = [each.number for each in rows]
    key = "by-hand-" + hashlib.sha256(repr(numbers).encode()).hexdigest()[:16]
    st.dataframe(
        frames.correction_table(rows),
        key=key,
        hide_index=True,
        height=min(_HEIGHT, 6 + _HEADER + _LINES * len(rows)),
        row_height=_LINES,
        placeholder=columns.NONE,
        on_select="rerun" if offered else "ignore",
        selection_mode="multi-row",
        column_config=columns.CORRECTIONS,
    )
    if not offered:
        return
    chosen = [numbers[at] for at in st.session_state[key].selection["rows"] if at < len(numbers)]
    st.button(
        f"Undo {words.counted(len(chosen), 'correction')}" if chosen else "Undo the latest",
        key="by-hand-undo",
        on_click=take_back,
        args=(chosen or numbers[:1],),
        kwargs={"with_press": not chosen},
        help=None if chosen else "With all that the same press has put right",
    )


@st.dialog("Take in corrections", on_dismiss="rerun")
def _take_in() -> None:
    dropped = st.file_uploader("A file of corrections", type=["jsonl"], max_upload_size=_LARGEST_FILE)
    if dropped is None:
        return
    lines = dropped.getvalue().decode("utf-8", "surrogateescape").split("\n")
    try:
        with st.spinner("Taking in", show_time=True), Store.open(Settings().store) as store:
            merge = merged(store.ledger.corrections(), read_lines(lines))
            store.ledger.add(merge.new, copyist=Copyist())
    except GeonewsError as error:
        st.error(words.clipped(str(error), 300).replace("`", "'"))
        return
    st.html(merge_html(merge, dropped.name))
    if st.button("Show", key="by-hand-show", type="primary"):
        st.rerun()
