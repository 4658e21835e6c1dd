"""Finds figures of force: how many troops, ships, casualties ... a text states, with bounds, noun and kind."""

from __future__ import annotations

from typing import cast

from geonews.extraction.figures.bounds import bounded
from geonews.extraction.figures.counted import Counted, counted
from geonews.extraction.figures.harm import harm
from geonews.extraction.figures.lexicon import names_kind
from geonews.extraction.figures.money import currency, is_for_force
from geonews.extraction.figures.numerals import Numeral, find_numerals
from geonews.extraction.figures.rejection import is_rejected
from geonews.models import Evidence, Figure, FigureKind, Passage
from geonews.syntax import Tree

__all__ = ["find_figures"]


def find_figures(text: str, passages: tuple[Passage, ...], evidence: Evidence) -> tuple[Figure, ...]:
    """Return the figures of ``text`` in order; ``owner`` and ``status`` stay as the model's defaults.

    Offsets are half-open code points into ``text``. A figure depends on nothing outside its passage.
    """
    tree = Tree.of(evidence)
    found: list[Figure] = []
    for passage in passages:
        for numeral in find_numerals(text, passage.start, passage.end):
            figure = _figure(text, passage, numeral, tree)
            if figure:
                found.append(figure)
    return tuple(found)


def _figure(text: str, passage: Passage, plain: Numeral, tree: Tree) -> Figure | None:
    numeral, start, end = bounded(text, plain, passage.start)
    first, last = tree.range(numeral.start, numeral.end)
    _, after = tree.range(numeral.start, end)
    if is_rejected(text, numeral, tree, after):
        return None
    money = currency(text, numeral.start, tree, after)
    if money:
        noun, behind = money
        if not is_for_force(tree, tree.top(first, last), behind):
            return None
        return _made(numeral, text, (start, max(end, tree.tokens[behind - 1].end)), ("money", noun))
    found = counted(tree, first, last, after)
    kind = _kind(tree, found)
    if kind is None:
        return None
    closing = tree.tokens[found.last - 1]
    noun = closing.text if found.elliptic else tree.tokens[found.head].text
    return _made(numeral, text, (start, max(end, closing.end)), (kind, noun))


def _kind(tree: Tree, found: Counted) -> FigureKind | None:
    """Combine what the noun means with what befell it."""
    sort = None if found.elliptic else names_kind(tree, found.head)
    if sort is None or sort in {"people", "troops"}:
        human = found.elliptic or sort is not None
        befell = harm(tree, found, human=human)
        sort = befell or (sort if sort == "troops" else None)
    return cast("FigureKind | None", sort)


def _made(numeral: Numeral, text: str, quote: tuple[int, int], what: tuple[FigureKind, str]) -> Figure:
    return Figure(
        start=numeral.start,
        end=numeral.end,
        text=text[numeral.start : numeral.end],
        quote=text[slice(*quote)],
        low=numeral.low,
        high=numeral.high,
        approximate=numeral.approximate,
        kind=what[0],
        noun=what[1],
    )
