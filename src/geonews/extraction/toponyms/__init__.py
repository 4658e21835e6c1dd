"""Finds the place names of an article: candidate spans, one learnt score, and what each name does in its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from geonews.extraction.toponyms.features import Document
from geonews.extraction.toponyms.kinds import kind
from geonews.extraction.toponyms.recogniser import recognise
from geonews.extraction.toponyms.spans import Span
from geonews.gazetteer import Gazetteer
from geonews.gazetteer.writing import meanings
from geonews.models import Evidence, Toponym

__all__ = ["find_toponyms", "given_toponyms"]


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


def given_toponyms(
    text: str, evidence: Evidence, gazetteer: Gazetteer, marked: Sequence[tuple[int, int]]
) -> tuple[Toponym, ...]:
    """Return the ``marked`` spans (half-open code points, in order) as toponyms: only what they do is judged."""
    spans = [_words(evidence, start, end) for start, end in marked]
    document = Document.of(evidence, spans)
    return tuple(
        Toponym(start, end, text[start:end], kind(document, span, meanings(gazetteer, text[start:end])))
        for (start, end), span in zip(marked, spans, strict=True)
    )


def _words(evidence: Evidence, start: int, end: int) -> Span:
    """Return the tokens that the code points touch; at least one."""
    tokens = evidence.tokens
    first = min(bisect_right(tokens, start, key=lambda token: token.end), len(tokens) - 1)
    return first, max(bisect_left(tokens, end, key=lambda token: token.start), first + 1)
