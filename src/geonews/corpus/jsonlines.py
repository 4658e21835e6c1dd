r"""JSON Lines: one article a line, split on ``\n`` alone (real texts hold U+0085 and U+2028), read as a stream."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from geonews.corpus.checks import check_characters, check_published, check_size, names_no_day, over_limit
from geonews.errors import ArticleError
from geonews.models import Article

_ESCAPED = 6
"""``\\u0041`` takes six bytes for one."""
_BESIDE_TEXT = 10_000_000
"""Bytes; unknown fields beside the text may be long, but a line without end must not fill the memory."""


def read_jsonl(lines: Iterable[bytes | None], name: str, limit: int) -> Iterator[Article | ArticleError]:
    """Yield an article for each line (of ``bounded_lines``), or what is wrong with it; blank lines are skipped.

    ``limit`` is in bytes of an article's text.
    """
    found = False
    for number, line in enumerate(lines, start=1):
        where = f"{name}:{number}"
        if number == 1 and _is_binary(line):
            yield ArticleError(f"{name}: is not JSON Lines in UTF-8, but binary or UTF-16")
            return
        if line is not None and not line.strip():
            continue
        found = True
        try:
            yield _article(_record(line, where, limit), where, limit)
        except ArticleError as error:
            yield error
    if not found:
        yield ArticleError(f"{name}: is empty")


def is_record(line: bytes) -> bool:
    """Tell whether the line is a JSON object."""
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def bounded_lines(file: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """Yield lines without a byte order mark; ``None`` for one that is too long for a text of ``limit`` bytes."""
    longest = _ESCAPED * limit + _BESIDE_TEXT
    first = True
    while line := file.readline(longest + 1):
        if len(line) > longest:
            while line and not line.endswith(b"\n"):
                line = file.readline(longest)
            yield None
        else:
            yield line.removeprefix(codecs.BOM_UTF8) if first else line
        first = False


def _is_binary(line: bytes | None) -> bool:
    return line is not None and (b"\0" in line or line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)))


def _record(line: bytes | None, where: str, limit: int) -> dict[str, Any]:
    if line is None:
        raise over_limit(limit, where)
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        message = f"{where}: is not UTF-8 (byte 0x{error.object[error.start]:02x} at offset {error.start} of the line)"
        raise ArticleError(message) from error
    except (ValueError, RecursionError) as error:
        message = f"{where}: is broken JSON ({error})"
        raise ArticleError(message) from error
    if not isinstance(record, dict):
        message = f"{where}: is no JSON object"
        raise ArticleError(message)
    return record


def _article(record: dict[str, Any], where: str, limit: int) -> Article:
    text = _text(record, where, limit)
    published, remark = _published(record, where)
    return Article(
        id=_id(record, where),
        text=text,
        title=_optional(record, "title", where),
        source=_optional(record, "source", where),
        url=_optional(record, "url", where),
        published=published,
        origin=where,
        remark=remark,
    )


def _published(record: dict[str, Any], where: str) -> tuple[str | None, str]:
    """Return the date of publication, and what is to be said of it; a year or a month alone is no day to go by."""
    published = _optional(record, "published", where) or _optional(record, "date", where)
    if published is None:
        return None, ""
    if names_no_day(published):
        return None, f"{where}: published {published!r} names no day; the article is kept as undated"
    check_published(published, where)
    return published, ""


def _id(record: dict[str, Any], where: str) -> str | int:
    value = _required(record, "id", where)
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        message = f"{where}: id must be a string or an integer, not {_type(value)}"
        raise ArticleError(message)
    if isinstance(value, str):
        check_characters(value, f"{where}: id")
    return value


def _text(record: dict[str, Any], where: str, limit: int) -> str:
    value = _required(record, "text", where)
    if not isinstance(value, str):
        message = f"{where}: text must be a string, not {_type(value)}"
        raise ArticleError(message)
    if not value.strip():
        message = f"{where}: text is empty"
        raise ArticleError(message)
    check_characters(value, f"{where}: text")
    check_size(len(value.encode("utf-8")), limit, where)
    return value


def _required(record: dict[str, Any], field: str, where: str) -> object:
    value = record.get(field)
    if value is None:
        message = f"{where}: has no {field}"
        raise ArticleError(message)
    return value


def _optional(record: dict[str, Any], field: str, where: str) -> str | None:
    """Return a field that may be missing, null or blank: all three are "unknown"."""
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        message = f"{where}: {field} must be a string, not {_type(value)}"
        raise ArticleError(message)
    check_characters(value, f"{where}: {field}")
    return value if value.strip() else None


def _type(value: object) -> str:
    names = {bool: "a truth value", int: "a number", float: "a number", str: "a string", list: "a list"}
    return names.get(type(value), "an object")
