"""Counts that stand apart from their noun: "the death toll rose to 190", "2,500 troops in Iraq and 900 in Syria"."""

from __future__ import annotations

from geonews.extraction.figures.lexicon import names_kind
from geonews.syntax import Tree

_TOTALS = frozenset({"number", "total", "toll", "count", "tally", "strength", "figure"})
_SCALES = frozenset(
    {"to", "from", "at", "by", "than", "of", "above", "past", "over", "beyond", "towards", "toward", "near"}
)
_VERBS = frozenset(
    "rise climb grow increase swell jump reach hit stand exceed surpass top fall drop decrease decline shrink be come "
    "go pass put bring raise reduce cut total".split()
)
_PLACES = frozenset({"in", "at", "near", "to", "from", "on", "outside", "around", "into"})


def total(tree: Tree, number: int) -> int | None:
    """Return the noun that the number at token ``number`` is the total of, by the subject of its verb."""
    verb = _verb(tree, number)
    if verb is None or tree.tokens[verb].lemma not in _VERBS:
        return None
    for subject in tree.children(verb, "nsubj", "nsubjpass", "dobj"):
        if subject == number:
            continue
        if tree.tokens[subject].lemma.lower() not in _TOTALS:
            return subject if names_kind(tree, subject) in {"casualties", "displaced"} else None
        return _of(tree, subject) or (subject if tree.tokens[subject].lemma.lower() == "toll" else None)
    return None


def _verb(tree: Tree, number: int) -> int | None:
    token = tree.tokens[number]
    if token.dep in {"quantmod", "nummod", "compound"} and tree.tokens[token.head].pos == "NUM":
        number = token.head
        token = tree.tokens[number]
    if token.dep == "pobj" and tree.word(token.head) in _SCALES:
        number = token.head
        while tree.tokens[number].dep == "prep" and tree.tokens[tree.tokens[number].head].pos == "ADP":
            number = tree.tokens[number].head
    elif token.dep not in {"dobj", "attr", "npadvmod"}:
        return None
    verb = tree.tokens[number].head
    return verb if tree.is_verb(verb) else None


def _of(tree: Tree, noun: int) -> int | None:
    for preposition in tree.children(noun, "prep"):
        if tree.word(preposition) == "of":
            return next(tree.children(preposition, "pobj"), None)
    return None


def is_gapped(tree: Tree, first: int, after: int) -> bool:
    """Tell whether the numeral leaves its noun to the figure before: "and 900 in Syria", ", and two more"."""
    if tree.word(after) == "more":
        return True
    if tree.word(first) == "one" or tree.word(after) not in _PLACES:
        return False
    named = any(tree.tokens[index].pos == "PROPN" for index in range(after + 1, min(after + 4, len(tree.tokens))))
    return named and tree.word(first - 1) in {"and", ",", "with", "another"}
