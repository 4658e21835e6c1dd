"""What every article must fulfil, however it came in."""

from __future__ import annotations

import re
from datetime import datetime

from geonews.errors import ArticleError

_MEGABYTE = 1_000_000
_NO_WHOLE_DAY = re.compile(r"\d{4}(-\d{2})?")
_FILLERS = frozenset({"0001-01-01", "9999-12-31"})
"""The first and last day of the calendar; one such article would make a timeline of ten thousand years."""


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


def names_no_day(published: str) -> bool:
    """Tell whether a date is a year or a month alone, or what programs write where they know none."""
    stated = published.strip()
    return stated[:10] in _FILLERS or _NO_WHOLE_DAY.fullmatch(stated) is not None


def check_characters(text: str, name: str) -> None:
    """Raise ``ArticleError`` if ``text`` holds a lone surrogate: half a character, which no file can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"{name}: holds a lone surrogate (\\u{ord(text[error.start]):04x} at offset {error.start})"
        raise ArticleError(message) from error
