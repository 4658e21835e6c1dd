"""What every article must fulfil, however it came in."""

from __future__ import annotations

import re
from datetime import datetime

from geonews.errors import ArticleError

_MEGABYTE = 1_000_000
_NO_WHOLE_DAY = re.compile(r"\d{4}(-\d{2})?")


def check_size(size: int, limit: int, name: str) -> None:
    """Raise ``ArticleError`` if ``size`` bytes are more than ``limit``."""
    if size > limit:
        raise over_limit(limit, name)


def over_limit(limit: int, name: str) -> ArticleError:
    """Return the error for an input of more than ``limit`` bytes."""
    return ArticleError(f"{name}: is larger than the limit of {limit / _MEGABYTE:g} MB")


def check_published(published: str, name: str) -> None:
    """Raise ``ArticleError`` unless ``published`` is an ISO 8601 date or date-time."""
    try:
        datetime.fromisoformat(published)
    except ValueError as error:
        message = f"{name}: published {published!r} is no ISO 8601 date, such as 2022-02-07 or 2022-02-07T10:30+01:00"
        raise ArticleError(message) from error


def is_no_whole_day(published: str) -> bool:
    """Tell whether a date names a year or a month alone: true, but on no day of the timeline."""
    return _NO_WHOLE_DAY.fullmatch(published.strip()) is not None


def check_characters(text: str, name: str) -> None:
    """Raise ``ArticleError`` if ``text`` holds a lone surrogate: half a character, which no file can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"{name}: holds a lone surrogate (\\u{ord(text[error.start]):04x} at offset {error.start})"
        raise ArticleError(message) from error
