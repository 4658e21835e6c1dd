"""Pairs the figures that were read with the annotated ones."""

from __future__ import annotations

from dataclasses import dataclass

from geonews.evaluation.counts import Span, overlaps
from geonews.evaluation.figures.corpora import Counted, GoldFigure
from geonews.models import Figure, ParsedArticle


@dataclass(frozen=True, slots=True)
class Matched:
    """A text, the figures that were read in it, and the annotated figure that each stands for."""

    truth: Counted
    parsed: ParsedArticle
    pairs: tuple[GoldFigure | None, ...]
    """One for each figure of ``parsed``; ``None`` where no number is annotated there."""

    def right(self) -> list[tuple[GoldFigure, Figure]]:
        """Return the required figures that were found with the right value."""
        both = zip(self.pairs, self.parsed.figures, strict=True)
        return [(gold, figure) for gold, figure in both if gold and not gold.optional and same_value(gold, figure)]

    def required(self) -> list[GoldFigure]:
        """Return the annotated figures that must be found."""
        return [one for one in self.truth.figures if not one.optional]

    def claimed(self) -> list[tuple[GoldFigure | None, Figure]]:
        """Return the figures that were read, but for those that may be read or not."""
        both = zip(self.pairs, self.parsed.figures, strict=True)
        return [(gold, figure) for gold, figure in both if not (gold and gold.optional)]


def matched(truth: Counted, parsed: ParsedArticle) -> Matched:
    """Pair the figures of a text with the annotated ones that they overlap."""
    gold = {one.span: one for one in truth.figures}
    pairs = overlaps(gold, [span(one) for one in parsed.figures])
    return Matched(truth, parsed, tuple(gold.get(pairs.get(span(one), (-1, -1))) for one in parsed.figures))


def same_value(gold: GoldFigure, figure: Figure) -> bool:
    """Tell whether the bounds are the annotated ones, as far as they are annotated."""
    return all(gold.said[name] == getattr(figure, name) for name in ("low", "high") if name in gold.said)


def span(figure: Figure) -> Span:
    """Return where the number words stand."""
    return figure.start, figure.end
