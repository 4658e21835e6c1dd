"""Finds the place names of an article: candidate spans, one learnt score, and what each name does in its sentence."""

from __future__ import annotations

from geonews.extraction.toponyms.features import Document
from geonews.extraction.toponyms.kinds import kind
from geonews.extraction.toponyms.recogniser import recognise
from geonews.gazetteer import Gazetteer
from geonews.gazetteer.writing import meanings
from geonews.models import Evidence, Toponym

__all__ = ["find_toponyms"]


def find_toponyms(text: str, evidence: Evidence, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the place names of ``text`` in order; they do not overlap.

    ``evidence`` is the syntax of the same text; offsets are half-open code points.
    """
    recognised = recognise(evidence, gazetteer)
    document = Document.of(evidence, [name.span for name in recognised])
    found = []
    for name in recognised:
        first, last = name.span
        start, end = evidence.tokens[first].start, evidence.tokens[last - 1].end
        candidates = meanings(gazetteer, text[start:end])
        found.append(Toponym(start, end, text[start:end], kind(document, name.span, candidates)))
    return tuple(found)
