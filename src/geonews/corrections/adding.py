"""Names that were given by hand where the parser read none, or others: which they are, and what they stand for.

A correction that says which place is meant holds for its words, whatever a parser makes of them. Where no toponym has
their very span, they become a name of their own, and what was read of parts of them gives way.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from geonews.models import Candidate, Correction, ParsedArticle, Resolution, Toponym

ADDED = "added by hand"
GAVE_WAY = "part of a name that was added by hand"


@dataclass(frozen=True, slots=True)
class Added:
    """A name that a correction adds to a parse."""

    by: int
    """Index of the correction."""
    covered: tuple[int, ...]
    """Indexes of the toponyms that overlap it: they give way, and what was tied to them is tied to it."""


def added(parsed: ParsedArticle, corrections: Sequence[Correction], holding: Collection[int]) -> list[Added]:
    """Return the names that corrections add, in the order of the text; ``holding`` are those in force.

    None of them overlap: of two corrections that give a place to overlapping words the newer one holds.
    """
    text = parsed.article.text
    read = {(each.start, each.end) for each in parsed.toponyms}
    found: list[Added] = []
    taken: list[tuple[int, int]] = []
    for at in sorted(holding, key=lambda at: (corrections[at].made, at), reverse=True):
        span = _span(corrections[at])
        if span is None or not stands(corrections[at], text) or any(_overlap(span, each) for each in taken):
            continue
        taken.append(span)
        if span not in read:
            names = enumerate(parsed.toponyms)
            found.append(Added(at, tuple(n for n, each in names if _overlap(span, (each.start, each.end)))))
    return sorted(found, key=lambda each: corrections[each.by].start or 0)


def stands(correction: Correction, text: str) -> bool:
    """Tell whether the words of a mention's correction stand in the text at its offsets, as whole words."""
    if correction.start is None or correction.end is None or text[correction.start : correction.end] != correction.text:
        return False
    edges = (text[max(at - 1, 0) : at + 1] for at in (correction.start, correction.end))
    return not any(len(edge) > 1 and edge.isalnum() for edge in edges)


def name(correction: Correction) -> tuple[Toponym, Resolution]:
    """Return the toponym that a correction adds, and its place: the one and only candidate."""
    if correction.place is None or correction.start is None or correction.end is None:
        message = "only a place for a span of the text adds a name"
        raise ValueError(message)
    toponym = Toponym(correction.start, correction.end, correction.text, "literal")
    return toponym, Resolution(correction.place, 1.0, ADDED, (Candidate(correction.place, "name", 1.0),))


def gives_way(toponym: Toponym, correction: Correction) -> bool:
    """Tell whether a correction that speaks for a toponym does so by a name that overlaps it."""
    span = _span(correction)
    return span is not None and span != (toponym.start, toponym.end)


def _span(correction: Correction) -> tuple[int, int] | None:
    """Return the words that a correction gives a place; ``None`` if it does no such thing."""
    if correction.what != "place" or correction.start is None or correction.end is None:
        return None
    return correction.start, correction.end


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
