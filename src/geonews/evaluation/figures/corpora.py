"""Reads texts with annotated figures, JSON Lines in either of two forms.

A document a line: ``text`` and ``figures``. Or a figure a line: ``file``, the name of a text in the folder
``articles`` beside the annotation's own folder. A figure has half-open code point offsets ``start`` and ``end``, and
may have ``low`` and ``high``, ``approximate``, ``kind``, ``noun``, ``owner``, ``status``, ``places`` and ``optional``:
what is not there is not scored. A place has ``start``, ``end``, ``role`` and may be ``optional``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geonews.evaluation.counts import Span
from geonews.evaluation.lines import check_span, records, refused
from geonews.models import Article

SCORED = ("low", "high", "approximate", "kind", "noun", "owner", "status")


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A place of a figure's event."""

    span: Span
    role: str
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """One annotated figure."""

    span: Span
    said: Mapping[str, object]
    """Those of ``SCORED`` that are annotated."""
    places: tuple[GoldPlace, ...] | None
    """``None`` where places are not annotated."""
    optional: bool
    """Neither rewarded nor punished."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A text and its annotated figures."""

    article: Article
    figures: tuple[GoldFigure, ...]
    part: str = ""
    """The slice of the corpus that it belongs to; parts are reported apart."""


def counted(path: Path) -> Iterator[Counted]:
    """Yield the texts of a corpus of figures.

    Raises:
        ArticleError: the file or a text that it names is missing, or a line is no such annotation.

    """
    by_file: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for where, raw in records(path):
        if "file" in raw:
            by_file.setdefault(str(raw["file"]), []).append((where, raw))
        else:
            yield _document(where, raw)
    for name, rows in by_file.items():
        text = _text(path.parent.parent / "articles" / Path(name).name, rows[0][0])
        yield Counted(Article(name, text), tuple(_figure(where, raw, text) for where, raw in rows))


def _document(where: str, raw: dict[str, Any]) -> Counted:
    try:
        text, figures = str(raw["text"]), raw["figures"]
        article = Article(raw.get("id", where), text, published=raw.get("published"), origin=where)
        return Counted(article, tuple(_figure(where, one, text) for one in figures), str(raw.get("slice") or ""))
    except (KeyError, TypeError) as error:
        raise refused(where, f"is no document with figures ({error!r})") from error


def _text(path: Path, where: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise refused(where, f"names a text that cannot be read ({error})") from error


def _figure(where: str, raw: dict[str, Any], text: str) -> GoldFigure:
    try:
        span = (int(raw["start"]), int(raw["end"]))
        places = [
            GoldPlace((int(one["start"]), int(one["end"])), str(one.get("role") or ""), bool(one.get("optional")))
            for one in raw.get("places") or ()
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise refused(where, f"holds no figure ({error!r})") from error
    for each in (span, *(place.span for place in places)):
        check_span(each, text, where)
    said = {name: raw[name] for name in SCORED if name in raw}
    return GoldFigure(span, said, tuple(places) if "places" in raw else None, bool(raw.get("optional")))
