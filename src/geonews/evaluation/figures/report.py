"""Compares the figures that were read with annotated ones: span, value, kind, owner, status, and places with roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from geonews.evaluation.counts import Score, Share
from geonews.evaluation.figures.corpora import GoldFigure
from geonews.evaluation.figures.errors import FigureError, link_error, reading_errors
from geonews.evaluation.figures.links import Links, links, pooled
from geonews.evaluation.figures.matching import Matched, span
from geonews.models import Figure


@dataclass(frozen=True, slots=True)
class Statuses:
    """How what is done, planned, denied ... was told apart, each status counting the same."""

    each: dict[str, Score]
    macro_f1: float
    macro_recall: float
    """Both are means over the statuses that are annotated."""


@dataclass(frozen=True, slots=True)
class FigureReport:
    """How the figures of a corpus were read."""

    texts: int
    span: Score
    """Exact number words."""
    value: Score
    """Overlapping number words with the right lower and upper bound."""
    kind: Share
    """This and the next four: of the figures with the right value that have it annotated."""
    noun: Share
    approximate: Share
    owner: Share
    """An owner where the annotation has none counts as wrong."""
    status: Share
    named_owner: Score
    """Of the figures that have an owner."""
    statuses: Statuses
    links: Links
    errors: tuple[FigureError, ...]


def figure_report(documents: Sequence[Matched]) -> FigureReport:
    """Score the figures of a corpus."""
    found = [pair for one in documents for pair in one.claimed()]
    gold = [figure for one in documents for figure in one.required()]
    right = [pair for one in documents for pair in one.right()]
    spans = sum(one is not None and one.span == span(figure) for one, figure in found)
    made = [links(one.truth.article.text, one.parsed, one.pairs, one.truth.figures) for one in documents]
    tied = made if any(one.places is not None for one in gold) else []
    return FigureReport(
        texts=len(documents),
        span=Score(spans, len(found), len(gold)),
        value=Score(sum(_is_valued(one) for one, _ in right), len(found), sum(map(_is_valued, gold))),
        **{name: _agreement(right, name) for name in ("kind", "noun", "approximate", "owner", "status")},
        named_owner=_owners(right),
        statuses=_statuses(right),
        links=pooled(tied),
        errors=(
            *(error for one in documents for error in reading_errors(one)),
            *(link_error(one, error) for one, each in zip(documents, tied, strict=False) for error in each.errors),
        ),
    )


def _agreement(right: Sequence[tuple[GoldFigure, Figure]], name: str) -> Share:
    judged = [gold.said[name] == getattr(figure, name) for gold, figure in right if name in gold.said]
    return Share(sum(judged), len(judged))


def _owners(right: Sequence[tuple[GoldFigure, Figure]]) -> Score:
    pairs = [(gold.said["owner"], figure.owner) for gold, figure in right if "owner" in gold.said]
    hits = sum(wanted is not None and wanted == got for wanted, got in pairs)
    return Score(hits, sum(got is not None for _, got in pairs), sum(wanted is not None for wanted, _ in pairs))


def _statuses(right: Sequence[tuple[GoldFigure, Figure]]) -> Statuses:
    pairs = [(str(gold.said["status"]), str(figure.status)) for gold, figure in right if "status" in gold.said]
    wanted, got = Counter(one for one, _ in pairs), Counter(one for _, one in pairs)
    hits = Counter(one for one, said in pairs if one == said)
    each = {name: Score(hits[name], got[name], wanted[name]) for name in sorted({*wanted, *got})}
    annotated = [each[name] for name in wanted]
    if not annotated:
        return Statuses(each, 0.0, 0.0)
    return Statuses(each, fmean(one.f1 for one in annotated), fmean(one.recall for one in annotated))


def _is_valued(gold: GoldFigure) -> bool:
    return {"low", "high"} <= set(gold.said)
