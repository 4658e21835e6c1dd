"""Words that call false what was told: "was a lie", "it is false that", "called the figure an invention"."""

from __future__ import annotations

from geonews.syntax import Tree

ENDS = frozenset({"", ".", ",", ";", "!", "?", '"', "”", "’", "''"})
BEING = frozenset({"is", "was", "are", "were", "been", "'s", "’s"})
FALSE = frozenset(
    "false untrue baseless unfounded groundless fake wrong nonsense fabricated invented invention fabrication lie lies"
    " propaganda disinformation misinformation fiction hoax fantasy absurd ridiculous laughable nonsensical".split()
)
_OPINION = frozenset({"wrong", "nonsense"})
"""What is "wrong that" may be so."""
_FILL = frozenset(
    "a an all pure complete total outright blatant simply entirely completely totally utterly just \" “ `` '".split()
)
_CALLING = frozenset({"call", "brand", "label", "dub"})
_MADE_UP = frozenset({"fabricate", "invent"})
_NEAR = 6
"""Words behind "called the report" that may call it false."""


def is_false(tree: Tree, index: int) -> bool:
    """Tell whether what begins at token ``index`` says "false", "pure invention" or "a lie", and nothing behind it."""
    index = _behind_fill(tree, index)
    return tree.word(index) in FALSE and tree.word(index + 1) in ENDS


def _behind_fill(tree: Tree, index: int) -> int:
    while tree.word(index) in _FILL:
        index += 1
    return index


def calls_false(tree: Tree, index: int) -> bool:
    """Tell whether one of the next words calls false what is told there: "the report of 12 dead baseless"."""
    return any(tree.word(near) in FALSE for near in range(index, index + _NEAR))


def is_opened(tree: Tree, first: int, last: int) -> bool:
    """Read "It is false that" and "it's a lie that" among tokens [first, last)."""
    for index in range(first, last - 2):
        if tree.word(index) == "it" and tree.word(index + 1) in BEING:
            said = _behind_fill(tree, index + 2)
            if tree.word(said) in FALSE - _OPINION and tree.word(said + 1) == "that":
                return True
    return False


def said_by(tree: Tree, verb: int, dep: str) -> bool:
    """Tell whether the verb says that what stands by arc ``dep`` below it is false: "reports of it are false"."""
    lemma = tree.tokens[verb].lemma
    up = any(tree.word(child) == "up" for child in tree.children(verb, "prt"))
    if any(True for _ in tree.children(verb, "neg")):
        return False
    if lemma == "be" and dep == "nsubj":
        said = [child for child in tree.children(verb, "acomp", "attr") if tree.word(child - 1) != "no"]
        return any(tree.word(child) in FALSE for child in said)
    if lemma in _CALLING and dep == "dobj" and not up:
        _, last = tree.bounds[tree.tokens[verb].passage]
        return any(is_false(tree, index) for index in range(verb + 2, last))
    return dep == "nsubjpass" and (lemma in _MADE_UP or (up and lemma == "make"))
