"""A piece of the page in our own HTML: what is pressed or ticked in it comes back to Python as an action.

The HTML is made by pure functions that escape every word of an article; the browser lets through only the elements and
attributes that those functions use, should one of them ever fail.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geonews.dashboard import session

_SCRIPTS = tuple(Path(__file__).with_name(name) for name in ("brush.js", "fields.js", "find.js", "surface.js"))


def show(html: str, key: str, acted: Callable[[], None] | None = None) -> None:
    """Show HTML; an element with ``data-do`` (and ``data-value``) sends that action when it is pressed or changed.

    ``acted`` is told instead of the page where a piece answers by itself.
    """
    _surface()(key=key, data={"html": html}, on_act_change=acted or (lambda: session.act(key)))


@st.cache_resource(show_spinner=False)
def _surface() -> ComponentRenderer:
    script = "\n".join(path.read_text(encoding="utf-8") for path in _SCRIPTS)
    return st.components.v2.component("geonews_surface", html="<div></div>", js=script, isolate_styles=False)
