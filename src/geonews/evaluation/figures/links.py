"""Compares the places that figures were tied to with the annotated ones, with and without their roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from geonews.evaluation.counts import Score, Share, Span
from geonews.evaluation.figures.corpora import GoldFigure, GoldPlace
from geonews.models import ParsedArticle

LinkError = tuple[str, str, str, str]
"""What, the number words, what was wanted, what was got."""


@dataclass(frozen=True, slots=True)
class Links:
    """Figure and place; a link of a figure that does not exist is false, one of a missed figure is missed."""

    link: Score
    with_role: Score
    roles: dict[str, Score]
    named: Share
    """Of the annotated places, those where any toponym was found: no link can do better."""
    errors: tuple[LinkError, ...] = ()


def links(text: str, parsed: ParsedArticle, pairs: Sequence[GoldFigure | None], figures: Sequence[GoldFigure]) -> Links:
    """Compare the links of one text; ``pairs`` has the annotated figure for each that was read."""
    toponyms = [(one.start, one.end) for one in parsed.toponyms]
    wanted = {(one.span, place.span): place.role for one in figures for place in _required(one)}
    made: dict[tuple[Span, Span], str] = {}
    for link in parsed.links:
        gold, place = pairs[link.figure], toponyms[link.toponym]
        if gold and (gold.optional or gold.places is None or _meets(place, _optional(gold))):
            continue
        met = _meets(place, _required(gold)) if gold else None
        figure = parsed.figures[link.figure]
        made[gold.span if gold else (figure.start, figure.end), met.span if met else place] = link.role
    return Links(
        Score(len(wanted.keys() & made.keys()), len(made), len(wanted)),
        Score(len(wanted.items() & made.items()), len(made), len(wanted)),
        _roles(wanted, made),
        Share(sum(any(_touch(one, place) for one in toponyms) for _, place in wanted), len(wanted)),
        tuple(_errors(text, wanted, made)),
    )


def pooled(parts: Sequence[Links]) -> Links:
    """Add up the links of a corpus's texts, their errors left aside."""
    roles: dict[str, Score] = {}
    for part in parts:
        for role, score in part.roles.items():
            roles[role] = roles.get(role, Score()) + score
    named = Share(sum(part.named.hits for part in parts), sum(part.named.of for part in parts))
    link = sum((part.link for part in parts), Score())
    return Links(link, sum((part.with_role for part in parts), Score()), dict(sorted(roles.items())), named)


def _roles(wanted: dict[tuple[Span, Span], str], made: dict[tuple[Span, Span], str]) -> dict[str, Score]:
    gold, found = Counter(wanted.values()), Counter(made.values())
    hits = Counter(role for _, role in wanted.items() & made.items())
    return {role: Score(hits[role], found[role], gold[role]) for role in {*gold, *found}}


def _required(figure: GoldFigure) -> list[GoldPlace]:
    return [] if figure.optional else [place for place in figure.places or () if not place.optional]


def _optional(figure: GoldFigure) -> list[GoldPlace]:
    return [place for place in figure.places or () if place.optional]


def _meets(span: Span, places: Sequence[GoldPlace]) -> GoldPlace | None:
    return next((place for place in places if _touch(span, place.span)), None)


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _errors(text: str, wanted: dict[tuple[Span, Span], str], made: dict[tuple[Span, Span], str]) -> list[LinkError]:
    def named(pair: tuple[Span, Span], role: str | None) -> str:
        return f"{role}: {text[pair[1][0] : pair[1][1]]}" if role else ""

    wrong = [pair for pair in sorted({*wanted, *made}) if wanted.get(pair) != made.get(pair)]
    return [
        (
            "link" if pair in wanted else "false link",
            text[pair[0][0] : pair[0][1]],
            named(pair, wanted.get(pair)),
            named(pair, made.get(pair)),
        )
        for pair in wrong
    ]
