"""Which of its candidates does each toponym mean? A resolver is a function; ``RESOLVERS`` names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from geonews.errors import UnknownOptionError
from geonews.linking.board import Board
from geonews.linking.distances import best_rows
from geonews.linking.elsewhere import without_elsewhere
from geonews.linking.groups import Group, groups
from geonews.linking.judging import Judged, Learnt, judge, prior, shipped
from geonews.linking.layout import Layout
from geonews.linking.nearby import with_sites
from geonews.linking.reasons import Chosen, reason
from geonews.linking.sureness import Verdict, sure, verdict
from geonews.models import Candidate, Place, Resolution, Toponym

KEPT = 5
"""Candidates kept with a resolution, the chosen one included."""
NIL = 0.1
"""A choice that is less probable is none: the place that is meant is likelier to be unknown here."""
UNKNOWN = Resolution(None, 0.0, "no place of this name in the gazetteer")


class Resolver(Protocol):
    """What ``RESOLVERS`` holds."""

    def __call__(
        self,
        text: str,
        toponyms: Sequence[Toponym],
        candidates: Sequence[tuple[Candidate, ...]],
        home: Place | None = None,
    ) -> tuple[Resolution, ...]:
        """Take the article's text, its toponyms, their candidates and the outlet's home; give one resolution each."""


def population(
    text: str,  # noqa: ARG001 - every resolver takes the same
    toponyms: Sequence[Toponym],  # noqa: ARG001
    candidates: Sequence[tuple[Candidate, ...]],
    home: Place | None = None,  # noqa: ARG001
) -> tuple[Resolution, ...]:
    """Take the gazetteer's first candidate: kind, then population. The baseline; its score is a share, not learnt."""
    return tuple(_by_population(found) for found in candidates)


def _by_population(found: tuple[Candidate, ...]) -> Resolution:
    if not found:
        return UNKNOWN
    sizes = np.array([candidate.place.population or 1 for candidate in found], float)
    shares = sizes / sizes.sum()
    kept = tuple(replace(c, score=round(float(s), 4)) for c, s in zip(found, shares, strict=True))[:KEPT]
    return Resolution(kept[0].place, kept[0].score, "first by kind and population", kept)


def context(
    text: str,
    toponyms: Sequence[Toponym],
    candidates: Sequence[tuple[Candidate, ...]],
    home: Place | None = None,
) -> tuple[Resolution, ...]:
    """Judge the candidates by the article's other places, in passes: each one's choices anchor the next.

    The outlet's ``home`` counts as a place that the article names before all others.
    """
    return decide(text, toponyms, candidates, home, shipped())


def decide(
    text: str,
    toponyms: Sequence[Toponym],
    candidates: Sequence[tuple[Candidate, ...]],
    home: Place | None,
    learnt: Learnt,
) -> tuple[Resolution, ...]:
    """Resolve as ``context`` does, with the given weights."""
    gathered = groups(text, toponyms, candidates)
    if not gathered:
        return (UNKNOWN,) * len(toponyms)
    if home is not None:
        gathered = (*gathered, Group(home.name, (), (Candidate(home, "name"),), ()))
    board = Board.of(gathered)
    judged = judge(board, Layout.of(gathered, toponyms), text, learnt.passes)
    resolved = with_sites(toponyms, _resolutions(len(toponyms), board, judged, learnt.sure))
    return without_elsewhere(text, toponyms, resolved)


RESOLVERS: dict[str, Resolver] = {"context": context, "population": population}


def resolver(name: str) -> Resolver:
    """Return the resolver of that name.

    Raises:
        UnknownOptionError: there is none; the message lists those that there are.

    """
    if name not in RESOLVERS:
        message = f"no resolver {name!r}; there are: {', '.join(sorted(RESOLVERS))}"
        raise UnknownOptionError(message)
    return RESOLVERS[name]


def _resolutions(count: int, board: Board, judged: Judged, weights: Mapping[str, float]) -> tuple[Resolution, ...]:
    best = best_rows(board, judged.shares)
    first = best_rows(board, prior(board, judged.columns))
    chosen = Chosen.of(board.groups, [board.places[row] for row in best])
    result = [UNKNOWN] * count
    for row, known, group in zip(best.tolist(), first.tolist(), board.groups, strict=True):
        if group.mentions:
            choice = verdict(board, judged, row)
            because = reason(chosen, choice.group, choice.candidates[choice.best], first=row == known)
            resolution = _resolution(choice, sure(choice.evidence, weights), because)
            for mention in group.mentions:
                result[mention] = resolution
    return tuple(result)


def _resolution(choice: Verdict, score: float, because: str) -> Resolution:
    kept = _kept(choice, score)
    if score < NIL:
        return Resolution(None, 0.0, f"no candidate is likely, the best is {kept[0].place.name}", kept)
    return Resolution(kept[0].place, round(score, 4), because, kept)


def _kept(choice: Verdict, score: float) -> tuple[Candidate, ...]:
    """Return the likeliest candidates, the chosen one first; those about its spot share the score."""
    rest = min((1.0 - score) / max(1.0 - choice.share, 1e-9), 1.0)
    fair = choice.shares * np.where(choice.about, score / choice.share, rest)
    fair = np.minimum(fair, fair[choice.best])
    order = sorted(range(len(fair)), key=lambda at: (-fair[at], at != choice.best))[:KEPT]
    return tuple(replace(choice.candidates[at], score=round(float(fair[at]), 4)) for at in order)
