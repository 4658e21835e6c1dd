"""Reads annotated corpora: JSON Lines with ``id``, ``text`` and ``toponyms``.

A toponym has half-open code point offsets ``start`` and ``end``, and may have ``kind`` (the corpus's own label),
``lat``, ``lon`` (WGS84 degrees) and ``geonameid``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from geonews.evaluation.lines import check_span, records, refused
from geonews.models import Article
from geonews.tables import rows

Reading = Literal["literal", "metonymic", "demonym", "associative", "none", "optional", ""]
"""A kind of toponym, ``none`` (no place name), ``optional`` (neither rewarded nor punished) or "" (not labelled)."""
_READINGS: dict[str, Reading] = {row["label"]: row["kind"] for row in rows(__package__, "labels")}  # type: ignore[misc]
NO_PLACE = frozenset(label for label, kind in _READINGS.items() if kind == "none")
"""Labels of spans that look like place names and are none."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated place name; without coordinates where the annotators gave none."""

    start: int
    end: int
    kind: str = ""
    """The corpus's own label."""
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end

    @property
    def reading(self) -> Reading:
        """What the corpus's label means here, by the table ``data/labels.csv``."""
        return _READINGS.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its annotated place names."""

    article: Article
    gold: tuple[Gold, ...]

    def wanted(self) -> list[Gold]:
        """Return the names that are to be found, one a span, in order of the text."""
        names = {one.span: one for one in self.gold if one.reading not in {"none", "optional"}}
        return [names[span] for span in sorted(names)]


def annotated(path: Path) -> Iterator[Annotated]:
    """Yield the documents of an annotated corpus.

    Raises:
        ArticleError: the file is missing, or a line is no such document; the message names file, line and cause.

    """
    for where, raw in records(path):
        try:
            article = Article(id=raw["id"], text=str(raw["text"]), title=raw.get("title"), origin=where)
            names = tuple(_gold(one) for one in raw["toponyms"])
        except (KeyError, TypeError, ValueError) as error:
            raise refused(where, f"is no annotated document ({error!r})") from error
        for one in names:
            check_span(one.span, article.text, where)
        yield Annotated(article, names)


def _gold(one: dict[str, Any]) -> Gold:
    return Gold(
        start=int(one["start"]),
        end=int(one["end"]),
        kind=str(one.get("kind") or ""),
        lat=one.get("lat"),
        lon=one.get("lon"),
        geonameid=one.get("geonameid"),
    )
