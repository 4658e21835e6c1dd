"""Asks who reads, where the host's secrets name a provider (``[auth]``, OpenID Connect); else nobody is asked."""

from __future__ import annotations

import logging
from html import escape
from importlib.util import find_spec
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geonews.dashboard import surface

_LOGGER = logging.getLogger(__name__)
_FAILED = "door-failed"
_NEEDED = ("authlib", "httpx")
"""What Streamlit signs in with, and does not bring."""
_KEEP = """
/** Keep the reader's link while the provider asks who they are: Streamlit leads back to the bare page. */
export default function ({ data }) {
  try {
    const link = sessionStorage.geonewsLink;
    if (data.asks) sessionStorage.geonewsLink = location.search;
    else delete sessionStorage.geonewsLink;
    if (!data.asks && link && !location.search) location.replace(location.pathname + link);
  } catch {} // where a browser keeps nothing, the whole map is shown
}
"""


def is_open() -> bool:
    """Tell whether the page may be shown to this reader; if not, offer to sign in, or say what hinders it.

    Where the secrets are there and cannot be read, nobody knows whether they ask for a name: then it is shown to none.
    """
    if not st.secrets.load_if_toml_exists():
        if not any(Path(each).exists() for each in st.get_option("secrets.files")):
            return True
        _closed("This page is closed", "Its secrets cannot be read. The server's log says why.")
        return False
    if "auth" not in st.secrets:
        return True
    signed_in = bool(st.user.get("is_logged_in"))
    with st.container(key="door"):
        _keeper()(key="door-keeper", data={"asks": not signed_in})
    if not signed_in:
        _ask()
    return signed_in


def way_out() -> None:
    """Offer to sign out, below the filters, to a reader who has signed in."""
    if st.user.get("is_logged_in"):
        told = [str(st.user[name]) for name in ("name", "email") if st.user.get(name)]
        who = escape(f"Signed in as {', '.join(told)}" if told else "You have signed in")
        with st.sidebar:
            button = f'<button class="gn-button gn-plain" data-do="sign-out" title="{who}">Sign out</button>'
            surface.show(f'<p class="gn-out">{button}</p>', "sign-out", st.logout)


def _ask() -> None:
    if any(find_spec(each) is None for each in _NEEDED):
        _closed(
            "Sign in to read",
            "Nobody can sign in yet: this server lacks the package Authlib. Whoever runs it installs it with "
            '<code>python -m pip install "streamlit[auth]"</code> and starts the page again.',
        )
        return
    _closed(
        "Sign in to read",
        "This geonews shows its articles to those who are known. Signing in leads to its provider and back.",
    )
    st.button("Sign in", type="primary", on_click=_sign_in)
    if st.session_state.pop(_FAILED, False):
        st.html(
            '<p class="gn-note">Signing in could not begin. What the page\'s secrets say of its provider '
            "(<code>[auth]</code>) is incomplete or wrong; the server's log says where.</p>"
        )


def _sign_in() -> None:
    try:
        st.login()
    except Exception:
        _LOGGER.exception("signing in could not begin")
        st.session_state[_FAILED] = True


def _closed(title: str, told: str) -> None:
    st.html(f'<div class="gn-empty"><h2>{title}</h2><p>{told}</p></div>')


@st.cache_resource(show_spinner=False)
def _keeper() -> ComponentRenderer:
    return st.components.v2.component("geonews_door", js=_KEEP, isolate_styles=False)
