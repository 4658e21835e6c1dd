"""Which noun a numeral counts: by the parse where it is plausible, else the noun that closes the phrase behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geonews.extraction.figures.lexicon import is_plural, names_kind
from geonews.syntax import Tree

_UP = frozenset({"nummod", "quantmod", "compound", "nmod", "amod", "det", "advmod", "npadvmod", "poss"})
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "ADV"})
_REACH = 12
"""Tokens of one noun phrase behind its number, at most."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a numeral counts: ``head`` is the noun's token, or the numeral's own where the noun is left out."""

    number: int
    """The numeral's governing token."""
    head: int
    first: int
    """First token of numeral."""
    last: int
    """Token behind the noun phrase's head, or behind the numeral."""

    @property
    def elliptic(self) -> bool:
        """Tell that the noun is left out ("killing ten")."""
        return self.head == self.number


def counted(tree: Tree, first: int, last: int, after: int) -> Counted:
    """Find what the numeral at tokens [first, last) counts; ``after`` is the token behind it and its cue words."""
    number = tree.top(first, last)
    run = tuple(_phrase(tree, after))
    head = _by_parse(tree, number, run) or _by_order(tree, run)
    if head is None:
        return Counted(number, number, first, after)
    return Counted(number, head, first, head + 1)


def _by_parse(tree: Tree, number: int, run: tuple[int, ...]) -> int | None:
    """Climb from the numeral to a noun inside the phrase that follows it."""
    index = number
    while tree.tokens[index].dep in _UP and tree.tokens[index].head != index:
        index = tree.tokens[index].head
        modifies = tree.tokens[index].dep in {"compound", "nmod", "amod"} and tree.tokens[index].head in run
        noun = index in run and tree.tokens[index].pos in {"NOUN", "PROPN", "ADJ"} and not modifies
        if noun and index == _closing(tree, run, index):
            return _plural(tree, run, index)
    return None


def _plural(tree: Tree, run: tuple[int, ...], head: int) -> int:
    """Prefer a listed plural before a singular head: "5,000 peacekeepers patrol" was parsed as a compound."""
    if tree.tokens[head].tag not in {"NN", "NNP"} or is_plural(tree.word(head)):
        return head
    return next((i for i in run if i < head and tree.tokens[i].tag == "NNS" and names_kind(tree, i)), head)


def _closing(tree: Tree, run: tuple[int, ...], index: int) -> int:
    """Return the last token that stands in one compound with ``index``: what the phrase is really about."""
    following = index
    while (
        following + 1 in run
        and tree.tokens[following + 1].pos in {"NOUN", "PROPN"}
        and tree.tokens[following].tag not in {"NNS", "NNPS"}
        and names_kind(tree, following + 1)
    ):
        following += 1
    return following


def _by_order(tree: Tree, run: tuple[int, ...]) -> int | None:
    """Take the first known noun of the phrase that is no modifier (not "police" in "police cars"), else its last."""
    nouns = [index for index in run if tree.tokens[index].pos in {"NOUN", "PROPN", "ADJ"}]
    known = [index for index in nouns if names_kind(tree, index)]
    for index in known:
        if index + 1 not in nouns or (tree.tokens[index].tag == "NNS" and tree.tokens[index + 1].tag in {"NN", "NNP"}):
            return index
    real = [index for index in nouns if tree.tokens[index].pos != "ADJ"]
    return real[-1] if real else None


def _phrase(tree: Tree, after: int) -> Iterator[int]:
    """Yield the tokens that may belong to the noun phrase behind the number, up to the first that cannot."""
    passage = tree.tokens[after - 1].passage
    index = after
    if tree.word(index) == "of":
        index += 1
        while tree.word(index) in {"the", "its", "their", "his", "our", "these", "those"}:
            index += 1
    while index < min(after + _REACH, len(tree.tokens)) and tree.tokens[index].passage == passage:
        if not _may_belong(tree, index):
            return
        yield index
        index += 1


def _may_belong(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.pos == "CCONJ":
        return _joins_modifiers(tree, index)
    if token.pos in _INSIDE or token.tag in {"HYPH", "POS", "``", "''"} or token.text in "\"'“”‘’-/":
        return token.tag not in {"RB", "WRB"} or _modifies(tree, index)
    if token.tag in {"VBN", "VBG", "JJ", "VBD"}:
        return token.dep in {"amod", "compound", "nmod"} and token.head > index
    return token.pos == "NUM" and (token.head > index or not token.text.isdigit() or _is_model(tree, index))


def _joins_modifiers(tree: Tree, index: int) -> bool:
    """Tell whether the "and" stands inside one phrase: "naval and coast guard ships"."""
    before, behind = tree.tokens[index - 1], tree.tokens[min(index + 1, len(tree.tokens) - 1)]
    single = before.tag in {"JJ", "NN", "NNP"} and before.head >= index - 1 and not names_kind(tree, index - 1)
    return single and behind.pos in {"NOUN", "PROPN", "ADJ"} and before.dep in {"amod", "compound", "nmod"}


def _is_model(tree: Tree, index: int) -> bool:
    """Tell whether the digits number a type: "10 Challenger 2 tanks"."""
    return tree.tokens[index - 1].pos == "PROPN" and names_kind(tree, index + 1) is not None


def _modifies(tree: Tree, index: int) -> bool:
    return tree.tokens[index].head > index and tree.tokens[tree.tokens[index].head].pos in {"ADJ", "VERB"}
