"""Whether a score of .8 is right eight times in ten.

Expected calibration error: Naeini et al. 2015, "Obtaining well calibrated probabilities using Bayesian binning"; ten
bins of equal width, as in Guo et al. 2017, "On calibration of modern neural networks".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

BINS = 10
FLOORS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Scores from which on answers are kept."""
Judged = tuple[float, bool]
"""An answer's score, and whether it is right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose score lies in [low, high)."""

    low: float
    high: float
    answers: int
    score: float
    """Mean score."""
    right: float
    """Share of right answers."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is left if only answers from a score on are kept."""

    floor: float
    share: float
    """Of all answers."""
    right: float
    """Share of the kept that are right."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How scores and truth agree over the answers that name a place."""

    answers: int
    ece: float
    reliability: tuple[Bin, ...]
    keep: tuple[Kept, ...]


def calibration(judged: Sequence[Judged]) -> Calibration:
    """Compare scores with truth."""
    bins = tuple(_bin(at, judged) for at in range(BINS))
    gap = sum(one.answers * abs(one.right - one.score) for one in bins)
    keep = tuple(_kept(floor, judged) for floor in FLOORS)
    return Calibration(len(judged), gap / len(judged) if judged else 0.0, bins, keep)


def _bin(at: int, judged: Sequence[Judged]) -> Bin:
    inside = [one for one in judged if min(int(one[0] * BINS), BINS - 1) == at]
    score, right = (fmean(column) for column in zip(*inside, strict=True)) if inside else (0.0, 0.0)
    return Bin(at / BINS, (at + 1) / BINS, len(inside), score, right)


def _kept(floor: float, judged: Sequence[Judged]) -> Kept:
    kept = [right for score, right in judged if score >= floor]
    return Kept(floor, len(kept) / len(judged) if judged else 0.0, fmean(kept) if kept else 0.0)
