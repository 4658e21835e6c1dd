"""Plain text, Markdown, pasted text: the first line is the title, and the text is all of it, title line included."""

from __future__ import annotations

import hashlib
import re

from geonews.corpus.checks import check_characters, check_published, check_size
from geonews.corpus.decoding import decode
from geonews.errors import ArticleError
from geonews.models import Article

_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_HEADING = 150
_HEADING = re.compile(r"#+\s+")


def read_plain(data: bytes, article_id: str, name: str) -> Article:
    """Make an article of a text file's bytes; a blank first line is no title."""
    text = decode(data, name)
    return Article(id=article_id, text=text, title=_first_line(text) or None, origin=name)


def read_markdown(data: bytes, article_id: str, name: str) -> Article:
    """Make an article of a Markdown file's bytes: as plain text, less the heading marks in the title."""
    text = decode(data, name)
    title = _HEADING.sub("", _first_line(text), count=1)
    return Article(id=article_id, text=text, title=title or None, origin=name)


def pasted(  # noqa: PLR0913 - what is known about an article
    text: str,
    *,
    title: str | None = None,
    source: str | None = None,
    published: str | None = None,
    url: str | None = None,
    limit: int = 5_000_000,
) -> Article:
    """Make an article of a text that was typed or pasted; the id says no more than that.

    Without a ``title`` its first line is the title, if it is short and more follows. Raises ``ArticleError`` for an
    empty text, one of more than ``limit`` bytes in UTF-8, half a character, and a date that is not ISO 8601.
    """
    name = "the pasted text"
    if not text.strip():
        message = f"{name}: is empty"
        raise ArticleError(message)
    for part in (text, title, source, url):
        check_characters(part or "", name)
    data = text.encode()
    check_size(len(data), limit, name)
    if published:
        check_published(published, name)
    first = _first_line(text.strip())
    is_heading = len(first) <= _LONGEST_HEADING and first != text.strip()
    return Article(
        id="pasted-" + hashlib.sha256(data).hexdigest()[:8],
        text=text,
        title=title or (first if is_heading else None),
        source=source or None,
        url=url or None,
        published=published or None,
        origin=name,
    )


def _first_line(text: str) -> str:
    return _LINE_END.split(text, maxsplit=1)[0].strip()
