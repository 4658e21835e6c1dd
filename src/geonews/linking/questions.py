"""What nobody confirms: "would not say whether 10,000 were there", "declined to comment on reports that they were"."""

from __future__ import annotations

from geonews.linking.verbs import VERBS
from geonews.syntax import Tree

_CONFIRMING = frozenset({"confirm", "verify", "corroborate"})
_REFUSING = frozenset({"decline", "refuse", "fail", "unable"})
_ASIDE = frozenset({"relcl", "advcl"})
"""What is told in passing: "did not comment on the raid, which killed 40"."""
_ASKING = frozenset("say know tell ask confirm disclose clear unclear specify reveal determine see".split())


def is_left_open(tree: Tree, index: int) -> bool:
    """Tell whether the clause of token ``index``, or one that it is part of, is a question or is not confirmed."""
    while not _is_open(tree, index):
        token = tree.tokens[index]
        if token.head == index or token.dep in _ASIDE:
            return False
        index = token.head
    return True


def _is_open(tree: Tree, index: int) -> bool:
    return is_question(tree, index) or is_unconfirmed(tree, index) or _is_not_commented(tree, index)


def is_question(tree: Tree, clause: int) -> bool:
    """Tell whether the clause begins with "whether", or with "if" where that means the same."""
    marks = {tree.word(mark) for mark in tree.children(clause, "mark", "advmod")}
    asked = tree.tokens[tree.tokens[clause].head].lemma in _ASKING and tree.tokens[clause].dep in {"ccomp", "advcl"}
    return "whether" in marks or ("if" in marks and asked and tree.tokens[clause].head < clause)


def is_unconfirmed(tree: Tree, index: int) -> bool:
    """Read "did not confirm that", "declined to verify reports of"; not "did not say how", which grants it."""
    if not tree.is_verb(index) or tree.tokens[index].lemma not in _CONFIRMING | {"deny"}:
        return False
    before = [tree.word(each) for each in range(max(index - 3, 0), index)]
    if "neither" in before or "nor" in before:  # "neither confirmed nor denied"
        return True
    return tree.tokens[index].lemma in _CONFIRMING and _is_withheld(tree, index)


def _is_not_commented(tree: Tree, index: int) -> bool:
    """Read "declined to comment on reports that", "had no comment on the claim", "no confirmation of reports"."""
    lemma = tree.tokens[index].lemma.lower()
    if lemma == "confirmation":
        return _has_no(tree, index)
    on = (noun for way in tree.children(index, "prep") for noun in tree.children(way, "pobj"))
    report = any(tree.tokens[noun].lemma.lower() in VERBS["report"] for noun in on)
    withheld = _is_withheld(tree, index) if tree.is_verb(index) else _has_no(tree, index)
    return lemma == "comment" and report and withheld


def _has_no(tree: Tree, noun: int) -> bool:
    return any(tree.word(child) == "no" for child in tree.children(noun, "det"))


def _is_withheld(tree: Tree, verb: int) -> bool:
    above = tree.tokens[verb].head
    if tree.tokens[verb].dep in {"xcomp", "acl"} and tree.tokens[above].lemma.lower() in _REFUSING:
        return True
    able = tree.tokens[above].head if tree.word(above) == "able" else verb  # "has not been able to verify"
    return any(True for _ in tree.children(able, "neg"))
