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
from geonews.export.words import straight

_SCRIPTS = tuple(Path(__file__).with_name(name) for name in ("brush.js", "fields.js", "find.js", "surface.js"))
_SHARED = """
const shared = (globalThis.geonewsSurface ??= {});
shared.told ??= new Promise((resolve) => (shared.tell = resolve));
"""
_PIECE = _SHARED + "export default async (piece) => (await shared.told)(piece);"
"""Streamlit sends a component's script with each of its pieces, and with each change of one: it had better be short."""


def prepare() -> None:
    """Send the script that all pieces share; must come once on a page, before them."""
    with st.container(key="script"):
        _script()(key="surface-script")


def show(html: str, key: str, acted: Callable[[], None] | None = None) -> None:
    """Show HTML; an element with ``data-do`` (and ``data-value``) sends that action when it is pressed or changed.

    ``acted`` is told instead of the page where a piece answers by itself. Nothing in it is read backwards.
    """
    _surface()(key=key, data={"html": straight(html)}, on_act_change=acted or (lambda: session.act(key)))


@st.cache_resource(show_spinner=False)
def _surface() -> ComponentRenderer:
    return st.components.v2.component("geonews_surface", html="<div></div>", js=_PIECE, isolate_styles=False)


@st.cache_resource(show_spinner=False)
def _script() -> ComponentRenderer:
    script = "\n".join([_SHARED, *(path.read_text(encoding="utf-8") for path in _SCRIPTS), "shared.tell(surface);"])
    return st.components.v2.component("geonews_script", js=script, isolate_styles=False)
