"""What befell the people counted: killed, wounded, captured, or driven from their homes."""

from __future__ import annotations

from geonews.extraction.figures.counted import Counted
from geonews.extraction.figures.suffering import HARM, are_lost, by_verb, governs_object, modified, said_of_any
from geonews.syntax import Tree

_CUES = frozenset({"over", "under", "around", "about", "between"})
"""Prepositions that may only bound the number behind: "neutralised over 70 rebels"."""
_BETWEEN = frozenset("were was been being reportedly also still now".split())
"""What may stand between the people and what befell them."""
_DEPTH = 6
"""Steps from the noun to the word of harm, at most."""


def is_harm(tree: Tree, index: int) -> bool:
    """Tell whether token ``index`` is a word such as "dead", "wounded" or "missing"."""
    return tree.word(index) in HARM["adjective"]


def harm(tree: Tree, counted: Counted, *, sort: str | None) -> str | None:
    """Return "casualties" or "displaced" where the text says so of what is counted, else ``None``.

    ``sort`` is the lexicon's for the noun: weak verbs such as "capture" need one that it knows, and only of troops
    and men is there a "loss"; troops that flee remain troops.
    """
    found = _beside(tree, counted) or _upward(tree, counted.head, _DEPTH)
    if found is None and _is_among_them(tree, counted.first):
        found = said_of_any(tree, tree.tokens[counted.head].head)
    if found is None and counted.number != counted.head:
        found = _upward(tree, counted.number, 1)
    if found == "weak":
        return "casualties" if sort else None
    if found == "force":
        return "casualties" if sort in {"troops", "men"} else None
    return None if found == "displaced" and sort == "troops" else found


def _is_among_them(tree: Tree, first: int) -> bool:
    """Tell whether the number tells who is among those before: "killed 16, among them four children"."""
    return tree.word(first - 1) in {"them", "whom"} and tree.word(first - 2) in {"among", "of", "including"}


def _upward(tree: Tree, index: int, depth: int) -> str | None:
    """Look at the noun's modifiers, then at what governs it."""
    own = modified(tree, index)
    if own:
        return own
    token = tree.tokens[index]
    if token.head == index or depth == 0:
        return None
    return _governed(tree, index, depth)


def _governed(tree: Tree, index: int, depth: int) -> str | None:
    token = tree.tokens[index]
    governor = tree.tokens[token.head]
    if token.dep == "conj" and tree.is_verb(token.head):
        return by_verb(tree, token.head, "dobj")
    if token.dep in {"conj", "appos", "nmod", "nummod", "quantmod"}:
        return _upward(tree, token.head, depth - 1)
    if token.dep == "pobj":
        return _through_preposition(tree, token.head, depth)
    if tree.is_verb(token.head):
        return by_verb(tree, token.head, token.dep)
    if token.dep in {"nsubj", "nsubjpass"}:
        return HARM["adjective"].get(governor.text.lower())
    return None


def _through_preposition(tree: Tree, preposition: int, depth: int) -> str | None:
    word, governor = tree.word(preposition), tree.tokens[preposition].head
    if word in _CUES and tree.tokens[preposition + 1].pos == "NUM" and tree.is_verb(governor):
        return None if governs_object(tree, governor) else by_verb(tree, governor, "dobj")
    if word in {"of", "to", "against"}:
        lemma = tree.tokens[governor].lemma.lower()
        found = HARM["noun"].get(lemma) if lemma != "life" or are_lost(tree, governor) else None
        return found or (_upward(tree, governor, depth - 1) if word == "of" and lemma in _GROUPS else None)
    if word == "at" and tree.is_verb(governor):  # "put losses at 300 soldiers"
        losses = (HARM["noun"].get(tree.tokens[noun].lemma.lower()) for noun in tree.children(governor, "dobj"))
        return next(filter(None, losses), None)
    if word in {"including", "among"}:
        if tree.is_verb(governor):
            return said_of_any(tree, governor)
        return _upward(tree, governor, depth - 1)
    return None


_GROUPS = frozenset({"group", "total", "number", "dozen", "hundred", "thousand", "million", "score", "crowd", "family"})


def _beside(tree: Tree, counted: Counted) -> str | None:
    """Read the words directly behind the phrase: "10 dead", "30 people were wounded", "seven others injured"."""
    index = counted.last
    passage = tree.tokens[counted.first].passage
    while index < len(tree.tokens) and tree.tokens[index].passage == passage and _skipped(tree, index):
        index += 1
    if index >= len(tree.tokens) or tree.tokens[index].passage != passage:
        return None
    word, token = tree.word(index), tree.tokens[index]
    if word in HARM["adjective"] and not governs_object(tree, index):
        return HARM["adjective"][word]
    if token.tag in {"VBN", "VBD"} and not governs_object(tree, index):
        lemma = token.lemma.lower() if tree.word(index + 1) not in {"down", "out"} else ""  # shot down, died out
        passive = token.tag == "VBN" and (index > counted.last or token.dep in {"acl", "relcl"})
        return (HARM["object"].get(lemma) if passive else None) or HARM["subject"].get(lemma)
    return None


def _skipped(tree: Tree, index: int) -> bool:
    return tree.tokens[index].pos == "AUX" or tree.word(index) in _BETWEEN
