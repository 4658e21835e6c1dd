"""Finds figures of force: how many troops, ships, casualties ... a text states, with bounds, noun and kind."""

from __future__ import annotations

from dataclasses import replace

from geonews.extraction.figures.reader import Reader
from geonews.extraction.figures.screening import worth_parsing
from geonews.models import Evidence, Figure, Passage
from geonews.syntax import Tree

__all__ = ["find_figures", "worth_parsing"]


def find_figures(text: str, passages: tuple[Passage, ...], evidence: Evidence) -> tuple[Figure, ...]:
    """Return the figures of ``text`` in order; ``owner`` and ``status`` stay as the model's defaults.

    Offsets are half-open code points into ``text``. A figure depends on nothing outside its passage,
    but for sums that a law sets aside, which need a word of aid in the passages beside, and for "20 were lost", which
    counts what the passage before tells. Only passages that are
    :func:`worth_parsing` need their syntax in ``evidence``; of the others the words are enough.
    """
    tree = Tree.of(evidence)
    reader = Reader(text, tree, evidence.names)
    worth = (
        passage
        for passage, (first, last) in zip(passages, tree.bounds, strict=False)
        if worth_parsing(token.text for token in tree.tokens[first:last])
    )
    found: list[Figure] = []
    for passage in worth:
        first = len(found)
        found.extend(
            figure if figure.same_as is None else replace(figure, same_as=first + figure.same_as)
            for figure in reader.read(passage)
        )
    return tuple(found)
