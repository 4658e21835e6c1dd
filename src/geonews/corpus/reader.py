"""Finds the files, picks the reader for each, and goes on after a bad one."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from geonews.corpus.checks import check_characters, check_published, check_size
from geonews.corpus.jsonlines import bounded_lines, is_record, read_jsonl
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
_STDIN = "-"


def read(
    paths: Iterable[Path | str],
    *,
    limit: int = 5_000_000,
    source: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> Iterator[Article | ArticleError]:
    """Yield the articles of files and folders lazily; an ``ArticleError`` in the place of each that cannot be read.

    ``.txt``, ``.md`` (the first line is the title, the whole file the text; the id is the file's name without suffix),
    ``.html``, ``.htm`` (the article's text as extracted) and ``.jsonl`` (fields id, text, title, source, url, published
    or date). Folders are read recursively, sorted, without hidden and other files. ``-`` is standard input: JSON Lines
    if its first line is a JSON object, else plain text. ``limit`` is in bytes of one article; ``source``, ``published``
    (ISO 8601) and ``url`` fill in what an article does not state itself.

    Raises ``ArticleError`` at once if ``published`` is no date.
    """
    if published is not None:
        check_published(published, "option")
    given = Article(id="", text="", source=source, published=published, url=url)
    return (_filled(item, given) for item in _read(paths, limit))


def _filled(item: Article | ArticleError, given: Article) -> Article | ArticleError:
    if isinstance(item, ArticleError):
        return item
    return replace(
        item,
        source=given.source if item.source is None else item.source,
        published=given.published if item.published is None else item.published,
        url=given.url if item.url is None else item.url,
    )


def _read(paths: Iterable[Path | str], limit: int) -> Iterator[Article | ArticleError]:
    for path in paths:
        try:
            yield from _read_one(path, limit)
        except OSError as error:
            yield ArticleError(f"{path}: cannot be read ({error.strerror})")


def _read_one(path: Path | str, limit: int) -> Iterator[Article | ArticleError]:
    if str(path) == _STDIN:
        return _read_stdin(sys.stdin.buffer, limit)
    return _read_folder(Path(path), limit) if Path(path).is_dir() else _read_file(Path(path), limit)


def _read_folder(folder: Path, limit: int) -> Iterator[Article | ArticleError]:
    refused: list[OSError] = []
    files = sorted(_files(folder, refused))
    for error in refused:
        yield ArticleError(f"{error.filename}: cannot be read ({error.strerror})")
    for file in files:
        yield from _read_file(file, limit)
    if not files and not refused:
        yield ArticleError(f"{folder}: holds no file to read ({', '.join(SUFFIXES)})")


def _files(folder: Path, refused: list[OSError]) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(parent, name) for name in names if not name.startswith("."))
        yield from (path for path in paths if path.suffix.lower() in SUFFIXES and path.is_file())


def _read_file(path: Path, limit: int) -> Iterator[Article | ArticleError]:
    try:
        with _opened(path) as file:
            if path.suffix.lower() == _JSONL:
                yield from read_jsonl(bounded_lines(file, limit), str(path), limit)
            else:
                yield _read_whole(file, path, limit)
    except ArticleError as error:
        yield error
    except OSError as error:
        yield ArticleError(f"{path}: cannot be read ({error.strerror})")


def _opened(path: Path) -> IO[bytes]:
    if path.exists() and path.suffix.lower() not in SUFFIXES:
        message = f"{path}: is of an unknown kind; geonews reads {', '.join(SUFFIXES)}"
        raise ArticleError(message)
    if path.exists() and not path.is_file():
        message = f"{path}: is not a regular file"
        raise ArticleError(message)
    return path.open("rb")


def _read_whole(file: IO[bytes], path: Path, limit: int) -> Article:
    check_characters(path.stem, f"{path}: file name")
    data = file.read(limit + 1)
    check_size(len(data), limit, str(path))
    return _WHOLE_FILES[path.suffix.lower()](data, path.stem, str(path))


def _read_stdin(stream: IO[bytes], limit: int) -> Iterator[Article | ArticleError]:
    """Read JSON Lines or plain text, as the first line that is not blank tells."""
    lines = bounded_lines(stream, limit)
    head = []
    for line in lines:
        head.append(line)
        if line is None or line.strip():
            break
    if head and (head[-1] is None or is_record(head[-1])):
        yield from read_jsonl(itertools.chain(head, lines), "standard input", limit)
        return
    data = b"".join(line for line in head if line is not None)
    data += stream.read(max(0, limit + 1 - len(data)))
    try:
        check_size(len(data), limit, "standard input")
        yield read_plain(data, "stdin", "standard input")
    except ArticleError as error:
        yield error
