"""Finds the files and the addresses, has each read, and goes on after a bad one."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from geonews.corpus.checks import check_published, check_size
from geonews.corpus.files import SUFFIXES, check_kind, read_stream
from geonews.corpus.jsonlines import bounded_lines, is_record, read_jsonl
from geonews.corpus.online import read_address
from geonews.corpus.plain import read_plain
from geonews.errors import ArticleError
from geonews.fetching import is_address
from geonews.models import Article

_STDIN = "-"


def read(  # noqa: PLR0913 - what is known about the articles, and the limits
    paths: Iterable[Path | str],
    *,
    limit: int = 5_000_000,
    source: str | None = None,
    published: str | None = None,
    url: str | None = None,
    allow_private: bool = False,
) -> Iterator[Article | ArticleError]:
    """Yield the articles of files, folders and addresses lazily; an ``ArticleError`` in the place of each that fails.

    ``.txt``, ``.md`` (the first line is the title, the whole file the text; the id is the file's name without suffix),
    ``.html``, ``.htm`` (the article's text as extracted) and ``.jsonl`` (fields id, text, title, source, url, published
    or date). Folders are read recursively, sorted, without hidden and other files. ``http://`` and ``https://`` are
    pages or feeds (``read_address``). ``-`` is standard input: JSON Lines if its first line is a JSON object, else
    plain text. ``limit`` is in bytes of one article; ``source``, ``published`` (ISO 8601) and ``url`` fill in what an
    article does not state itself; with ``allow_private`` this machine and its own network are asked as well.

    Raises ``ArticleError`` at once if ``published`` is no date.
    """
    if published is not None:
        check_published(published, "option")
    given = Article(id="", text="", source=source, published=published, url=url)
    return (_filled(item, given) for item in _read(paths, limit, source, allow_private=allow_private))


def _filled(item: Article | ArticleError, given: Article) -> Article | ArticleError:
    if isinstance(item, ArticleError):
        return item
    return replace(
        item,
        source=given.source if item.source is None else item.source,
        published=given.published if item.published is None else item.published,
        url=given.url if item.url is None else item.url,
    )


def _read(
    paths: Iterable[Path | str], limit: int, source: str | None, *, allow_private: bool
) -> Iterator[Article | ArticleError]:
    for path in paths:
        try:
            if is_address(str(path)):
                yield from read_address(str(path), source=source, limit=limit, allow_private=allow_private)
            else:
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
            yield from read_stream(file, path.name, limit, where=str(path))
    except ArticleError as error:
        yield error
    except OSError as error:
        yield ArticleError(f"{path}: cannot be read ({error.strerror})")


def _opened(path: Path) -> IO[bytes]:
    if path.exists():
        check_kind(path.name, str(path))
        if not path.is_file():
            message = f"{path}: is not a regular file"
            raise ArticleError(message)
    return path.open("rb")


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
