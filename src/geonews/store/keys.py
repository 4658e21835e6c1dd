"""The identity of an article and the reading of its date: pure functions over strings."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from datetime import UTC, datetime

_KEY_DIGITS = 16


def article_key(article_id: str | int, text: str) -> str:
    """Return 16 hex digits that stand for this id (``7`` and ``"7"`` differ) with this text."""
    identity = json.dumps([article_id, text])
    return hashlib.sha256(identity.encode("ascii")).hexdigest()[:_KEY_DIGITS]


def id_to_column(article_id: str | int) -> str:
    """Write an id so that its type survives."""
    return json.dumps(article_id)


def id_from_column(stored: str) -> str | int:
    """Read what ``id_to_column`` wrote."""
    value: str | int = json.loads(stored)
    return value


def day_and_instant(published: str | None) -> tuple[str | None, str | None]:
    """Split ISO 8601 ``published`` into its own calendar day and a sortable instant in UTC (no zone is read as UTC).

    Both are ``None`` when there is no date or it cannot be read; the article is then undated.
    """
    if published is None:
        return None, None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None, None
    return moment.date().isoformat(), _utc(moment).isoformat(timespec="microseconds")


def _utc(moment: datetime) -> datetime:
    plain = moment.replace(tzinfo=None)
    offset = moment.utcoffset()
    if offset is not None:
        with suppress(OverflowError):  # the first and the last day of the calendar have no other zone
            plain -= offset
    return plain.replace(tzinfo=UTC)
