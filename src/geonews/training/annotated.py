"""Reads annotated corpora: one JSON document a line, ``toponyms`` with half-open code point offsets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geonews.extraction.nlp import Analyser
from geonews.models import Evidence

NO_PLACE = frozenset({"Homonym", "Language"})
"""GeoWebNews labels for spans that look like a place name and are none (Gritta et al. 2019, "A pragmatic guide")."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated place name."""

    start: int
    end: int
    kind: str
    lat: float | None
    lon: float | None
    geonameid: int | None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its syntax and its annotated place names."""

    text: str
    evidence: Evidence
    gold: tuple[Gold, ...]


def documents(path: Path, analyse: Analyser) -> Iterator[Annotated]:
    """Yield the documents of one corpus file."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            raw = json.loads(line)
            _, evidence = analyse(raw["text"])
            yield Annotated(raw["text"], evidence, tuple(_gold(one) for one in raw["toponyms"]))


def _gold(one: dict[str, object]) -> Gold:
    fields = {name: one.get(name) for name in ("start", "end", "lat", "lon", "geonameid")}
    return Gold(**fields, kind=str(one.get("kind") or ""))  # type: ignore[arg-type]
