"""Finds figures of force: how many troops, ships, casualties ... a text states, with bounds, noun and kind."""

from __future__ import annotations

from geonews.extraction.figures.reader import Reader
from geonews.models import Evidence, Figure, Passage
from geonews.syntax import Tree

__all__ = ["find_figures"]


def find_figures(text: str, passages: tuple[Passage, ...], evidence: Evidence) -> tuple[Figure, ...]:
    """Return the figures of ``text`` in order; ``owner`` and ``status`` stay as the model's defaults.

    Offsets are half-open code points into ``text``. A figure depends on nothing outside its passage,
    but for sums that a law sets aside: they need a word of aid in the passages beside.
    """
    reader = Reader(text, Tree.of(evidence), evidence.names)
    return tuple(figure for passage in passages for figure in reader.read(passage))
