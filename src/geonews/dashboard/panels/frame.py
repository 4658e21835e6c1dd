"""What is around the page: its title, its colours and its name."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from geonews.dashboard.palette import DARK, LIGHT, Palette

_STYLE = Path(__file__).resolve().parents[1] / "style.css"


def prepare() -> None:
    """Set the window's title and the page's look; must come first."""
    st.set_page_config(page_title="geonews", page_icon=":material/map:", layout="wide")
    st.html(_STYLE)


def palette() -> Palette:
    """Return the colours that fit the reader's theme."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def heading(sentence: str) -> None:
    """Say in one line what is shown: the filter in words, its first part strongest."""
    first, _, rest = sentence.partition(" · ")
    tail = f" · {escape(rest)}" if rest else ""
    st.html(f'<p class="gn-words" role="status"><b>{escape(first)}</b>{tail}</p>')


def basemap() -> str:
    """Return the address of the basemap's file as this browser sees the server (a sub-path survives)."""
    return (st.context.url or "").split("?")[0].rstrip("/") + "/app/static/basemap.geojson"
