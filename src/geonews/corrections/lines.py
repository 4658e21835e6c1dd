"""Corrections as JSON Lines, one a line, and back. What is read is checked: a file may come from anywhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, TypeGuard, get_args

from geonews.corrections.placelines import read_place
from geonews.models import Correction, CorrectionKind

SCHEMA = 1
_KINDS = get_args(CorrectionKind)
_MOST = 2**62
"""Above any offset that a text can have."""


def line(correction: Correction) -> str:
    """Return a correction as one line of JSON, with its end: the fields of the model, and ``schema``."""
    return json.dumps({"schema": SCHEMA, **asdict(correction)}, ensure_ascii=False) + "\n"


def read_lines(text: Iterable[str]) -> Iterator[tuple[int, Correction | str]]:
    """Yield the number of each line that is not blank with the correction in it, or with what is wrong with it."""
    for number, written in enumerate(text, 1):
        if not written.strip("\ufeff \t\r\n"):
            continue
        try:
            yield number, _correction(written.lstrip("\ufeff"))
        except ValueError as error:
            yield number, str(error)


def _correction(written: str) -> Correction:
    if any("\ud800" <= each <= "\udfff" for each in written):
        message = "holds bytes that are no UTF-8"
        raise ValueError(message)
    try:
        found = json.loads(written)
    except json.JSONDecodeError as error:
        message = f"is no JSON: {error.msg.lower()} at character {error.pos + 1}"
        raise ValueError(message) from error
    except (ValueError, RecursionError) as error:
        message = "is no JSON: its numbers or its brackets have no end"
        raise ValueError(message) from error
    if not isinstance(found, dict):
        message = "is no JSON object"
        raise ValueError(message)  # noqa: TRY004 - all that can be wrong with a line is one kind of error
    if found.get("schema", SCHEMA) != SCHEMA:
        message = f"is of schema {found['schema']!r}; this geonews reads schema {SCHEMA}"
        raise ValueError(message)
    _check(found)
    return Correction(
        what=found["what"],
        text=found["text"],
        article=found.get("article"),
        start=found.get("start"),
        end=found.get("end"),
        place=None if found.get("place") is None else read_place(found["place"]),
        made=_moment(found.get("made", "")),
        note=found.get("note", ""),
    )


def _check(found: Mapping[str, Any]) -> None:
    what, start, end, article = (found.get(name) for name in ("what", "start", "end", "article"))
    rules = (
        (what in _KINDS, f"what must be one of: {', '.join(_KINDS)}"),
        (_is_text(found.get("text")) and found["text"].strip() != "", "text must be the words in question"),
        (article is None or _is_text(article) or _is_whole(article), "article must be an id, or null for all articles"),
        (
            (start is None and end is None) or (_is_whole(start) and _is_whole(end) and 0 <= start < end < _MOST),
            "start and end must be the mention's offsets, or both null",
        ),
        (start is None or article is not None, "a mention's offsets need the id of its article"),
        (what != "wrong figure" or start is not None, "a wrong figure needs its offsets"),
        ((what == "place") == (found.get("place") is not None), "place must be given for what: place, and only then"),
        (_is_text(found.get("note", "")), "note must be text"),
    )
    for holds, message in rules:
        if not holds:
            raise ValueError(message)


def _moment(made: object) -> str:
    """Return the moment in UTC, so that moments can be compared as text; ``""`` is before all."""
    if made == "":
        return ""
    try:
        moment = datetime.fromisoformat(str(made))
        return (
            (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="microseconds")
        )
    except (ValueError, OverflowError) as error:
        message = "made must be an ISO 8601 moment"
        raise ValueError(message) from error


def _is_text(value: object) -> TypeGuard[str]:
    """Tell whether it is text that can be stored: a lone surrogate is no character."""
    return isinstance(value, str) and value.encode("utf-8", "ignore").decode("utf-8") == value


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
