"""One file's bytes to articles: its suffix says how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import IO

from geonews.corpus.checks import check_characters, check_size
from geonews.corpus.jsonlines import bounded_lines, read_jsonl
from geonews.corpus.plain import read_markdown, read_plain
from geonews.corpus.webpage import read_html
from geonews.errors import ArticleError
from geonews.models import Article

_WHOLE_FILES: dict[str, Callable[[bytes, str, str], Article]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}
_JSONL = ".jsonl"
SUFFIXES = (*_WHOLE_FILES, _JSONL)
"""Suffixes of the files that can be read, in lower case."""
_OTHERS = {
    ".pdf": "a PDF; save its text as .txt, for example with pdftotext",
    ".docx": "a Word document; save it as plain text (.txt) or as a web page (.html)",
    ".doc": "a Word document; save it as plain text (.txt) or as a web page (.html)",
    ".odt": "an OpenDocument text; save it as plain text (.txt) or as a web page (.html)",
    ".rtf": "Rich Text; save it as plain text (.txt) or as a web page (.html)",
    ".epub": "a book; save its text as .txt",
    ".csv": "a table; geonews reads one article a line from JSON Lines (.jsonl)",
    ".json": "JSON; geonews reads one article a line from JSON Lines (.jsonl)",
}
"""What people try, and the way out."""


def read_stream(stream: IO[bytes], filename: str, limit: int, *, where: str = "") -> Iterator[Article | ArticleError]:
    """Yield the articles of a file's bytes, and an ``ArticleError`` in the place of each that cannot be read.

    Of ``filename`` only the last part counts: the suffix tells the format, the rest is the id. ``limit`` is in bytes of
    one article, ``where`` what messages call the file (default: its name).
    """
    path = PurePath(filename.replace("\\", "/").rpartition("/")[2])
    name = where or path.name
    try:
        check_characters(path.name, f"{name!a}: file name")
        check_kind(path.name, name)
        if path.suffix.lower() == _JSONL:
            yield from read_jsonl(bounded_lines(stream, limit), name, limit)
        else:
            data = stream.read(limit + 1)
            check_size(len(data), limit, name)
            yield _WHOLE_FILES[path.suffix.lower()](data, path.stem, name)
    except ArticleError as error:
        yield error


def check_kind(filename: str, name: str) -> None:
    """Raise ``ArticleError`` for a file that cannot be read, by its suffix; say the way out where there is one."""
    suffix = PurePath(filename).suffix.lower()
    if suffix in SUFFIXES:
        return
    kind = _OTHERS.get(suffix)
    message = f"{name}: is {kind}" if kind else f"{name}: is of an unknown kind; geonews reads {', '.join(SUFFIXES)}"
    raise ArticleError(message)
