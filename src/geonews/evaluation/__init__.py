"""Compares what was read with what annotators marked, ignorant of how either arose."""

from __future__ import annotations

from geonews.evaluation.corpora import NO_PLACE, Annotated, Gold, annotated
from geonews.evaluation.counts import Score, Share
from geonews.evaluation.placement import NEAR_KM, is_right
from geonews.evaluation.report import Read, Report, plain, report

__all__ = [
    "NEAR_KM",
    "NO_PLACE",
    "Annotated",
    "Gold",
    "Read",
    "Report",
    "Score",
    "Share",
    "annotated",
    "is_right",
    "plain",
    "report",
]
