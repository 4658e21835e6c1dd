"""Annotated corpora with their syntax, ready to learn from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geonews.evaluation import Gold, annotated
from geonews.extraction.nlp import Analyser
from geonews.models import Evidence


@dataclass(frozen=True, slots=True)
class Example:
    """A document with its syntax and its annotated place names."""

    text: str
    evidence: Evidence
    gold: tuple[Gold, ...]


def examples(path: Path, analyse: Analyser) -> Iterator[Example]:
    """Yield the documents of one corpus file."""
    for document in annotated(path):
        text = document.article.text
        yield Example(text, analyse(text)[1], document.gold)
