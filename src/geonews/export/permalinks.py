"""Where a passage can be read again: its article and its offset, on the dashboard that an export was taken from."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

LINK = "leads to the passage; one that begins with ? stands behind the address of a dashboard that has the article"
"""What a table says of its permalinks."""

WITHOUT_PAGE = "A dashboard that has the article shows a passage where ?article=KEY&at=CHARACTER ends its address."
"""How to read on what is cited by article and character."""


def permalink(page: str, key: str, start: int) -> str:
    """Return the address that shows the passage at offset ``start`` (code points) of the article with this store key.

    ``page`` is the dashboard's address without its last slash. Where it is not known ("") the query alone is returned:
    a key tells the very text, so that it leads to the passage on any dashboard that has the article.
    """
    query = f"?article={quote(key, safe='')}&at={start}"
    return f"{page}/{query}" if page else query


def place_html(page: str, key: str, start: int) -> str:
    """Return where the passage begins, leading to it; which article that is, where nothing can lead there."""
    if not page:
        return f"character {start:,} of article {escape(key)}"
    address = escape(permalink(page, key, start))
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer nofollow">character {start:,}</a>'
