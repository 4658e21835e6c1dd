"""From a figure back to its syntax: the tokens of its phrase, the counted head, and the verbs above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geonews.models import Figure
from geonews.syntax import Tree

_LINKS = frozenset({"conj", "appos"})
_OWN = frozenset({"its", "their", "his", "her", "our"})
_THE = frozenset({"the", "those", "these"})
_PARTS = frozenset({"some", "most", "many", "few", "half", "third", "quarter"})
_REACH = 40
"""Nouns of one list that are looked at."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens [first, last) of a figure's quote, with the number's and the counted noun's token."""

    first: int
    last: int
    number: int
    head: int

    @classmethod
    def of(cls, figure: Figure, tree: Tree) -> Phrase:
        """Find the phrase of ``figure`` again in the tree that it was read from."""
        start = figure.start - figure.quote.index(figure.text)
        first, last = tree.range(start, start + len(figure.quote))
        number = tree.top(*tree.range(figure.start, figure.end))
        head = next((i for i in range(last - 1, number, -1) if tree.tokens[i].text == figure.noun), number)
        return cls(first, last, number, head)


def is_whole(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether something happens to a part of the figure alone: "40 of its 900 troops" reached a town."""
    begin = tree.bounds[tree.tokens[phrase.number].passage][0]
    if phrase.number - begin < 3 or tree.word(phrase.number - 2) != "of":  # noqa: PLR2004 - "40 of its"
        return False
    part, before = phrase.number - 3, tree.word(phrase.number - 1)
    if tree.word(part) in _PARTS:
        return before in _OWN | _THE
    return before in _OWN and tree.tokens[part].pos == "NUM"


def is_of_number(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether it counts a part of what another number counts: what "of the 2,500 promised" says is the whole's."""
    counted = any(child != phrase.number for child in tree.children(phrase.head, "nummod"))
    return counted and phrase.number in tree.ancestors(phrase.head)


def governor(tree: Tree, index: int) -> int:
    """Return the nearest verb above token ``index`` (or the root noun), through nouns and prepositions."""
    for above in tree.ancestors(index):
        if tree.is_verb(above):
            return above
        index = above
    return index


def heads(tree: Tree, index: int) -> Iterator[int]:
    """Yield the noun, then those that it is listed with, explains or is included in, nearest first."""
    yield index
    for _ in range(_REACH):
        above = tree.tokens[index].head
        if tree.tokens[index].dep == "pobj" and tree.word(above) in {"including", "among"}:
            index, above = above, tree.tokens[above].head
        elif tree.tokens[index].dep not in _LINKS:
            return
        if above == index or tree.tokens[above].pos not in {"NOUN", "PROPN", "NUM"}:
            return
        index = above
        yield index
