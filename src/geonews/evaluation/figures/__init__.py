"""Figures of force against annotated ones."""

from __future__ import annotations

from geonews.evaluation.figures.corpora import Counted, counted
from geonews.evaluation.figures.matching import Matched, matched
from geonews.evaluation.figures.report import FigureReport, figure_report

__all__ = ["Counted", "FigureReport", "Matched", "counted", "figure_report", "matched"]
