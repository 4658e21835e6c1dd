"""Files for this reader's browser, each by an address: what is sent once and kept does not go with every message."""

from __future__ import annotations

from streamlit import runtime


def address(base: str, name: str, content: bytes) -> str:
    """Return where JSON can be fetched; ``base`` is the page's own address, ``name`` unique on the page.

    The server keeps the file as it keeps a picture of ``st.image``: while some visitor's page has it. The same content
    has the same address, so a browser that has it asks for nothing.
    """
    return base + runtime.get_instance().media_file_mgr.add(content, "application/json", f"geonews-{name}")
