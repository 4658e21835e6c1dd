"""Plain text and Markdown: the first line is the title, and the text is the whole file, title line included."""

from __future__ import annotations

import re

from geonews.corpus.decoding import decode
from geonews.models import Article

_LINE_END = re.compile(r"\r\n|\r|\n")
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


def _first_line(text: str) -> str:
    return _LINE_END.split(text, maxsplit=1)[0].strip()
