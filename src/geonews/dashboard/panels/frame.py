"""What is around the page: its title, its colours and its name."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geonews.dashboard.palette import DARK, LIGHT, Palette

_STYLE = Path(__file__).resolve().parents[1] / "style.css"
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="13" fill="none" '
    'stroke="#0b63b6" stroke-width="4"/><circle cx="16" cy="16" r="5" fill="#0b63b6"/></svg>'
)
"""Our own: Streamlit would fetch a Material icon from the web."""
_WIDTH = "window-width"
_NARROW = 640
"""Pixels; Streamlit stacks columns below this."""
_MEASURE = f"""
export default function ({{ data, setStateValue }}) {{
  const narrow = window.innerWidth <= {_NARROW};
  if (narrow !== data.narrow) setStateValue("narrow", narrow);
}}
"""


def prepare() -> None:
    """Set the window's title and the page's look; must come first."""
    st.set_page_config(page_title="geonews", page_icon=_ICON, layout="wide")
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


def is_narrow() -> bool:
    """Tell whether the window is a phone's; not known before the first run has ended, and then "no"."""
    return bool(st.session_state.get(_WIDTH, {}).get("narrow"))


def measure() -> None:
    """Have the browser tell how wide it is; only a narrow one answers, so that a wide one draws the page once."""
    with st.container(key="measure"):
        _ruler()(key=_WIDTH, data={"narrow": is_narrow()}, default={"narrow": False}, on_narrow_change=lambda: None)


@st.cache_resource(show_spinner=False)
def _ruler() -> ComponentRenderer:
    return st.components.v2.component("geonews_width", js=_MEASURE)
