"""Which names beside each other say one place at several levels: "Lasna, Estonia"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geonews.models import Toponym
from geonews.syntax import SUBJECTS, Tree

_PART = re.compile(r"(?:, ?(?:in)?|in)(?: the)?(?: (?:north|south|east|west|central)\w*)*")
_MODIFYING = frozenset({"compound", "nmod", "poss", "amod"})
_REACH = 4
"""Levels that anybody names."""


def is_part(tree: Tree, end: int, first: int) -> bool:
    """Tell whether the place at token ``first`` holds the one that ends before token ``end``.

    "Fort Bragg in North Carolina" and "Lasna, Estonia" do; "near Chad, Norway said" and "in Chad, Norway's minister
    said" begin another clause.
    """
    if tree.tokens[end - 1].passage != tree.tokens[first].passage or _begins_clause(tree, first):
        return False
    return _PART.fullmatch(" ".join(tree.word(index) for index in range(end, first))) is not None


def parts_of(tree: Tree, toponyms: Sequence[Toponym], number: int) -> list[int]:
    """Return the indices of the places that stand before ``number`` as its parts, and its own, in text order."""
    found = [number]
    while found[0] > 0 and len(found) < _REACH:
        end = tree.range(toponyms[found[0] - 1].start, toponyms[found[0] - 1].end)[1]
        if not is_part(tree, end, tree.range(toponyms[found[0]].start, toponyms[found[0]].end)[0]):
            break
        found.insert(0, found[0] - 1)
    return [each for each in found if toponyms[each].kind == "literal"]


def _begins_clause(tree: Tree, first: int) -> bool:
    """Tell whether the name at ``first`` is, or modifies, the subject of a verb behind it."""
    token = tree.tokens[first]
    while token.dep in _MODIFYING and token.head > first:
        first, token = token.head, tree.tokens[token.head]
    return token.dep in SUBJECTS and token.head > first and tree.word(first) not in {"which", "that"}
