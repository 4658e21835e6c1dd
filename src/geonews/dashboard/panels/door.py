"""Asks who reads, where the host's secrets name a provider (``[auth]``, OpenID Connect); else nobody is asked."""

from __future__ import annotations

import streamlit as st


def is_open() -> bool:
    """Tell whether the page may be shown to this reader; if not, offer to sign in."""
    if not st.secrets.load_if_toml_exists() or "auth" not in st.secrets or st.user.is_logged_in:
        return True
    st.html(
        '<div class="gn-empty"><h2>Sign in to read</h2><p>This geonews shows its articles to those who are known. '
        "Signing in leads to its provider and back.</p></div>"
    )
    st.button("Sign in", type="primary", on_click=st.login)
    return False
