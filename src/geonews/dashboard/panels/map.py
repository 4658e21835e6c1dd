"""The map and its legend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import pydeck as pdk
import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geonews.dashboard import session, surface
from geonews.dashboard.cache import Corpus, kept, outline
from geonews.dashboard.drawing import Drawing, Manner, Rows, draw
from geonews.dashboard.pins import Pin, hidden
from geonews.store import EVERYTHING, Filter

_BACKDROP = "backdrop-html"
_SCRIPTS = [Path(__file__).resolve().parents[1] / name for name in ("tooltip.js", "backdrop.js")]


@kept(16)
def drawing(corpus: Corpus, wanted: Filter, manner: Manner) -> Drawing:
    """Return what the map shows under a filter; worked out once for all visitors."""
    claims = corpus.claims(wanted) if manner.counts == "labels" else ()
    rows = Rows(_hidden(corpus), corpus.places(wanted), corpus.routes(wanted), claims)
    return draw(rows, manner, outline)


@kept(4)
def _hidden(corpus: Corpus) -> dict[str, Pin]:
    return hidden(corpus.places(EVERYTHING))


def panel(deck: pdk.Deck, height: int, says: str) -> None:
    """Draw the map, or say what it shows; a click on a pin selects its place."""
    key = f"map-{height}"  # another widget would be drawn anew, which takes a browser long
    st.pydeck_chart(
        deck,
        height=height,
        selection_mode="single-object",
        on_select=lambda: _clicked(key),
        key=key,
        alt=says,
    )


def backdrop(html: Callable[[], str], drawn: Sequence[Pin]) -> None:
    """Show a picture of the map until the map itself is drawn; it is made once a session, and sent once.

    When other pins are shown meanwhile, the picture goes: it would be of what the filter leaves out.
    """
    shown = hash(tuple(pin["id"] for pin in drawn if pin["shown"]))
    if _BACKDROP not in st.session_state:
        st.session_state[_BACKDROP] = (shown, html())
    pictured, picture = st.session_state[_BACKDROP]
    with st.container(key="backdrop"):
        _picture()(key=_BACKDROP + "-picture", data={"html": picture if shown == pictured else ""})


@st.cache_resource(show_spinner=False)
def _picture() -> ComponentRenderer:
    script = "\n".join(path.read_text(encoding="utf-8") for path in _SCRIPTS)
    return st.components.v2.component("geonews_backdrop", html="<div></div>", js=script, isolate_styles=False)


def picture(html: str, says: str) -> None:
    """Show a picture of the map in its place, of what the filter shows now, where a browser cannot draw the map."""
    surface.show(f'<div class="gn-picture" role="group" aria-label="{escape(says)}">{html}</div>', "undrawn")


def placeholder() -> None:
    """Keep the map's room until the browser has told how large it is."""
    st.html('<div class="gn-placeholder" role="img" aria-label="The map is loading"></div>')


def _clicked(key: str) -> None:
    objects = st.session_state[key].selection["objects"]
    rows = [row for picked in objects.values() for row in picked]
    passage = next((row["passage"] for row in rows if row.get("passage")), None)
    if passage:
        session.read_on_map(passage)
    else:
        session.select_on_map(next((row["id"] for row in rows if row.get("id")), None))
