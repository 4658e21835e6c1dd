"""Finds the place names of an article: candidate spans, one learnt score, and what each name does in its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from geonews.extraction.toponyms.document import Document
from geonews.extraction.toponyms.kinds import is_doubtful, kind
from geonews.extraction.toponyms.recogniser import Recognised, recognise
from geonews.extraction.toponyms.spans import Span
from geonews.gazetteer import Gazetteer
from geonews.gazetteer.writing import meanings
from geonews.models import Candidate, Evidence, Toponym

__all__ = ["Recognised", "describe", "doubtful", "find_toponyms", "given", "given_toponyms", "recognise"]


def find_toponyms(text: str, evidence: Evidence, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the place names of ``text`` in order; they do not overlap.

    ``evidence`` is what a language model says of the same text; offsets are half-open code points.
    """
    return describe(text, evidence, gazetteer, recognise(evidence, gazetteer))


def given_toponyms(
    text: str, evidence: Evidence, gazetteer: Gazetteer, marked: Sequence[tuple[int, int]]
) -> tuple[Toponym, ...]:
    """Return the ``marked`` spans (half-open code points, in order) as toponyms: only what they do is judged."""
    described = describe(text, evidence, gazetteer, given(evidence, marked))
    return tuple(
        replace(toponym, start=start, end=end, text=text[start:end])
        for toponym, (start, end) in zip(described, marked, strict=True)
    )


def given(evidence: Evidence, marked: Sequence[tuple[int, int]]) -> tuple[Recognised, ...]:
    """Return the tokens that the ``marked`` spans touch, as sure names."""
    return tuple(Recognised(_words(evidence, start, end), 1.0) for start, end in marked)


def doubtful(evidence: Evidence, gazetteer: Gazetteer, names: Sequence[Recognised]) -> frozenset[int]:
    """Return the passages without whose syntax nobody can tell what a name does there: place, government, modifier."""
    document = Document.of(evidence, [name.span for name in names])
    return frozenset(
        evidence.tokens[name.span[0]].passage
        for name in names
        if is_doubtful(document, name.span, _meanings(evidence, gazetteer, name.span))
    )


def describe(text: str, evidence: Evidence, gazetteer: Gazetteer, names: Sequence[Recognised]) -> tuple[Toponym, ...]:
    """Say of each name what it does in its sentence: by syntax where ``evidence`` holds it, else by its neighbours."""
    document = Document.of(evidence, [name.span for name in names])
    found = []
    for name in names:
        start, end = evidence.tokens[name.span[0]].start, evidence.tokens[name.span[1] - 1].end
        what, literal = kind(document, name.span, _meanings(evidence, gazetteer, name.span))
        found.append(Toponym(start, end, text[start:end], what, name.score, literal))
    return tuple(found)


def _meanings(evidence: Evidence, gazetteer: Gazetteer, span: Span) -> tuple[Candidate, ...]:
    return meanings(gazetteer, " ".join(token.text for token in evidence.tokens[span[0] : span[1]]))


def _words(evidence: Evidence, start: int, end: int) -> Span:
    """Return the tokens that the code points touch; at least one."""
    tokens = evidence.tokens
    first = min(bisect_right(tokens, start, key=lambda token: token.end), len(tokens) - 1)
    return first, max(bisect_left(tokens, end, key=lambda token: token.start), first + 1)
