"""Which of the annotated place names were found: exact and overlapping spans, with and without demonyms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geonews.evaluation.corpora import Annotated
from geonews.evaluation.counts import Score, Span, overlaps, same, touching
from geonews.models import ParsedArticle

ANNOTATES = 0.005
"""Share of demonyms among its names from which on a corpus counts as one that annotates them."""


@dataclass(frozen=True, slots=True)
class Spans:
    """The spans of one document; ``found`` leaves out what may be found or not."""

    gold: frozenset[Span]
    found: frozenset[Span]
    gold_demonyms: frozenset[Span]
    found_demonyms: frozenset[Span]

    def without_demonyms(self) -> Spans:
        """Leave the demonyms out on both sides."""
        none: frozenset[Span] = frozenset()
        return Spans(self.gold - self.gold_demonyms, self.found - self.found_demonyms, none, none)

    def of_names_alone(self) -> Spans:
        """Leave out the demonyms that were found, for a corpus that annotates none."""
        return Spans(self.gold, self.found - self.found_demonyms, self.gold_demonyms, frozenset())


@dataclass(frozen=True, slots=True)
class Recognition:
    """Precision, recall and F1 of a corpus."""

    exact: Score
    overlapping: Score
    exact_without_demonyms: Score
    overlapping_without_demonyms: Score
    demonyms_annotated: bool
    """If not, found demonyms were left out of all four."""


def spans(truth: Annotated, parsed: ParsedArticle, placed: ParsedArticle) -> Spans:
    """Gather a document's spans; ``placed`` is how the annotated spans were read when they were given.

    A demonym is what annotators or the parser call one: a corpus without labels says nothing of it.
    """
    optional = [one.span for one in truth.gold if one.reading == "optional"]
    found = {(t.start, t.end): t.kind for t in parsed.toponyms}
    ignored = set(overlaps(optional, found))
    labelled = {one.span for one in truth.wanted() if one.reading == "demonym"}
    return Spans(
        gold=frozenset(one.span for one in truth.wanted()),
        found=frozenset(found) - ignored,
        gold_demonyms=frozenset(labelled | {(t.start, t.end) for t in placed.toponyms if t.kind == "demonym"}),
        found_demonyms=frozenset(span for span, kind in found.items() if kind == "demonym") - ignored,
    )


def recognition(documents: Sequence[Spans]) -> Recognition:
    """Compare the spans of a corpus."""
    names = sum(len(one.gold) for one in documents)
    annotated = sum(len(one.gold_demonyms) for one in documents) >= ANNOTATES * max(names, 1)
    compared = documents if annotated else [one.of_names_alone() for one in documents]
    bare = [one.without_demonyms() for one in documents]
    return Recognition(
        exact=sum((same(one.gold, one.found) for one in compared), Score()),
        overlapping=sum((touching(one.gold, one.found) for one in compared), Score()),
        exact_without_demonyms=sum((same(one.gold, one.found) for one in bare), Score()),
        overlapping_without_demonyms=sum((touching(one.gold, one.found) for one in bare), Score()),
        demonyms_annotated=annotated,
    )
