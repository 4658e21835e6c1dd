"""Compares what was found with what annotators marked, ignorant of how either arose.

The annotated corpora are JSON Lines: ``id``, ``text`` and ``toponyms`` with half-open code point offsets, ``kind``,
``lat``, ``lon`` (WGS84 degrees) and ``geonameid``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geopy.distance import great_circle

from geonews.models import Article, ParsedArticle, Place

NEAR_KM = 161.0
"""100 miles, the field's measure of a right place (Leidner 2007, "Toponym resolution in text")."""
NO_PLACE = frozenset({"Homonym", "Language"})
"""GeoWebNews labels of spans that look like place names and are none (Gritta et al. 2019, "A pragmatic guide")."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated place name; without coordinates where the annotators gave none."""

    start: int
    end: int
    kind: str = ""
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its annotated place names."""

    article: Article
    gold: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of spans, and what follows from them."""

    hits: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Score) -> Score:
        """Pool two counts."""
        return Score(self.hits + other.hits, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of the found that are annotated."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated that are found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hits / (self.found + self.gold) if self.found + self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """How a corpus was read."""

    recognition: Score
    """Exact spans."""
    end_to_end: Score
    """``gold`` counts the annotated names with coordinates, ``hits`` those found and placed right within 161 km."""


def annotated(path: Path) -> Iterator[Annotated]:
    """Yield the documents of an annotated corpus."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            raw = json.loads(line)
            article = Article(id=raw["id"], text=raw["text"], title=raw.get("title"))
            yield Annotated(article, tuple(_gold(one) for one in raw["toponyms"]))


def evaluate(pairs: Iterable[tuple[Annotated, ParsedArticle]]) -> Report:
    """Score the parses of annotated documents."""
    recognition, end_to_end = Score(), Score()
    for truth, parsed in pairs:
        recognition += spans(truth, parsed)
        end_to_end += places(truth, parsed)
    return Report(recognition, end_to_end)


def spans(truth: Annotated, parsed: ParsedArticle) -> Score:
    """Compare exact spans; labels that deny a place name do not count as annotated."""
    gold = {(one.start, one.end) for one in truth.gold if one.kind not in NO_PLACE}
    found = {(toponym.start, toponym.end) for toponym in parsed.toponyms}
    return Score(len(gold & found), len(found), len(gold))


def places(truth: Annotated, parsed: ParsedArticle) -> Score:
    """Compare the chosen places; an annotated name that was not found counts as wrong."""
    chosen = {(t.start, t.end): r.place for t, r in zip(parsed.toponyms, parsed.resolutions, strict=True)}
    scored = [one for one in truth.gold if one.lat is not None and one.kind not in NO_PLACE]
    hits = sum(is_right(chosen.get((one.start, one.end)), one) for one in scored)
    return Score(hits, len(chosen), len(scored))


def is_right(place: Place | None, gold: Gold) -> bool:
    """Tell whether a place has the annotated id or lies within 161 km of the annotated point."""
    if place is None or gold.lat is None or gold.lon is None:
        return False
    if place.geonameid is not None and place.geonameid == gold.geonameid:
        return True
    return bool(great_circle((place.lat, place.lon), (gold.lat, gold.lon)).km <= NEAR_KM)


def _gold(one: dict[str, Any]) -> Gold:
    fields = {name: one.get(name) for name in ("start", "end", "lat", "lon", "geonameid")}
    return Gold(**fields, kind=str(one.get("kind") or ""))  # type: ignore[arg-type]
