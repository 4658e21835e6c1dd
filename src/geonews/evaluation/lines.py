"""JSON Lines of annotations: objects out, or an error that names file, line and cause."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geonews.errors import ArticleError


def records(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the objects of a file with "file:line", split on line feeds alone; blank lines are skipped.

    Raises:
        ArticleError: the file cannot be opened or holds nothing, or a line is no JSON object in UTF-8.

    """
    try:
        lines = path.open("rb")
    except OSError as error:
        raise refused(str(path), str(error.strerror)) from error
    empty = True
    with lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                empty = False
                where = f"{path}:{number}"
                yield where, _object(line, where)
    if empty:
        raise refused(str(path), "holds no document")


def refused(where: str, cause: str) -> ArticleError:
    """Return the error that says what is wrong with a file or line."""
    return ArticleError(f"{where}: {cause}")


def check_span(span: tuple[int, int], text: str, where: str) -> None:
    """Refuse half-open offsets that do not lie in the text.

    Raises:
        ArticleError: they do not.

    """
    if not 0 <= span[0] < span[1] <= len(text):
        raise refused(where, f"span {span[0]}-{span[1]} does not lie in a text of {len(text)} characters")


def _object(line: bytes, where: str) -> dict[str, Any]:
    try:
        raw = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise refused(where, f"is broken JSON or not UTF-8 ({error})") from error
    if not isinstance(raw, dict):
        raise refused(where, "is no JSON object")
    return raw
